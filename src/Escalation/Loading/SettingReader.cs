using Escalation.Language;
using Escalation.Model;

namespace Escalation.Loading;

/// <summary>What reading a setting gave: exactly one of a setting and a problem.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="Problem">What is wrong, one line.</param>
/// <param name="Hint">How to mend it; may be null.</param>
public sealed record SettingReading(ParameterSetting? Setting, string? Problem, string? Hint)
{
    /// <summary>What is wrong and how to mend it, one line; null if nothing is wrong.</summary>
    public string? Trouble => TroubleOf(Problem, Hint);

    internal static string? TroubleOf(string? problem, string? hint) => hint is null ? problem : $"{problem}; {hint}";
}

/// <summary>What looking for a case gave: exactly one of a case and a problem.</summary>
/// <param name="Case">The case.</param>
/// <param name="Problem">What is wrong, one line.</param>
/// <param name="Hint">How to mend it; may be null.</param>
public sealed record CaseReading(Case? Case, string? Problem, string? Hint)
{
    /// <summary>What is wrong and how to mend it, one line; null if nothing is wrong.</summary>
    public string? Trouble => SettingReading.TroubleOf(Problem, Hint);
}

/// <summary>Reads what a command line sets: <c>us_response=0.3</c>, and cases by their titles. Expressions and ranges are those
/// of a file, so a run with a setting gives the same numbers as a file with that value.</summary>
public static class SettingReader
{
    /// <summary>Reads <c>name=value</c>.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="text">The text.</param>
    /// <returns>The setting, or what is wrong.</returns>
    public static SettingReading Read(Scenario scenario, string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals < 0
            ? new SettingReading(null, $"{Quote.Of(text)} sets nothing", "write name=value, such as us_response=0.3")
            : Read(scenario, text[..equals].Trim(), text[(equals + 1)..].Trim());
    }

    /// <summary>Reads a value for a named lever or uncertainty.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="name">The name.</param>
    /// <param name="value">The value, an expression without names.</param>
    /// <returns>The setting, or what is wrong.</returns>
    public static SettingReading Read(Scenario scenario, string name, string value)
    {
        var index = -1;
        for (var i = 0; i < scenario.Parameters.Length && index < 0; i++)
        {
            index = scenario.Parameters[i].Name == name ? i : -1;
        }

        if (index < 0)
        {
            return new SettingReading(
                null,
                $"unknown lever or uncertainty {Quote.Of(name)}",
                Hints.Near(name, "Levers and uncertainties of this scenario", scenario.Parameters.Select(known => known.Name)));
        }

        var parameter = scenario.Parameters[index];
        if (!parameter.Choices.IsEmpty)
        {
            var chosen = parameter.Choices.IndexOf(value);
            return chosen >= 0
                ? new SettingReading(new ParameterSetting(index, chosen), null, null)
                : new SettingReading(
                    null,
                    $"{Quote.Of(value)} is none of the choices of '{name}'",
                    Hints.Near(value, "Its choices", parameter.Choices));
        }

        var noun = $"the value of '{name}'";
        var reading = FormulaReader.Read(
            value, new FormulaSite(new ConstantScope(noun), parameter.Quantity, AllowsDraws: false, noun));
        if (reading.Problems is [var problem, ..])
        {
            return new SettingReading(null, $"{name}={Quote.Short(value)}: {problem.Message}", problem.Hint);
        }

        if (reading.Root is not ConstantNode constant)
        {
            return new SettingReading(null, $"{name}={Quote.Short(value)}: {noun} is a number", null);
        }

        return ParameterRange.Fault(parameter, constant.Value) is { } fault
            ? new SettingReading(null, fault, "choose a value inside the range")
            : new SettingReading(new ParameterSetting(index, constant.Value), null, null);
    }

    /// <summary>Finds a case by its title.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="title">The title.</param>
    /// <returns>The case, or what is wrong.</returns>
    public static CaseReading FindCase(Scenario scenario, string title)
    {
        var found = scenario.Cases.FirstOrDefault(known => known.Title == title);
        return found is not null
            ? new CaseReading(found, null, null)
            : new CaseReading(
                null,
                $"unknown case {Quote.Of(title)}",
                Hints.Near(title, "Cases of this scenario", scenario.Cases.Select(known => known.Title)));
    }
}
