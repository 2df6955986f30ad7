using Escalation.Language;
using Escalation.Model;

namespace Escalation.Loading;

/// <summary>What reading a time gave: exactly one of a day and a problem.</summary>
/// <param name="Day">Days since the start.</param>
/// <param name="Trouble">What is wrong and how to mend it, one line.</param>
public sealed record DayReading(double? Day, string? Trouble);

/// <summary>Reads times from a command line: a duration since the start, or a date.</summary>
public static class DayText
{
    /// <summary>Reads <c>14 d</c> or <c>2023-10-31</c>; a date means its beginning.</summary>
    /// <param name="scenario">The scenario, whose start gives dates their days.</param>
    /// <param name="text">The text.</param>
    public static DayReading Read(Scenario scenario, string text)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(text);
        if (Dates.Read(text.Trim()) is { } date)
        {
            return scenario.Start is { } start
                ? new((date - start).TotalDays, null)
                : new(
                    null,
                    "a date has no meaning without the date of day 0; add 'start: 2023-10-17' to the scenario, or write '14 d'");
        }

        const string Noun = "a time";
        var reading = FormulaReader.Read(
            text, new FormulaSite(new ConstantScope(Noun), Quantity.Duration, AllowsDraws: false, Noun));
        return reading.Root is ConstantNode constant
            ? new(constant.Value, null)
            : new(null, $"{Quote.Of(text)} is no time; write a duration since the start, '14 d', or a date, '2023-10-31'");
    }
}
