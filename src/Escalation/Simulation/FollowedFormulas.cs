using Escalation.Language;
using Escalation.Model;

namespace Escalation.Simulation;

/// <summary>Makes code of the rates and truths that are followed all the time: clocks and watches.</summary>
/// <param name="scenario">The scenario.</param>
/// <param name="factory">What makes code of its formulas.</param>
/// <param name="rules">The rules of all actors.</param>
/// <param name="measures">The measures.</param>
internal sealed class FollowedFormulas(
    Scenario scenario, FormulaFactory factory, RuleInstance[] rules, MeasureProgram[] measures)
{
    // A formula of a kind's rule is made once for all of its actors: code for each would not fit into the caches.
    private readonly Dictionary<RuleProgram, Clock> sharedClocks = [];
    private readonly Dictionary<RuleProgram, Watch> sharedWatches = [];

    /// <summary>The occasions that come by themselves.</summary>
    public Clock[] MakeClocks() => [.. rules.SelectMany(ClocksOf)];

    /// <summary>The truths that are followed.</summary>
    public Watch[] MakeWatches()
    {
        var watches = new List<Watch>();
        for (var measure = 0; measure < measures.Length; measure++)
        {
            if (measures[measure].Kind == MeasureKind.Time)
            {
                var truth = measures[measure].Value;
                watches.Add(Follow(WatchKind.Time, measure, owner: -1, truth));
            }
        }

        for (var outcome = 0; outcome < scenario.Outcomes.Length; outcome++)
        {
            if (scenario.Outcomes[outcome].When is { } when)
            {
                var truth = factory.Make(when);
                watches.Add(Follow(WatchKind.Outcome, outcome, owner: -1, truth));
            }
        }

        watches.AddRange(rules.Where(rule => rule.Program.Rule.Occasion is WhenOccasion).Select(WatchOf));
        return [.. watches];
    }

    private IEnumerable<Clock> ClocksOf(RuleInstance rule) => rule.Program.Rule.Occasion switch
    {
        RateOccasion rate => [RateOf(rule, rate)],
        EveryOccasion every =>
            [new Clock(ClockKind.Every, rule.Index, new RateFormula(factory.Make(every.Interval, owner: rule.Actor), [], null))],

        // Each time has a clock of its own, so that all of them are scheduled from the start.
        AtOccasion at => at.Times.Select((time, ordinal) =>
            new Clock(ClockKind.At, rule.Index, new RateFormula(factory.Make(time), [], null), (ulong)ordinal)),
        _ => [],
    };

    private Clock RateOf(RuleInstance rule, RateOccasion rate)
    {
        if (sharedClocks.TryGetValue(rule.Program, out var shared))
        {
            return shared with { Rule = rule.Index };
        }

        var condition = rule.Program.Rule.If;
        var effective = condition is null ? rate.Rate.Root : Guard(condition.Root, rate.Rate.Root);
        var value = factory.Make(effective, rule.Program.Owner);
        var moving = MovingIn(value.Node);
        var clock = new Clock(ClockKind.Rate, rule.Index, new RateFormula(value, moving, factory.MakeBound(value.Node, moving)));
        if (rule.Program.Owner < 0)
        {
            sharedClocks[rule.Program] = clock;
        }

        return clock;

        static CallNode Guard(Node condition, Node rate) =>
            new(Function.If, [condition, rate, new ConstantNode(0, Quantity.Rate)], Quantity.Rate);
    }

    private Watch WatchOf(RuleInstance rule)
    {
        if (sharedWatches.TryGetValue(rule.Program, out var shared))
        {
            return shared with { Index = rule.Index, Owner = rule.Actor };
        }

        var truth = factory.Make(((WhenOccasion)rule.Program.Rule.Occasion).Truth, absent: 0, rule.Program.Owner);
        var watch = Follow(WatchKind.When, rule.Index, rule.Actor, truth);
        if (rule.Program.Owner < 0)
        {
            sharedWatches[rule.Program] = watch;
        }

        return watch;
    }

    private Watch Follow(WatchKind kind, int index, int owner, Evaluation truth)
    {
        var moving = MovingIn(truth.Node);
        return new Watch(kind, index, owner, truth, moving, factory.MakeStaying(truth.Node, moving));
    }

    private Variable[] MovingIn(Node node) => [.. Walk.Variables(node).Where(variable => variable.Kind switch
    {
        VariableKind.Day => true,
        VariableKind.OwnLevel or VariableKind.SponsorLevel =>
            scenario.Actors.Any(actor => actor.Levels.Any(level => level.Name == variable.Index && !level.IsAttribute)),
        VariableKind.ActorLevel =>
            scenario.Actors[variable.Owner].Levels.Any(level => level.Name == variable.Index && !level.IsAttribute),
        VariableKind.Measure => measures[variable.Index].Reading is not (MeasureReading.Plain or MeasureReading.Windowed),
        _ => false,
    })];
}
