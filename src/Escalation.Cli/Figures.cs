using System.Globalization;

namespace Escalation.Cli;

/// <summary>Numbers as people read them; the files hold all digits.</summary>
internal static class Figures
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>A count with commas between thousands.</summary>
    internal static string Count(long count) => count.ToString("N0", Invariant);

    /// <summary>A number to four digits, with commas between thousands; "–" where there is none.</summary>
    internal static string Number(double value)
    {
        var size = Math.Abs(value);
        return size switch
        {
            double.NaN or double.PositiveInfinity => "–",
            0 => "0",
            >= 1e9 or < 1e-4 => value.ToString("0.###E+0", Invariant),
            >= 1000 => value.ToString("N0", Invariant),
            _ => value.ToString("G4", Invariant),
        };
    }

    /// <summary>A day: whole from 10 on, to a tenth below, a whole one without a fraction.</summary>
    internal static string Day(double day) =>
        day.ToString(day >= 9.95 || day == Math.Truncate(day) ? "N0" : "N1", Invariant);

    /// <summary>The calendar time of a day; null without a start, or beyond the calendar.</summary>
    internal static string? Time(DateTime? start, double day, string format) =>
        start is { } zero && day < (DateTime.MaxValue - zero).TotalDays ? zero.AddDays(day).ToString(format, Invariant) : null;

    /// <summary>A confidence level in per cent.</summary>
    internal static string Level(double level) => $"{(100 * level).ToString("0.##", Invariant)} %";

    /// <summary>A plain share in per cent without an interval.</summary>
    internal static string Part(double part) => $"{(100 * part).ToString(part is > 0 and < 0.01 ? "0.##" : "0.#", Invariant)} %";
}
