using Escalation.Model;
using Escalation.Simulation;

namespace Escalation.Report.Stories;

/// <summary>The sentences of a history. Names stand as the scenario writes them.</summary>
/// <param name="history">The history.</param>
internal sealed class StorySentences(History history)
{
    private readonly ScenarioProgram program = history.Program;
    private readonly Scenario scenario = history.Program.Scenario;

    // A rule is named actor.title, and neither has a dot in it.
    private readonly string[] titles =
        [.. history.Program.RuleNames.Select(name => name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..])];

    /// <summary>What one line of the trace tells.</summary>
    internal StoryLine Line(TraceEntry entry) => Line([entry]);

    /// <summary>What lines of the trace tell that belong together.</summary>
    /// <param name="together">One line, or several of changes that one rule made at one moment.</param>
    internal StoryLine Line(IReadOnlyList<TraceEntry> together)
    {
        var entry = together[0];
        var rung = entry.Kind == TraceKind.Act ? scenario.Actions[entry.Action].Rung : -1;
        return new(
            entry.Day,
            DateOf(scenario, entry.Day),
            entry.Actor < 0 ? "" : Actor(entry.Actor),
            $"{What(entry, together)}{Why(entry)}.",
            rung < 0 ? null : scenario.Ladder[rung],
            entry.Id,
            entry.Cause);
    }

    /// <summary>The calendar time of a day; null if the scenario has no start, or beyond the calendar.</summary>
    internal static DateTime? DateOf(Scenario scenario, double day) =>
        scenario.Start is { } start && day < (DateTime.MaxValue - start).TotalDays ? start.AddDays(day) : null;

    /// <summary>An act as a noun: <c>the strike by us against iran</c>.</summary>
    internal string Deed(TraceEntry act, bool withDoer = true, int withoutTarget = -1)
    {
        var doer = withDoer && act.Actor >= 0 ? $" by {Actor(act.Actor)}" : "";
        var target = act.Target >= 0 && act.Target != withoutTarget ? $" against {Actor(act.Target)}" : "";
        return $"the {Action(act)}{doer}{target}";
    }

    private string What(TraceEntry entry, IReadOnlyList<TraceEntry> together) => entry.Kind switch
    {
        TraceKind.Act => Act(entry),
        TraceKind.Report => Report(entry),
        TraceKind.Decision => Decision(entry),
        TraceKind.Drop => $"{Actor(entry.Actor)} does not act ({Words(entry.Reason)})",
        TraceKind.Level => Levels(together),
        TraceKind.Switch => Switch(entry),
        TraceKind.Outcome => Outcome(scenario.Outcomes[entry.Subject]),
        TraceKind.Note => $"{Actor(entry.Actor)} notes '{entry.Text}'",
        _ => throw new ArgumentOutOfRangeException(nameof(entry), entry.Kind, "No such kind."),
    };

    private string Act(TraceEntry entry)
    {
        var target = entry.Target < 0 ? "" : $" against {Actor(entry.Target)}";
        return $"{Actor(entry.Actor)} does {Action(entry)}{target}{Drawn(entry)}";
    }

    // An attack that fails leaves noughts in most of its fields: where there are several, they are told in one word.
    private string Drawn(TraceEntry act)
    {
        var noughts = act.Fields.Count(field => field.Value == 0);
        var fields = act.Fields.Where(field => field.Value != 0 || noughts == 1)
            .Select(field => $"{scenario.FieldNames[field.Field]} {StoryWords.Number(field.Value)}").ToList();
        return (fields.Count, noughts) switch
        {
            (0, 0) => "",
            (0, _) => " with all fields 0",
            (_, > 1) => $" with {StoryWords.Row(fields)}, all else 0",
            _ => $" with {StoryWords.Row(fields)}",
        };
    }

    private string Report(TraceEntry entry)
    {
        var act = history.Entries[entry.Cause - 1];
        var (isKnown, wait) = (entry.State == 1, entry.Day - act.Day);
        var later = wait > 0 ? $"{StoryWords.Stretch(wait)} later" : "at once";
        return FormattableString.Invariant($"{Actor(entry.Actor)} learns of #{act.Id}, ")
            + $"{Deed(act, withDoer: isKnown)}, {later}{(isKnown ? "" : ", but not by whom")}";
    }

    private string Decision(TraceEntry entry)
    {
        var end = entry.After > program.HorizonDays ? ", when this history is over," : "";
        return $"{Actor(entry.Actor)} decides to act in {StoryWords.Stretch(entry.After - entry.Day)}{end}";
    }

    private string Levels(IReadOnlyList<TraceEntry> changes)
    {
        var parts = changes.Select((change, place) =>
        {
            var (before, after) = StoryWords.Change(change.Before, change.After);
            var owner = place == 0 ? $" of {Actor(change.Actor)}" : "";
            var verb = change.After > change.Before ? "rises" : "falls";
            return $"{scenario.LevelNames[change.Subject]}{owner} {verb} from {before} to {after}";
        });
        return StoryWords.Row([.. parts]);
    }

    private string Switch(TraceEntry entry)
    {
        var condition = scenario.Conditions[entry.Subject];
        var change = $"{condition.Name} from {condition.States[(int)entry.Before]} to {condition.States[entry.State]}";
        return entry.Actor < 0 ? $"{change} is switched" : $"{Actor(entry.Actor)} switches {change}";
    }

    private static string Outcome(Outcome outcome)
    {
        var about = outcome.About.Length == 0 ? "" : $": {outcome.About.TrimEnd('.')}";
        return $"The outcome {outcome.Name} is reached{about}";
    }

    private static string Words(DropReason? reason) => reason switch
    {
        DropReason.If => "its condition does not hold",
        DropReason.Chance => "chance is against it",
        DropReason.Limits => "a limit is reached",
        DropReason.Unless => "what rules it out holds",
        DropReason.Cancelled => "it was called off",
        DropReason.Unknown => "the doer is unknown",
        DropReason.NoTarget => "there is nobody to aim at",
        DropReason.Horizon => "the history is over",
        _ => "dropped",
    };

    private string Why(TraceEntry entry)
    {
        if (entry.Kind == TraceKind.Report)
        {
            return "";
        }

        var rule = entry.Rule < 0 ? "" : $" (rule '{titles[entry.Rule]}')";
        return (entry.Cause > 0 ? Because(entry, history.Entries[entry.Cause - 1]) : OfItself(entry)) + rule;
    }

    private string Because(TraceEntry entry, TraceEntry cause)
    {
        var wait = entry.Day - cause.Day;
        var when = wait > 0 ? $"{StoryWords.Stretch(wait)} before" : "at that moment";
        var number = FormattableString.Invariant($"#{cause.Id}");
        return cause.Kind switch
        {
            TraceKind.Act when cause.Actor == entry.Actor => $", because of {number}, its own {Action(cause)} {when}",
            TraceKind.Act => $", because of {number}, {Deed(cause, withoutTarget: entry.Actor)} {when}",
            TraceKind.Decision => $", as decided in {number} {(wait > 0 ? when : "just then")}",
            TraceKind.Switch => $", because {scenario.Conditions[cause.Subject].Name} became "
                + $"{scenario.Conditions[cause.Subject].States[cause.State]} in {number} {when}",
            TraceKind.Outcome => $", because of {number}, the outcome {scenario.Outcomes[cause.Subject].Name} {when}",
            _ => $", because of {number} {when}",
        };
    }

    // Nothing in the trace caused it: own initiative, the clock, or a truth that time made true.
    private string OfItself(TraceEntry entry) => entry switch
    {
        { Kind: TraceKind.Outcome, Day: 0 } => ", from the start",
        { Kind: TraceKind.Outcome } => ", with the passing of time",
        { Kind: TraceKind.Drop } or { Rule: < 0 } => "",
        _ => OccasionOf(entry) switch
        {
            WhenOccasion watched => $", because '{watched.Truth.Text}' came true",
            AtOccasion => ", at the time that was set",
            _ => ", of its own accord",
        },
    };

    private Occasion? OccasionOf(TraceEntry entry) =>
        scenario.Actors[entry.Actor].Policy.FirstOrDefault(rule => rule.Title == titles[entry.Rule])?.Occasion;

    private string Actor(int actor) => actor < 0 ? "someone" : scenario.Actors[actor].Name;

    private string Action(TraceEntry entry) => scenario.Actions[entry.Action].Name;
}
