using System.Globalization;
using Escalation.Report;
using Escalation.Report.Stories;

namespace Escalation.Cli;

/// <summary>A story on the terminal: the date first, then the number of each thing, then the sentence.</summary>
internal static class StoryText
{
    /// <summary>Writes a story.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="story">The story.</param>
    internal static void Write(Terminal terminal, Story story)
    {
        WriteHead(terminal, story.History);
        var last = story.Lines.LastOrDefault();
        var (widestTime, widestNumber) = last is null ? (0, 0) : (Time(last).Length, Number(last).Length);
        foreach (var line in story.Lines)
        {
            var lead = $"{Time(line).PadLeft(widestTime)}  {Number(line).PadLeft(widestNumber)}  ";
            WriteHanging(terminal, lead, new string(' ', lead.Length), line.Sentence);
        }

        if (story.Ending is { } ending)
        {
            terminal.Out.WriteLine(story.Lines.IsEmpty ? "Nothing happened.\n" : "");
            terminal.WriteParagraph(Prose.Harmless(ending));
        }
    }

    /// <summary>Writes which history it is.</summary>
    internal static void WriteHead(Terminal terminal, History history)
    {
        terminal.WriteParagraph(FormattableString.Invariant(
            $"{Prose.Harmless(history.Program.Scenario.Name)}: history {history.Replication}, seed {history.Seed}."));
        terminal.Out.WriteLine();
    }

    /// <summary>The date of a line, or its day where there is no calendar.</summary>
    internal static string Time(StoryLine line) => line.Date is { } time
        ? time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
        : FormattableString.Invariant($"day {line.Day:F2}");

    /// <summary>Writes a text behind a lead, broken into lines where a person looks and on one line elsewhere.</summary>
    internal static void WriteHanging(Terminal terminal, string lead, string below, string text)
    {
        var harmless = Prose.Harmless(text);
        foreach (var line in terminal.IsTerminal ? Prose.Hang(lead, below, harmless, terminal.Width) : [lead + harmless])
        {
            terminal.Out.WriteLine(line);
        }
    }

    private static string Number(StoryLine line) => FormattableString.Invariant($"#{line.Number}");
}
