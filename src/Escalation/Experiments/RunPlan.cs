namespace Escalation.Experiments;

/// <summary>Which replications are run, with what luck, on how many threads.</summary>
/// <param name="Replications">How many, at least 1.</param>
/// <param name="Seed">The seed from which all their luck comes.</param>
/// <param name="Threads">How many threads work, at least 1. The results do not depend on it.</param>
public sealed record RunPlan(long Replications, ulong Seed, int Threads)
{
    /// <summary>The number of the first replication, not negative; the others follow without a gap.</summary>
    public long First { get; init; }

    /// <summary>True: the twins of these replications are run, which have their draws of the parameters and other luck. Of twins
    /// there are rows and totals, but no sampled paths.</summary>
    public bool AreTwins { get; init; }
}
