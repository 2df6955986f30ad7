using Escalation.Engine;
using Escalation.Experiments;

namespace Escalation.Tests.Experiments.Stopping;

internal sealed class StoppingRuleTests
{
    private const int Repeats = 2_000;

    // With 95 % or more per repeat fewer than 94.5 − 1.5 % of 2,000 have a chance below 2e-4; what is measured lies above 94.5 %.
    [Test]
    public void A_share_is_covered_at_the_moment_of_stopping(
        [Values(0.1, 0.05)] double halfWidth, [Values(0.03, 0.12, 0.2, 0.5)] double chance)
    {
        var goal = new PrecisionGoal("spiral", PrecisionKind.Share, halfWidth);

        var reports = Reports(goal, stream => stream.NextUniform() < chance ? 1 : 0, halfWidth + chance);

        Assert.Multiple(() =>
        {
            Assert.That(reports.Average(report => report.Interval.Contains(chance) ? 1 : 0), Is.AtLeast(0.945));
            Assert.That(reports.All(report => report.IsReached && report.HalfWidth <= halfWidth));
            Assert.That(reports.All(report => report.Count % ReplicationTable.BlockSize == 0));
        });
    }

    [Test]
    public void A_relative_share_is_covered_and_unbiased([Values(0.02, 0.3, 0.9)] double chance)
    {
        var goal = new PrecisionGoal("spiral", PrecisionKind.RelativeShare, 0.3);

        var reports = Reports(goal, stream => stream.NextUniform() < chance ? 1 : 0, chance);

        // The estimate has a relative standard deviation of some 15 %: the mean of 2,000 is off by 1.5 % with a chance below
        // 1e-5. Above a chance of 0.5 or so it is cut off at 1.
        Assert.Multiple(() =>
        {
            Assert.That(reports.Average(report => report.Interval.Contains(chance) ? 1 : 0), Is.InRange(0.945, 0.97));
            Assert.That(reports.All(report => report.IsReached));
            if (chance < 0.5)
            {
                Assert.That(reports.Average(report => report.Estimate), Is.EqualTo(chance).Within(0.015 * chance));
            }
        });
    }

    [Test]
    public void A_mean_is_covered_about_as_often_as_the_level_says()
    {
        // Exponential values with mean and standard deviation 1: about 1.96²/0.05² = 1,537 replications.
        var goal = new PrecisionGoal("casualties", PrecisionKind.Mean, 0.05);

        var reports = Reports(goal, stream => -Math.Log(stream.NextOpenUniform()), 1);

        Assert.Multiple(() =>
        {
            Assert.That(reports.Average(report => report.Interval.Contains(1) ? 1 : 0), Is.InRange(0.93, 0.97));
            Assert.That(reports.Average(report => report.Count), Is.EqualTo(1560).Within(60));
            Assert.That(reports.Min(report => report.Count), Is.AtLeast(1000));
        });
    }

    // k hits and the tails of Gamma(k): 1.96²/ε² + 2 is the rule of thumb.
    [TestCase(0.1, 0.025, 386)]
    [TestCase(0.5, 0.025, 17)]
    public void The_hits_of_a_relative_precision_are_fixed_beforehand(double halfWidth, double tail, long expected) =>
        Assert.That(GammaBernoulliRule.RequiredHits(halfWidth, tail), Is.EqualTo(expected).Within(2));

    [Test]
    public void An_end_before_the_precision_is_told_with_an_interval_that_holds(
        [Values(PrecisionKind.Share, PrecisionKind.RelativeShare, PrecisionKind.Mean)] PrecisionKind kind)
    {
        var rule = StoppingRule.For(new("x", kind, 0.01), 0.95, mostCount: 100, seed: 1);
        for (var replication = 1; replication < 100; replication++)
        {
            Assert.That(rule.Add(replication % 10 == 0 ? 1 : 0), Is.False);
        }

        Assert.That(rule.Add(1), Is.True);
        var report = rule.Report(isInterrupted: false);

        Assert.Multiple(() =>
        {
            Assert.That(report.IsReached, Is.False);
            Assert.That(report.Count, Is.EqualTo(100));
            Assert.That(report.Interval.Contains(0.1));
            Assert.That(report.HalfWidth, Is.GreaterThan(0.01));
        });
    }

    [Test]
    public void An_interrupted_run_has_the_interval_of_a_confidence_sequence()
    {
        var rule = StoppingRule.For(new("x", PrecisionKind.Share, 0.01), 0.95, mostCount: 10_000, seed: 1);
        for (var replication = 0; replication < 500; replication++)
        {
            rule.Add(replication % 5 == 0 ? 1 : 0);
        }

        var report = rule.Report(isInterrupted: true);

        Assert.That(report.Method, Is.EqualTo(PrecisionMethod.ConfidenceSequence));
        Assert.That(report.Interval, Is.EqualTo(ConfidenceSequence.At(100, 500)));
        Assert.That(report.IsReached, Is.False);
    }

    // Never beyond the end, never back, and of a share never before a look at which it could have stopped.
    [Test]
    public void A_round_ends_where_the_rule_may_stop([Values(0.004, 0.3, 0.97)] double chance)
    {
        var rule = StoppingRule.For(new("x", PrecisionKind.Share, 0.02), 0.95, mostCount: 1_000_000, seed: 1);
        var stream = KeyedStream.Derive(8, Key.OfName("rounds"));
        var (isOver, rounds) = (false, 0);
        while (!isOver)
        {
            var next = rule.NextCount;
            Assert.That(next, Is.GreaterThan(rule.Count));
            rounds++;
            while (rule.Count < next)
            {
                Assert.That(isOver, Is.False, "It stops at the end of a round alone.");
                isOver = rule.Add(stream.NextUniform() < chance ? 1 : 0);
            }
        }

        Assert.That(rounds, Is.LessThan(25));
    }

    [TestCase(PrecisionKind.Share, 0)]
    [TestCase(PrecisionKind.Share, 0.5)]
    [TestCase(PrecisionKind.RelativeShare, 1)]
    [TestCase(PrecisionKind.Mean, -1)]
    [TestCase(PrecisionKind.Mean, double.NaN)]
    public void Impossible_goals_are_refused(PrecisionKind kind, double target) => Assert.That(
        () => StoppingRule.For(new("x", kind, target), 0.95, 1_000, seed: 1), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static List<PrecisionReport> Reports(PrecisionGoal goal, Func<Source, double> draw, double salt)
    {
        var reports = new List<PrecisionReport>();
        var adjusted = StoppingRule.For(goal, 0.95, 10_000_000, seed: 0);
        for (var repeat = 0UL; repeat < Repeats; repeat++)
        {
            var source = new Source((ulong)BitConverter.DoubleToInt64Bits(salt), repeat);
            var rule = goal.Kind == PrecisionKind.Share
                ? ((FixedWidthRule)adjusted).Afresh()
                : StoppingRule.For(goal, 0.95, 10_000_000, seed: repeat);
            while (!rule.Add(draw(source)))
            {
            }

            reports.Add(rule.Report(isInterrupted: false));
        }

        return reports;
    }

    private sealed class Source(ulong salt, ulong repeat)
    {
        private KeyedStream stream = KeyedStream.Derive(salt, Key.OfName("stopping"), repeat);

        public double NextUniform() => stream.NextUniform();

        public double NextOpenUniform() => stream.NextOpenUniform();
    }
}
