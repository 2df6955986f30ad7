namespace Escalation.Experiments;

/// <summary>Where the rows of points are kept, so that an experiment goes on where it stopped. Asked by several threads at
/// once.</summary>
public interface IPointStore
{
    /// <summary>Says whether rows are kept.</summary>
    /// <param name="span">Which rows.</param>
    bool Has(PointSpan span);

    /// <summary>Reads rows that are kept.</summary>
    /// <param name="span">Which rows.</param>
    /// <returns>One row after the other; null if they are not there or cannot be trusted any more.</returns>
    double[]? Read(PointSpan span);

    /// <summary>Keeps rows, all of them or none.</summary>
    /// <param name="rows">The rows, in order of the experiment.</param>
    void Write(IReadOnlyList<PointRows> rows);
}

/// <summary>Some replications of a point.</summary>
/// <param name="Point">The point.</param>
/// <param name="First">Place of the first one among those of the point, a multiple of
/// <see cref="ReplicationTable.BlockSize"/>.</param>
/// <param name="Count">How many, at least 1.</param>
public sealed record PointSpan(Point Point, long First, int Count)
{
    /// <summary>The number of the first one, by which it has its luck.</summary>
    public long FirstReplication => Point.FirstReplication + First;
}

/// <summary>The rows of some replications of a point.</summary>
/// <param name="Span">Which replications.</param>
/// <param name="Values">One row after the other.</param>
public sealed record PointRows(PointSpan Span, ReadOnlyMemory<double> Values);
