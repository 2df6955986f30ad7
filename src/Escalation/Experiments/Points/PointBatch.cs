using System.Collections.Immutable;
using System.Diagnostics;

namespace Escalation.Experiments;

/// <summary>What is kept together: several small points, or a part of a large one.</summary>
/// <remarks>How points are cut depends on the points and the number of replications alone, so that an experiment that was
/// interrupted leaves the same batches as one that was not.</remarks>
internal sealed class PointBatch
{
    /// <summary>Replications of a batch, about: a second's work or less, and few files.</summary>
    private const int Size = 64 * ReplicationTable.BlockSize;

    private readonly ImmutableArray<Part> parts;
    private readonly ImmutableArray<Unit> units;
    private int left;

    private PointBatch(ImmutableArray<Part> parts)
    {
        this.parts = parts;
        units = [.. parts.SelectMany((part, place) => Units(part, place))];
        left = units.Length;
    }

    /// <summary>How many units of work it has.</summary>
    internal int UnitCount => units.Length;

    /// <summary>How many parts it has, each of one point.</summary>
    internal int PartCount => parts.Length;

    /// <summary>Cuts an experiment.</summary>
    internal static ImmutableArray<PointBatch> Cut(PointPlan plan, IPointStore? store)
    {
        var batches = ImmutableArray.CreateBuilder<PointBatch>();
        var parts = ImmutableArray.CreateBuilder<Part>();
        var count = 0L;
        for (var point = 0; point < plan.Points.Length; point++)
        {
            for (var first = 0L; first < plan.Replications; first += Size)
            {
                var span = new PointSpan(plan.Points[point], first, (int)Math.Min(Size, plan.Replications - first));
                if (count > 0 && count + span.Count > Size)
                {
                    batches.Add(new(parts.DrainToImmutable()));
                    count = 0;
                }

                parts.Add(new(point, span, store?.Has(span) ?? false));
                count += span.Count;
            }
        }

        batches.Add(new(parts.ToImmutable()));
        return batches.ToImmutable();
    }

    /// <summary>The point of a part, by number.</summary>
    internal int PointOf(int part) => parts[part].Point;

    /// <summary>The replications of a part.</summary>
    internal PointSpan SpanOf(int part) => parts[part].Span;

    /// <summary>A unit of work: some replications of a part, to be run or to be read.</summary>
    internal (int Part, PointSpan Span, bool IsKept) UnitAt(int unit)
    {
        var (place, first, count) = units[unit];
        var part = parts[place];
        return (place, new(part.Span.Point, first, count), part.IsKept);
    }

    /// <summary>What was kept turned out to be lost: the rows of the part are new ones.</summary>
    internal void Lose(int part) => parts[part].IsKept = false;

    /// <summary>Takes the rows of a unit.</summary>
    /// <returns>True if it was the last one of the batch.</returns>
    internal bool Fill(int unit, double[] rows)
    {
        var (place, first, _) = units[unit];
        var part = parts[place];
        part.Blocks[part.Blocks.Length == 1 ? 0 : (first - part.Span.First) / ReplicationTable.BlockSize] = rows;
        return Interlocked.Decrement(ref left) == 0;
    }

    /// <summary>The rows that were not kept before, once the batch is full.</summary>
    internal IReadOnlyList<PointRows> NewRows()
    {
        Debug.Assert(left == 0, "A batch is kept when it is full.");
        return [.. parts.Where(part => !part.IsKept).Select(part =>
            new PointRows(part.Span, part.Blocks.SelectMany(block => block!).ToArray()))];
    }

    /// <summary>Hands the rows of a part over to the table of its point.</summary>
    internal void HandOver(int part, ReplicationTable table)
    {
        var size = ReplicationTable.BlockSize * table.Columns.Length;
        var block = parts[part].Span.First / ReplicationTable.BlockSize;
        foreach (var rows in parts[part].Blocks)
        {
            // What was read from a file is one array; the table wants its blocks.
            for (var start = 0; start < rows!.Length; start += size)
            {
                var end = Math.Min(rows.Length, start + size);
                table.Fill(block++, end - start == rows.Length ? rows : rows[start..end]);
            }
        }
    }

    // What is kept is read at once; what is not is run by blocks.
    private static IEnumerable<Unit> Units(Part part, int place)
    {
        var span = part.Span;
        if (part.IsKept)
        {
            yield return new(place, span.First, span.Count);
            yield break;
        }

        for (var start = 0; start < span.Count; start += ReplicationTable.BlockSize)
        {
            yield return new(place, span.First + start, Math.Min(ReplicationTable.BlockSize, span.Count - start));
        }
    }

    private readonly record struct Unit(int Part, long First, int Count);

    private sealed class Part(int point, PointSpan span, bool isKept)
    {
        internal int Point => point;

        internal PointSpan Span => span;

        internal bool IsKept { get; set; } = isKept;

        internal double[]?[] Blocks { get; } =
            new double[isKept ? 1 : (span.Count + ReplicationTable.BlockSize - 1) / ReplicationTable.BlockSize][];
    }
}
