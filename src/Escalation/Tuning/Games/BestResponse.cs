using System.Collections.Immutable;
using Escalation.Experiments;

namespace Escalation.Tuning;

/// <summary>Looks for the best that a side can do while the other one stays as it is.</summary>
internal static class BestResponse
{
    // Where a side gains by what it does in proportion, its best answer lies in a corner, which a short search only comes near.
    private const int MostCornerLevers = 3;
    private const int KeptSeen = 2;
    private const double PartOfSearch = 0.6;

    // Luck of the choice among what the search found: no search gets as far.
    private const long LuckOfChoice = 1L << 31;

    /// <summary>Looks for it.</summary>
    /// <param name="trials">Tries policies of the side.</param>
    /// <param name="side">The side.</param>
    /// <param name="present">What it does now.</param>
    /// <param name="budget">Histories, about.</param>
    /// <param name="seed">Seed of the search.</param>
    /// <returns>The policy that was chosen.</returns>
    internal static Point Find(PolicyTrials trials, GameSide side, SidePlay present, long budget, ulong seed)
    {
        var space = side.Space;
        var combinations = space.Combinations();
        var forSearch = (long)(budget * PartOfSearch / combinations.Length);
        var candidates = space.Ranges.IsEmpty
            ? combinations.Select(choices => space.At([], choices.AsSpan()))
            : combinations.SelectMany(choices => Found(trials, space, choices, forSearch, seed))
                .Concat(present.Parts.Select(part => part.Policy))
                .Concat(side.IsMoving ? [present.Mean(space)] : []);
        ImmutableArray<Point> distinct = [.. candidates.Distinct()];
        var forChoice = space.Ranges.IsEmpty ? budget : (long)(budget * (1 - PartOfSearch));
        var areShares = new TuningGoal([side.Objective], []).IsShare;
        return PolicySelection.Run(trials, distinct, forChoice, LuckOfChoice, areShares).Best.Policy;
    }

    /// <summary>The corners of the ranges.</summary>
    /// <param name="space">Policies.</param>
    /// <param name="choices">The values of levers that choose, by index.</param>
    /// <returns>All corners of up to three levers; none of more.</returns>
    internal static IEnumerable<Point> Corners(PolicySpace space, ImmutableArray<int> choices)
    {
        var levers = space.Ranges.Length;
        return levers is 0 or > MostCornerLevers
            ? []
            : Enumerable.Range(0, 1 << levers).Select(corner =>
                space.At([.. Enumerable.Range(0, levers).Select(lever => (double)(corner >> lever & 1))], choices.AsSpan()));
    }

    private static IEnumerable<Point> Found(
        PolicyTrials trials, PolicySpace space, ImmutableArray<int> choices, long budget, ulong seed)
    {
        var end = LeverSearch.Run(trials, space, choices, new(seed, budget, Luck: 0));
        return (end.Bottom is { } bottom ? [bottom] : Enumerable.Empty<Point>())
            .Concat(end.Means.TakeLast(1))
            .Concat(end.Seen.Take(KeptSeen).Select(trial => trial.Policy))
            .Concat(Corners(space, choices));
    }
}
