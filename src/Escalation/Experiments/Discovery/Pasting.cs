using System.Collections.Immutable;

namespace Escalation.Experiments;

/// <summary>The pasting of PRIM: gives back what peeling took away too much of.</summary>
/// <remarks>Friedman and Fisher (1999), Stat. Comput. 9, 123–143. At each end that is limited the nearest futures beyond it that
/// keep all other limits are offered, α of those inside (at least one, and all that are equal to the last); of a categorical
/// input each category outside. The offer that makes the box densest is taken as long as density does not fall.</remarks>
internal sealed class Pasting
{
    private readonly Futures futures;
    private readonly PrimOptions options;
    private FutureBox box;
    private BoxCount inside;

    private Pasting(Futures futures, PrimOptions options, FutureBox box)
    {
        this.futures = futures;
        this.options = options;
        this.box = box;
        inside = futures.CountIn(box);
    }

    /// <summary>Pastes onto a box.</summary>
    /// <returns>One step for each slice that was given back; none, if none was.</returns>
    public static ImmutableArray<PeelingStep> From(Futures futures, FutureBox box, PrimOptions options)
    {
        var pasting = new Pasting(futures, options, box);
        var all = new BoxCount(futures.Count, futures.TotalUnits);
        var steps = ImmutableArray.CreateBuilder<PeelingStep>();
        while (pasting.TryPaste())
        {
            steps.Add(PeelingStep.Of(PeelingMove.Paste, pasting.box, pasting.inside, all, futures));
        }

        return steps.ToImmutable();
    }

    private bool TryPaste()
    {
        (FutureBox Box, BoxCount Inside)? best = null;
        foreach (var offer in Offers())
        {
            var order = best is { } other ? offer.Inside.CompareDensity(other.Inside) : 1;
            if (order > 0 || (order == 0 && offer.Inside.Points > best!.Value.Inside.Points))
            {
                best = offer;
            }
        }

        if (best is not { } found || found.Inside.CompareDensity(inside) < 0)
        {
            return false;
        }

        (box, inside) = found;
        return true;
    }

    private IEnumerable<(FutureBox Box, BoxCount Inside)> Offers()
    {
        var neighbours = Neighbours();
        foreach (var limit in box.Limits)
        {
            var column = neighbours[limit.Input].Select(row => (Value: futures.Value(row, limit.Input), Row: row)).ToList();
            if (limit.IsCategorical)
            {
                foreach (var category in column.GroupBy(one => one.Value).OrderBy(group => group.Key))
                {
                    var categories = limit.Categories.Add(category.Key).Sort();
                    var wider = categories.Length == futures.Categories(limit.Input).Length
                        ? box.Without(limit.Input)
                        : box.With(limit with { Categories = categories });
                    yield return (wider, Joined(category.Select(one => one.Row)));
                }

                continue;
            }

            var above = column.Where(one => one.Value > limit.Range.Upper).OrderBy(one => one.Value).ToList();
            if (above.Count > 0)
            {
                var (count, end) = Slice(above, double.PositiveInfinity);
                yield return (
                    box.With(limit with { Range = limit.Range with { Upper = end } }),
                    Joined(above.Take(count).Select(one => one.Row)));
            }

            var below = column.Where(one => one.Value < limit.Range.Lower).OrderByDescending(one => one.Value).ToList();
            if (below.Count > 0)
            {
                var (count, end) = Slice(below, double.NegativeInfinity);
                yield return (
                    box.With(limit with { Range = limit.Range with { Lower = end } }),
                    Joined(below.Take(count).Select(one => one.Row)));
            }
        }
    }

    /// <summary>The futures that break one limit alone, by the input of that limit.</summary>
    private Dictionary<int, List<int>> Neighbours()
    {
        var neighbours = box.Limits.ToDictionary(limit => limit.Input, _ => new List<int>());
        for (var row = 0; row < futures.Count; row++)
        {
            var (broken, input) = (0, -1);
            foreach (var limit in box.Limits)
            {
                if (!limit.Allows(futures.Value(row, limit.Input)))
                {
                    (broken, input) = (broken + 1, limit.Input);
                }
            }

            if (broken == 1)
            {
                neighbours[input].Add(row);
            }
        }

        return neighbours;
    }

    /// <summary>How many of the nearest to take, and where the box then ends: half-way to the next, if there is one.</summary>
    private (int Count, double End) Slice(List<(double Value, int Row)> nearest, double open)
    {
        var count = Math.Min(nearest.Count, Math.Max(1, (int)Math.Ceiling(options.PeelShare * inside.Points)));
        while (count < nearest.Count && nearest[count].Value == nearest[count - 1].Value)
        {
            count++;
        }

        return (count, count < nearest.Count ? Peeling.Middle(nearest[count - 1].Value, nearest[count].Value) : open);
    }

    private BoxCount Joined(IEnumerable<int> rows)
    {
        var (points, units) = (inside.Points, inside.Units);
        foreach (var row in rows)
        {
            points++;
            units += futures.Units(row);
        }

        return new(points, units);
    }
}
