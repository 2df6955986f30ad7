using Escalation.Model;

namespace Escalation.Experiments;

/// <summary>How often activations of an actor's rule were dropped for one reason, over all replications.</summary>
/// <param name="Actor">The name of the actor.</param>
/// <param name="Rule">The title of the rule.</param>
/// <param name="Reason">Why.</param>
/// <param name="Count">How often in all replications together.</param>
public sealed record DropSummary(string Actor, string Rule, DropReason Reason, long Count);
