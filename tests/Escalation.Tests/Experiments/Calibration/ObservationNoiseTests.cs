using System.Collections.Immutable;
using Escalation.Engine;
using Escalation.Experiments;
using Escalation.Tests.Support;

namespace Escalation.Tests.Experiments.Calibration;

internal sealed class ObservationNoiseTests
{
    private static IEnumerable<TestCaseData> Counts =>
    [
        new(ObservationNoise.Poisson, 3.5, 100.0, 3.5),
        new(ObservationNoise.NegativeBinomialOf(0.7), 3.5, 100.0, 3.5 + (3.5 * 3.5 / 0.7)),
        new(ObservationNoise.NegativeBinomial, 3.5, 9.0, 9.0),
        new(ObservationNoise.NegativeBinomial, 3.5, 2.0, 3.5),
        new(ObservationNoise.NegativeBinomial, 3.5, double.NaN, 3.5),
    ];

    [TestCaseSource(nameof(Counts))]
    public void Chances_of_counts_have_their_sum_mean_and_variance(
        ObservationNoise noise, double mean, double variance, double expected)
    {
        double[] chances =
            [.. Enumerable.Range(0, 3000).Select(count => Math.Exp(noise.LogLikelihood(count, mean, variance)))];

        Assert.That(chances.Sum(), Is.EqualTo(1).Within(1e-10));
        Assert.That(chances.Select((chance, count) => chance * count).Sum(), Is.EqualTo(mean).Within(1e-9));
        Assert.That(
            chances.Select((chance, count) => chance * (count - mean) * (count - mean)).Sum(),
            Is.EqualTo(expected).Within(1e-7));
    }

    // Two tests a law, each with a false-alarm rate of 1e-5.
    [TestCaseSource(nameof(Counts))]
    public void What_is_drawn_has_the_same_law(ObservationNoise noise, double mean, double variance, double expected)
    {
        var draws = new double[40_000];
        var cells = new double[60];
        for (var index = 0; index < draws.Length; index++)
        {
            var stream = KeyedStream.Derive(3, 4, (ulong)index);
            draws[index] = noise.Draw(mean, variance, ref stream);
            cells[(int)Math.Min(59, draws[index])]++;
        }

        double[] chances =
            [.. Enumerable.Range(0, 59).Select(count => draws.Length * Math.Exp(noise.LogLikelihood(count, mean, variance)))];
        Assert.That(Math.Abs(Statistical.MeanZ(draws, mean, expected)), Is.LessThan(Statistical.ZBound));
        Assert.That(
            Statistical.ChiSquareP(cells, [.. chances, draws.Length - chances.Sum()]), Is.GreaterThan(Statistical.LeastP));
    }

    [Test]
    public void Great_counts_and_shapes_keep_their_digits()
    {
        // A shape beyond all bounds is Poisson; a shape of 1 is geometric: P(n) = (1 - q) q^n with q = m/(1 + m).
        var large = ObservationNoise.NegativeBinomialOf(1e8).LogLikelihood(5000, 5100, double.NaN);
        var geometric = ObservationNoise.NegativeBinomialOf(1).LogLikelihood(2000, 1500, double.NaN);

        Assert.That(large, Is.EqualTo(ObservationNoise.Poisson.LogLikelihood(5000, 5100, double.NaN)).Within(1e-4));
        Assert.That(
            geometric, Is.EqualTo((2000 * Math.Log(1500 / 1501.0)) - Math.Log(1501)).Within(1e-9));
    }

    [Test]
    public void A_normal_error_is_drawn_about_the_value_and_none_is_not_drawn()
    {
        var stream = KeyedStream.Derive(3, 4);
        double[] draws =
            [.. Enumerable.Range(0, 10_000).Select(_ => ObservationNoise.Normal(2).Draw(5, double.NaN, ref stream))];

        Assert.That(Math.Abs(Statistical.MeanZ(draws, 5, 4)), Is.LessThan(Statistical.ZBound));
        Assert.That(Math.Abs(Statistical.VarianceZ(draws, 5, 4, 0)), Is.LessThan(Statistical.ZBound));
        Assert.That(ObservationNoise.None.Draw(5, 7, ref stream), Is.EqualTo(5));
        Assert.That(ObservationNoise.Poisson.Draw(double.NaN, 7, ref stream), Is.NaN);
    }

    [Test]
    public void Distances_are_in_units_of_the_noise()
    {
        Assert.That(ObservationNoise.Normal(2).ScaleAt(100), Is.EqualTo(2));
        Assert.That(ObservationNoise.Poisson.ScaleAt(100), Is.EqualTo(10));
        Assert.That(ObservationNoise.Poisson.ScaleAt(0), Is.EqualTo(1));
        Assert.That(ObservationNoise.NegativeBinomialOf(50).ScaleAt(100), Is.EqualTo(Math.Sqrt(300)).Within(1e-12));
        Assert.That(ObservationNoise.NegativeBinomial.ScaleAt(100), Is.NaN);
        Assert.That(ObservationNoise.None.ScaleAt(100), Is.NaN);
        Assert.That(() => ObservationNoise.Normal(0), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    // No event in 20 histories leaves an expectation of 1/40, under which 2 events are unlikely and not impossible.
    [Test]
    public void No_event_in_all_histories_is_not_a_chance_of_nothing()
    {
        ImmutableArray<CalibrationTarget> targets = [new("count", 2, ObservationNoise.Poisson)];

        var judged = CalibrationTarget.Judge(targets, [new TargetValue(0, 0, 20)], 1, "test", 3);

        Assert.That(judged.LogLikelihood, Is.EqualTo((2 * Math.Log(1 / 40.0)) - (1 / 40.0) - Math.Log(2)).Within(1e-12));
        Assert.That(judged.Observations[0], Is.Zero);
        Assert.That(CalibrationTarget.HaveLikelihood(targets), Is.True);
        Assert.That(CalibrationTarget.HaveLikelihood([.. targets, new("other", 2, ObservationNoise.None)]), Is.False);
    }
}
