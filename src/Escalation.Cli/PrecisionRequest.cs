using System.Globalization;
using Escalation.Experiments;
using Escalation.Language;
using Escalation.Simulation;

namespace Escalation.Cli;

/// <summary>What <c>--precision</c> asks for, before the scenario is known.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Name">An outcome or a measure; null: the first outcome.</param>
/// <param name="Value">The half-width.</param>
/// <param name="IsRelative">True: it is a part of the share.</param>
internal sealed record PrecisionRequest(string Text, string? Name, double Value, bool IsRelative)
{
    /// <summary>Reads a text as in <c>0.01</c>, <c>10%</c>, <c>spiral=0.01</c>.</summary>
    /// <returns>Null if it is none.</returns>
    internal static PrecisionRequest? Read(string text)
    {
        var at = text.LastIndexOf('=');
        var (name, number) = at < 0 ? (null, text) : (text[..at].Trim(), text[(at + 1)..].Trim());
        var isRelative = number.EndsWith('%');
        var isNumber = double.TryParse(
            number.TrimEnd('%').TrimEnd(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value);
        return isNumber && double.IsFinite(value) && name?.Length != 0
            ? new(text, name, isRelative ? value / 100 : value, isRelative)
            : null;
    }

    /// <summary>Finds the figure in a scenario.</summary>
    /// <param name="program">The scenario.</param>
    /// <param name="goal">What the run is to reach.</param>
    /// <returns>Null, or what is wrong and the nearest name, if one is near.</returns>
    internal (string Problem, string? Nearest)? Resolve(ScenarioProgram program, out PrecisionGoal? goal)
    {
        goal = null;
        var known = program.Columns.Where(column => column.Kind is ColumnKind.Outcome or ColumnKind.Measure).ToList();
        var name = Name ?? program.Scenario.Outcomes[0].Name;
        if (known.Find(column => column.Name == name) is not { } found)
        {
            var names = known.Select(column => column.Name).ToList();
            var problem = $"--precision: there is no outcome or measure '{name}'; there are {string.Join(", ", names)}";
            return (problem, Suggestions.Nearest(name, names));
        }

        if (found.Kind == ColumnKind.Measure)
        {
            goal = new(name, PrecisionKind.Mean, Value);
            return IsRelative || Value <= 0
                ? ($"--precision: '{name}' is a measure: write the half-width of its mean in its unit, as in {name}=0.5", null)
                : null;
        }

        goal = new(name, IsRelative ? PrecisionKind.RelativeShare : PrecisionKind.Share, Value);
        return (IsRelative, Value) switch
        {
            (true, > 0 and < 1) or (false, > 0 and < 0.5) => null,
            (true, _) => ($"--precision: a part of a share lies between 0 and 100 %, as in 10%, and not at '{Text}'", null),
            _ => ($"--precision: the half-width of a share lies between 0 and 0.5, as in 0.01, and not at '{Text}'", null),
        };
    }
}
