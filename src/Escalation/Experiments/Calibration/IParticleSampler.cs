using System.Collections.Immutable;

namespace Escalation.Experiments;

/// <summary>Finds a posterior by asking for simulations: ask for proposals, simulate them, tell what they gave, until it is
/// done.</summary>
/// <remarks>What it ends with is a function of its plan and of what the simulations give for a proposal. How many are asked for
/// at a time, and in which order they are simulated, changes nothing.</remarks>
public interface IParticleSampler
{
    /// <summary>Gets a value indicating whether nothing more is asked for.</summary>
    bool IsDone { get; }

    /// <summary>About how many proposals the present generation still needs; 0 when done.</summary>
    int WantedCount { get; }

    /// <summary>The generations that are closed.</summary>
    ImmutableArray<SamplerGeneration> Generations { get; }

    /// <summary>Asks for the next proposals; those asked for before must have been told.</summary>
    /// <param name="count">At most how many; at least 1.</param>
    /// <returns>The proposals, at least one unless the sampler is done.</returns>
    ImmutableArray<Proposal> Ask(int count);

    /// <summary>Tells what the proposals of the last <see cref="Ask"/> gave.</summary>
    /// <param name="found">One a proposal, in their order.</param>
    /// <exception cref="ArgumentException">There are more or fewer than were asked for.</exception>
    void Tell(ImmutableArray<Simulated> found);

    /// <summary>What was found.</summary>
    /// <exception cref="InvalidOperationException">It is not done.</exception>
    SamplerResult Result();
}

/// <summary>A point to simulate.</summary>
/// <param name="Number">Its number, not negative, by which it has its luck: no other proposal of the sampler has it.</param>
/// <param name="Coordinates">Its place in the unit cube, one number an uncertainty, in (0, 1).</param>
public sealed record Proposal(long Number, ImmutableArray<double> Coordinates);

/// <summary>What the histories of a proposal gave.</summary>
/// <param name="Observations">What would have been observed, one a target, noise included; NaN where there is nothing.</param>
/// <param name="LogLikelihood">Logarithm of the chance of what was observed; NaN where the targets have no likelihood.</param>
public sealed record Simulated(ImmutableArray<double> Observations, double LogLikelihood);
