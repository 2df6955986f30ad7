using Escalation.Experiments;

namespace Escalation.Tests.Experiments.Forecasting;

internal sealed class NaiveForecastTests
{
    private static readonly long[] Windows = [3, 0, 5, 2];

    // P(k) is the integral of Poisson's mass over the gamma law of the rate: by Simpson's rule in the root of the rate.
    [TestCase(0)]
    [TestCase(2)]
    [TestCase(9)]
    public void The_next_count_has_a_rate_that_the_windows_leave_open(int next)
    {
        const double Step = 0.001;
        var (above, below) = (0.0, 0.0);
        for (var place = 1; place < 4_000; place++)
        {
            var root = place * Step;
            var weight = place % 2 == 1 ? 4 : 2;
            var rate = root * root;

            // λ^(s − ½) e^(−n λ) dλ with dλ = 2 √λ d√λ; s = 10, n = 4.
            var density = Math.Exp((20 * Math.Log(root)) - (4 * rate));
            below += weight * density;
            above += weight * density * Math.Exp((next * Math.Log(rate)) - rate);
        }

        var factorial = Enumerable.Range(1, next).Aggregate(1.0, (product, factor) => product * factor);
        var forecast = NaiveForecast.ConstantRate(Windows);

        Assert.That(Math.Exp(-forecast.LogScore(next)), Is.EqualTo(above / factorial / below).Within(1e-8));
        Assert.That(forecast.Mean, Is.EqualTo(10.5 / 4));
    }

    [Test]
    public void The_last_window_counts_alone()
    {
        var forecast = NaiveForecast.LastWindow(Windows);

        Assert.That((forecast.Mean, forecast.Shape), Is.EqualTo((2.5, 2.5)));
        Assert.That(forecast.LogScore(4), Is.EqualTo(NaiveForecast.ConstantRate([2]).LogScore(4)));
    }

    [Test]
    public void A_quiet_past_rules_nothing_out() =>
        Assert.That(NaiveForecast.ConstantRate([0, 0, 0]).LogScore(20), Is.LessThan(100));

    [Test]
    public void Without_a_window_there_is_no_rate()
    {
        Assert.That(() => NaiveForecast.ConstantRate([]), Throws.ArgumentException);
        Assert.That(() => NaiveForecast.LastWindow([]), Throws.ArgumentException);
        Assert.That(() => NaiveForecast.ConstantRate([1, -1]), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }
}
