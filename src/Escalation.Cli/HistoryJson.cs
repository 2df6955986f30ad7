using System.Text.Json;
using Escalation.Model;
using Escalation.Report;
using Escalation.Results;
using Escalation.Simulation;

namespace Escalation.Cli;

/// <summary>A history for programs: one object, names instead of indices, every entry with the number of its cause.</summary>
internal static class HistoryJson
{
    /// <summary>Writes a history: UTF-8, LF, keys in fixed order.</summary>
    internal static void Write(Stream stream, History history)
    {
        using (var json = new Utf8JsonWriter(stream, JsonText.Options))
        {
            json.WriteStartObject();
            json.WriteString("scenario", history.Program.Scenario.Name);
            json.WriteNumber("seed", history.Seed);
            json.WriteNumber("replication", history.Replication);
            json.WriteStartArray("entries");
            foreach (var entry in history.Entries)
            {
                json.WriteStartObject();
                WriteEntry(json, history.Program, entry);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            WriteRow(json, history);
            json.WriteString("fault", history.Fault);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void WriteRow(Utf8JsonWriter json, History history)
    {
        json.WriteStartObject("row");
        for (var column = 0; column < history.Row.Length; column++)
        {
            JsonText.Number(json, history.Program.Columns[column].Name, history.Row[column]);
        }

        json.WriteEndObject();
    }

    /// <summary>Writes what one line of the trace tells, as keys of the object that is open.</summary>
    internal static void WriteEntry(Utf8JsonWriter json, ScenarioProgram program, TraceEntry entry)
    {
        var scenario = program.Scenario;
        json.WriteNumber("id", entry.Id);
        json.WriteNumber("day", entry.Day);
        if (Figures.Time(scenario.Start, entry.Day, "yyyy-MM-ddTHH:mm:ss") is { } time)
        {
            json.WriteString("time", time);
        }

        json.WriteString("kind", EventsCsv.Kind(entry.Kind));
        WriteName(json, "actor", entry.Actor, index => scenario.Actors[index].Name);
        WriteName(json, "action", entry.Action, index => scenario.Actions[index].Name);
        WriteName(json, "target", entry.Target, index => scenario.Actors[index].Name);
        WriteFields(json, scenario, entry);
        WriteName(json, "rule", entry.Rule, index => program.RuleNames[index]);
        if (entry.Cause > 0)
        {
            json.WriteNumber("cause", entry.Cause);
        }

        WriteSubject(json, scenario, entry);
    }

    private static void WriteFields(Utf8JsonWriter json, Scenario scenario, TraceEntry entry)
    {
        if (entry.Fields.IsEmpty)
        {
            return;
        }

        json.WriteStartObject("fields");
        foreach (var (field, value) in entry.Fields)
        {
            JsonText.Number(json, scenario.FieldNames[field], value);
        }

        json.WriteEndObject();
    }

    private static void WriteSubject(Utf8JsonWriter json, Scenario scenario, TraceEntry entry)
    {
        switch (entry.Kind)
        {
            case TraceKind.Level:
                json.WriteString("level", scenario.LevelNames[entry.Subject]);
                JsonText.Number(json, "before", entry.Before);
                JsonText.Number(json, "after", entry.After);
                break;
            case TraceKind.Switch:
                json.WriteString("condition", scenario.Conditions[entry.Subject].Name);
                json.WriteString("state", scenario.Conditions[entry.Subject].States[entry.State]);
                break;
            case TraceKind.Outcome:
                json.WriteString("outcome", scenario.Outcomes[entry.Subject].Name);
                break;
            case TraceKind.Report:
                json.WriteBoolean("attributed", entry.State == 1);
                break;
            case TraceKind.Decision:
                JsonText.Number(json, "execution_day", entry.After);
                break;
            case TraceKind.Drop when entry.Reason is { } reason:
                json.WriteString("reason", JsonText.Reason(reason));
                break;
            case TraceKind.Note:
                json.WriteString("text", entry.Text);
                break;
        }
    }

    private static void WriteName(Utf8JsonWriter json, string key, int index, Func<int, string> name)
    {
        if (index >= 0)
        {
            json.WriteString(key, name(index));
        }
    }
}
