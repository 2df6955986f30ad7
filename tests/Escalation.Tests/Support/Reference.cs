using Escalation.Verification;

namespace Escalation.Tests.Support;

/// <summary>A statistic whose value is known exactly.</summary>
/// <param name="Value">The exact value.</param>
/// <param name="StandardDeviation">The standard deviation of one replication.</param>
internal sealed record ExactValue(double Value, double StandardDeviation);

/// <summary>The reference cases with exact values.</summary>
internal static class Reference
{
    /// <summary>Finds a statistic of a case.</summary>
    public static ExactValue Find(string caseId, string statistic)
    {
        var found = ReferenceCases.Find(caseId)!.Statistics.Single(known => known.Name == statistic);
        return new(found.Value, found.StandardDeviation);
    }
}
