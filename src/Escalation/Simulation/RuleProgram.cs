using Escalation.Engine;
using Escalation.Model;

namespace Escalation.Simulation;

/// <summary>A rule with its formulas compiled; shared by all actors that have one of its shape.</summary>
internal sealed class RuleProgram
{
    /// <summary>Compiles a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="factory">What compiles its formulas.</param>
    /// <param name="scenario">The scenario, for names.</param>
    /// <param name="owner">The one actor that has the rule, or −1 if several have it.</param>
    /// <param name="translation">When it is compiled.</param>
    public RuleProgram(Rule rule, FormulaFactory factory, Scenario scenario, int owner, Translation translation)
    {
        (OccasionHeat, ExecutionHeat) = (new Heat(translation), new Heat(translation));
        Rule = rule;
        Owner = owner;
        IsUpon = rule.Occasion is UponOccasion;
        // The rate is 0 while `if` is false, so an occasion of own initiative need not ask again.
        If = factory.Make(rule.Occasion is RateOccasion ? null : rule.If, absent: 1, owner);
        Chance = factory.Make(rule.Chance, absent: 1, owner);
        HasDelay = rule.After is not null;
        After = factory.Make(rule.After, absent: 0, owner);
        Unless = factory.Make(rule.Unless, absent: 0, owner);
        HasLimits = rule.Limits is not null;
        Pending = factory.Make(rule.Limits?.Pending, absent: double.PositiveInfinity, owner);
        Cooldown = factory.Make(rule.Limits?.Cooldown, absent: 0, owner);
        AtMost = factory.Make(rule.Limits?.AtMost, absent: double.PositiveInfinity, owner);
        Within = factory.Make(rule.Limits?.Within, absent: double.PositiveInfinity, owner);
        Effects = new EffectProgram[rule.Do.Length];
        var occurrences = new Occurrences();
        for (var i = 0; i < Effects.Length; i++)
        {
            Effects[i] = new EffectProgram(rule.Do[i], factory, scenario, owner, occurrences, i);
        }
    }

    /// <summary>The rule that was compiled; its title and what it listens to are those of one of the actors that share
    /// it.</summary>
    public Rule Rule { get; }

    /// <summary>How often it was followed as data at an occasion.</summary>
    public Heat OccasionHeat { get; }

    /// <summary>How often it was followed as data once its delay was over.</summary>
    public Heat ExecutionHeat { get; }

    /// <summary>The one actor that has it, or −1.</summary>
    public int Owner { get; }

    /// <summary>True if it hears of events or changes: then its key comes from what it hears of.</summary>
    public bool IsUpon { get; }

    public Evaluation If { get; }

    public Evaluation Chance { get; }

    public bool HasDelay { get; }

    public Evaluation After { get; }

    public Evaluation Unless { get; }

    public bool HasLimits { get; }

    public Evaluation Pending { get; }

    public Evaluation Cooldown { get; }

    public Evaluation AtMost { get; }

    public Evaluation Within { get; }

    public EffectProgram[] Effects { get; }

    /// <summary>What it does at an occasion; followed as data until it is compiled.</summary>
    public RuleCode OccasionCode { get; set; } = World.FollowOccasion;

    /// <summary>What it does once its delay is over.</summary>
    public RuleCode ExecutionCode { get; set; } = World.FollowExecution;
}

/// <summary>A rule of one actor.</summary>
/// <param name="Index">Index of the rule among those of all actors.</param>
/// <param name="Actor">Index of the actor.</param>
/// <param name="Rule">The rule as written.</param>
/// <param name="Program">The compiled rule.</param>
/// <param name="Name">Hash of actor and title: the name that goes into keys.</param>
/// <param name="CancelTargets">For each effect the rule that it cancels, −1 for all; null if it cancels nothing.</param>
internal sealed record RuleInstance(
    int Index, int Actor, Rule Rule, RuleProgram Program, ulong Name, int[]? CancelTargets)
{
    /// <summary>Whether its actor cancels rules, so that it has to know what waits of each.</summary>
    public bool IsCancellable { get; init; }

    /// <summary>Where a fault in it is found.</summary>
    public World.Site Site => World.Site.Rule(Index);

    /// <summary>The name of a rule of an actor in keys.</summary>
    public static ulong NameOf(string actor, string title) => Key.Derive(Key.OfName(actor), Key.OfName(title));
}
