using System.Text.Json;
using Escalation.Report.Stories;
using Escalation.Results;

namespace Escalation.Cli;

/// <summary>An explanation for programs: the numbers of the lines that led to the outcome, and those lines.</summary>
internal static class ExplanationJson
{
    /// <summary>Writes an explanation: UTF-8, LF, keys in fixed order.</summary>
    internal static void Write(Stream stream, Explanation explanation)
    {
        var (history, outcome) = (explanation.History, explanation.Outcome);
        using (var json = new Utf8JsonWriter(stream, JsonText.Options))
        {
            json.WriteStartObject();
            json.WriteString("scenario", history.Program.Scenario.Name);
            json.WriteNumber("seed", history.Seed);
            json.WriteNumber("replication", history.Replication);
            json.WriteString("outcome", outcome.Name);
            json.WriteString("about", outcome.About);
            json.WriteString("condition", (outcome.When ?? outcome.AtEnd)!.Text);
            json.WriteBoolean("at_end", explanation.IsAtEnd);
            json.WriteNumber("day", explanation.Day);
            if (Figures.Time(history.Program.Scenario.Start, explanation.Day, "yyyy-MM-ddTHH:mm:ss") is { } time)
            {
                json.WriteString("time", time);
            }

            WriteNumbers(json, "chain", explanation.Chain);
            json.WriteStartArray("grounds");
            foreach (var ground in explanation.Grounds)
            {
                json.WriteStartObject();
                json.WriteString("name", ground.Name);
                json.WriteString("text", ground.Text);
                json.WriteNumber("count", ground.Count);
                WriteNumbers(json, "latest", ground.Lines);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            WriteEntries(json, explanation);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void WriteEntries(Utf8JsonWriter json, Explanation explanation)
    {
        json.WriteStartArray("entries");
        foreach (var number in explanation.Numbers)
        {
            json.WriteStartObject();
            HistoryJson.WriteEntry(json, explanation.History.Program, explanation.History.Entries[number - 1]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IEnumerable<int> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }
}
