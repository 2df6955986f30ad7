using Escalation.Engine;
using Escalation.Experiments;

namespace Escalation.Tests.Experiments.Forecasting;

internal sealed class ForecastComparisonTests
{
    // Differences 1, 3, 2, 6 of mean 3, deviations −2, 0, −1, 3: γ₀ = 14/4, γ₁ = (0 + 0 − 3)/4.
    [Test]
    public void Four_dates_by_hand()
    {
        var found = ForecastComparison.Of([1, 1, 1, 1], [2, 4, 3, 7], lag: 1);

        // n = 4, h = 2: (4 + 1 − 4 + 2/4)/4 = 0.375.
        var error = Math.Sqrt((3.5 - 1.5) / 4 / 0.375);
        Assert.That(found.Scores.Difference.Mean, Is.EqualTo(3));
        Assert.That(found.Statistic, Is.EqualTo(3 / error).Within(1e-13));

        // Student's 97.5 % point of 3 degrees of freedom.
        Assert.That(found.Interval.HalfWidth, Is.EqualTo(3.182446305284263 * error).Within(1e-10));
        Assert.That(found.IsTapered, Is.False);
    }

    [FsCheck.NUnit.Property(MaxTest = 100, Replay = "11,1")]
    public bool At_lag_0_it_is_the_test_of_Student(sbyte[] scores)
    {
        double[] second = [.. scores, 1, 2];
        var found = ForecastComparison.Of(new double[second.Length], second);

        return Math.Abs(found.P - found.Scores.P) <= 1e-10
            && Math.Abs(found.Interval.HalfWidth - found.Scores.Difference.HalfWidth) <= 1e-10;
    }

    // Alternating differences have γ₁ = −γ₀ nearly: the plain sum is negative.
    [Test]
    public void A_variance_that_would_be_negative_is_tapered()
    {
        double[] second = [.. Enumerable.Range(0, 20).Select(date => date % 2 == 0 ? 1.5 : -0.5)];

        var found = ForecastComparison.Of(new double[20], second, lag: 1);

        // γ₀ = 1, γ₁ = −19/20, Bartlett's weight ½: 1 − 0.95 = 0.05.
        Assert.That(found.IsTapered, Is.True);
        Assert.That(found.Statistic, Is.EqualTo(0.5 / Math.Sqrt(0.05 / 20 / ((20 + 1 - 4 + 0.1) / 20))).Within(1e-12));
    }

    // Differences are sums of two neighbouring normal numbers, without a mean: at lag 1 a test of level 0.05 rejects about so
    // often (1,000 repeats: 0.05 ± 0.03 at 1e-5, and what the law of 60 dates is off), while one that takes dates as independent
    // rejects with Φ(1.96/√2) two-sided, 0.166.
    [Test]
    public void Overlapping_forecasts_are_not_taken_for_independent()
    {
        var (atLag, without) = (0, 0);
        for (var repeat = 0; repeat < 1_000; repeat++)
        {
            var stream = KeyedStream.Derive(17, Key.OfName("overlap"), (ulong)repeat);
            var second = new double[60];
            var before = NormalVariate.DrawUnit(ref stream);
            for (var date = 0; date < second.Length; date++)
            {
                var next = NormalVariate.DrawUnit(ref stream);
                (second[date], before) = (before + next, next);
            }

            atLag += ForecastComparison.Of(new double[60], second, lag: 1).P <= 0.05 ? 1 : 0;
            without += ForecastComparison.Of(new double[60], second).P <= 0.05 ? 1 : 0;
        }

        Assert.That(atLag / 1_000.0, Is.InRange(0.02, 0.095));
        Assert.That(without / 1_000.0, Is.GreaterThan(0.11));
    }

    [Test]
    public void Too_few_dates_say_nothing()
    {
        var found = ForecastComparison.Of([1, 2, 3], [2, 2, 5], lag: 3);

        Assert.That(found.P, Is.NaN);
        Assert.That(found.Interval.HalfWidth, Is.EqualTo(double.PositiveInfinity));
        Assert.That(found.Scores.Difference.Mean, Is.EqualTo(1));
        Assert.That(ForecastComparison.Of([], []).P, Is.NaN);
    }

    [Test]
    public void Forecasters_of_equal_scores_do_not_differ() => Assert.That(
        ForecastComparison.Of([1, 2, 3], [1, 2, 3]).P, Is.EqualTo(1));

    [Test]
    public void Scores_that_cannot_be_compared_are_refused()
    {
        Assert.That(() => ForecastComparison.Of([1, double.PositiveInfinity], [1, 2]), Throws.InstanceOf<ArgumentException>());
        Assert.That(() => ForecastComparison.Of([1], [1, 2]), Throws.ArgumentException);
        Assert.That(() => ForecastComparison.Of([1], [1], lag: -1), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }
}
