using System.Collections.Immutable;
using System.Diagnostics;

namespace Escalation.Experiments;

/// <summary>What estimates need of the histories of a policy: the numbers of some columns, in order of the
/// replications.</summary>
public sealed class EstimateSample
{
    private readonly ImmutableArray<double[]> columns;

    internal EstimateSample(ImmutableArray<double[]> columns) => this.columns = columns;

    /// <summary>How many histories there are.</summary>
    public int Count => columns.IsEmpty ? 0 : columns[0].Length;

    /// <summary>The numbers of a column; NaN where a history has none.</summary>
    internal ReadOnlySpan<double> Column(int column) => columns[column];

    /// <summary>The first histories alone.</summary>
    /// <param name="count">How many, at most <see cref="Count"/>.</param>
    public EstimateSample First(int count) => new([.. columns.Select(column => column[..count])]);

    /// <summary>These histories and others after them.</summary>
    /// <param name="next">Histories of the same policy.</param>
    /// <returns>All of them.</returns>
    public EstimateSample FollowedBy(EstimateSample next)
    {
        ArgumentNullException.ThrowIfNull(next);
        Debug.Assert(columns.Length == next.columns.Length, "Samples that are put together are about the same estimates.");
        return new([.. columns.Zip(next.columns, (here, there) => (double[])[.. here, .. there])]);
    }
}
