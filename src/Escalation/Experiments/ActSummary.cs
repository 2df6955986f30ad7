namespace Escalation.Experiments;

/// <summary>How often an actor did an action, over all replications.</summary>
/// <param name="Action">The name of the action.</param>
/// <param name="Actor">The name of the actor.</param>
/// <param name="Count">How often in all replications together.</param>
/// <param name="Mean">How often in one replication, on average.</param>
public sealed record ActSummary(string Action, string Actor, long Count, double Mean);
