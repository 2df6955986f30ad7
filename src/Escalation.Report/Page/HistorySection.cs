using System.Collections.Immutable;
using Escalation.Charts;
using Escalation.Charts.Figures;
using Escalation.Simulation;

namespace Escalation.Report.Page;

/// <summary>Three histories worth reading, each as a timeline and as what happened in it.</summary>
internal static class HistorySection
{
    private const string Zoom = """
        <div class="zoom" role="group" aria-label="Look closer" hidden>
        <button type="button" data-act="in">closer</button> <button type="button" data-act="out">farther</button>
        <button type="button" data-act="left">left</button> <button type="button" data-act="right">right</button>
        <button type="button" data-act="up">up</button> <button type="button" data-act="down">down</button>
        <button type="button" data-act="whole">whole</button></div>
        """;

    /// <summary>Writes it.</summary>
    public static void Write(Html page, RunData run, ScenarioProgram program, DateOnly? start)
    {
        page.Section("histories");
        foreach (var chosen in HistoryChoice.Of(run))
        {
            var history = History.Of(program, run.Manifest.Seed, chosen.Replication);
            page.Element("h3", FormattableString.Invariant($"{chosen.Title} (replication {chosen.Replication})"));
            page.Figure(TimelineOf(history, chosen, start), Zoom);
        }

        page.Raw("</section>\n");
    }

    private static Chart TimelineOf(History history, ChosenHistory chosen, DateOnly? start)
    {
        var scenario = history.Program.Scenario;
        var acts = history.Entries.Where(entry => entry.Kind == TraceKind.Act).ToList();
        ImmutableArray<int> actors = [.. acts.Select(act => act.Actor).Distinct().Order()];
        return Timeline.Of(
            FormattableString.Invariant($"history-{chosen.Replication}"),
            FormattableString.Invariant($"History {chosen.Replication}: {acts.Count} acts"),
            [.. actors.Select(actor => scenario.Actors[actor].Name)],
            [
                .. acts.Select(act => new TimelineAct(
                    act.Day, actors.IndexOf(act.Actor), scenario.Actions[act.Action].Rung, scenario.Actions[act.Action].Name)),
            ],
            [],
            start,
            FormattableString.Invariant($"Replication {chosen.Replication}, seed {history.Seed}."));
    }
}
