using Escalation.Model;
using Escalation.Simulation;

namespace Escalation.Report.Stories;

/// <summary>What a history comes to.</summary>
internal static class StoryFinding
{
    /// <summary>The first outcome of the file that it reached, else how high it went.</summary>
    internal static string Of(History history) => FormattableString.Invariant($"History {history.Replication}: ") + What(history);

    /// <summary>Says how it ended; null if it ended in a fault.</summary>
    internal static string? Ending(History history)
    {
        if (history.Fault is not null)
        {
            return null;
        }

        var columns = history.Program.Columns;
        var ended = history.Row[columns.IndexOf(columns.First(column => column.Kind == ColumnKind.EndedDay))];
        var outcomes = Of(ColumnKind.Outcome);
        var reached = outcomes.Where(pair => pair.Value > 0).Select(pair => pair.Name).ToList();
        var missed = outcomes.Where(pair => !(pair.Value > 0)).Select(pair => pair.Name).ToList();
        var measures = Of(ColumnKind.Measure).Where(pair => !double.IsNaN(pair.Value))
            .Select(pair => $"{pair.Name} {StoryWords.Number(pair.Value)}").ToList();
        string[] sentences =
        [
            $"The history ends on {StoryWords.Day(ended)}.",
            reached.Count == 0 ? "" : $" Come true: {StoryWords.Row(reached)}.",
            missed.Count == 0 ? "" : $" Not come true: {StoryWords.Row(missed)}.",
            measures.Count == 0 ? "" : $" In the end: {StoryWords.Row(measures)}.",
        ];
        return string.Concat(sentences);

        List<(string Name, double Value)> Of(ColumnKind kind) =>
            [.. columns.Zip(history.Row).Where(pair => pair.First.Kind == kind).Select(pair => (pair.First.Name, pair.Second))];
    }

    /// <summary>What an outcome means, as a clause.</summary>
    internal static string Clause(Outcome outcome) =>
        outcome.About.Length == 0 ? $"the outcome {outcome.Name} is reached" : outcome.About.TrimEnd('.');

    private static string What(History history)
    {
        var scenario = history.Program.Scenario;
        if (history.Fault is not null)
        {
            return "it ends in a fault";
        }

        var reached = history.Entries.Where(entry => entry.Kind == TraceKind.Outcome).MinBy(entry => entry.Subject);
        if (reached is not null)
        {
            return $"{Clause(scenario.Outcomes[reached.Subject])} on {StoryWords.Day(reached.Day)}";
        }

        var acts = history.Entries.Where(entry => entry.Kind == TraceKind.Act).ToList();
        if (acts.MaxBy(act => scenario.Actions[act.Action].Rung) is not { } highest)
        {
            return "nobody acts";
        }

        // Of acts on one rung MaxBy takes the first.
        return scenario.Actions[highest.Action].Rung is >= 0 and var rung
            ? $"it goes up to '{scenario.Ladder[rung]}', first by {scenario.Actors[highest.Actor].Name} "
                + $"on {StoryWords.Day(highest.Day)}"
            : $"{StoryWords.Counted(acts.Count, "act")}, the last on {StoryWords.Day(acts[^1].Day)}";
    }
}
