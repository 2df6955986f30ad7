using Escalation.Language;
using Escalation.Model;

namespace Escalation.Simulation;

/// <summary>Makes code of the rates and truths that are followed all the time: clocks and watches.</summary>
/// <param name="scenario">The scenario.</param>
/// <param name="factory">What makes code of its formulas.</param>
/// <param name="rules">The rules of all actors.</param>
/// <param name="measures">The measures.</param>
/// <param name="related">The actors that actors have in the rules they share.</param>
internal sealed class FollowedFormulas(
    Scenario scenario, FormulaFactory factory, RuleInstance[] rules, MeasureProgram[] measures, OwnValues<int> related)
{
    // The formulas of a rule are made once for all actors that share it: code for each would not fit into the caches.
    private readonly Dictionary<RuleProgram, RateFormula[]> ratesOf = [];
    private readonly Dictionary<RuleProgram, Watch> watchOf = [];

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

    private IEnumerable<Clock> ClocksOf(RuleInstance rule)
    {
        ClockKind? kind = rule.Program.Rule.Occasion switch
        {
            RateOccasion => ClockKind.Rate,
            EveryOccasion => ClockKind.Every,
            AtOccasion => ClockKind.At,
            _ => null,
        };
        if (kind is not { } known)
        {
            return [];
        }

        if (!ratesOf.TryGetValue(rule.Program, out var rates))
        {
            ratesOf[rule.Program] = rates = [.. RatesOf(rule)];
        }

        return rates.Select((rate, ordinal) => new Clock(known, rule.Index, rate, (ulong)ordinal));
    }

    private IEnumerable<RateFormula> RatesOf(RuleInstance rule) => rule.Program.Rule.Occasion switch
    {
        RateOccasion rate => [Moving(rule, Guarded(rule.Program.Rule.If, rate.Rate))],
        EveryOccasion every => [Still(rule, every.Interval)],

        // Each time has a clock of its own, so that all of them are scheduled from the start.
        AtOccasion at => at.Times.Select(time => Still(rule, time)),
        _ => [],
    };

    private static Node Guarded(Formula? condition, Formula rate) => condition is null
        ? rate.Root
        : new CallNode(Function.If, [condition.Root, rate.Root, new ConstantNode(0, Quantity.Rate)], Quantity.Rate);

    private RateFormula Still(RuleInstance rule, Formula formula) =>
        new(factory.Make(formula, owner: rule.Program.Owner), [], null);

    private RateFormula Moving(RuleInstance rule, Node rate)
    {
        var value = factory.Make(rate, rule.Program.Owner);
        var moving = MovingIn(value.Node, rule.Actor);
        return new RateFormula(value, moving, factory.MakeBound(value.Node, moving));
    }

    private Watch WatchOf(RuleInstance rule)
    {
        if (!watchOf.TryGetValue(rule.Program, out var watch))
        {
            var truth = factory.Make(((WhenOccasion)rule.Program.Rule.Occasion).Truth, absent: 0, rule.Program.Owner);
            watchOf[rule.Program] = watch = Follow(WatchKind.When, rule.Index, rule.Actor, truth);
        }

        return watch with { Index = rule.Index, Owner = rule.Actor };
    }

    private Watch Follow(WatchKind kind, int index, int owner, Evaluation truth)
    {
        var moving = MovingIn(truth.Node, owner);
        return new Watch(kind, index, owner, truth, moving, factory.MakeStaying(truth.Node, moving));
    }

    // Rules that are shared are alike in this: one actor stands for all.
    private Variable[] MovingIn(Node node, int actor) => [.. Walk.Variables(node).Where(variable => variable.Kind switch
    {
        VariableKind.Day => true,
        VariableKind.OwnLevel => Moves(actor, variable.Index),
        VariableKind.SponsorLevel => Moves(scenario.Actors[actor].Sponsor, variable.Index),
        VariableKind.RelatedLevel => Moves(related.Of(actor, variable.Owner), variable.Index),
        VariableKind.ActorLevel => Moves(variable.Owner, variable.Index),
        VariableKind.Measure => measures[variable.Index].Reading is not (MeasureReading.Plain or MeasureReading.Windowed),
        _ => false,
    })];

    private bool Moves(int actor, int name) =>
        actor >= 0 && scenario.Actors[actor].Levels.Any(level => level.Name == name && !level.IsAttribute);
}
