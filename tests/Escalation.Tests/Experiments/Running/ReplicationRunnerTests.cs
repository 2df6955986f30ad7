using Escalation.Experiments;
using Escalation.Simulation;
using Escalation.Tests.Support;

namespace Escalation.Tests.Experiments.Running;

internal sealed class ReplicationRunnerTests
{
    // Not a multiple of the block size, and enough blocks for seven threads.
    private const int Replications = 1_000;

    private static readonly ScenarioProgram Feud = SourceScenarios.Compile(SourceScenarios.Feud);

    [TestCase(2)]
    [TestCase(7)]
    public void Rows_series_and_totals_are_the_same_on_any_number_of_threads(int threads)
    {
        var one = ReplicationRunner.Run(Feud, new(Replications, Seed: 3, Threads: 1));
        var many = ReplicationRunner.Run(Feud, new(Replications, Seed: 3, threads));

        Assert.That(AllRows(many), Is.EqualTo(AllRows(one)));
        Assert.That(AllPoints(many), Is.EqualTo(AllPoints(one)));
        Assert.That(many.Tally.Steps, Is.EqualTo(one.Tally.Steps).And.GreaterThan(Replications));
    }

    [Test]
    public void Another_seed_gives_other_histories()
    {
        var one = ReplicationRunner.Run(Feud, new(Replications, Seed: 3, Threads: 1));
        var other = ReplicationRunner.Run(Feud, new(Replications, Seed: 4, Threads: 1));

        Assert.That(AllRows(other), Is.Not.EqualTo(AllRows(one)));
    }

    [Test]
    public void A_longer_run_begins_with_the_rows_of_a_shorter_one()
    {
        var shorter = ReplicationRunner.Run(Feud, new(100, Seed: 3, Threads: 2));
        var longer = ReplicationRunner.Run(Feud, new(Replications, Seed: 3, Threads: 2));

        Assert.That(AllRows(longer).Take(100 * Feud.Columns.Length), Is.EqualTo(AllRows(shorter)));
    }

    [Test]
    public void A_row_is_that_of_a_world_of_its_own()
    {
        var result = ReplicationRunner.Run(Feud, new(Replications, Seed: 3, Threads: 2));
        var world = new World(Feud);

        world.Run(seed: 3, replication: 777);

        Assert.That(result.Rows.Row(777).ToArray(), Is.EqualTo(world.Row.ToArray()));
    }

    [Test]
    public void A_cancelled_run_keeps_whole_blocks_from_the_first_on()
    {
        var progress = new RunProgress();
        using var cancellation = new CancellationTokenSource();

        // The source is asked before each block, so the run ends somewhere between the first block and the last.
        using var timer = new Timer(_ => { if (progress.Done > 200) { cancellation.Cancel(); } }, null, 0, 1);
        var cut = ReplicationRunner.Run(Feud, new(100_000_000, Seed: 3, Threads: 2), progress, cancellation.Token);
        var whole = ReplicationRunner.Run(Feud, new(cut.Rows.Count, Seed: 3, Threads: 1));

        Assert.That(cut.IsComplete, Is.False);
        Assert.That(cut.Rows.Count % ReplicationTable.BlockSize, Is.Zero);
        Assert.That(cut.Rows.Count, Is.GreaterThan(200));
        Assert.That(AllRows(cut), Is.EqualTo(AllRows(whole)));
        Assert.That(AllPoints(cut), Is.EqualTo(AllPoints(whole)));
        Assert.That(cut.Tally.Steps, Is.EqualTo(whole.Tally.Steps));
    }

    [Test]
    public void A_run_that_is_cancelled_before_it_begins_has_no_rows()
    {
        var cancelled = new CancellationToken(canceled: true);

        var result = ReplicationRunner.Run(Feud, new(Replications, Seed: 3, Threads: 2), progress: null, cancelled);

        Assert.That(result.Rows.Count, Is.Zero);
        Assert.That(result.IsComplete, Is.False);
    }

    [Test]
    public void Of_several_faults_the_lowest_replication_is_told([Values(1, 2, 7)] int threads, [Values(1, 2, 3)] int seed)
    {
        var program = SourceScenarios.Compile(SourceScenarios.Fragile);
        var lowest = LowestFault(program, (ulong)seed);

        var fault = Assert.Throws<ReplicationFaultException>(
            () => ReplicationRunner.Run(program, new(100_000, (ulong)seed, threads)));

        Assert.That(fault!.Replication, Is.EqualTo(lowest));
    }

    [Test]
    public void Progress_counts_every_replication_and_every_hit()
    {
        var progress = new RunProgress();

        var result = ReplicationRunner.Run(Feud, new(Replications, Seed: 3, Threads: 2), progress);

        Assert.That(progress.Done, Is.EqualTo(Replications));
        Assert.That(progress.Hits, Is.EqualTo(result.Rows.Present(0).Sum()).And.GreaterThan(0));
    }

    [TestCase(0, 1)]
    [TestCase(1, 0)]
    public void A_plan_without_work_is_refused(long replications, int threads) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ReplicationRunner.Run(Feud, new(replications, Seed: 1, threads)));

    private static long LowestFault(ScenarioProgram program, ulong seed)
    {
        var world = new World(program);
        for (var replication = 0L; ; replication++)
        {
            try
            {
                world.Run(seed, replication);
            }
            catch (ReplicationFaultException)
            {
                return replication;
            }
        }
    }

    private static List<double> AllRows(RunResult result)
    {
        var rows = new List<double>();
        for (var replication = 0L; replication < result.Rows.Count; replication++)
        {
            rows.AddRange(result.Rows.Row(replication));
        }

        return rows;
    }

    private static List<SeriesPoint> AllPoints(RunResult result)
    {
        var series = result.Series!;
        return [.. from label in Enumerable.Range(0, series.Plan.Labels.Length)
                   from sample in Enumerable.Range(0, series.Plan.SampleCount)
                   select series.Point(label, sample)];
    }
}
