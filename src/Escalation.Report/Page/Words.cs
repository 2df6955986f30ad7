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

    /// <summary>"1 target", "3 targets".</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">The word for one.</param>
    /// <param name="many">The word for several; null: with an s.</param>
    public static string Counted(int count, string one, string? many = null) =>
        count == 1 ? $"1 {one}" : $"{Count(count)} {many ?? one + "s"}";

    /// <summary>A text as the beginning of a sentence.</summary>
    public static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>A count.</summary>
    public static string Count(long count) => count.ToString("N0", Invariant);
}
