namespace Escalation.Language;

/// <summary>The units of time.</summary>
internal static class Units
{
    public const string Names = "min, h, d and w";

    public static bool IsUnit(string word) => word is "min" or "h" or "d" or "w";

    /// <summary>A number of minutes, hours, days or weeks, in days.</summary>
    public static double Days(double value, string unit) => unit switch
    {
        "min" => value / 1440,
        "h" => value / 24,
        "w" => value * 7,
        _ => value,
    };

    /// <summary>Once a minute, hour, day or week, a day.</summary>
    public static double PerDay(string unit) => unit switch
    {
        "min" => 1440,
        "h" => 24,
        "w" => 1.0 / 7,
        _ => 1,
    };

    /// <summary>The unit that somebody who writes a word means, or null.</summary>
    public static string? Meant(string word) => word.ToUpperInvariant() switch
    {
        "MIN" or "MINS" or "MINUTE" or "MINUTES" => "min",
        "H" or "HR" or "HRS" or "HOUR" or "HOURS" => "h",
        "D" or "DAY" or "DAYS" => "d",
        "W" or "WK" or "WEEK" or "WEEKS" => "w",
        _ => null,
    };
}
