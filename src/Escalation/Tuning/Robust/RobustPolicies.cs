using System.Collections.Immutable;
using Escalation.Experiments;

namespace Escalation.Tuning;

/// <summary>What tuning under what nobody knows found: policies side by side in fresh futures, of which the first is the chosen
/// one, chosen before in others.</summary>
public sealed record RobustPolicies
{
    /// <summary>The search for the least mean over futures, or over the worst of them.</summary>
    public required TunedPolicy Search { get; init; }

    /// <summary>How the search for a small regret went; empty if there was none.</summary>
    public required ImmutableArray<RegretRound> Rounds { get; init; }

    /// <summary>The policies in fresh futures.</summary>
    public required FutureTable Table { get; init; }

    /// <summary>Each policy by the criterion of the search, with its constraints.</summary>
    public required ImmutableArray<PolicyTrial> Trials { get; init; }

    /// <summary>Indices of the policies that are held against each other: the chosen one, which is the first, and those that keep
    /// the constraints.</summary>
    public required ImmutableArray<int> Compared { get; init; }

    /// <summary>Index of the policy that was there before.</summary>
    public required int Written { get; init; }

    /// <summary>What the compared policies cost in the futures.</summary>
    public required PolicyMatrix Matrix { get; init; }

    /// <summary>The compared policies by all criteria.</summary>
    public required RobustDecision Decision { get; init; }

    /// <summary>Regret from which on a policy is far from the best, in the unit of the objective.</summary>
    public required double Far { get; init; }

    /// <summary>For each policy the share of futures in which it keeps all constraints and is no worse than the threshold; empty
    /// if there are none.</summary>
    public required ImmutableArray<ProportionEstimate> GoodEnough { get; init; }

    /// <summary>Where the chosen policy fails; null: nowhere, or nobody could look.</summary>
    public required FailingFutures? Failing { get; init; }

    /// <summary>A figure of a policy.</summary>
    /// <param name="criterion">The criterion.</param>
    /// <param name="policy">Index of the policy.</param>
    /// <returns>The figure with its interval; null if the policy is not compared.</returns>
    public BootstrapEstimate? Figure(RobustCriterion criterion, int policy) =>
        Compared.IndexOf(policy) is >= 0 and var place ? Decision.By(criterion).Policies[place] : null;
}
