using System.Collections.Immutable;
using Escalation.Language;
using Escalation.Model;

namespace Escalation.Loading;

/// <summary>One act that a rule of an actor may do.</summary>
/// <param name="Act">The act.</param>
/// <param name="Where">Where its action is named.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Actor">The doer.</param>
/// <param name="Targets">Whom it may be done to; −1 stands for nobody in particular.</param>
internal sealed record ActRecord(ActEffect Act, SourceSpan Where, RuleDraft Rule, int Actor, HashSet<int> Targets);

/// <summary>Which acts can happen at all: who may do what to whom. Everything that listens is held against it.</summary>
internal sealed class ActTable
{
    /// <summary>No target in particular.</summary>
    public const int Nobody = -1;

    // A target that was not looked for any more: it may be anyone.
    private const int Anybody = -2;

    // A file of a few lines can give every one of a hundred thousand actors a rule that hears all the others. Comparing is
    // bounded, and what is not compared counts as heard: the run finds a field that is missing, too.
    private const int MaximumComparisons = 4_000_000;
    private const int MaximumTargets = 300_000;

    private readonly Draft draft;
    private readonly List<ActRecord>[] byAction;
    private readonly List<ActRecord> all = [];
    private readonly ILookup<int, int> proxies;
    private readonly HashSet<int>[] drawn;
    private int comparisons;

    /// <summary>Gathers the acts of all rules.</summary>
    /// <param name="draft">The scenario.</param>
    /// <param name="actions">The actions.</param>
    public ActTable(Draft draft, ImmutableArray<ActionDefinition> actions)
    {
        this.draft = draft;
        byAction = [.. actions.Select(_ => new List<ActRecord>())];
        drawn = [.. actions.Select(action => action.Draws.Select(draw => draw.Field).ToHashSet())];
        proxies = Enumerable.Range(0, draft.ActorDrafts.Count).ToLookup(draft.SponsorOf);
        for (var actor = 0; actor < draft.ActorDrafts.Count; actor++)
        {
            foreach (var rule in draft.ActorDrafts[actor].Policy.Where(rule => rule.Rule is not null))
            {
                foreach (var (act, where) in rule.Acts)
                {
                    var record = new ActRecord(act, where, rule, actor, []);
                    byAction[act.Action].Add(record);
                    all.Add(record);
                }
            }
        }

        FindTargets();
    }

    /// <summary>Acts of an action.</summary>
    /// <param name="action">Its index.</param>
    /// <returns>The acts.</returns>
    public IReadOnlyList<ActRecord> Of(int action) => byAction[action];

    /// <summary>Those whose sponsor an actor is.</summary>
    /// <param name="actor">The actor.</param>
    /// <returns>Its proxies.</returns>
    public IEnumerable<int> ProxiesOf(int actor) => proxies[actor];

    /// <summary>Whether an act carries a field, by the draws of its action or by <c>with</c>.</summary>
    /// <param name="act">The act.</param>
    /// <param name="field">The field.</param>
    /// <returns>True if so.</returns>
    public bool Carries(ActEffect act, int field) => drawn[act.Action].Contains(field)
        || act.With.Any(with => with.Field == field);

    /// <summary>Whether an action draws a field.</summary>
    /// <param name="action">The action.</param>
    /// <param name="field">The field.</param>
    /// <returns>True if so.</returns>
    public bool Draws(int action, int field) => drawn[action].Contains(field);

    /// <summary>The acts that a pattern may match.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="self">The actor whose rule it is; −1 in a measure.</param>
    /// <returns>The acts.</returns>
    public IEnumerable<ActRecord> Heard(ActPattern pattern, int self) =>
        (pattern.Action < 0 ? all : byAction[pattern.Action]).TakeWhile(_ => !IsExhausted)
            .Where(record => Matches(pattern, record, self));

    /// <summary>The acts that a pattern of a rule may match for any of its actors.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="actors">The actors that have the rule.</param>
    /// <returns>The acts; one may come several times.</returns>
    public IEnumerable<ActRecord> Heard(ActPattern pattern, IEnumerable<int> actors) =>
        (DependsOnSelf(pattern.By) || DependsOnSelf(pattern.Against) ? actors : actors.Take(1)).SelectMany(actor => Heard(
            pattern, actor));

    /// <summary>Whether comparing was given up, so that nothing is known of what was not heard.</summary>
    public bool IsExhausted => comparisons > MaximumComparisons;

    /// <summary>Whether a pattern may match a target.</summary>
    /// <param name="who">Who is meant.</param>
    /// <param name="self">The actor whose rule it is.</param>
    /// <param name="other">The doer or target; −1 for nobody.</param>
    /// <returns>True if so.</returns>
    public bool Matches(Who who, int self, int other) => who.Role switch
    {
        Role.Unsaid => true,
        _ when other == Nobody => false,
        _ when other == Anybody => true,
        Role.Anyone => true,
        Role.Actor => other == who.Index,
        Role.Kind => draft.ActorDrafts[other].Kind == who.Index,
        Role.Me => other == self,
        Role.MySponsor => self >= 0 && draft.SponsorOf(self) == other,
        Role.MyProxies => self >= 0 && draft.SponsorOf(other) == self,
        _ => other != self,
    };

    private static bool DependsOnSelf(Who who) => who.Role is Role.Me or Role.MySponsor or Role.MyProxies or Role.Others;

    private bool Matches(ActPattern pattern, ActRecord record, int self)
    {
        if (++comparisons > MaximumComparisons)
        {
            return false;
        }

        return Matches(pattern.By, self, record.Actor)
            && (pattern.Against.Role == Role.Unsaid || record.Targets.Any(target => Matches(pattern.Against, self, target)));
    }

    // An act against 'event.target' may be done to whom the acts that its rule hears may be done to, and these may depend on
    // others: sets of targets only grow until they no longer do.
    private void FindTargets()
    {
        var moving = all.Where(IsMoving).ToList();
        var total = 0;
        foreach (var record in all.Where(record => !IsMoving(record)))
        {
            Grow(record, ref total);
        }

        var grows = true;
        while (grows)
        {
            grows = false;
            foreach (var record in moving)
            {
                grows |= Grow(record, ref total);
            }
        }
    }

    private static bool IsMoving(ActRecord record) => record.Rule.Relations.Exists(aim =>
        aim.Relation is Relation.EventActor or Relation.EventTarget or Relation.SponsorOfEventActor);

    private bool Grow(ActRecord record, ref int total)
    {
        var count = record.Targets.Count;
        if (total > MaximumTargets || IsExhausted)
        {
            record.Targets.Add(Anybody);
            return false;
        }

        AddTargets(record, record.Act.Against);
        total += record.Targets.Count - count;
        return record.Targets.Count > count;
    }

    private void AddTargets(ActRecord record, Aim? aim)
    {
        switch (aim)
        {
            case null:
                record.Targets.Add(Nobody);
                break;
            case ActorAim actor:
                record.Targets.Add(actor.Actor);
                break;
            case WeightedAim choice:
                foreach (var option in choice.Options)
                {
                    AddTargets(record, option.Aim);
                }

                break;
            case RelativeAim relative:
                record.Targets.UnionWith(Related(record, relative.Relation).Where(target => target >= 0));
                break;
        }
    }

    private IEnumerable<int> Related(ActRecord record, Relation relation) => relation switch
    {
        Relation.Me => [record.Actor],
        Relation.MySponsor => [draft.SponsorOf(record.Actor)],
        Relation.MyProxies => proxies[record.Actor],
        Relation.EventActor => HeardBy(record).Select(heard => heard.Actor).ToList(),
        Relation.SponsorOfEventActor => HeardBy(record).Select(heard => draft.SponsorOf(heard.Actor)).ToList(),
        _ => HeardBy(record).SelectMany(heard => heard.Targets).ToList(),
    };

    private IEnumerable<ActRecord> HeardBy(ActRecord record) =>
        record.Rule.Patterns.Select(placed => placed.Pattern).OfType<ActPattern>().SelectMany(pattern => Heard(
            pattern, record.Actor));
}
