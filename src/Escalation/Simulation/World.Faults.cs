using System.Collections.Immutable;
using Escalation.Language;

namespace Escalation.Simulation;

/// <content>What went wrong, where: the site under work and the messages.</content>
public sealed partial class World
{
    private readonly int[] recentRules = new int[64];
    private int recentRuleCount;
    private int instantRuleCount;
    private int[] firstRuleOf = [];
    private Site site;

    internal enum SiteKind : byte
    {
        None,
        Rule,
        Action,
        Measure,
        Outcome,
        Level,
        Condition,
        Parameter,
        Series,
    }

    // One number, so that it is noted in one store.
    internal readonly record struct Site
    {
        private readonly long code;

        private Site(SiteKind kind, int index) => code = ((long)kind << 32) | (uint)index;

        public SiteKind Kind => (SiteKind)(code >> 32);

        public int Index => (int)code;

        public static Site Rule(int index) => new(SiteKind.Rule, index);

        public static Site Action(int index) => new(SiteKind.Action, index);

        public static Site Measure(int index) => new(SiteKind.Measure, index);

        public static Site Outcome(int index) => new(SiteKind.Outcome, index);

        public static Site Level(int slot) => new(SiteKind.Level, slot);

        public static Site Condition(int index) => new(SiteKind.Condition, index);

        public static Site Parameter(int index) => new(SiteKind.Parameter, index);

        public static Site Series(int index) => new(SiteKind.Series, index);

        public static Site Watch(Watch watch) => watch.Kind switch
        {
            WatchKind.Time => Measure(watch.Index),
            WatchKind.Outcome => Outcome(watch.Index),
            _ => Rule(watch.Index),
        };
    }

    private void ClearSite()
    {
        site = default;
        (recentRuleCount, instantRuleCount) = (0, 0);
    }

    private ReplicationFaultException Fault(FormulaFaultException fault)
    {
        ImmutableArray<string> concerned = site.Kind == SiteKind.Rule ? [program.RuleNames[site.Index]] : [];
        return new ReplicationFaultException(
            $"{Describe(site)}, on {Moment()}: {fault.Message}",
            replicationNumber, Now, concerned, fault);
    }

    private string Moment() => FormattableString.Invariant(
        $"day {Now:0.######} of {(isTwin ? "the twin of " : "")}replication {replicationNumber}");

    private string Describe(Site place) => place.Kind switch
    {
        SiteKind.Rule => $"rule '{program.RuleNames[place.Index]}'",
        SiteKind.Action => $"action '{scenario.Actions[place.Index].Name}'",
        SiteKind.Measure => $"measure '{scenario.Measures[place.Index].Name}'",
        SiteKind.Outcome => $"outcome '{scenario.Outcomes[place.Index].Name}'",
        SiteKind.Level =>
            $"level '{scenario.Actors[place.Index / levelCount].Name}.{scenario.LevelNames[place.Index % levelCount]}'",
        SiteKind.Condition => $"condition '{scenario.Conditions[place.Index].Name}'",
        SiteKind.Parameter => $"uncertainty '{scenario.Parameters[place.Index].Name}'",
        SiteKind.Series => $"series '{program.Series!.Labels[place.Index]}'",
        _ => "the scenario",
    };

    private ReplicationFaultException Endless()
    {
        var isInstant = stepsAtInstant > MostStepsAtOneInstant;
        var taken = Math.Min(isInstant ? instantRuleCount : recentRuleCount, recentRules.Length);
        var last = site.Kind == SiteKind.Rule ? [site.Index] : Array.Empty<int>();
        var latest = Enumerable.Range(recentRuleCount - taken, taken)
            .Select(count => recentRules[count & (recentRules.Length - 1)]);
        ImmutableArray<string> concerned =
            [.. (taken > 0 ? latest : last).Distinct().Order().Select(rule => program.RuleNames[rule])];
        var names = string.Join(" and ", concerned.Select(name => $"'{name}'"));
        var message = isInstant
            ? FormattableString.Invariant($"more than {MostStepsAtOneInstant:N0} steps at one instant, {Moment()}: ")
                + $"the rules {names} feed each other; give one of them a delay (after) or a limit (limits)"
            : FormattableString.Invariant($"more than {scenario.MaxEvents:N0} steps (max_events) by {Moment()}: ")
                + $"the last rules were {names}; they may feed each other without end, or max_events is too small";
        return new ReplicationFaultException(message, replicationNumber, Now, concerned);
    }
}
