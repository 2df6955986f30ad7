using System.Collections.Immutable;
using Escalation.Language;
using Escalation.Model;
using Escalation.Simulation;

namespace Escalation.Report.Stories;

/// <summary>Finds what a condition reads and which lines of the trace made it what it was at a moment.</summary>
/// <param name="history">The history.</param>
/// <param name="moment">The moment.</param>
internal sealed class GroundReader(History history, Moment moment)
{
    private readonly Scenario scenario = history.Program.Scenario;
    private readonly ImmutableArray<Ground>.Builder grounds = ImmutableArray.CreateBuilder<Ground>();
    private readonly HashSet<Variable> known = [];

    /// <summary>The grounds of a condition, in the order of its text. A measure that follows an expression stands for what that
    /// expression reads.</summary>
    internal ImmutableArray<Ground> Of(Formula condition)
    {
        Read(condition);
        return grounds.ToImmutable();
    }

    private void Read(Formula formula)
    {
        foreach (var variable in Walk.Variables(formula.Root))
        {
            if (!known.Add(variable))
            {
                continue;
            }

            switch (variable.Kind)
            {
                case VariableKind.Measure:
                    Read(variable.Index, scenario.Measures[variable.Index]);
                    break;
                case VariableKind.Condition:
                    ReadCondition(variable.Index);
                    break;
                case VariableKind.ActorLevel:
                    ReadLevel(variable.Owner, variable.Index);
                    break;
                case VariableKind.Outcome:
                    var reached = Of(TraceKind.Outcome, variable.Index);
                    Add(scenario.Outcomes[variable.Index].Name, reached, "had been reached", "had not been reached");
                    break;
                default:
                    break;
            }
        }
    }

    private void Read(int index, Measure measure)
    {
        if (measure.Kind is MeasureKind.Time or MeasureKind.Level or MeasureKind.MaximumOverTime
            or MeasureKind.MinimumOverTime or MeasureKind.MeanOverTime)
        {
            Read(measure.Value!);
            return;
        }

        var counts = history.Counted.Where(count => count.Measure == index && IsHeld(count)).ToList();
        if (counts.Count == 0)
        {
            Add(measure.Name, [], "", $"counted nothing{Within(measure)}");
            return;
        }

        var kept = Kept(measure, counts);
        Add(measure.Name, [.. kept.Select(count => count.Entry)], Words(measure, kept), "had added up nothing");
    }

    // At the moment it was inside the window, or when the measure was frozen before.
    private bool IsHeld(TracedCount count)
    {
        var seen = Math.Min(moment.Day, count.FrozenDay);
        var isOver = moment.IsAfterExpiries && seen == moment.Day ? count.ExpiryDay <= seen : count.ExpiryDay < seen;
        return count.Entry < moment.Line && history.Entries[count.Entry - 1].Day <= seen && !isOver;
    }

    private static List<TracedCount> Kept(Measure measure, List<TracedCount> counts) => measure.Kind switch
    {
        MeasureKind.Sum => counts.FindAll(count => count.Value != 0),
        MeasureKind.Maximum => [counts.MaxBy(count => count.Value)],
        MeasureKind.Minimum => [counts.MinBy(count => count.Value)],
        MeasureKind.First => [counts[0]],
        MeasureKind.Last => [counts[^1]],
        MeasureKind.Nth => counts.Count < measure.Ordinal ? counts : [counts[measure.Ordinal - 1]],
        _ => counts,
    };

    private static string Words(Measure measure, List<TracedCount> kept)
    {
        var value = kept.Count == 0 ? "" : StoryWords.Number(kept[^1].Value);
        return measure.Kind switch
        {
            MeasureKind.Sum => $"had added up {StoryWords.Number(kept.Sum(count => count.Value))}{Within(measure)}",
            MeasureKind.Maximum => $"had risen to {value}{Within(measure)}",
            MeasureKind.Minimum => $"had sunk to {value}{Within(measure)}",
            MeasureKind.First => "had come",
            MeasureKind.Last => "had last come",
            MeasureKind.Nth => kept.Count == 1 && measure.Ordinal > 1 ? "had come" : "was still to come, after",
            MeasureKind.Dropped => $"had counted {StoryWords.Counted(kept.Count, "dropped activation")}{Within(measure)}",
            _ => $"had counted {StoryWords.Number(kept.Count)}{Within(measure)}",
        };
    }

    private static string Within(Measure measure) => measure.Within is { } within ? $" within {within.Text}" : "";

    private void ReadCondition(int condition)
    {
        var (name, switches) = (scenario.Conditions[condition].Name, Of(TraceKind.Switch, condition));
        Add(name, switches, $"had been switched {Times(switches.Count)}", "was as it had been from the start");
    }

    private void ReadLevel(int actor, int level)
    {
        var changes = Of(TraceKind.Level, level).FindAll(number => history.Entries[number - 1].Actor == actor);
        var name = $"{scenario.Actors[actor].Name}.{scenario.LevelNames[level]}";
        Add(name, changes, $"had been changed {Times(changes.Count)}", "had been changed by nobody");
    }

    private List<int> Of(TraceKind kind, int subject) => [.. history.Entries
        .Where(entry => entry.Kind == kind && entry.Subject == subject && entry.Id < moment.Line).Select(entry => entry.Id)];

    private static string Times(int count) => count == 1 ? "once" : StoryWords.Counted(count, "time");

    private void Add(string name, List<int> lines, string text, string otherwise) => grounds.Add(
        new(name, lines.Count == 0 ? otherwise : text, lines.Count, [.. lines.TakeLast(Ground.MostLines)]));
}
