using System.Runtime.ExceptionServices;
using Escalation.Simulation;

namespace Escalation.Experiments;

/// <summary>Runs replications of a scenario on all threads that it is given.</summary>
public static class ReplicationRunner
{
    /// <summary>Runs replications of a compiled scenario.</summary>
    /// <param name="program">The compiled scenario.</param>
    /// <param name="plan">Which replications, with what seed, on how many threads.</param>
    /// <param name="progress">Where to count what is done; null: nobody watches.</param>
    /// <param name="cancellation">Ends the run when the blocks under way are done; what is done is kept.</param>
    /// <returns>Rows, series and totals: for one scenario and seed the same bits for any number of threads. After a
    /// cancellation they are those of the first <c>Rows.Count</c> replications.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The plan asks for less than one replication or thread, or for a negative
    /// one.</exception>
    /// <exception cref="ReplicationFaultException">A replication failed; of several, the one with the lowest
    /// number.</exception>
    public static RunResult Run(
        ScenarioProgram program, RunPlan plan, RunProgress? progress = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(plan.Replications, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(plan.Threads, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(plan.First);
        var share = new RunShare(program, plan, cancellation);
        var threads = (int)Math.Min(plan.Threads, ReplicationTable.BlockCount(plan.Replications));
        progress ??= new RunProgress();
        progress.Start(threads);
        var workers = new RunWorker[threads];
        var tasks = new Task[threads];
        for (var index = 0; index < threads; index++)
        {
            var worker = workers[index] = new RunWorker(program, share, progress, index);
            tasks[index] = Task.Factory.StartNew(
                worker.Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }

        Await(tasks);
        if (share.Fault is { } fault)
        {
            ExceptionDispatchInfo.Throw(fault);
        }

        share.Rows.Close(Math.Min(share.TakenBlocks * ReplicationTable.BlockSize, plan.Replications));
        return Merge(program, share, workers);
    }

    /// <summary>Runs the twins of a run: one for each replication that is there, with its draws of the parameters and other
    /// luck.</summary>
    /// <param name="program">The compiled scenario that was run.</param>
    /// <param name="result">What the run yielded; at least one replication.</param>
    /// <param name="progress">Where to count what is done; null: nobody watches.</param>
    /// <param name="cancellation">Ends the work when the blocks under way are done; what is done is kept.</param>
    /// <returns>The run with its twins; nothing else of it changes.</returns>
    /// <exception cref="ReplicationFaultException">A twin failed; of several, the one with the lowest number.</exception>
    public static RunResult AddTwins(
        ScenarioProgram program, RunResult result, RunProgress? progress = null, CancellationToken cancellation = default)
    {
        var plan = result.Plan with { Replications = result.Rows.Count, AreTwins = true };
        return result with { Twins = Run(program, plan, progress, cancellation) };
    }

    private static void Await(Task[] tasks)
    {
        try
        {
            Task.WaitAll(tasks);
        }
        catch (AggregateException many)
        {
            // A worker stumbled over something that is no fault of the scenario: the caller sees it as it was.
            ExceptionDispatchInfo.Throw(many.InnerExceptions[0]);
        }
    }

    private static RunResult Merge(ScenarioProgram program, RunShare share, RunWorker[] workers)
    {
        var first = workers[0];
        foreach (var other in workers.Skip(1))
        {
            first.Tally.Add(other.Tally);
        }

        var series = program.Series is { } plan && !share.Plan.AreTwins
            ? new SeriesTable(plan, share.SeriesSketches)
            : null;
        return new(share.Rows, series, first.Tally, share.Plan);
    }
}
