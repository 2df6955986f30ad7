using Escalation.Model;

namespace Escalation.Experiments;

/// <summary>In how many replications an outcome was reached, and when.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Share">The share of replications, with its interval.</param>
/// <param name="MedianDay">Median day of the first reach among the replications that reached it; null if none did, and for an
/// outcome that is judged at the end.</param>
public sealed record OutcomeSummary(Outcome Outcome, ProportionEstimate Share, double? MedianDay)
{
    /// <summary>Where its chance lies between sets of parameters; null without twins.</summary>
    public OutcomeIgnorance? Ignorance { get; init; }
}

/// <summary>Where the chance of an outcome lies for most sets of parameters, by a beta law that has the mean of all histories
/// and twins and the spread of their pairs.</summary>
/// <param name="Spread">The spread.</param>
/// <param name="Mean">The share over both members of all pairs.</param>
/// <param name="Level">The part of the sets whose chance lies within the range.</param>
/// <param name="Range">The range; the rest is left in equal parts on both sides. A point if no ignorance is estimated.</param>
public sealed record OutcomeIgnorance(IgnoranceEstimate Spread, double Mean, double Level, Interval Range);
