namespace Escalation.Tuning;

/// <summary>How one run of the evolution strategy goes.</summary>
public sealed record CmaOptions
{
    /// <summary>The seed of its luck.</summary>
    public ulong Seed { get; init; }

    /// <summary>Number of the restart, from 0: each has luck of its own.</summary>
    public int Restart { get; init; }

    /// <summary>Points of a generation, λ, at least 4; <see langword="null"/>: 4 + ⌊3 ln n⌋.</summary>
    public int? Population { get; init; }

    /// <summary>Whether the worse half of a generation shrinks the covariance where it lies (active CMA-ES).</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>The run ends when all steps are below this part of the first step.</summary>
    public double StepTolerance { get; init; } = 1e-12;

    /// <summary>The run ends when values differ by no more than this, in their unit.</summary>
    public double ValueTolerance { get; init; } = 1e-12;
}
