using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using Escalation.Model;
using Escalation.Simulation;

namespace Escalation.Experiments;

/// <summary>Runs points as a search asks for them, some at a time: programs and worlds stay from one time to the next.</summary>
/// <remarks>What a point says does not depend on what was asked before, and points that begin with the same replication have
/// the same luck. One thread asks.</remarks>
public sealed class PointSession
{
    private readonly Scenario scenario;
    private readonly ParameterChoice basis;
    private readonly ulong seed;
    private readonly PointPrograms programs;
    private readonly PointWorker[] workers;

    /// <summary>Initializes a new instance of the <see cref="PointSession"/> class.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="basis">Values of the parameters that no point changes.</param>
    /// <param name="varied">Indices of the parameters in which points may differ.</param>
    /// <param name="seed">The seed from which all luck comes.</param>
    /// <param name="threads">How many threads work, at least 1. The results do not depend on it.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no thread.</exception>
    public PointSession(Scenario scenario, ParameterChoice basis, IEnumerable<int> varied, ulong seed, int threads)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(basis);
        ArgumentNullException.ThrowIfNull(varied);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        (this.scenario, this.basis, this.seed) = (scenario, basis, seed);
        programs = new PointPrograms(scenario, basis, varied);
        workers = [.. Enumerable.Range(0, threads).Select(_ => new PointWorker(seed, programs))];
    }

    /// <summary>The scenario.</summary>
    public Scenario Scenario => scenario;

    /// <summary>Values of the parameters that no point changes.</summary>
    public ParameterChoice Basis => basis;

    /// <summary>The seed.</summary>
    public ulong Seed => seed;

    /// <summary>Where rows are kept; null: nowhere.</summary>
    public IPointStore? Store { get; init; }

    /// <summary>Where it is counted what is done.</summary>
    public PointProgress Progress { get; init; } = new();

    /// <summary>Ends the work when the batches under way are done and kept.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Runs points, or reads what is kept of them.</summary>
    /// <typeparam name="T">What becomes of the rows of a point.</typeparam>
    /// <param name="points">The points, which differ from each other and from earlier ones in what varies alone.</param>
    /// <param name="replications">Replications a point, at least 1.</param>
    /// <param name="summarise">Makes something of the rows of a point, given its number; called by any thread, once a point. It
    /// must be a function of the rows alone.</param>
    /// <returns>What became of each point.</returns>
    /// <exception cref="PointFaultException">A replication failed; of several, that of the first point.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted; what was done is kept.</exception>
    public ImmutableArray<T> Run<T>(
        ImmutableArray<Point> points, long replications, Func<int, ReplicationTable, T> summarise)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(replications, 1);
        if (points.IsEmpty)
        {
            return [];
        }

        var results = Try(new PointPlan(scenario, basis, points, replications, seed, workers.Length), summarise);
        return results.IsComplete
            ? [.. Enumerable.Range(0, points.Length).Select(point => results[point])]
            : throw new OperationCanceledException(Cancellation);
    }

    /// <summary>Runs points as far as it is let.</summary>
    internal PointResults<T> Try<T>(PointPlan plan, Func<int, ReplicationTable, T> summarise)
    {
        var share = new PointShare<T>(
            plan, programs.Of(plan.Points[0]).Columns, summarise, Store, Progress, Cancellation);
        var tasks = Array.ConvertAll(workers, worker => Task.Factory.StartNew(
            () => share.Work(worker), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));
        try
        {
            Task.WaitAll(tasks, CancellationToken.None);
        }
        catch (AggregateException many)
        {
            ExceptionDispatchInfo.Throw(many.InnerExceptions[0]);
        }

        return share.Fault is { } fault ? throw fault : new(plan, share.Results, share.IsDone);
    }
}
