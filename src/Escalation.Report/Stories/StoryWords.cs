using System.Globalization;

namespace Escalation.Report.Stories;

/// <summary>Numbers, times and stretches of time as they are said in a story; the files hold all digits.</summary>
internal static class StoryWords
{
    private const double SecondsPerDay = 86_400;
    private const double MinutesPerDay = 1_440;
    private const double HoursPerDay = 24;

    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>A number to four digits.</summary>
    internal static string Number(double value) => Number(value, digits: 4);

    /// <summary>Two numbers that differ, with as many digits as show that they do.</summary>
    internal static (string Before, string After) Change(double before, double after)
    {
        for (var digits = 3; digits < 17; digits++)
        {
            var (first, second) = (Number(before, digits), Number(after, digits));
            if (first != second)
            {
                return (first, second);
            }
        }

        return (before.ToString("R", Invariant), after.ToString("R", Invariant));
    }

    /// <summary>A day of a history: <c>day 187</c>, <c>day 2.5</c>.</summary>
    internal static string Day(double day) =>
        "day " + day.ToString(day >= 99.95 || day == Math.Truncate(day) ? "0" : "0.0", Invariant);

    /// <summary>A stretch of time in its natural unit: <c>40 minutes</c>, <c>2.5 days</c>.</summary>
    internal static string Stretch(double days) => days switch
    {
        < 1 / MinutesPerDay => Counted(Math.Ceiling(days * SecondsPerDay), "second"),
        < 1.5 / HoursPerDay => Counted(Math.Round(days * MinutesPerDay), "minute"),
        < 2 => Counted(Math.Round(days * HoursPerDay), "hour"),
        < 9.95 => Counted(Math.Round(days, 1), "day"),
        _ => Counted(Math.Round(days), "day"),
    };

    /// <summary>Parts of a sentence in a row: <c>a, b and c</c>.</summary>
    internal static string Row(IReadOnlyList<string> parts) => parts.Count < 2
        ? string.Concat(parts)
        : $"{string.Join(", ", parts.Take(parts.Count - 1))} and {parts[^1]}";

    /// <summary>"1 act", "2 acts", "1,234 acts".</summary>
    internal static string Counted(double count, string noun) =>
        $"{count.ToString("#,0.#", Invariant)} {noun}{(count == 1 ? "" : "s")}";

    private static string Number(double value, int digits)
    {
        var size = Math.Abs(value);
        return size switch
        {
            0 => "0",
            >= 1e9 or < 1e-4 => value.ToString($"0.{new string('#', digits - 1)}E+0", Invariant),
            >= 1000 when digits <= 4 => value.ToString("#,0", Invariant),
            >= 1000 => value.ToString($"#,0.{new string('#', digits - 4)}", Invariant),
            _ => value.ToString($"G{digits}", Invariant),
        };
    }
}
