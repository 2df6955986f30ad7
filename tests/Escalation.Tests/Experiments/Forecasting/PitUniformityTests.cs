using Escalation.Engine;
using Escalation.Experiments;

namespace Escalation.Tests.Experiments.Forecasting;

internal sealed class PitUniformityTests
{
    private const double FalseAlarm = 0.001;
    private const int Dates = 400;

    private static readonly double[] Means = [.. Enumerable.Range(0, Dates).Select(date => 1 + (6 * (date % 10) / 9.0))];

    // The count 1 of the sample 0, 1, 1, 3 spreads over ¼ to ¾, 3 over ¾ to 1.
    [Test]
    public void Two_dates_by_hand()
    {
        var sample = new SampleForecast([0, 1, 1, 3]);

        var found = PitUniformity.Of([sample, sample], [1, 3], seed: 1, bins: 5);

        double[] expected = [0, 0.15 / 0.5, 0.4, 0.15 / 0.5, 0];
        expected[3] += 0.05 / 0.25;
        expected[4] += 0.2 / 0.25;
        Assert.That(found.Shares, Is.EqualTo(expected.Select(share => share / 2)).Within(1e-14));
    }

    // Over the law itself the expected height of every bin is exactly its width.
    [Test]
    public void The_true_law_is_flat_on_average()
    {
        var law = new NegativeBinomialForecast(3, 1.5);
        var masses = CountForecastTests.NegativeBinomialMasses(3, 1.5);
        var heights = new double[8];
        for (var count = 0; count < 150; count++)
        {
            var found = PitUniformity.Of([law], [count], seed: 1, bins: 8, draws: 99);
            for (var bin = 0; bin < heights.Length; bin++)
            {
                heights[bin] += masses[count] * found.Shares[bin];
            }
        }

        Assert.That(heights, Is.All.EqualTo(0.125).Within(1e-10));
    }

    // The test has a false-alarm rate of one in a thousand for each of the three.
    [TestCase(1.0, 0.0, true, TestName = "The_true_law_passes")]
    [TestCase(1.4, 0.0, false, TestName = "Forecasts_that_are_too_low_fail")]
    [TestCase(1.0, 1.5, false, TestName = "Forecasts_that_are_too_narrow_fail")]
    public void The_test_tells_right_from_wrong(double factor, double shape, bool isRight)
    {
        var found = PitUniformity.Of(Forecasts(), Observed("test", factor, shape), seed: 5, draws: 1_999);

        Assert.That(found.P >= FalseAlarm, Is.EqualTo(isRight), FormattableString.Invariant($"p = {found.P}"));
        Assert.That(found.Shares.Sum(), Is.EqualTo(1).Within(1e-12));
    }

    // 200 experiments at the level 0.1: 20 expected, with a standard deviation of 4.2; 3 and 40 are out with chances below
    // 1e-4. Of the level 0.5 there are 100 with one of 7.1; 68 and 132 are out with chances of about 1e-5.
    [Test]
    public void It_errs_as_often_as_it_says_and_the_bands_hold()
    {
        var forecasts = Forecasts().Take(30).ToList();
        var (rejected, lower, inside) = (0, 0, 0);
        for (var experiment = 0; experiment < 200; experiment++)
        {
            var observed = Observed(FormattableString.Invariant($"level {experiment}"), 1, 0).Take(30).ToList();
            var found = PitUniformity.Of(forecasts, observed, (ulong)experiment, bins: 5, draws: 99);
            rejected += found.P <= 0.1 ? 1 : 0;
            lower += found.P <= 0.5 ? 1 : 0;
            inside += found.Shares.Where((share, bin) => found.Bands[bin].Contains(share)).Count();
        }

        // Heights of one experiment depend on each other: 1,000 of them are worth at least 200, of which 0.95 ± 0.07 at 1e-5.
        Assert.That(rejected, Is.InRange(4, 39));
        Assert.That(lower, Is.InRange(69, 131));
        Assert.That(inside / 1_000.0, Is.InRange(0.88, 1));
    }

    [Test]
    public void A_law_of_many_counts_is_drawn_like_one_of_few()
    {
        var (wide, law) = (new NegativeBinomialForecast(1e6, 2), new List<CountForecast>());
        var observed = new List<long>();
        var stream = new KeyedStream(Key.OfName("wide"));
        for (var date = 0; date < 40; date++)
        {
            law.Add(wide);
            observed.Add(wide.Quantile(stream.NextOpenUniform()));
        }

        Assert.That(PitUniformity.Of(law, observed, seed: 2, draws: 99).P, Is.GreaterThan(FalseAlarm));
    }

    [Test]
    public void Central_ranges_hold_what_they_expect()
    {
        var observed = Observed("coverage", 1, 0);

        foreach (var level in IntervalCoverage.UsualLevels)
        {
            var found = IntervalCoverage.Of(Forecasts(), observed, level, confidence: 1 - FalseAlarm);

            Assert.That(found.Expected, Is.AtLeast(level));
            Assert.That(found.Share.Interval.Contains(found.Expected), Is.True, FormattableString.Invariant($"{found}"));
        }
    }

    [Test]
    public void Ranges_that_are_too_narrow_hold_less_than_they_expect()
    {
        var found = IntervalCoverage.Of(Forecasts(), Observed("narrow", 1, 1), 0.8, confidence: 1 - FalseAlarm);

        Assert.That(found.Share.Interval.Upper, Is.LessThan(found.Expected));
    }

    // Of 0 to 4 the range at 80 % by quantiles 0.1 and 0.9 of a law with masses 0.2 each is 0 to 4.
    [Test]
    public void Three_counts_by_hand()
    {
        var sample = new SampleForecast([0, 1, 2, 3, 4]);

        var found = IntervalCoverage.Of([sample, sample, sample], [0, 4, 9], 0.8);

        Assert.That((found.Hits, found.Count, found.Expected), Is.EqualTo((2, 3, 1.0)));
        Assert.That(IntervalCoverage.Of([sample], [2], 0.5).Expected, Is.EqualTo(0.6).Within(1e-12));
    }

    [Test]
    public void Forecasts_without_counts_are_refused()
    {
        Assert.That(() => PitUniformity.Of([], [], 1), Throws.ArgumentException);
        Assert.That(() => PitUniformity.Of([new PoissonForecast(1)], [1, 2], 1), Throws.ArgumentException);
        Assert.That(() => PitUniformity.Of([new PoissonForecast(1)], [1], 1, bins: 1), Throws.InstanceOf<ArgumentException>());
    }

    private static List<CountForecast> Forecasts() => [.. Means.Select(mean => new PoissonForecast(mean))];

    // Poisson's law, or with a shape the negative binomial one.
    private static long[] Observed(string name, double factor, double shape) =>
    [
        .. Means.Select((mean, date) =>
        {
            var stream = KeyedStream.Derive(3, Key.OfName(name), (ulong)date);
            return (long)(shape == 0
                ? PoissonVariate.Draw(ref stream, factor * mean)
                : NegativeBinomialVariate.Draw(ref stream, factor * mean, shape));
        }),
    ];
}
