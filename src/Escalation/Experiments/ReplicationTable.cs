using System.Collections.Immutable;
using System.Diagnostics;
using Escalation.Simulation;

namespace Escalation.Experiments;

/// <summary>The rows of a run: one a replication, one number a column, kept in blocks of fixed size.</summary>
/// <remarks>An empty cell (a time that has not come, a maximum of nothing) is NaN. Once the run is over it does not change,
/// and any thread may read it.</remarks>
public sealed class ReplicationTable
{
    /// <summary>Rows a block: what a worker takes at a time, and where a run may stop to look.</summary>
    public const int BlockSize = 64;

    private readonly double[]?[] blocks;

    internal ReplicationTable(ImmutableArray<RowColumn> columns, long capacity)
    {
        Columns = columns;
        blocks = new double[BlockCount(capacity)][];
    }

    /// <summary>What the numbers of a row mean, in order.</summary>
    public ImmutableArray<RowColumn> Columns { get; }

    /// <summary>How many rows there are.</summary>
    public long Count { get; private set; }

    /// <summary>The numbers of one replication.</summary>
    /// <param name="replication">Its place, from 0 to <see cref="Count"/> − 1.</param>
    /// <returns>One number a column; NaN where there is nothing.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public ReadOnlySpan<double> Row(long replication)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(replication);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(replication, Count);
        var start = (int)(replication % BlockSize) * Columns.Length;
        return blocks[replication / BlockSize].AsSpan(start, Columns.Length);
    }

    /// <summary>The numbers of one column that are there.</summary>
    /// <param name="column">Index of the column.</param>
    /// <returns>A new array, in order of replication, without the empty cells.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column.</exception>
    public double[] Present(int column)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, Columns.Length);
        var present = new double[Count];
        var count = 0;
        for (var replication = 0L; replication < Count; replication++)
        {
            var value = Row(replication)[column];
            if (!double.IsNaN(value))
            {
                present[count++] = value;
            }
        }

        return count == present.Length ? present : present[..count];
    }

    /// <summary>These rows and others after them.</summary>
    internal ReplicationTable FollowedBy(ReplicationTable next)
    {
        Debug.Assert(Count % BlockSize == 0, "Other rows follow a whole block.");
        var both = new ReplicationTable(Columns, Count + next.Count);
        var here = (int)BlockCount(Count);
        blocks.AsSpan(0, here).CopyTo(both.blocks);
        next.blocks.AsSpan(0, (int)BlockCount(next.Count)).CopyTo(both.blocks.AsSpan(here));
        both.Close(Count + next.Count);
        return both;
    }

    internal static long BlockCount(long replications) => (replications + BlockSize - 1) / BlockSize;

    /// <summary>Hands over a filled block; each index once, by any thread.</summary>
    internal void Fill(long block, double[] rows) => blocks[block] = rows;

    /// <summary>Says how many rows are there, all blocks below being filled.</summary>
    internal void Close(long count)
    {
        Debug.Assert(blocks.Take((int)BlockCount(count)).All(block => block is not null), "Rows that count are there.");
        Count = count;
    }
}
