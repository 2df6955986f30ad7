using System.Collections.Immutable;

namespace Escalation.Tuning;

/// <summary>How a search over continuous levers goes.</summary>
public sealed record ContinuousOptions
{
    /// <summary>The seed of its luck.</summary>
    public ulong Seed { get; init; }

    /// <summary>Where the first run begins, a point of the box; default: the middle of the box, or 0 where there are no
    /// limits.</summary>
    public ImmutableArray<double> Start { get; init; }

    /// <summary>First step size, in widths of the box, or in the unit of coordinates without limits; above 0.</summary>
    public double Step { get; init; } = 0.3;

    /// <summary>Points of a generation of the first run, at least 4; <see langword="null"/>: 4 + ⌊3 ln n⌋.</summary>
    public int? Population { get; init; }

    /// <summary>How often the search begins again, each time with twice the population, before it ends; not negative.</summary>
    public int MostRestarts { get; init; } = 8;

    /// <summary>Whether the worse half of a generation shrinks the covariance where it lies (active CMA-ES).</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>A run ends when all steps are below this part of the first step.</summary>
    public double StepTolerance { get; init; } = 1e-12;

    /// <summary>A run ends when values differ by no more than this, in their unit.</summary>
    public double ValueTolerance { get; init; } = 1e-12;
}
