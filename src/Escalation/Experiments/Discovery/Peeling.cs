using System.Collections.Immutable;

namespace Escalation.Experiments;

/// <summary>The peeling of PRIM: from everything, slice by slice, to a small box that is dense in cases.</summary>
/// <remarks>
/// <para>Friedman and Fisher (1999), Stat. Comput. 9, 123–143. Candidates are both ends of each number and each category; the one
/// with the greatest gain in density for each future that goes is taken (ties: fewer limited inputs, then the input named first,
/// its upper end before its lower). An end is cut at the quantile of position (n − 1) α of the values inside, half-way between
/// its two neighbours; where these are equal the one farther out moves until they differ. It stops when no cut gains or the best
/// would leave too small a box.</para>
/// <para>Futures are sorted once by each input; a cut then takes its futures out of each of the sorted lists, so that a whole
/// peeling of n futures costs some n d/α steps.</para>
/// </remarks>
internal sealed class Peeling
{
    private readonly Futures futures;
    private readonly PrimOptions options;
    private readonly bool[] isInside;
    private readonly int[][] sorted;
    private readonly BoxCount all;
    private BoxCount inside;
    private FutureBox box = FutureBox.Everything;

    private Peeling(Futures futures, PrimOptions options, bool[] isInside)
    {
        this.futures = futures;
        this.options = options;
        this.isInside = isInside;
        sorted = new int[futures.Inputs.Length][];
        for (var input = 0; input < sorted.Length; input++)
        {
            sorted[input] = [.. futures.Order(input)];
        }

        all = Compact(futures.Count);
        inside = all;
    }

    /// <summary>Peels all futures.</summary>
    public static ImmutableArray<PeelingStep> Of(Futures futures, PrimOptions options) =>
        Of(futures, options, [.. Enumerable.Repeat(true, futures.Count)]);

    /// <summary>Peels some of the futures, as if there were no others.</summary>
    /// <param name="futures">The futures.</param>
    /// <param name="options">How.</param>
    /// <param name="isInside">Which; taken over and changed.</param>
    /// <returns>The trajectory, from everything on.</returns>
    public static ImmutableArray<PeelingStep> Of(Futures futures, PrimOptions options, bool[] isInside)
    {
        var peeling = new Peeling(futures, options, isInside);
        var steps = ImmutableArray.CreateBuilder<PeelingStep>();
        steps.Add(peeling.Step(PeelingMove.Start));
        while (peeling.TryPeel())
        {
            steps.Add(peeling.Step(PeelingMove.Peel));
        }

        return steps.ToImmutable();
    }

    private PeelingStep Step(PeelingMove move) => PeelingStep.Of(move, box, inside, all, futures);

    private bool TryPeel()
    {
        if (Best() is not { } cut || cut.Score(inside).Numerator <= 0
            || inside.Points - cut.Removed < options.LeastMass * all.Points)
        {
            return false;
        }

        box = box.With(Narrowed(cut));
        foreach (var row in sorted[cut.Input].AsSpan(cut.From, cut.Removed))
        {
            isInside[row] = false;
        }

        inside = Compact(inside.Points);
        return true;
    }

    private PeelCut? Best()
    {
        PeelCut? best = null;
        for (var input = 0; input < sorted.Length; input++)
        {
            if (futures.Inputs[input].IsCategorical)
            {
                var from = 0;
                while (NextCategory(input, ref from) is { } cut)
                {
                    Offer(cut, ref best);
                }
            }
            else
            {
                Offer(AtUpperEnd(input), ref best);
                Offer(AtLowerEnd(input), ref best);
            }
        }

        return best;
    }

    private void Offer(PeelCut cut, ref PeelCut? best)
    {
        if (cut.Removed == 0 || cut.Removed == inside.Points)
        {
            return;
        }

        if (best is not { } other)
        {
            best = cut;
            return;
        }

        var order = cut.Score(inside).CompareTo(other.Score(inside));
        if (order > 0 || (order == 0 && box.Limit(cut.Input) is not null && box.Limit(other.Input) is null))
        {
            best = cut;
        }
    }

    private PeelCut AtUpperEnd(int input)
    {
        var values = futures.Column(input);
        var rows = sorted[input].AsSpan(0, inside.Points);
        if (rows.IsEmpty)
        {
            return default;
        }

        var position = (rows.Length - 1) * (1 - options.PeelShare);
        var (low, high) = ((int)Math.Floor(position), (int)Math.Ceiling(position));
        while (low > 0 && values[rows[low]] == values[rows[high]])
        {
            low--;
        }

        var at = Middle(values[rows[low]], values[rows[high]]);
        var from = rows.Length;
        var units = 0L;
        while (from > 0 && values[rows[from - 1]] > at)
        {
            from--;
            units += futures.Units(rows[from]);
        }

        return new(input, CutSide.Upper, at, from, rows.Length - from, units);
    }

    private PeelCut AtLowerEnd(int input)
    {
        var values = futures.Column(input);
        var rows = sorted[input].AsSpan(0, inside.Points);
        if (rows.IsEmpty)
        {
            return default;
        }

        var position = (rows.Length - 1) * options.PeelShare;
        var (low, high) = ((int)Math.Floor(position), (int)Math.Ceiling(position));
        while (high < rows.Length - 1 && values[rows[low]] == values[rows[high]])
        {
            high++;
        }

        var at = Middle(values[rows[low]], values[rows[high]]);
        var removed = 0;
        var units = 0L;
        while (removed < rows.Length && values[rows[removed]] < at)
        {
            units += futures.Units(rows[removed]);
            removed++;
        }

        return new(input, CutSide.Lower, at, 0, removed, units);
    }

    private PeelCut? NextCategory(int input, ref int from)
    {
        var values = futures.Column(input);
        var rows = sorted[input].AsSpan(0, inside.Points);
        if (from >= rows.Length)
        {
            return null;
        }

        var (start, category, units) = (from, values[rows[from]], 0L);
        while (from < rows.Length && values[rows[from]] == category)
        {
            units += futures.Units(rows[from]);
            from++;
        }

        return new(input, CutSide.Category, category, start, from - start, units);
    }

    private BoxLimit Narrowed(PeelCut cut)
    {
        var limit = box.Limit(cut.Input) ?? new BoxLimit(cut.Input);
        return cut.Side switch
        {
            CutSide.Upper => limit with { Range = limit.Range with { Upper = cut.At } },
            CutSide.Lower => limit with { Range = limit.Range with { Lower = cut.At } },
            _ => limit with
            {
                Categories = (limit.IsCategorical ? limit.Categories : futures.Categories(cut.Input)).Remove(cut.At),
            },
        };
    }

    /// <summary>Takes what is outside out of the sorted lists.</summary>
    /// <param name="before">How many the lists held.</param>
    /// <returns>What is left.</returns>
    private BoxCount Compact(int before)
    {
        var count = 0;
        foreach (var rows in sorted)
        {
            count = 0;
            for (var place = 0; place < before; place++)
            {
                var row = rows[place];
                rows[count] = row;
                count += isInside[row] ? 1 : 0;
            }
        }

        var units = 0L;
        foreach (var row in sorted[0].AsSpan(0, count))
        {
            units += futures.Units(row);
        }

        return new(count, units);
    }

    /// <summary>Half-way between two numbers.</summary>
    internal static double Middle(double one, double other)
    {
        var sum = one + other;
        return double.IsFinite(sum) ? sum / 2 : (one / 2) + (other / 2);
    }
}
