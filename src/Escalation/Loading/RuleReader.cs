using System.Collections.Immutable;
using Escalation.Language;
using Escalation.Model;

namespace Escalation.Loading;

/// <summary>Reads a rule. One that comes from a kind is read once, for all the actors that have it.</summary>
/// <param name="draft">The scenario.</param>
internal sealed class RuleReader(Draft draft)
{
    /// <summary>Reads a rule into its draft.</summary>
    /// <param name="rule">The draft.</param>
    /// <param name="owner">Whose rule it is.</param>
    public void Read(RuleDraft rule, Owner owner)
    {
        if (Section.Of(rule.Node, draft.List, RuleMappings.Rule) is not { } section)
        {
            return;
        }

        var errors = draft.List.ErrorCount;
        var occasion = new OccasionReader(draft, owner).Read(section, rule);
        var hasFields = rule.Patterns.Length > 0 && rule.Patterns.All(placed => placed.Pattern is ActPattern);
        var hasBrokenPattern = occasion is null && section.Find("upon") is not null;
        var scope = new FileScope(draft, hasFields || hasBrokenPattern ? Place.UponAct : Place.Rule, owner);
        var condition = Formulas.Read(draft, section.Find("if"), scope, Quantity.Truth, "a truth");
        var read = new Rule
        {
            Title = rule.Title,
            About = section.Text("about"),
            Where = rule.Where,
            Occasion = occasion ?? new AtOccasion([]),
            If = condition,
            Chance = Chances.Read(draft, section.Find("chance"), scope, "a chance"),
            Limits = section.Find("limits") is { } limits ? ReadLimits(limits, scope, owner) : null,
            After = Formulas.Read(draft, section.Find("after"), scope, Quantity.Duration, "a delay", draws: true),
            Unless = Formulas.Read(draft, section.Find("unless"), scope, Quantity.Truth, "a truth"),
            Do = new EffectReader(draft, owner, scope, rule).Read(section.Require(
                "do", "say what the rule does: 'do: [{act: action}]'")),
        };
        rule.Formulas.AddRange(FormulasOf(read));
        CheckSigns(read, owner);
        if (draft.List.ErrorCount > errors)
        {
            return;
        }

        rule.Rule = read with { NeedsDoer = NeedsDoer(rule), NeedsTarget = NeedsTarget(rule) };
    }

    private Limits? ReadLimits(YamlNode node, FileScope scope, Owner owner)
    {
        if (Section.Of(node, draft.List, RuleMappings.Limits) is not { } section)
        {
            return null;
        }

        if (section.Find("within") is not null && section.Find("at_most") is null && !section.IsMeant("at_most"))
        {
            draft.List.Error(
                section.KeyWhere("within"),
                "'within' needs 'at_most': how often within that time?",
                RuleMappings.Limits.Example);
        }

        var limits = new Limits(
            ReadCount(section, "pending", scope),
            Formulas.Read(draft, section.Find("cooldown"), scope, Quantity.Duration, "a cooldown"),
            ReadCount(section, "at_most", scope),
            Formulas.Read(draft, section.Find("within"), scope, Quantity.Duration, "a window"));
        AddCheck(limits.Cooldown, "a cooldown", owner, guard: null);
        AddCheck(limits.Within, "a window", owner, guard: null);
        return limits;
    }

    private Formula? ReadCount(Section section, string key, FileScope scope)
    {
        var count = Formulas.Read(draft, section.Find(key), scope, Quantity.Number, "a count");
        if (count?.Root is ConstantNode constant && (constant.Value < 0 || constant.Value != Math.Floor(constant.Value)))
        {
            draft.List.Error(
                count.Where, FormattableString.Invariant($"a count is a whole number, at least 0, this is {constant.Value:R}"));
        }
        else if (count?.Root is ConstantNode { Value: 0 })
        {
            draft.List.Warn(
                count.Where,
                $"with '{key}: 0' the rule never acts",
                $"write at least 1, or leave '{key}' out; a rule that may be switched off takes a lever");
        }

        return count;
    }

    private void CheckSigns(Rule rule, Owner owner)
    {
        switch (rule.Occasion)
        {
            case RateOccasion occasion:
                AddCheck(occasion.Rate, "the pace of a rule", owner, rule.If);
                break;
            case EveryOccasion occasion:
                AddCheck(occasion.Interval, "an interval", owner, guard: null);
                break;
        }

        AddCheck(rule.After, "a delay", owner, rule.If);
        foreach (var act in rule.Do.OfType<ActEffect>())
        {
            AddCheck(act.Spaced, "a delay", owner, rule.If);
        }
    }

    private void AddCheck(Formula? formula, string noun, Owner owner, Formula? guard)
    {
        if (formula is not null && !owner.Actors.IsEmpty)
        {
            draft.SignChecks.Add(new SignCheck(formula, noun, owner.Actors, guard));
        }
    }

    private static IEnumerable<Formula> FormulasOf(Rule rule)
    {
        var occasion = rule.Occasion switch
        {
            RateOccasion own => [own.Rate],
            EveryOccasion own => [own.Interval],
            AtOccasion own => own.Times,
            WhenOccasion own => [own.Truth],
            _ => ImmutableArray<Formula>.Empty,
        };
        Formula?[] parts =
        [
            rule.If, rule.Chance, rule.After, rule.Unless,
            rule.Limits?.Pending, rule.Limits?.Cooldown, rule.Limits?.AtMost, rule.Limits?.Within,
        ];
        return occasion.Concat(parts.OfType<Formula>()).Concat(rule.Do.SelectMany(FormulasOf));
    }

    private static IEnumerable<Formula> FormulasOf(Effect effect) => effect switch
    {
        ActEffect act => new[] { act.Times, act.Spaced }.OfType<Formula>()
            .Concat(act.With.Select(field => field.Value))
            .Concat(act.Against is WeightedAim weighted ? weighted.Options.Select(option => option.Weight) : []),
        SetEffect set => set.Changes.Select(change => change.Value),
        AddEffect add => add.Changes.Select(change => change.Value),
        _ => [],
    };

    private static bool NeedsDoer(RuleDraft rule) =>
        Reads(rule, VariableKind.EventActorLevel)
        || rule.Relations.Exists(aim => aim.Relation is Relation.EventActor or Relation.SponsorOfEventActor);

    private static bool NeedsTarget(RuleDraft rule) => Reads(rule, VariableKind.EventTargetLevel);

    private static bool Reads(RuleDraft rule, VariableKind kind) =>
        rule.Formulas.Exists(formula => Walk.Variables(formula.Root).Any(variable => variable.Kind == kind));
}
