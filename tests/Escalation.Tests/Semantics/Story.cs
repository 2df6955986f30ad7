using System.Globalization;
using System.Text.RegularExpressions;
using Escalation.Results;
using Escalation.Simulation;
using Escalation.Tests.Support;

namespace Escalation.Tests.Semantics;

/// <summary>One history of a short scenario: its numbers and what is told of it.</summary>
/// <remarks>A text may leave out what every file has: then it is version 1, ends on day 20 and has an outcome that says nothing.
/// Days are as exact in the lines as they are in the run.</remarks>
internal sealed class Story
{
    private readonly ScenarioProgram program;
    private readonly Trace trace = new();
    private readonly Dictionary<string, double> row = [];

    private Story(string text)
    {
        program = ScenarioProgram.Compile(ScenarioRun.Read(Whole(text)), ParameterChoice.AsWritten);
        var world = new World(program);
        world.Run(seed: 1, replication: 0, trace);
        for (var column = 0; column < program.Columns.Length; column++)
        {
            row[program.Columns[column].Name] = world.Row[column];
        }
    }

    /// <summary>Gets the acts and the notes in the order in which they happened, <c>day who what whom</c>.</summary>
    public string[] Tale => Tell(TraceKind.Act, TraceKind.Note);

    /// <summary>Gets the acts, <c>day doer action target</c>.</summary>
    public string[] Acts => Tell(TraceKind.Act);

    /// <summary>Gets the notes, <c>day actor text</c>.</summary>
    public string[] Notes => Tell(TraceKind.Note);

    /// <summary>Gets the activations that were dropped, <c>day rule reason</c>.</summary>
    public string[] Drops => Tell(TraceKind.Drop);

    /// <summary>A number of the row that the history leaves.</summary>
    public double this[string column] => row[column];

    /// <summary>Runs a scenario once.</summary>
    public static Story Of(string text) => new(text);

    /// <summary>Runs a scenario many times.</summary>
    public static ScenarioRun Often(string text, int replications = 100) => ScenarioRun.Of(Whole(text), replications);

    /// <summary>The text with what it leaves out.</summary>
    public static string Whole(string text)
    {
        var added = new Dictionary<string, string>
        {
            ["escalation"] = "1",
            ["name"] = "a story",
            ["horizon"] = "20 d",
            ["outcomes"] = "{nothing_said: {at_end: 1}}",
        };
        var missing = added.Where(pair => !Regex.IsMatch(text, $"^{pair.Key}:", RegexOptions.Multiline))
            .Select(pair => $"{pair.Key}: {pair.Value}\n");
        return $"{string.Concat(missing)}{text}\n";
    }

    private string[] Tell(params TraceKind[] kinds) =>
        [.. trace.Entries.Where(entry => kinds.Contains(entry.Kind)).Select(Tell)];

    private string Tell(TraceEntry entry)
    {
        var day = entry.Day.ToString(CultureInfo.InvariantCulture);
        if (entry.Reason is { } reason)
        {
            return $"{day} {program.RuleNames[entry.Rule]} {JsonText.Reason(reason)}";
        }

        var words = entry.Kind == TraceKind.Note ? entry.Text : program.Scenario.Actions[entry.Action].Name;
        var target = entry.Target < 0 ? "" : $" {program.Scenario.Actors[entry.Target].Name}";
        return $"{day} {program.Scenario.Actors[entry.Actor].Name} {words}{target}";
    }
}
