using Escalation.Simulation;

namespace Escalation.Experiments;

/// <summary>One thread's share of a run: its own world, its own counts.</summary>
internal sealed class RunWorker
{
    private readonly RunShare share;
    private readonly RunProgress progress;
    private readonly int index;
    private readonly World world;
    private readonly SeriesBatch batch;

    internal RunWorker(ScenarioProgram program, RunShare share, RunProgress progress, int index)
    {
        this.share = share;
        this.progress = progress;
        this.index = index;
        world = new World(program);
        batch = new SeriesBatch(share.SeriesSketches, start: (double)index / Math.Max(share.Plan.Threads, index + 1));
    }

    /// <summary>What this worker's world counted.</summary>
    internal Tally Tally => world.Tally;

    /// <summary>Takes blocks until there are no more.</summary>
    internal void Work()
    {
        try
        {
            while (share.TakeBlock() is { } block)
            {
                RunBlock(block);
            }

            batch.Empty();
        }
        finally
        {
            // Whatever ends this worker early ends the others too: no more blocks are handed out.
            share.Stop();
        }
    }

    private void RunBlock(long block)
    {
        var plan = share.Plan;
        var first = block * ReplicationTable.BlockSize;
        var count = (int)Math.Min(ReplicationTable.BlockSize, plan.Replications - first);
        var width = share.Rows.Columns.Length;
        var rows = new double[count * width];
        for (var offset = 0; offset < count && !share.IsBeyondFault(block); offset++)
        {
            try
            {
                RunOne(plan.First + first + offset);
            }
            catch (ReplicationFaultException fault)
            {
                share.Fail(block, fault);
                return;
            }

            var row = rows.AsSpan(offset * width, width);
            world.Row.CopyTo(row);
            batch.Add(world.SeriesValues[..share.Cells]);
            progress.Count(index, isHit: row[share.FirstOutcomeColumn] > 0);
        }

        share.Rows.Fill(block, rows);
    }

    private void RunOne(long replication)
    {
        if (share.Plan.AreTwins)
        {
            world.RunTwin(share.Plan.Seed, replication);
        }
        else
        {
            world.Run(share.Plan.Seed, replication);
        }
    }
}
