using System.Collections.Immutable;
using Escalation.Model;

namespace Escalation.Simulation;

/// <summary>An actor that hears of an event and the rules it asks.</summary>
/// <param name="Actor">Index of the actor.</param>
/// <param name="Known">The rules it asks, from top to bottom, if it knows the doer.</param>
/// <param name="Unknown">The rules it asks if it does not.</param>
/// <param name="Number">Place in <see cref="Listeners.ChangeHearers"/>; −1 for one that hears of acts.</param>
internal sealed record Hearer(int Actor, RuleInstance[] Known, RuleInstance[] Unknown, int Number = -1);

/// <summary>Who hears and measures an act of one action by one doer against one target.</summary>
/// <param name="Hearers">The doer first, then <c>world</c> and the others in file order.</param>
/// <param name="Measures">The measures that see it.</param>
internal sealed record Audience(Hearer[] Hearers, int[] Measures);

/// <summary>Finds who listens to what.</summary>
internal sealed class Listeners(Scenario scenario, RuleInstance[] rules)
{
    private readonly List<Hearer> changeHearers = [];
    private readonly RuleInstance[][] upon = [.. scenario.Actors.Select((_, actor) => Upon(rules, actor))];

    /// <summary>All that hear of something that is not an act, as far as <see cref="OfChange"/> was asked.</summary>
    public Hearer[] ChangeHearers => [.. changeHearers];

    /// <summary>The audience of an act.</summary>
    public Audience OfAct(int action, int doer, int target)
    {
        var hearers = new List<Hearer>();
        Add(doer);
        for (var actor = 0; actor < scenario.Actors.Length; actor++)
        {
            if (actor != doer)
            {
                Add(actor);
            }
        }

        var measures = Enumerable.Range(0, scenario.Measures.Length).Where(index => Sees(scenario.Measures[index]));
        return new Audience([.. hearers], [.. measures]);

        void Add(int actor)
        {
            var known = Asked(actor, doer);
            if (known.Length > 0)
            {
                hearers.Add(new Hearer(actor, known, Asked(actor, doer: -1)));
            }
        }

        RuleInstance[] Asked(int actor, int doer) => upon[actor].Length == 0
            ? []
            : [.. upon[actor].Where(rule => Patterns(rule).OfType<ActPattern>()
                .Any(pattern => Matches(pattern, actor, action, doer, target)))];

        bool Sees(Measure measure) =>
            (!measure.NeedsRung || scenario.Actions[action].Rung >= 0)
            && measure.Of.OfType<ActPattern>().Any(pattern => Matches(pattern, owner: -1, action, doer, target));
    }

    /// <summary>Who hears of something that is not an act.</summary>
    public Hearer[] OfChange(Pattern change)
    {
        var hearers = new List<Hearer>();
        for (var actor = 0; actor < scenario.Actors.Length; actor++)
        {
            RuleInstance[] asked = [.. upon[actor].Where(rule => Patterns(rule).Contains(change))];
            if (asked.Length > 0)
            {
                hearers.Add(new Hearer(actor, asked, asked, changeHearers.Count));
                changeHearers.Add(hearers[^1]);
            }
        }

        return [.. hearers];
    }

    /// <summary>The measures that count something that is not an act.</summary>
    public int[] MeasuresOfChange(Pattern change) =>
        [.. Enumerable.Range(0, scenario.Measures.Length).Where(index => scenario.Measures[index].Of.Contains(change))];

    private static RuleInstance[] Upon(RuleInstance[] rules, int actor) =>
        [.. rules.Where(rule => rule.Actor == actor && rule.Program.IsUpon)];

    private static ImmutableArray<Pattern> Patterns(RuleInstance rule) => ((UponOccasion)rule.Program.Rule.Occasion).Patterns;

    private bool Matches(ActPattern pattern, int owner, int action, int doer, int target) =>
        (pattern.Action < 0 || pattern.Action == action)
        && Is(pattern.By, owner, doer, isNobodyAllowed: true)
        && Is(pattern.Against, owner, target, isNobodyAllowed: false);

    // −1 is an unknown doer or an act without target. The first is anyone and others; the second is nobody.
    private bool Is(Who who, int owner, int actor, bool isNobodyAllowed) => who.Role switch
    {
        Role.Unsaid => true,
        Role.Anyone => actor >= 0 || isNobodyAllowed,
        Role.Others => actor >= 0 ? actor != owner : isNobodyAllowed,
        Role.Actor => actor == who.Index && actor >= 0,
        Role.Kind => actor >= 0 && scenario.Actors[actor].Kind == who.Index,
        Role.Me => actor >= 0 && actor == owner,
        Role.MySponsor => actor >= 0 && owner >= 0 && scenario.Actors[owner].Sponsor == actor,
        Role.MyProxies => actor >= 0 && owner >= 0 && scenario.Actors[actor].Sponsor == owner,
        _ => throw new ArgumentOutOfRangeException(nameof(who), who, "Every role matches somehow."),
    };
}
