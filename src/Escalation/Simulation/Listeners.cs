using System.Collections.Immutable;
using Escalation.Model;

namespace Escalation.Simulation;

/// <summary>An actor that hears of an event and the rules it asks.</summary>
/// <param name="Actor">Index of the actor.</param>
/// <param name="Known">The rules it asks, from top to bottom, if it knows the doer.</param>
/// <param name="Unknown">The rules it asks if it does not.</param>
/// <param name="IfKnown">The first as a program; null where all hear at once.</param>
/// <param name="IfUnknown">The second as a program; null where all hear at once.</param>
internal sealed record Hearer(
    int Actor, RuleInstance[] Known, RuleInstance[] Unknown, HearingProgram? IfKnown, HearingProgram? IfUnknown);

/// <summary>An actor that hears of something that is not an act.</summary>
/// <param name="Actor">Index of the actor.</param>
/// <param name="Asked">The rules it asks, from top to bottom.</param>
/// <param name="Number">Place in <see cref="Listeners.ChangeHearers"/>.</param>
internal sealed record ChangeHearer(int Actor, RuleInstance[] Asked, int Number);

/// <summary>Who hears and measures an act of one action by one doer against one target.</summary>
/// <param name="Hearers">The doer first, then <c>world</c> and the others in file order.</param>
/// <param name="Together">All their rules, if they hear of it at once.</param>
/// <param name="Act">The act itself and the measures that see it.</param>
internal sealed record Audience(Hearer[] Hearers, HearingProgram Together, ActProgram Act);

/// <summary>Finds who listens to what.</summary>
/// <remarks>Rules that name their target or doer are looked up by it, so that an audience costs what it contains, not what the
/// scenario contains.</remarks>
internal sealed class Listeners
{
    private readonly Scenario scenario;
    private readonly RuleInstance[] rules;
    private readonly ScenarioProgram program;
    private readonly Translation translation;
    private readonly Hearings hearings;
    private readonly Shared<ActProgram> acts = new();
    private readonly List<ChangeHearer> changeHearers = [];
    private readonly Dictionary<Pattern, List<int>> ofChange = [];
    private readonly Dictionary<int, List<int>> byTarget = [];
    private readonly Dictionary<int, List<int>> byDoer = [];
    private readonly List<int> others = [];

    /// <summary>Sorts the rules by what they listen to.</summary>
    /// <param name="program">The program, its rules and measures made already.</param>
    /// <param name="hearings">The rules that are asked together.</param>
    /// <param name="translation">When acts are compiled.</param>
    public Listeners(ScenarioProgram program, Hearings hearings, Translation translation)
    {
        (this.program, this.hearings, this.translation) = (program, hearings, translation);
        (scenario, rules) = (program.Scenario, program.Rules);
        foreach (var rule in rules.Where(rule => rule.Program.IsUpon))
        {
            foreach (var pattern in Patterns(rule))
            {
                PlaceOf(pattern, rule.Actor).Add(rule.Index);
            }
        }
    }

    /// <summary>All that hear of something that is not an act, as far as <see cref="OfChange"/> was asked.</summary>
    public ChangeHearer[] ChangeHearers => [.. changeHearers];

    /// <summary>The audience of an act.</summary>
    public Audience OfAct(int action, int doer, int target)
    {
        var candidates = others
            .Concat(byTarget.GetValueOrDefault(target, []))
            .Concat(byDoer.GetValueOrDefault(doer, []))
            .Distinct()
            .Order()
            .Select(index => rules[index])
            .Where(rule => Hears(rule, action, doer, target));
        Hearer[] hearers = [.. candidates
            .GroupBy(rule => rule.Actor)
            .OrderBy(asked => asked.Key == doer ? -1 : asked.Key)
            .Select(asked => HearerOf(
                action, asked.Key, [.. asked], [.. asked.Where(rule => Hears(rule, action, doer: -1, target))]))];
        int[] measures = [.. Enumerable.Range(0, scenario.Measures.Length).Where(index => Sees(scenario.Measures[index]))];
        var act = acts.Of($"{action}:{string.Join(',', measures)}", () => new ActProgram(
            program.Actions[action], measures, translation, act => ActEmitter.Compile(program, act)));
        return new Audience(hearers, hearings.Together([.. hearers.SelectMany(hearer => hearer.Known)]), act);

        bool Sees(Measure measure) =>
            (!measure.NeedsRung || scenario.Actions[action].Rung >= 0)
            && measure.Of.OfType<ActPattern>().Any(pattern => Matches(pattern, owner: -1, action, doer, target));
    }

    /// <summary>Who hears of something that is not an act.</summary>
    public ChangeHearer[] OfChange(Pattern change)
    {
        var first = changeHearers.Count;
        foreach (var asked in ofChange.GetValueOrDefault(change, []).Distinct().Order().GroupBy(index => rules[index].Actor))
        {
            RuleInstance[] known = [.. asked.Select(index => rules[index])];
            changeHearers.Add(new ChangeHearer(asked.Key, known, changeHearers.Count));
        }

        return [.. changeHearers.Skip(first)];
    }

    /// <summary>The measures that count something that is not an act.</summary>
    public int[] MeasuresOfChange(Pattern change) =>
        [.. Enumerable.Range(0, scenario.Measures.Length).Where(index => scenario.Measures[index].Of.Contains(change))];

    private Hearer HearerOf(int action, int actor, RuleInstance[] known, RuleInstance[] unknown) =>
        program.Actions[action].IsReportedAtOnce
            ? new(actor, known, unknown, IfKnown: null, IfUnknown: null)
            : new(actor, known, unknown, hearings.Alone(known), hearings.Alone(unknown));

    private List<int> PlaceOf(Pattern pattern, int owner)
    {
        if (pattern is not ActPattern act)
        {
            return ListIn(ofChange, pattern);
        }

        return NamedBy(act.Against, owner) is >= 0 and var target ? ListIn(byTarget, target)
            : NamedBy(act.By, owner) is >= 0 and var doer ? ListIn(byDoer, doer)
            : others;
    }

    // The one actor that a pattern of an owner's rule names, or −1.
    private int NamedBy(Who who, int owner) => who.Role switch
    {
        Role.Actor => who.Index,
        Role.Me => owner,
        Role.MySponsor => scenario.Actors[owner].Sponsor,
        _ => -1,
    };

    private static List<int> ListIn<TKey>(Dictionary<TKey, List<int>> lists, TKey key)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists[key] = list = [];
        }

        return list;
    }

    private bool Hears(RuleInstance rule, int action, int doer, int target) => Patterns(rule).OfType<ActPattern>()
        .Any(pattern => Matches(pattern, rule.Actor, action, doer, target));

    private static ImmutableArray<Pattern> Patterns(RuleInstance rule) => ((UponOccasion)rule.Rule.Occasion).Patterns;

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
