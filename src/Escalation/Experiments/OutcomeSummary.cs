using Escalation.Model;

namespace Escalation.Experiments;

/// <summary>In how many replications an outcome was reached, and when.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Share">The share of replications, with its interval.</param>
/// <param name="MedianDay">Median day of the first reach among the replications that reached it; null if none did, and for an
/// outcome that is judged at the end.</param>
public sealed record OutcomeSummary(Outcome Outcome, ProportionEstimate Share, double? MedianDay);
