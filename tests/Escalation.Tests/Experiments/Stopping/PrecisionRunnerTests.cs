using Escalation.Experiments;
using Escalation.Simulation;
using Escalation.Tests.Support;

namespace Escalation.Tests.Experiments.Stopping;

internal sealed class PrecisionRunnerTests
{
    private static readonly ScenarioProgram Feud = SourceScenarios.Compile(SourceScenarios.Feud);

    [Test]
    public void Rows_paths_and_totals_are_those_of_a_run_of_just_as_many(
        [Values(PrecisionKind.Share, PrecisionKind.RelativeShare, PrecisionKind.Mean)] PrecisionKind kind,
        [Values(1, 3)] int threads)
    {
        var goal = kind switch
        {
            PrecisionKind.Mean => new PrecisionGoal("insults", kind, 0.2),
            PrecisionKind.Share => new PrecisionGoal("war", kind, 0.03),
            _ => new PrecisionGoal("war", kind, 0.1),
        };

        var stopped = PrecisionRunner.Run(Feud, new(100_000, Seed: 3, threads), goal);
        var plain = ReplicationRunner.Run(Feud, new(stopped.Rows.Count, Seed: 3, Threads: 2));

        Assert.Multiple(() =>
        {
            Assert.That(stopped.Precision!.IsReached);
            Assert.That(stopped.IsComplete);
            Assert.That(stopped.Precision.Count, Is.EqualTo(stopped.Rows.Count));
            Assert.That(stopped.Precision.HalfWidth, Is.LessThanOrEqualTo((1 + 1e-12) * goal.Target));
            Assert.That(Rows(stopped), Is.EqualTo(Rows(plain)));
            Assert.That(Points(stopped), Is.EqualTo(Points(plain)));
            Assert.That(stopped.Tally.Steps, Is.EqualTo(plain.Tally.Steps));
            Assert.That(stopped.Tally.Replications, Is.EqualTo(plain.Tally.Replications));
        });
    }

    [Test]
    public void The_most_replications_end_a_run_that_is_not_precise_enough()
    {
        var result = PrecisionRunner.Run(Feud, new(100, Seed: 3, Threads: 2), new("war", PrecisionKind.Share, 0.001));

        Assert.That(result.Rows.Count, Is.EqualTo(100));
        Assert.That(result.Precision!.IsReached, Is.False);
        Assert.That(result.IsComplete);
    }

    [Test]
    public void The_interval_of_the_summary_is_that_of_the_moment_of_stopping()
    {
        var result = PrecisionRunner.Run(Feud, new(100_000, Seed: 3, Threads: 2), new("calm", PrecisionKind.Share, 0.05));

        var summary = RunSummary.Of(Feud, result);

        var calm = summary.Outcomes.Single(outcome => outcome.Outcome.Name == "calm").Share;
        Assert.Multiple(() =>
        {
            Assert.That(calm.Interval, Is.EqualTo(summary.Precision!.Interval));
            Assert.That(calm.Interval.HalfWidth, Is.AtMost(0.05));
            Assert.That(
                calm.Interval.HalfWidth,
                Is.GreaterThan(BinomialInterval.ClopperPearson(calm.Hits, calm.Count).HalfWidth));
        });
    }

    [Test]
    public void A_cancelled_run_says_what_it_knows()
    {
        var result = PrecisionRunner.Run(
            Feud, new(100, Seed: 3, Threads: 2), new("war", PrecisionKind.Share, 0.001), cancellation: new(canceled: true));

        Assert.That(result.Rows.Count, Is.Zero);
        Assert.That(result.Precision, Is.Null);
        Assert.That(result.IsComplete, Is.False);
    }

    [Test]
    public void A_fault_is_told_if_the_run_comes_to_it() => Assert.That(
        () => PrecisionRunner.Run(
            SourceScenarios.Compile(SourceScenarios.Fragile), new(10_000, 1, 2), FirstOutcome(SourceScenarios.Fragile, 0.01)),
        Throws.InstanceOf<ReplicationFaultException>());

    [Test]
    public void An_unknown_figure_is_refused() => Assert.That(
        () => PrecisionRunner.Run(Feud, new(100, 1, 1), new("insults", PrecisionKind.Share, 0.1)), Throws.ArgumentException);

    private static PrecisionGoal FirstOutcome(string source, double halfWidth) =>
        new(SourceScenarios.Compile(source).Scenario.Outcomes[0].Name, PrecisionKind.Share, halfWidth);

    private static List<double> Rows(RunResult result) =>
        [.. Enumerable.Range(0, (int)result.Rows.Count).SelectMany(replication => result.Rows.Row(replication).ToArray())];

    private static List<SeriesPoint> Points(RunResult result)
    {
        var series = result.Series!;
        return [.. from label in Enumerable.Range(0, series.Plan.Labels.Length)
                   from sample in Enumerable.Range(0, series.Plan.SampleCount)
                   select series.Point(label, sample)];
    }
}
