using Escalation.Experiments;

namespace Escalation.Tests.Experiments.Forecasting;

/// <summary>Scores of the two laws against sums over all counts, with masses by their recursion.</summary>
internal sealed class CountForecastTests
{
    private static readonly TestCaseData[] Laws =
    [
        .. new[] { 0.01, 0.7, 3, 25.5, 400 }.Select(mean => new TestCaseData(
            new PoissonForecast(mean), PoissonMasses(mean)).SetArgDisplayNames($"Poisson {mean}")),
        .. new[] { (0.5, 0.5), (3, 1.5), (25, 4), (40, 0.3), (60, 1e4), (2, 0.05) }.Select(pair => new TestCaseData(
            new NegativeBinomialForecast(pair.Item1, pair.Item2), NegativeBinomialMasses(pair.Item1, pair.Item2))
            .SetArgDisplayNames($"negative binomial {pair}")),
    ];

    // The power of 10,000 with which the recursion of the last but one begins has itself lost four digits of sixteen.
    [TestCaseSource(nameof(Laws))]
    public void The_log_score_is_that_of_the_mass(CountForecast forecast, double[] masses)
    {
        foreach (var count in Counts(masses))
        {
            Assert.That(Math.Exp(-forecast.LogScore(count)), Is.EqualTo(masses[count]).Within(3e-10).Percent, $"count {count}");
        }
    }

    // The definition: the sum of squared distances of the distribution function from that of what came.
    [TestCaseSource(nameof(Laws))]
    public void The_continuous_score_is_the_sum_over_all_counts(CountForecast forecast, double[] masses)
    {
        foreach (var observed in Counts(masses))
        {
            var (upTo, area) = (0.0, 0.0);
            for (var count = 0; count < masses.Length; count++)
            {
                upTo += masses[count];
                var distance = upTo - (observed <= count ? 1 : 0);
                area += distance * distance;
            }

            Assert.That(forecast.Crps(observed), Is.EqualTo(area).Within(1e-10 * (1 + observed)), $"count {observed}");
        }
    }

    [TestCaseSource(nameof(Laws))]
    public void Quantiles_are_where_the_sum_of_masses_passes_them(CountForecast forecast, double[] masses)
    {
        foreach (var chance in new[] { 0.001, 0.1, 0.5, 0.77, 0.999 })
        {
            var (upTo, least) = (masses[0], 0);
            while (upTo <= chance)
            {
                upTo += masses[++least];
            }

            Assert.That(forecast.Quantile(chance), Is.EqualTo(least), $"chance {chance}");
            Assert.That(forecast.AtMost(least), Is.EqualTo(upTo).Within(1e-12));
        }
    }

    // Expected scores over the true law, exact sums: any other mean or shape is worse.
    [Test]
    public void Nobody_does_better_than_by_the_truth([Values] bool isByLog)
    {
        var masses = NegativeBinomialMasses(6, 2);
        CountForecast[] others =
        [
            new NegativeBinomialForecast(5.5, 2), new NegativeBinomialForecast(6.5, 2), new NegativeBinomialForecast(6, 1.6),
            new NegativeBinomialForecast(6, 2.5), new PoissonForecast(6),
        ];

        var best = Expected(new NegativeBinomialForecast(6, 2));

        Assert.That(others.Select(Expected), Is.All.GreaterThan(best));

        double Expected(CountForecast forecast) => masses.Take(400).Select((mass, count) =>
            mass * (isByLog ? forecast.LogScore(count) : forecast.Crps(count))).Sum();
    }

    [TestCase(1e9)]
    [TestCase(1e12)]
    public void Huge_means_are_those_of_the_normal_law(double mean)
    {
        // At its own mean the score of a normal law is σ (√(2/π) − 1/√π), Gneiting and Raftery (2007).
        var normal = Math.Sqrt(mean) * (Math.Sqrt(2 / Math.PI) - (1 / Math.Sqrt(Math.PI)));
        var wide = Math.Sqrt(2) * normal;

        Assert.That(new PoissonForecast(mean).Crps((long)mean), Is.EqualTo(normal).Within(0.01).Percent);
        Assert.That(new NegativeBinomialForecast(mean / 100, mean / 100).Crps((long)mean / 100),
            Is.EqualTo(wide / 10).Within(0.1).Percent);
    }

    [Test]
    public void A_count_far_out_has_a_finite_score()
    {
        Assert.That(new PoissonForecast(1).LogScore(1_000), Is.InRange(5_900, 5_920));
        Assert.That(new NegativeBinomialForecast(0.001, 0.5).LogScore(1_000), Is.InRange(6_000, 6_400));
    }

    [Test]
    public void Without_events_to_come_nothing_else_is_possible()
    {
        var none = new PoissonForecast(0);

        Assert.That(none.LogScore(0), Is.Zero);
        Assert.That(none.LogScore(1), Is.EqualTo(double.PositiveInfinity));
        Assert.That(none.Crps(3), Is.EqualTo(3));
        Assert.That(none.CentralRange(0.95), Is.EqualTo(new Interval(0, 0)));
    }

    [Test]
    public void Impossible_laws_are_refused()
    {
        Assert.That(() => new PoissonForecast(-1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new NegativeBinomialForecast(1, 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new NegativeBinomialForecast(0, 1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new PoissonForecast(1).Crps(-1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new PoissonForecast(1).Quantile(0), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    internal static double[] PoissonMasses(double mean)
    {
        var masses = new double[2_000];
        masses[0] = Math.Exp(-mean);
        for (var count = 1; count < masses.Length; count++)
        {
            masses[count] = masses[count - 1] * mean / count;
        }

        return masses;
    }

    internal static double[] NegativeBinomialMasses(double mean, double shape)
    {
        var masses = new double[5_000];
        masses[0] = Math.Pow(shape / (shape + mean), shape);
        for (var count = 1; count < masses.Length; count++)
        {
            masses[count] = masses[count - 1] * (shape + count - 1) / count * (mean / (shape + mean));
        }

        return masses;
    }

    // Those that have some chance, a few of them far out.
    private static int[] Counts(double[] masses)
    {
        int[] likely = [.. Enumerable.Range(0, 600).Where(count => masses[count] > 1e-12)];
        return [.. likely.Where((_, place) => place % (1 + (likely.Length / 40)) == 0), likely[^1]];
    }
}
