using System.Collections.Immutable;
using Escalation.Experiments;

namespace Escalation.Tuning;

/// <summary>Policies by one criterion.</summary>
/// <param name="Criterion">The criterion.</param>
/// <param name="Policies">One figure a policy, with its percentile interval over futures drawn anew; NaN where there is
/// none.</param>
/// <param name="Best">Index of the best policy, the first of those equally good; −1 if no policy has a figure.</param>
/// <param name="BestShares">For each policy the share of resamples in which it is the best; policies that are equally good share
/// one.</param>
/// <remarks>Intervals and shares say how much hangs on which futures were drawn. The noise of the means is in them, as it is in
/// each future's values, but a greatest regret that was not seen is in no resample: its interval ends at the one that
/// was.</remarks>
public sealed record RobustRanking(
    RobustCriterion Criterion, ImmutableArray<BootstrapEstimate> Policies, int Best, ImmutableArray<double> BestShares)
{
    /// <summary>Gets whether the greatest figure is the best; else the least is.</summary>
    public bool IsGreatestBest => Criterion is RobustCriterion.Satisficing or RobustCriterion.Domain or RobustCriterion.SeldomFar;
}
