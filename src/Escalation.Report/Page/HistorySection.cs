using System.Globalization;
using Escalation.Report.Stories;
using Escalation.Simulation;

namespace Escalation.Report.Page;

/// <summary>Three histories worth reading, each as a timeline and as a story.</summary>
internal static class HistorySection
{
    // A page stays a page: whoever wants every line of a long history replays it.
    private const int MostLines = 150;

    private const string Zoom = """
        <div class="zoom" role="group" aria-label="Look closer" hidden>
        <button type="button" data-act="in">closer</button> <button type="button" data-act="out">farther</button>
        <button type="button" data-act="left">left</button> <button type="button" data-act="right">right</button>
        <button type="button" data-act="up">up</button> <button type="button" data-act="down">down</button>
        <button type="button" data-act="whole">whole</button></div>
        """;

    /// <summary>Writes it.</summary>
    public static void Write(Html page, RunData run, ScenarioProgram program)
    {
        page.Section("histories");
        foreach (var chosen in HistoryChoice.Of(run))
        {
            var history = History.Of(program, run.Manifest.Seed, chosen.Replication);
            page.Element("h3", FormattableString.Invariant($"{chosen.Title} (replication {chosen.Replication})"));
            page.Figure(HistoryChart.Of(history), Zoom);
            Tell(page, Story.Of(history), chosen.Replication);
        }

        page.Raw("</section>\n");
    }

    private static void Tell(Html page, Story story, long replication)
    {
        // The end is what matters: of a long story the last lines are told.
        var lines = story.Lines.Length > MostLines ? story.Lines[^MostLines..] : story.Lines;
        var left = story.Lines.Length - lines.Length;
        page.Raw("<details><summary>The story, sentence by sentence</summary>\n");
        if (left > 0)
        {
            page.Element("p class=\"faint\"", FormattableString.Invariant(
                $"{left} earlier sentences are left out; 'escalate replay' with --replication {replication} tells all."));
        }

        page.Raw("<ol class=\"story\" tabindex=\"0\" aria-label=\"The story\">\n");
        foreach (var line in lines)
        {
            var when = line.Date is { } date
                ? date.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
                : string.Create(CultureInfo.InvariantCulture, $"day {line.Day:0.00}");
            page.Raw("<li>").Element("span class=\"when\"", when).Text($" #{line.Number} {line.Sentence}").Raw("</li>\n");
        }

        page.Raw("</ol></details>\n");
    }
}
