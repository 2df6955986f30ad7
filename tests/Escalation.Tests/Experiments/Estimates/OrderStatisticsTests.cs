using Escalation.Experiments;

namespace Escalation.Tests.Experiments.Estimates;

internal sealed class OrderStatisticsTests
{
    // What R's quantile(c(1, 3, 4, 10), q) and NumPy's default say.
    [TestCase(0, 1)]
    [TestCase(0.25, 2.5)]
    [TestCase(0.5, 3.5)]
    [TestCase(0.75, 5.5)]
    [TestCase(0.9, 8.2)]
    [TestCase(1, 10)]
    public void A_quantile_lies_between_its_neighbours_in_rank(double q, double expected) =>
        Assert.That(OrderStatistics.Quantile([1, 3, 4, 10], q), Is.EqualTo(expected).Within(1e-14));

    [Test]
    public void No_values_have_no_quantile() => Assert.That(OrderStatistics.Quantile([], 0.5), Is.NaN);

    [Test]
    public void One_value_is_every_quantile([Values(0, 0.3, 1)] double q) =>
        Assert.That(OrderStatistics.Quantile([42.5], q), Is.EqualTo(42.5));

    [Test]
    public void The_ends_of_the_number_line_do_not_overflow() =>
        Assert.That(OrderStatistics.Quantile([-double.MaxValue, double.MaxValue], 0.5), Is.Zero);

    [TestCase(double.PositiveInfinity)]
    [TestCase(double.NegativeInfinity)]
    [TestCase(double.NaN)]
    [TestCase(0.0)]
    public void Values_that_are_not_finite_or_do_not_ascend_are_refused(double value) => Assert.Multiple(() =>
    {
        Assert.That(() => OrderStatistics.Quantile([1, value], 0.5), Throws.ArgumentException);
        Assert.That(() => OrderStatistics.QuantileInterval([1, value], 0.5), Throws.ArgumentException);
    });

    [TestCase(-0.1)]
    [TestCase(1.1)]
    [TestCase(double.NaN)]
    public void A_quantile_outside_of_the_unit_interval_is_refused(double q) =>
        Assert.That(() => OrderStatistics.Quantile([1, 2], q), Throws.InstanceOf<ArgumentOutOfRangeException>());

    // Sign-test ranks for the median at 95 %, as in any table of the binomial law at one half.
    [TestCase(6, 0.5, 0.95, 1, 6)]
    [TestCase(10, 0.5, 0.95, 2, 9)]
    [TestCase(25, 0.5, 0.95, 8, 18)]
    [TestCase(100, 0.5, 0.95, 40, 61)]
    [TestCase(10_000, 0.5, 0.95, 4902, 5099)]
    public void Ranks_of_the_median_are_those_of_the_tables(long count, double q, double level, long lower, long upper) =>
        Assert.That(QuantileRanks.Of(count, q, level), Is.EqualTo(new QuantileRanks(lower, upper)));

    [Test]
    public void Each_tail_is_kept_and_one_rank_further_in_would_break_it(
        [Values(0.05, 0.25, 0.5, 0.9)] double q, [Values(0.5, 0.9, 0.95, 0.999)] double level)
    {
        for (var count = 1; count <= 300; count++)
        {
            var below = Below(count, q);
            var tail = (1 - level) / 2;
            if (QuantileRanks.Of(count, q, level) is not { } ranks)
            {
                // Then even the outermost values leave out too much on one side.
                Assert.That(Math.Max(below[1], 1 - below[count]), Is.GreaterThan(tail));
                continue;
            }

            // P(X < l) ≤ tail and P(X ≥ u) ≤ tail, with rounding in the sums below 1e-12.
            var (lower, upper) = ((int)ranks.Lower, (int)ranks.Upper);
            Assert.That(below[lower], Is.AtMost(tail + 1e-12));
            Assert.That(below[lower + 1], Is.GreaterThan(tail - 1e-12));
            Assert.That(1 - below[upper], Is.AtMost(tail + 1e-12));
            Assert.That(1 - below[upper - 1], Is.GreaterThan(tail - 1e-12));
        }
    }

    [TestCase(0.5, 0.95, 6)]
    [TestCase(0.95, 0.95, 72)]
    [TestCase(0.05, 0.95, 72)]
    [TestCase(0.5, 0.9375, 5)]
    [TestCase(0.99, 0.99, 528)]
    public void An_interval_exists_from_the_required_count_on(double q, double level, long required) => Assert.Multiple(() =>
    {
        Assert.That(QuantileRanks.RequiredCount(q, level), Is.EqualTo(required));
        Assert.That(QuantileRanks.Of(required, q, level), Is.Not.Null);
        Assert.That(QuantileRanks.Of(required - 1, q, level), Is.Null);
    });

    [Test]
    public void A_billion_values_have_ranks_next_to_the_normal_ones()
    {
        var ranks = QuantileRanks.Of(1_000_000_000, 0.5)!.Value;

        // The binomial law is symmetric here, and its quantile is the normal one, −1.959964 · √(n/4) = −30,989.75, to within a
        // rank.
        Assert.Multiple(() =>
        {
            Assert.That(ranks.Lower, Is.EqualTo(499_969_010).Within(1));
            Assert.That(ranks.Upper, Is.EqualTo(1_000_000_001 - ranks.Lower));
        });
    }

    [Test]
    public void An_interval_is_the_values_at_the_ranks()
    {
        double[] sorted = [.. Enumerable.Range(1, 10).Select(i => i * 10.0)];

        Assert.Multiple(() =>
        {
            Assert.That(OrderStatistics.QuantileInterval(sorted, 0.5), Is.EqualTo(new Interval(20, 90)));
            Assert.That(OrderStatistics.QuantileInterval(sorted, 0.95), Is.Null);
            Assert.That(OrderStatistics.QuantileInterval([], 0.5), Is.Null);
        });
    }

    [TestCase(-1, 0.5, 0.95)]
    [TestCase(10, 0, 0.95)]
    [TestCase(10, 1, 0.95)]
    [TestCase(10, double.NaN, 0.95)]
    [TestCase(10, 0.5, 1)]
    public void Impossible_arguments_are_refused(long count, double q, double level) =>
        Assert.That(() => QuantileRanks.Of(count, q, level), Throws.InstanceOf<ArgumentOutOfRangeException>());

    /// <summary>P(X &lt; rank) for ranks 0 to n + 1, X binomial, by the recurrence of its masses.</summary>
    private static double[] Below(int count, double q)
    {
        var below = new double[count + 2];
        var mass = Math.Pow(1 - q, count);
        for (var hits = 0; hits <= count; hits++)
        {
            below[hits + 1] = below[hits] + mass;
            mass *= (count - hits) / (hits + 1.0) * (q / (1 - q));
        }

        return below;
    }
}
