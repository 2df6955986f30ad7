namespace Escalation.Verification;

/// <summary>How far a case is checked, with what luck, on how many threads.</summary>
/// <param name="Replications">How many replications, at least 1.</param>
/// <param name="Seed">The seed; every case draws its own from it, so that no two cases share their luck.</param>
/// <param name="Threads">How many threads work, at least 1. The results do not depend on it.</param>
public sealed record VerificationPlan(long Replications, ulong Seed, int Threads);
