using System.Collections.Immutable;

namespace Escalation.Experiments;

/// <summary>In how many replications this was the highest rung, and who got there first.</summary>
/// <param name="Rung">Index of the rung; −1: no act had a rung.</param>
/// <param name="Title">Its title; empty for −1.</param>
/// <param name="Share">The share of replications, with its interval.</param>
/// <param name="By">Who was the first on it, and in how many replications; in the order of the file, without zeros.</param>
public sealed record RungSummary(int Rung, string Title, ProportionEstimate Share, ImmutableArray<ActorCount> By);

/// <summary>How often an actor did something.</summary>
/// <param name="Actor">Its name.</param>
/// <param name="Count">How often.</param>
public sealed record ActorCount(string Actor, long Count);
