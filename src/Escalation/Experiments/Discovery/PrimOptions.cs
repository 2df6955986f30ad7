namespace Escalation.Experiments;

/// <summary>How boxes are searched. What is not given has the default that <c>docs/discovery.md</c> argues for.</summary>
public sealed record PrimOptions
{
    /// <summary>Share of the futures inside that one peeling takes away at an end of an input, α; above 0 and below
    /// 0.5.</summary>
    /// <remarks>Friedman and Fisher (1999) recommend 0.05 to 0.1: smaller is more patient.</remarks>
    public double PeelShare { get; init; } = 0.05;

    /// <summary>Share of all futures below which no box is peeled; above 0, at most 1.</summary>
    public double LeastMass { get; init; } = 0.05;

    /// <summary>Coverage that the proposed box keeps at least; from 0 to 1.</summary>
    public double LeastCoverage { get; init; } = 0.5;

    /// <summary>Share of the greatest worth at which a box with fewer limits is preferred; above 0, at most 1, where 1 prefers
    /// none.</summary>
    public double NearWorth { get; init; } = 0.9;

    /// <summary>Whether slices are given back to the proposed box where that does not lower its density.</summary>
    public bool IsPasted { get; init; } = true;

    /// <summary>Limits whose quasi-p-value is above this are dropped, the worst first; from 0 to 1, where 1 drops none.</summary>
    public double LargestQuasiP { get; init; } = 0.05;

    /// <summary>Refuses what is out of range.</summary>
    internal void Check()
    {
        Require(PeelShare > 0 && PeelShare < 0.5, nameof(PeelShare), PeelShare, "above 0 and below 0.5");
        Require(LeastMass > 0 && LeastMass <= 1, nameof(LeastMass), LeastMass, "above 0, at most 1");
        Require(LeastCoverage is >= 0 and <= 1, nameof(LeastCoverage), LeastCoverage, "from 0 to 1");
        Require(NearWorth > 0 && NearWorth <= 1, nameof(NearWorth), NearWorth, "above 0, at most 1");
        Require(LargestQuasiP is >= 0 and <= 1, nameof(LargestQuasiP), LargestQuasiP, "from 0 to 1");
    }

    private static void Require(bool holds, string name, double value, string range)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, value, $"It lies {range}.");
        }
    }
}
