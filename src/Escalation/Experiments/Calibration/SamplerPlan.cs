namespace Escalation.Experiments;

/// <summary>What a sampler is to do.</summary>
/// <param name="Dimensions">Number of uncertainties; at least 1.</param>
/// <param name="Particles">Number of particles of a generation; at least 2.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Name">What it is for; another name gives other luck.</param>
/// <param name="Budget">At most how many proposals; at least <paramref name="Particles"/>.</param>
public sealed record SamplerPlan(int Dimensions, int Particles, ulong Seed, string Name, long Budget)
{
    /// <summary>An ABC generation ends without its particles when fewer of its proposals are accepted; above 0.</summary>
    public double LeastAcceptance { get; init; } = 0.02;

    /// <summary>ABC ends when the tolerance would fall by a smaller share.</summary>
    public double LeastGain { get; init; } = 0.01;

    /// <summary>The tolerance of ABC falls to this and no further; 0 for as far as it gets.</summary>
    public double LeastTolerance { get; init; }

    /// <summary>The most proposals of a generation, by which their numbers are kept apart.</summary>
    internal long Stride => (long)Math.Ceiling(Particles / LeastAcceptance);

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Dimensions, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Particles, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(Budget, Particles);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(LeastAcceptance);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(LeastAcceptance, 1);
    }
}
