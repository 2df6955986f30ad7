using Escalation.Engine;
using Escalation.Experiments;

namespace Escalation.Tests.Experiments.Forecasting;

internal sealed class SampleForecastTests
{
    private static readonly double[] Five = [2, 0, 7, 2, 1];

    [Test]
    public void Chances_and_quantiles_are_those_of_the_sample()
    {
        var forecast = new SampleForecast(Five);

        Assert.That(forecast.Mean, Is.EqualTo(2.4));
        Assert.That(new long[] { -1, 0, 1, 2, 6, 7 }.Select(forecast.AtMost), Is.EqualTo(new[] { 0, 0.2, 0.4, 0.8, 0.8, 1 }));
        Assert.That(new[] { 0.1, 0.2, 0.5, 0.79, 0.9 }.Select(forecast.Quantile), Is.EqualTo(new long[] { 0, 1, 2, 2, 7 }));
        Assert.That(forecast.Crps(3), Is.EqualTo(SampleScore.FairCrps(Five, 3)));
    }

    // Mean 2.4, variance 7.3: shape 5.76/4.9. One history more is spread by that law.
    [Test]
    public void The_log_score_counts_one_more_history_spread_over_all_counts()
    {
        var masses = CountForecastTests.NegativeBinomialMasses(2.4, 5.76 / 4.9);
        var forecast = new SampleForecast(Five);

        Assert.That(forecast.LogScore(2), Is.EqualTo(-Math.Log((2 + masses[2]) / 6)).Within(1e-12));
        Assert.That(forecast.LogScore(5), Is.EqualTo(-Math.Log(masses[5] / 6)).Within(1e-12));
        Assert.That(Enumerable.Range(0, 1_000).Sum(count => Math.Exp(-forecast.LogScore(count))), Is.EqualTo(1).Within(1e-10));
    }

    // No history counted any: the rate is that of Gamma(½, 100).
    [Test]
    public void A_sample_without_spread_rules_nothing_out()
    {
        var forecast = new SampleForecast(new double[100]);
        var masses = CountForecastTests.NegativeBinomialMasses(0.005, 0.5);

        Assert.That(forecast.LogScore(3), Is.EqualTo(-Math.Log(masses[3] / 101)).Within(1e-12));
        Assert.That(forecast.LogScore(100_000), Is.GreaterThan(1_000).And.LessThan(double.PositiveInfinity));
    }

    [Test]
    public void With_many_histories_the_score_is_that_of_their_law()
    {
        var stream = new KeyedStream(Key.OfName("counts of histories"));
        var counts = new double[200_000];
        for (var history = 0; history < counts.Length; history++)
        {
            counts[history] = PoissonVariate.Draw(ref stream, 4);
        }

        var (sample, law) = (new SampleForecast(counts), new PoissonForecast(4));

        // A share of 3 % of 200,000 has a relative standard error of 1.3 %; the bound is more than four of them.
        foreach (var count in new long[] { 1, 4, 8 })
        {
            Assert.That(sample.LogScore(count), Is.EqualTo(law.LogScore(count)).Within(0.055));
            Assert.That(sample.Crps(count), Is.EqualTo(law.Crps(count)).Within(0.03));
        }
    }

    [Test]
    public void What_is_no_count_is_refused()
    {
        Assert.That(() => new SampleForecast([1]), Throws.ArgumentException);
        Assert.That(() => new SampleForecast([1, 1.5]), Throws.ArgumentException);
        Assert.That(() => new SampleForecast([1, -1]), Throws.ArgumentException);
        Assert.That(() => new SampleForecast([1, double.NaN]), Throws.ArgumentException);
    }
}
