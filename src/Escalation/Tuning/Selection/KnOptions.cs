namespace Escalation.Tuning;

/// <summary>What Kim and Nelson's procedure promises, and from how many replications.</summary>
/// <param name="IndifferenceZone">Differences below this do not matter, δ, in the unit of what is minimised; above 0.</param>
public sealed record KnOptions(double IndifferenceZone)
{
    /// <summary>Replications of each choice from which variances of differences are estimated, n₀; at least 2.</summary>
    /// <remarks>The promise is for normal values. For rare hits take 50 and more.</remarks>
    public int FirstReplications { get; init; } = 64;

    /// <summary>The chance to choose wrongly, α, where the best is better than all others by the indifference zone at least;
    /// above 0, below 1 − 1/(number of choices).</summary>
    public double ErrorRate { get; init; } = 0.05;

    /// <summary>Variances of differences count as at least this, in the squared unit; not negative.</summary>
    /// <remarks>First replications that are all the same would let one later difference decide. For shares 1/(n₀ + 1)
    /// is about the variance that none in n₀ leaves open.</remarks>
    public double LeastVariance { get; init; }

    /// <summary>η of the procedure, ½ ((2α/(k − 1))^(−2/(n₀ − 1)) − 1).</summary>
    /// <param name="choices">Number of choices k; at least 2.</param>
    /// <returns>η.</returns>
    public double Eta(int choices) =>
        0.5 * (Math.Pow(2 * ErrorRate / (choices - 1), -2.0 / (FirstReplications - 1)) - 1);

    /// <summary>h² of the procedure, 2 η (n₀ − 1).</summary>
    /// <param name="choices">Number of choices k; at least 2.</param>
    /// <returns>h².</returns>
    public double SquareOfH(int choices) => 2 * Eta(choices) * (FirstReplications - 1);

    /// <summary>Refuses what is out of range.</summary>
    internal void Check(int choices)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(IndifferenceZone, nameof(IndifferenceZone));
        ArgumentOutOfRangeException.ThrowIfLessThan(FirstReplications, 2, nameof(FirstReplications));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ErrorRate, nameof(ErrorRate));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(ErrorRate, Math.Min(1, (choices - 1) / 2.0), nameof(ErrorRate));
        ArgumentOutOfRangeException.ThrowIfNegative(LeastVariance, nameof(LeastVariance));
    }
}
