using System.Globalization;
using Escalation.Model;
using Escalation.Simulation;

namespace Escalation.Results;

/// <summary>The tidy table <c>events.csv</c>: one row a line of the trace, for the first histories of a run.</summary>
/// <remarks>The histories are run again, one by one: a trace changes no result, and the run itself goes without. Each line is
/// written as it happens, so that a history of millions needs no room.</remarks>
public static class EventsCsv
{
    private static readonly string[] Header =
    [
        "replication", "id", "day", "date", "kind", "actor", "action", "target", "rule", "cause",
        "subject", "detail", "before", "after",
    ];

    /// <summary>Writes the table. <c>cause</c> is the <c>id</c> of another row of the same replication, or empty.
    /// <c>subject</c> is the level, condition or outcome that a row is about, <c>detail</c> its state, reason or text,
    /// <c>before</c> and <c>after</c> the values of a level; <c>after</c> of a decision is the day on which it is executed.
    /// </summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="program">The compiled scenario.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="replications">How many histories, from 0.</param>
    /// <exception cref="IOException">The stream does not take it.</exception>
    /// <exception cref="ReplicationFaultException">One of the histories cannot be finished.</exception>
    public static void Write(Stream stream, ScenarioProgram program, ulong seed, long replications)
    {
        var csv = new CsvWriter(stream);
        foreach (var name in Header.Concat(FieldColumns(program.Scenario)))
        {
            csv.Cell(name);
        }

        csv.EndRow();
        var world = new World(program);
        for (var replication = 0L; replication < replications; replication++)
        {
            var number = replication;
            world.Run(seed, replication, new Trace(entry => Write(csv, program, number, entry)));
        }

        csv.Flush();
    }

    /// <summary>The word for what a line of a trace tells.</summary>
    /// <param name="kind">What it tells.</param>
    /// <returns>One of <c>act report decision drop level switch outcome note</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No such kind.</exception>
    public static string Kind(TraceKind kind) => kind switch
    {
        TraceKind.Act => "act",
        TraceKind.Report => "report",
        TraceKind.Decision => "decision",
        TraceKind.Drop => "drop",
        TraceKind.Level => "level",
        TraceKind.Switch => "switch",
        TraceKind.Outcome => "outcome",
        TraceKind.Note => "note",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
    };

    // A field may be called like a column of every table.
    private static List<string> FieldColumns(Scenario scenario)
    {
        var names = new List<string>();
        foreach (var field in scenario.FieldNames)
        {
            var name = field;
            while (Header.Contains(name) || (name != field && scenario.FieldNames.Contains(name)) || names.Contains(name))
            {
                name = "field_" + name;
            }

            names.Add(name);
        }

        return names;
    }

    private static void Write(CsvWriter csv, ScenarioProgram program, long replication, TraceEntry entry)
    {
        var scenario = program.Scenario;
        csv.Cell(replication);
        csv.Cell(entry.Id);
        csv.Cell(entry.Day);
        csv.Cell(DateOf(scenario.Start, entry.Day));
        csv.Cell(Kind(entry.Kind));
        csv.Cell(entry.Actor < 0 ? "" : scenario.Actors[entry.Actor].Name);
        csv.Cell(entry.Action < 0 ? "" : scenario.Actions[entry.Action].Name);
        csv.Cell(entry.Target < 0 ? "" : scenario.Actors[entry.Target].Name);
        csv.Cell(entry.Rule < 0 ? "" : program.RuleNames[entry.Rule]);
        csv.Cell(entry.Cause > 0 ? entry.Cause : double.NaN);
        csv.Cell(Subject(scenario, entry));
        csv.Cell(Detail(scenario, entry));
        csv.Cell(entry.Kind == TraceKind.Level ? entry.Before : double.NaN);
        csv.Cell(entry.Kind is TraceKind.Level or TraceKind.Decision ? entry.After : double.NaN);
        var given = 0;
        for (var field = 0; field < scenario.FieldNames.Length; field++)
        {
            // The fields of a line stand in the order of their names.
            var isGiven = given < entry.Fields.Length && entry.Fields[given].Field == field;
            csv.Cell(isGiven ? entry.Fields[given++].Value : double.NaN);
        }

        csv.EndRow();
    }

    private static string Subject(Scenario scenario, TraceEntry entry) => entry.Kind switch
    {
        TraceKind.Level => scenario.LevelNames[entry.Subject],
        TraceKind.Switch => scenario.Conditions[entry.Subject].Name,
        TraceKind.Outcome => scenario.Outcomes[entry.Subject].Name,
        _ => "",
    };

    private static string Detail(Scenario scenario, TraceEntry entry) => entry.Kind switch
    {
        TraceKind.Switch => scenario.Conditions[entry.Subject].States[entry.State],
        TraceKind.Report => entry.State == 1 ? "attributed" : "not attributed",
        TraceKind.Drop when entry.Reason is { } reason => JsonText.Reason(reason),
        TraceKind.Note => entry.Text,
        _ => "",
    };

    // To the second; empty without a start, or beyond the calendar.
    private static string DateOf(DateTime? start, double day) =>
        start is { } zero && day < (DateTime.MaxValue - zero).TotalDays - 1
            ? zero.AddSeconds(Math.Round(day * 86_400)).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture)
            : "";
}
