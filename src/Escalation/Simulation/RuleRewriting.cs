using System.Diagnostics.CodeAnalysis;
using Escalation.Language;
using Escalation.Model;

namespace Escalation.Simulation;

/// <summary>Replaces the formulas and the aims of a rule by others.</summary>
/// <param name="formula">What becomes of the tree of a formula.</param>
/// <param name="aim">What becomes of an aim that is no choice.</param>
internal sealed class RuleRewriting(Func<Node, Node> formula, Func<Aim, Aim> aim)
{
    /// <summary>The rule with everything replaced; its patterns stay.</summary>
    public Rule Of(Rule rule) => rule with
    {
        Occasion = Of(rule.Occasion),
        If = Of(rule.If),
        Chance = Of(rule.Chance),
        Limits = rule.Limits is not { } limits ? null
            : new Limits(Of(limits.Pending), Of(limits.Cooldown), Of(limits.AtMost), Of(limits.Within)),
        After = Of(rule.After),
        Unless = Of(rule.Unless),
        Do = [.. rule.Do.Select(Of)],
    };

    [return: NotNullIfNotNull(nameof(written))]
    private Formula? Of(Formula? written) => written is null ? null : written with { Root = formula(written.Root) };

    private Occasion Of(Occasion occasion) => occasion switch
    {
        RateOccasion rate => new RateOccasion(Of(rate.Rate)),
        EveryOccasion every => new EveryOccasion(Of(every.Interval)),
        AtOccasion at => new AtOccasion([.. at.Times.Select(Of)!]),
        WhenOccasion becoming => new WhenOccasion(Of(becoming.Truth)),
        _ => occasion,
    };

    private Effect Of(Effect effect) => effect switch
    {
        ActEffect act => act with
        {
            Against = Of(act.Against),
            Times = Of(act.Times),
            Spaced = Of(act.Spaced),
            With = [.. act.With.Select(field => field with { Value = Of(field.Value) })],
        },
        SetEffect set => new SetEffect([.. set.Changes.Select(Of)]),
        AddEffect add => new AddEffect([.. add.Changes.Select(Of)]),
        _ => effect,
    };

    private LevelChange Of(LevelChange change) => change with { Value = Of(change.Value) };

    private Aim? Of(Aim? whom) => whom switch
    {
        null => null,
        WeightedAim weighted => new WeightedAim(
            [.. weighted.Options.Select(option => new WeightedOption(Of(option.Aim)!, Of(option.Weight)))]),
        _ => aim(whom),
    };
}
