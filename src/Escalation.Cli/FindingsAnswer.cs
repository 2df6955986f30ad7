using Escalation.Report;
using Escalation.Results;

namespace Escalation.Cli;

/// <summary>Tells on a terminal what an experiment found.</summary>
internal static class FindingsAnswer
{
    // Of a long table the ends are shown; the file has all of it.
    private const int MostRows = 60;

    /// <summary>Writes the answer in the form that is wanted.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="findings">What was found.</param>
    /// <param name="manifest">Seed and replications.</param>
    /// <param name="format"><c>table</c>, <c>json</c> or <c>csv</c>.</param>
    internal static void Write(Terminal terminal, Findings findings, ExperimentManifest manifest, string format)
    {
        switch (format)
        {
            case "json":
                terminal.WriteBytes(stream => FindingsFiles.WriteSummary(stream, findings, manifest));
                break;
            case "csv":
                terminal.WriteBytes(findings.Data[0].WriteCsv);
                break;
            default:
                WriteText(terminal, findings);
                break;
        }
    }

    private static void WriteText(Terminal terminal, Findings findings)
    {
        terminal.WriteParagraph(Prose.Harmless(findings.Answer));
        terminal.Out.WriteLine();
        foreach (var table in findings.Tables)
        {
            WriteTable(terminal, table);
        }

        foreach (var note in findings.Notes)
        {
            terminal.WriteParagraph(Prose.Harmless(note));
        }

        terminal.Out.WriteLine();
    }

    private static void WriteTable(Terminal terminal, FindingsTable findings)
    {
        terminal.WriteParagraph(Prose.Harmless(findings.Caption) + ":");
        var table = new AnswerTable();
        foreach (var (head, isNumber) in findings.Columns)
        {
            _ = isNumber ? table.Numbers(head) : table.Words(head);
        }

        foreach (var row in findings.Rows.Take(MostRows))
        {
            table.Row(row);
        }

        table.Write(terminal);
        if (findings.Rows.Length > MostRows)
        {
            terminal.WriteParagraph($"… and {Prose.Counted(findings.Rows.Length - MostRows, "row")} more, in the folder.");
            terminal.Out.WriteLine();
        }
    }
}
