using System.Collections.Immutable;
using Escalation.Charts;
using Escalation.Charts.Figures;
using Escalation.Model;
using Escalation.Simulation;

namespace Escalation.Report.Stories;

/// <summary>The acts of a history on a timeline: lanes by actor, colours by rung, arrows from cause to effect.</summary>
public static class HistoryChart
{
    /// <summary>The most acts that are drawn: more are a blot.</summary>
    public const int MostActs = 300;

    /// <summary>The chart of a whole history.</summary>
    /// <param name="history">The history.</param>
    public static Chart Of(History history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var acts = history.Entries.Where(entry => entry.Kind == TraceKind.Act).Select(act => act.Id);
        return Of(history, [.. acts], StoryFinding.Of(history), "");
    }

    /// <summary>The chart of an explanation: the acts of its chains alone.</summary>
    /// <param name="explanation">The explanation.</param>
    public static Chart Of(Explanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        var history = explanation.History;
        var acts = explanation.Numbers.Where(number => history.Entries[number - 1].Kind == TraceKind.Act);
        return Of(history, [.. acts], explanation.Finding, "Only acts that led to it or were counted for it. ");
    }

    private static Chart Of(History history, ImmutableArray<int> acts, string title, string note)
    {
        var scenario = history.Program.Scenario;
        var behind = Causes.ActsBehind(history);
        var shown = Shown(history, acts, behind);
        var entries = shown.Select(number => history.Entries[number - 1]).ToList();
        var lanes = entries.Select(act => act.Actor).Distinct().Order().ToList();
        var places = shown.Select((number, place) => (number, place)).ToDictionary(pair => pair.number, pair => pair.place);
        var sentences = new StorySentences(history);
        return Timeline.Of(
            FormattableString.Invariant($"history-{history.Replication}"),
            title,
            [.. lanes.Select(actor => scenario.Actors[actor].Name)],
            [.. entries.Select(act => new TimelineAct(act.Day, lanes.IndexOf(act.Actor), Rung(scenario, act), Text(act)))],
            [.. shown.Where(number => places.ContainsKey(behind[number]))
                .Select(number => (places[behind[number]], places[number]))],
            ReportFiles.StartOf(history.Program),
            $"{scenario.Name}: history {history.Replication}, seed {history.Seed}. {note}{Missing(acts.Length, shown.Length)}");

        string Text(TraceEntry act) => FormattableString.Invariant($"#{act.Id} on {StoryWords.Day(act.Day)}: ")
            + sentences.Line(act).Sentence;
    }

    // Acts on high rungs come first, each with all that led to it: an act without its causes explains nothing.
    private static ImmutableArray<int> Shown(History history, ImmutableArray<int> acts, int[] behind)
    {
        if (acts.Length <= MostActs)
        {
            return acts;
        }

        var shown = new SortedSet<int>();
        var known = acts.ToHashSet();
        var chain = new List<int>();
        foreach (var act in acts.OrderByDescending(number => RungOf(number)).ThenBy(number => number))
        {
            var room = MostActs - shown.Count;
            if (room == 0)
            {
                break;
            }

            chain.Clear();
            var number = act;
            while (known.Contains(number) && !shown.Contains(number) && chain.Count <= room)
            {
                chain.Add(number);
                number = behind[number];
            }

            // A chain that is longer than the whole chart is shown from its end.
            if (chain.Count <= room || shown.Count == 0)
            {
                shown.UnionWith(chain.Take(room));
            }
        }

        return [.. shown];

        int RungOf(int number) => history.Program.Scenario.Actions[history.Entries[number - 1].Action].Rung;
    }

    private static double Rung(Scenario scenario, TraceEntry act) =>
        scenario.Actions[act.Action].Rung is >= 0 and var rung ? rung : double.NaN;

    private static string Missing(int acts, int shown) => acts == shown
        ? $"{StoryWords.Counted(acts, "act")}; arrows lead from cause to effect."
        : $"{StoryWords.Counted(shown, "act")} of {StoryWords.Counted(acts, "act").Split(' ')[0]}: first those in chains of "
            + $"causes that reach the highest rungs; {StoryWords.Counted(acts - shown, "act")} are left out. "
            + "Arrows lead from cause to effect.";
}
