using System.Collections.Immutable;
using Escalation.Experiments;

namespace Escalation.Tuning;

/// <summary>The policies that are held against each other in the futures of the judgement: what a search found, what was there
/// before, and some that are spread over all policies, so that each future finds one that suits it.</summary>
internal static class RobustCandidates
{
    /// <summary>Of no more combinations than these all are taken.</summary>
    internal const int MostCombinations = 40;

    private const int MostFound = 8;
    private const int Spread = 8;

    /// <summary>Policies are nearly the same if all levers are closer than this part of their ranges.</summary>
    private const double LeastDistance = 0.01;

    /// <summary>Picks them.</summary>
    /// <param name="space">All policies.</param>
    /// <param name="found">What a search found.</param>
    /// <param name="seed">The seed.</param>
    /// <returns>The policies, all different; the chosen one first, then the one that was there before.</returns>
    internal static ImmutableArray<Point> Of(PolicySpace space, TunedPolicy found, ulong seed)
    {
        List<Point> candidates = [.. new[] { found.Best.Policy, space.Written }.Distinct()];
        if (space.Ranges.IsEmpty && space.CombinationCount <= MostCombinations)
        {
            Add(candidates, space, space.Combinations().Select(choices => space.At([], choices.AsSpan())), int.MaxValue);
            return [.. candidates];
        }

        var ranked = RankedValues.Of(found.Selected.Policies);
        var best = Enumerable.Range(0, ranked.Length).OrderBy(place => ranked[place])
            .Select(place => found.Selected.Policies[place].Policy);
        Add(candidates, space, best, MostFound);
        Add(candidates, space, SpreadOver(space, seed), candidates.Count + Spread);
        return [.. candidates];
    }

    /// <summary>Adds policies that are not nearly there already.</summary>
    /// <param name="candidates">Those that are there.</param>
    /// <param name="space">All policies.</param>
    /// <param name="more">Those that may be added.</param>
    /// <param name="most">How many there are in the end at most.</param>
    /// <param name="distance">What counts as near, in parts of ranges.</param>
    internal static void Add(
        List<Point> candidates, PolicySpace space, IEnumerable<Point> more, int most, double distance = LeastDistance)
    {
        foreach (var policy in more)
        {
            if (candidates.Count >= most)
            {
                return;
            }

            if (!candidates.Exists(other => space.IsNear(policy, other, distance)))
            {
                candidates.Add(policy);
            }
        }
    }

    private static IEnumerable<Point> SpreadOver(PolicySpace space, ulong seed)
    {
        var (ranges, levers) = (space.Ranges.Length, space.Levers.Length);
        var design = LatinHypercube.Points(seed, "policies", Spread, levers);
        return Enumerable.Range(0, Spread).Select(row =>
        {
            var point = design.Row(row).ToArray();
            var choices = space.Choices.Select((lever, place) => (int)(point[ranges + place] * lever.Values.Length));
            return space.At(point.AsSpan(0, ranges), choices.ToArray());
        });
    }
}
