using System.Globalization;

namespace Escalation.Tests.Support;

/// <summary>A statistic whose value is known exactly.</summary>
/// <param name="Value">The exact value.</param>
/// <param name="StandardDeviation">The standard deviation of one replication.</param>
internal sealed record ExactValue(double Value, double StandardDeviation);

/// <summary>The reference cases with exact values, <c>Analytic/cases.yaml</c>.</summary>
internal static class Reference
{
    /// <summary>Finds a statistic of a case.</summary>
    public static ExactValue Find(string caseId, string statistic)
    {
        var lines = File.ReadLines(Path.Combine(TestContext.CurrentContext.TestDirectory, "Analytic", "cases.yaml"))
            .SkipWhile(line => line != $"- id: {caseId}")
            .SkipWhile(line => line != $"  - name: {statistic}");
        return new ExactValue(Number("    value: "), Number("    sd_one_replication: "));

        double Number(string key) => double.Parse(
            lines.First(line => line.StartsWith(key, StringComparison.Ordinal))[key.Length..], CultureInfo.InvariantCulture);
    }
}
