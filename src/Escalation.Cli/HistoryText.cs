using System.Globalization;
using Escalation.Model;
using Escalation.Report;
using Escalation.Results;
using Escalation.Simulation;

namespace Escalation.Cli;

/// <summary>A history with all that happened and all that came to nothing: a line each, with its number, day, rule and
/// cause.</summary>
internal static class HistoryText
{
    /// <summary>Writes a history.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="history">The history.</param>
    internal static void Write(Terminal terminal, History history)
    {
        StoryText.WriteHead(terminal, history);
        foreach (var entry in history.Entries)
        {
            terminal.Out.WriteLine(Prose.Harmless(Line(history.Program, entry)));
        }

        if (history.Fault is null)
        {
            terminal.Out.WriteLine(history.Entries.Count == 0 ? "Nothing happened.\n" : "");
            terminal.WriteParagraph(Prose.Harmless(End(history)));
        }
    }

    private static string Line(ScenarioProgram program, TraceEntry entry)
    {
        var date = Figures.Time(program.Scenario.Start, entry.Day, "  yyyy-MM-dd HH:mm");
        var number = FormattableString.Invariant($"#{entry.Id}");
        return FormattableString.Invariant($"{number,6}  day {entry.Day,8:F3}{date}  ")
            + What(program, entry) + Why(program, entry);
    }

    private static string What(ScenarioProgram program, TraceEntry entry)
    {
        var scenario = program.Scenario;
        var actor = entry.Actor < 0 ? "someone" : scenario.Actors[entry.Actor].Name;
        return entry.Kind switch
        {
            TraceKind.Act => Act(scenario, entry, actor),
            TraceKind.Report => $"{actor} learns of {Action(scenario, entry)}{(entry.State == 1 ? "" : ", not by whom")}",
            TraceKind.Decision => $"{actor} decides to act on day {Number(Math.Round(entry.After, 3))}",
            TraceKind.Drop => $"{actor} does not act ({(entry.Reason is { } reason ? JsonText.Reason(reason) : "dropped")})",
            TraceKind.Level =>
                $"{actor}.{scenario.LevelNames[entry.Subject]} goes from {Number(entry.Before)} to {Number(entry.After)}",
            TraceKind.Switch =>
                $"{scenario.Conditions[entry.Subject].Name} becomes {scenario.Conditions[entry.Subject].States[entry.State]}",
            TraceKind.Outcome => $"OUTCOME {scenario.Outcomes[entry.Subject].Name}: {scenario.Outcomes[entry.Subject].About}",
            TraceKind.Note => $"{actor}: {entry.Text}",
            _ => entry.Kind.ToString(),
        };
    }

    private static string Act(Scenario scenario, TraceEntry entry, string actor)
    {
        var target = entry.Target < 0 ? "" : $" against {scenario.Actors[entry.Target].Name}";
        var fields = entry.Fields.Select(field => $"{scenario.FieldNames[field.Field]} {Number(field.Value)}");
        var drawn = string.Join(", ", fields);
        return $"{actor}: {Action(scenario, entry)}{target}{(drawn.Length == 0 ? "" : $" ({drawn})")}";
    }

    private static string Action(Scenario scenario, TraceEntry entry) =>
        entry.Action < 0 ? "something" : scenario.Actions[entry.Action].Name;

    /// <summary>The rule and the event behind it.</summary>
    private static string Why(ScenarioProgram program, TraceEntry entry)
    {
        var rule = entry.Rule < 0 ? null : $"'{program.RuleNames[entry.Rule]}'";
        var cause = entry.Cause > 0 ? FormattableString.Invariant($"#{entry.Cause}") : null;
        return (rule, cause) switch
        {
            (null, null) => "",
            (null, _) => $"  <- {cause}",
            (_, null) => $"  <- rule {rule}, of its own",
            _ => $"  <- rule {rule}, because of {cause}",
        };
    }

    private static string End(History history)
    {
        var columns = history.Program.Columns;
        var results = new List<string>();
        for (var at = 0; at < columns.Length; at++)
        {
            if (columns[at].Kind is ColumnKind.Outcome)
            {
                results.Add($"{columns[at].Name} {(history.Row[at] > 0 ? "yes" : "no")}");
            }
            else if (columns[at].Kind is ColumnKind.Measure && !double.IsNaN(history.Row[at]))
            {
                results.Add($"{columns[at].Name} {Number(history.Row[at])}");
            }
        }

        var ended = columns.Select((column, at) => (column, at)).First(pair => pair.column.Kind == ColumnKind.EndedDay).at;
        return $"Ended on day {Number(history.Row[ended])}: {string.Join(", ", results)}.";
    }

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
