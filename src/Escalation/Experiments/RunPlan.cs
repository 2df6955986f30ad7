namespace Escalation.Experiments;

/// <summary>How many replications are run, with what luck, on how many threads.</summary>
/// <param name="Replications">How many, at least 1; they are numbered from 0.</param>
/// <param name="Seed">The seed from which all their luck comes.</param>
/// <param name="Threads">How many threads work, at least 1. The results do not depend on it.</param>
public sealed record RunPlan(long Replications, ulong Seed, int Threads);
