namespace Escalation.Experiments;

/// <summary>Runs the points of an experiment on all threads that it is given.</summary>
public static class PointRunner
{
    /// <summary>Runs every point, or reads what is kept of it.</summary>
    /// <typeparam name="T">What becomes of the rows of a point.</typeparam>
    /// <param name="plan">Which points, with how many replications.</param>
    /// <param name="summarise">Makes something of the rows of a point, given its number; called by any thread, once a point. It
    /// must be a function of the rows alone.</param>
    /// <param name="store">Where rows are kept; null: nowhere.</param>
    /// <param name="progress">Where to count what is done; null: nobody watches.</param>
    /// <param name="cancellation">Ends the work when the batches under way are done and kept.</param>
    /// <returns>What became of the points: the same for any number of threads and after any interruption.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The plan asks for less than one point, replication or thread.</exception>
    /// <exception cref="PointFaultException">A replication failed; of several, that of the first point.</exception>
    public static PointResults<T> Run<T>(
        PointPlan plan,
        Func<int, ReplicationTable, T> summarise,
        IPointStore? store = null,
        PointProgress? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(summarise);
        ArgumentOutOfRangeException.ThrowIfLessThan(plan.Points.Length, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(plan.Replications, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(plan.Threads, 1);
        var session = new PointSession(
            plan.Scenario, plan.Base, PointPrograms.Varied(plan.Points), plan.Seed, plan.Threads)
        {
            Store = store,
            Progress = progress ?? new PointProgress(),
            Cancellation = cancellation,
        };
        return session.Try(plan, summarise);
    }
}

/// <summary>What became of the points of an experiment.</summary>
/// <typeparam name="T">What became of the rows of a point.</typeparam>
public sealed class PointResults<T>
{
    private readonly T?[] results;
    private readonly bool[] isDone;

    internal PointResults(PointPlan plan, T?[] results, bool[] isDone) =>
        (Plan, this.results, this.isDone) = (plan, results, isDone);

    /// <summary>What was run.</summary>
    public PointPlan Plan { get; }

    /// <summary>Points that are whole.</summary>
    public int DoneCount => isDone.Count(done => done);

    /// <summary>True if all points are whole; false after an interruption.</summary>
    public bool IsComplete => isDone.All(done => done);

    /// <summary>Says whether a point is whole.</summary>
    /// <param name="point">Its number.</param>
    public bool Has(int point) => isDone[point];

    /// <summary>What became of a point.</summary>
    /// <param name="point">Its number.</param>
    /// <exception cref="InvalidOperationException">The point is not whole.</exception>
    public T this[int point] => isDone[point]
        ? results[point]!
        : throw new InvalidOperationException("There is nothing of a point that is not whole.");
}
