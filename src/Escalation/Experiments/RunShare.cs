using Escalation.Simulation;

namespace Escalation.Experiments;

/// <summary>What the workers of one run share: the next block, the rows, the first fault.</summary>
internal sealed class RunShare
{
    private readonly Lock gate = new();
    private readonly long blockCount;
    private readonly CancellationToken cancellation;
    private long nextBlock;
    private long faultBlock = long.MaxValue;
    private volatile bool isStopped;

    internal RunShare(ScenarioProgram program, RunPlan plan, CancellationToken cancellation)
    {
        Plan = plan;
        Rows = new ReplicationTable(program.Columns, plan.Replications);
        Cells = program.Series is { } series && !plan.AreTwins ? series.SampleCount * series.Labels.Length : 0;
        SeriesSketches = new SeriesSketches(Cells);
        FirstOutcomeColumn = Math.Max(0, program.Columns.ToList().FindIndex(column => column.Kind == ColumnKind.Outcome));
        blockCount = ReplicationTable.BlockCount(plan.Replications);
        this.cancellation = cancellation;
    }

    internal RunPlan Plan { get; }

    internal ReplicationTable Rows { get; }

    /// <summary>How many numbers of sampled paths a replication yields.</summary>
    internal int Cells { get; }

    internal SeriesSketches SeriesSketches { get; }

    internal int FirstOutcomeColumn { get; }

    /// <summary>The fault of the lowest replication among those that failed.</summary>
    internal ReplicationFaultException? Fault { get; private set; }

    /// <summary>How many blocks were handed out; without a fault all of them are filled when the workers are done.</summary>
    internal long TakenBlocks => Math.Min(Interlocked.Read(ref nextBlock), blockCount);

    /// <summary>Hands out the next block in order, or null if there is none, the run is cancelled, or a worker
    /// failed.</summary>
    internal long? TakeBlock()
    {
        if (isStopped || cancellation.IsCancellationRequested)
        {
            return null;
        }

        var block = Interlocked.Increment(ref nextBlock) - 1;
        return block < blockCount ? block : null;
    }

    internal void Stop() => isStopped = true;

    /// <summary>True if a lower block holds a fault, so that what this block yields is of no interest any more.</summary>
    internal bool IsBeyondFault(long block) => block > Interlocked.Read(ref faultBlock);

    /// <summary>Notes a fault. Blocks are handed out in order, so every lower block is done or under way, and what stays at the
    /// end is the lowest replication that fails, whatever the number of threads.</summary>
    internal void Fail(long block, ReplicationFaultException fault)
    {
        lock (gate)
        {
            if (block < faultBlock)
            {
                Interlocked.Exchange(ref faultBlock, block);
                Fault = fault;
            }
        }

        Stop();
    }
}
