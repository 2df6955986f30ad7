using System.Collections.Immutable;
using Escalation.Experiments;

namespace Escalation.Tuning;

/// <summary>Looks for the best policy by one objective: a search, a choice among its candidates with new luck, and a judgement of
/// the chosen one with luck that neither saw.</summary>
public static class PolicyTuning
{
    /// <summary>Levers that choose may have so many combinations beside levers that move: each is searched by itself.</summary>
    public const int MostSearches = 32;

    /// <summary>Looks for it.</summary>
    /// <param name="trials">Tries policies.</param>
    /// <param name="space">The policies.</param>
    /// <param name="plan">How much may be spent.</param>
    /// <param name="areShares">True: the objective is a share, and there are no constraints.</param>
    /// <param name="tell">Takes what is being done, in few words; null: nobody watches.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="PointFaultException">A replication failed.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public static TunedPolicy Run(
        PolicyTrials trials, PolicySpace space, TuningPlan plan, bool areShares = false, Action<string>? tell = null)
    {
        ArgumentNullException.ThrowIfNull(trials);
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(plan);
        var budget = plan.Budget / trials.HistoriesOfUnit;
        var combinations = space.Combinations();
        var searches = space.Ranges.IsEmpty ? [] : Search(trials, space, plan, combinations, tell);
        var bottoms = searches.Select(search => search.Bottom).OfType<Point>().ToList();
        var candidates = space.Ranges.IsEmpty
            ? [.. combinations.Select(choices => space.At([], choices.AsSpan()))]
            : Candidates(space, bottoms, searches);
        var forSelection = space.Ranges.IsEmpty ? budget : (long)(budget * TuningPlan.PartOfSelection);
        var selected = PolicySelection.Run(
            trials,
            candidates,
            forSelection,
            space.Ranges.IsEmpty ? 0 : TuningPlan.LuckOfSelection,
            areShares,
            bottoms.Count,
            step => tell?.Invoke(FormattableString.Invariant($"choosing among {candidates.Length}, round {step.Generation}")));
        var seen = searches.SelectMany(search => search.Seen.Take(1)).ToList();
        var naive = seen.Count == 0 ? selected.Best : seen[OcbaAllocation.IndexOfLeast(RankedValues.Of(seen))];
        tell?.Invoke("judging");
        ImmutableArray<Point> judged = [selected.Best.Policy, space.Written, naive.Policy];
        return new(
            space.Ranges.IsEmpty ? "OCBA" : "CMA-ES, then OCBA",
            [.. searches.SelectMany(search => search.Steps), .. space.Ranges.IsEmpty ? selected.Steps : []],
            selected,
            naive,
            trials.Run(judged.Distinct(), TuningPlan.LuckOfJudgement, plan.Judged).ToImmutableDictionary(trial => trial.Policy));
    }

    private static ImmutableArray<LeverSearchEnd> Search(
        PolicyTrials trials,
        PolicySpace space,
        TuningPlan plan,
        ImmutableArray<ImmutableArray<int>> combinations,
        Action<string>? tell)
    {
        var budget = plan.Budget / trials.HistoriesOfUnit * (1 - TuningPlan.PartOfSelection) / combinations.Length;
        return
        [
            .. combinations.Select((choices, place) => LeverSearch.Run(
                trials,
                space,
                choices,
                new(plan.Seed, (long)budget, Luck: 0),
                step => tell?.Invoke((combinations.Length == 1 ? "" : FormattableString.Invariant($"search {place + 1}, "))
                    + FormattableString.Invariant($"generation {step.Generation}")
                    + (step.Restart == 0 ? "" : FormattableString.Invariant($" of restart {step.Restart}"))))),
        ];
    }

    // Bottoms first: the choice prefers them.
    private static ImmutableArray<Point> Candidates(
        PolicySpace space, IEnumerable<Point> bottoms, ImmutableArray<LeverSearchEnd> searches)
    {
        var found = searches.SelectMany(search => search.Means.Concat(search.Seen.Select(trial => trial.Policy)));
        return [.. bottoms.Concat(found).Concat(space.HasWritten ? [space.Written] : []).Distinct()];
    }
}

/// <summary>What tuning by one objective found.</summary>
/// <param name="Method">By what.</param>
/// <param name="Steps">How the search went.</param>
/// <param name="Selected">The choice among the candidates.</param>
/// <param name="Naive">What looked best to the search when it tried it: what would be reported if nobody looked again.</param>
/// <param name="Judged">The chosen policy, the one that was there before, and the naive one, each on fresh luck, the same for
/// all.</param>
public sealed record TunedPolicy(
    string Method,
    ImmutableArray<SearchStep> Steps,
    SelectedPolicy Selected,
    PolicyTrial Naive,
    ImmutableDictionary<Point, PolicyTrial> Judged)
{
    /// <summary>The chosen policy on fresh luck.</summary>
    public PolicyTrial Best => Judged[Selected.Best.Policy];
}
