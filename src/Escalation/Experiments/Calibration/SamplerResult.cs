using System.Collections.Immutable;

namespace Escalation.Experiments;

/// <summary>What a sampler found.</summary>
/// <param name="Cloud">The particles of the posterior.</param>
/// <param name="Unadjusted">The particles before regression moved them to the observation; the same cloud if it did not.</param>
/// <param name="Generations">The generations.</param>
/// <param name="UsedGeneration">Number of the generation that the particles are from.</param>
/// <param name="End">Why it ended.</param>
public sealed record SamplerResult(
    ParticleCloud Cloud,
    ParticleCloud Unadjusted,
    ImmutableArray<SamplerGeneration> Generations,
    int UsedGeneration,
    SamplerEnd End)
{
    /// <summary>Gets a value indicating whether regression moved the particles.</summary>
    public bool IsAdjusted => !ReferenceEquals(Cloud, Unadjusted);
}

/// <summary>One generation of a sampler.</summary>
/// <param name="Number">From 0, which is the prior.</param>
/// <param name="Tolerance">The distance up to which a proposal was accepted; NaN without distances.</param>
/// <param name="Temperature">The power of the likelihood, 0 to 1; NaN without a likelihood.</param>
/// <param name="Proposals">How many proposals counted.</param>
/// <param name="Accepted">How many became particles.</param>
/// <param name="EffectiveCount">How many equally weighted particles would say as much; 0 without particles.</param>
public sealed record SamplerGeneration(
    int Number, double Tolerance, double Temperature, long Proposals, int Accepted, double EffectiveCount);

/// <summary>Why a sampler ended.</summary>
public enum SamplerEnd
{
    /// <summary>It reached the posterior: the tolerance is as small as wanted, or the power of the likelihood 1.</summary>
    Reached,

    /// <summary>The tolerance hardly falls any more.</summary>
    Converged,

    /// <summary>Too few proposals are accepted.</summary>
    FewAccepted,

    /// <summary>The budget is spent.</summary>
    BudgetSpent,

    /// <summary>No proposal of the prior gives every target a value.</summary>
    NothingComparable,
}
