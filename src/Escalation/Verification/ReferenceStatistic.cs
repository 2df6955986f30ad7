namespace Escalation.Verification;

/// <summary>A figure of a reference case whose exact value is known.</summary>
public sealed record ReferenceStatistic
{
    /// <summary>Its name, unique in its case.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, in words.</summary>
    public required string Meaning { get; init; }

    /// <summary>How it is estimated from the rows of replications.</summary>
    public required EstimateForm Estimate { get; init; }

    /// <summary>The exact value; 0 where only the sign is known.</summary>
    public required double Value { get; init; }

    /// <summary>True if all that is known is that it is above 0.</summary>
    public required bool IsSignOnly { get; init; }

    /// <summary>How the value was computed, without simulation.</summary>
    public required string Method { get; init; }

    /// <summary>The standard deviation that one replication adds: the standard error is this by the root of their number.
    /// NaN where it is unknown, 0 where nothing is left to chance.</summary>
    public required double StandardDeviation { get; init; }

    /// <summary>Replications after which one standard error is 1 % of the value; 0 where that has no meaning.</summary>
    public required double ReplicationsForOnePercent { get; init; }
}
