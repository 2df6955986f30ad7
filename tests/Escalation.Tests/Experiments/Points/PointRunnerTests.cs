using System.Collections.Concurrent;
using System.Collections.Immutable;
using Escalation.Experiments;
using Escalation.Model;
using Escalation.Simulation;
using Escalation.Tests.Support;

namespace Escalation.Tests.Experiments.Points;

internal sealed class PointRunnerTests
{
    private static readonly Scenario Feud = SourceScenarios.Compile(SourceScenarios.Feud).Scenario;

    [TestCase(10)]
    [TestCase(64)]
    [TestCase(5_000)]
    public void A_point_has_the_rows_of_a_run_with_its_values(int replications)
    {
        var plan = Plan([0, 0.3, 1], replications);
        var results = PointRunner.Run(plan, (_, rows) => Flat(rows));

        for (var point = 0; point < 3; point++)
        {
            var choice = new ParameterChoice([new(0, plan.Points[point].Values[0])], Sample: false);
            var run = ReplicationRunner.Run(ScenarioProgram.Compile(Feud, choice), new(replications, plan.Seed, Threads: 1));
            Assert.That(results[point], Is.EqualTo(Flat(run.Rows)), $"point {point}");
        }
    }

    [Test]
    public void A_prior_that_is_drawn_everywhere_is_drawn_as_in_a_run()
    {
        var basis = ParameterChoice.AsWritten with { Sample = true };
        var plan = Plan([0.2, 0.9], 100, basis: basis);
        var results = PointRunner.Run(plan, (_, rows) => Flat(rows));

        var run = ReplicationRunner.Run(
            ScenarioProgram.Compile(Feud, new([new(0, 0.9)], Sample: true)), new(100, plan.Seed, Threads: 1));
        Assert.That(results[1], Is.EqualTo(Flat(run.Rows)));
    }

    [Test]
    public void A_prior_may_be_drawn_at_some_points_and_not_at_others()
    {
        var basis = ParameterChoice.AsWritten with { Sample = true };
        ImmutableArray<Point> points =
            [PointPlan.PointAt(Feud, basis, []), PointPlan.PointAt(Feud, basis, [new ParameterSetting(1, 0.2)])];
        var results = PointRunner.Run(new(Feud, basis, points, 50, Seed: 3, Threads: 2), (_, rows) => Flat(rows));

        var drawn = ReplicationRunner.Run(ScenarioProgram.Compile(Feud, basis), new(50, 3, Threads: 1));
        var written = ReplicationRunner.Run(ScenarioProgram.Compile(Feud, ParameterChoice.AsWritten), new(50, 3, Threads: 1));
        Assert.That(results[0], Is.EqualTo(Flat(drawn.Rows)));
        Assert.That(results[1], Is.EqualTo(Flat(written.Rows)));
    }

    [Test]
    public void A_lever_on_which_the_horizon_hangs_can_be_swept()
    {
        var scenario = SourceScenarios.Compile(
            SourceScenarios.Feud.Replace("horizon: 60 d", "horizon: restraint * 100 d", StringComparison.Ordinal)).Scenario;
        var points = PointAxis.Grid(scenario, ParameterChoice.AsWritten, [new PointAxis(0, [0.1, 0.5])]);

        var results = PointRunner.Run(
            new(scenario, ParameterChoice.AsWritten, points, 20, Seed: 1, Threads: 2),
            (_, rows) => Column(rows, "ended_day").Max());

        Assert.That((results[0], results[1]), Is.EqualTo((10.0, 50.0)));
    }

    [TestCase(1)]
    [TestCase(7)]
    public void Any_number_of_threads_gives_the_same(int threads)
    {
        var results = PointRunner.Run(Plan([0, 0.1, 0.5, 1], 300, threads), (_, rows) => Flat(rows));
        var two = PointRunner.Run(Plan([0, 0.1, 0.5, 1], 300, threads: 2), (_, rows) => Flat(rows));

        var points = Enumerable.Range(0, 4);
        Assert.That(points.Select(point => results[point]), Is.EqualTo(points.Select(point => two[point])));
    }

    [TestCase(10)]
    [TestCase(5_000)]
    public void What_is_kept_is_not_run_again(int replications)
    {
        var (store, progress) = (new Memory(), new PointProgress());
        var first = PointRunner.Run(Plan([0, 0.5], replications), (_, rows) => Flat(rows), store);

        var second = PointRunner.Run(Plan([0, 0.25, 0.5], replications), (_, rows) => Flat(rows), store, progress);

        Assert.That((second[0], second[2]), Is.EqualTo((first[0], first[1])));
        Assert.That((progress.Replications, progress.Kept), Is.EqualTo((3L * replications, 2L * replications)));
        Assert.That(store.Writes, Has.Count.EqualTo(store.Writes.Distinct().Count()), "Nothing is kept twice.");
    }

    [Test]
    public void What_is_lost_after_all_is_run_again_and_kept_again()
    {
        var store = new Memory();
        var first = PointRunner.Run(Plan([0, 0.5], 5_000), (_, rows) => Flat(rows), store);
        store.Forget();

        var second = PointRunner.Run(Plan([0, 0.5], 5_000), (_, rows) => Flat(rows), store);

        Assert.That((second[0], second[1]), Is.EqualTo((first[0], first[1])));
        Assert.That(store.Rows, Has.Count.EqualTo(4));
    }

    [Test]
    public void An_interruption_keeps_whatever_was_begun_and_going_on_ends_with_the_same()
    {
        var store = new Memory();
        using var cancellation = new CancellationTokenSource();
        var cut = PointRunner.Run(
            Plan([0, 0.1, 0.2, 0.5, 1], 4_000, threads: 1),
            (point, rows) =>
            {
                if (point == 1)
                {
                    cancellation.Cancel();
                }

                return Flat(rows);
            },
            store,
            progress: null,
            cancellation.Token);
        Assert.That((cut.DoneCount, cut.IsComplete, cut.Has(1), cut.Has(2)), Is.EqualTo((2, false, true, false)));
        Assert.That(() => cut[2], Throws.InvalidOperationException);

        var progress = new PointProgress();
        var whole = PointRunner.Run(Plan([0, 0.1, 0.2, 0.5, 1], 4_000), (_, rows) => Flat(rows), store, progress);

        var undisturbed = PointRunner.Run(Plan([0, 0.1, 0.2, 0.5, 1], 4_000), (_, rows) => Flat(rows));
        Assert.That(progress.Kept, Is.EqualTo(8_000));
        for (var point = 0; point < 5; point++)
        {
            Assert.That(whole[point], Is.EqualTo(undisturbed[point]));
        }
    }

    [TestCase(1)]
    [TestCase(4)]
    public void The_first_point_that_fails_is_told(int threads)
    {
        var scenario = SourceScenarios.Compile(SourceScenarios.Fragile.Replace(
            "actors:", "levers: {least: {value: 1, range: [0, 1]}}\nactors:", StringComparison.Ordinal)
            .Replace("1 / event.piece", "1 / (event.piece + least)", StringComparison.Ordinal)).Scenario;
        var points = PointAxis.Grid(scenario, ParameterChoice.AsWritten, [new PointAxis(0, [1, 0.5, 0, 0.25])]);

        var fault = Assert.Throws<PointFaultException>(() => PointRunner.Run(
            new(scenario, ParameterChoice.AsWritten, points, 1_000, Seed: 1, threads), (_, rows) => rows.Count));

        var alone = Assert.Throws<ReplicationFaultException>(() => ReplicationRunner.Run(
            ScenarioProgram.Compile(scenario, new([new(0, 0)], Sample: false)), new(1_000, 1, Threads: 1)));
        Assert.That(fault!.Point, Is.EqualTo(points[2]));
        Assert.That(fault.Fault!.Replication, Is.EqualTo(alone!.Replication));
    }

    [Test]
    public void Numbers_from_one_end_to_the_other_are_those_one_would_type() => Assert.That(
        PointAxis.Spread(0, 1, 21), Is.EqualTo(new[]
        {
            0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1,
        }));

    private static PointPlan Plan(double[] restraint, int replications, int threads = 2, ParameterChoice? basis = null)
    {
        basis ??= ParameterChoice.AsWritten;
        var points = PointAxis.Grid(Feud, basis, [new PointAxis(0, [.. restraint])]);
        return new(Feud, basis, points, replications, Seed: 3, threads);
    }

    private static double[] Flat(ReplicationTable rows) =>
        [.. Enumerable.Range(0, (int)rows.Count).SelectMany(replication => rows.Row(replication).ToArray())];

    private static double[] Column(ReplicationTable rows, string name) =>
        rows.Present(rows.Columns.ToList().FindIndex(column => column.Name == name));

    /// <summary>Keeps rows in memory.</summary>
    private sealed class Memory : IPointStore
    {
        private bool isForgetful;

        internal ConcurrentDictionary<PointSpan, double[]> Rows { get; } = [];

        internal ConcurrentBag<PointSpan> Writes { get; } = [];

        public bool Has(PointSpan span) => Rows.ContainsKey(span);

        public double[]? Read(PointSpan span) => isForgetful ? null : Rows[span];

        public void Write(IReadOnlyList<PointRows> rows)
        {
            foreach (var part in rows)
            {
                Rows[part.Span] = part.Values.ToArray();
                Writes.Add(part.Span);
            }
        }

        internal void Forget() => isForgetful = true;
    }
}
