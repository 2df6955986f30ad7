using System.Globalization;

namespace Escalation.Report.Page;

/// <summary>Numbers as the page writes them.</summary>
internal static class Words
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>A number to four digits; a dash where there is none.</summary>
    public static string Number(double value) => double.IsFinite(value)
        ? (Math.Abs(value) >= 1000 && Math.Abs(value) < 1e9 ? value.ToString("N0", Invariant) : value.ToString("G4", Invariant))
        : "–";

    /// <summary>"1 history", "10,000 histories".</summary>
    public static string Histories(long count) => count == 1 ? "1 history" : $"{Count(count)} histories";

    /// <summary>A count.</summary>
    public static string Count(long count) => count.ToString("N0", Invariant);
}
