using Escalation.Language;
using Escalation.Model;

namespace Escalation.Loading;

/// <summary>Reads what a rule waits for.</summary>
/// <param name="draft">The scenario.</param>
/// <param name="owner">Whose rule it is.</param>
internal sealed class OccasionReader(Draft draft, Owner owner)
{
    /// <summary>Reads the occasion.</summary>
    /// <param name="section">The rule.</param>
    /// <param name="rule">Gets the patterns.</param>
    /// <returns>The occasion, or null if it is broken.</returns>
    public Occasion? Read(Section section, RuleDraft rule)
    {
        if (section.Only(RuleMappings.Rule.Choices.AsSpan(), "occasion") is not { } key)
        {
            return null;
        }

        var node = section.Find(key)!;
        var scope = new FileScope(draft, Place.Rule, owner);
        switch (key)
        {
            case "rate":
                var rate = Formulas.Read(draft, node, scope, Quantity.Rate, "the pace of a rule");
                return rate is null ? null : new RateOccasion(rate);
            case "every":
                var interval = Formulas.Read(draft, node, scope, Quantity.Duration, "an interval", draws: true);
                RefuseNone(interval);
                return interval is null ? null : new EveryOccasion(interval);
            case "when":
                var truth = Formulas.Read(draft, node, scope, Quantity.Truth, "a truth");
                return truth is null ? null : new WhenOccasion(truth);
            case "at":
                var times = new TimeReader(draft).ReadAll(node);
                return times is null ? null : new AtOccasion(times.Value);
            default:
                rule.Patterns = new PatternReader(draft, hasOwner: true).Read(node) ?? [];
                return rule.Patterns.IsEmpty ? null : new UponOccasion([.. rule.Patterns.Select(placed => placed.Pattern)]);
        }
    }

    private void RefuseNone(Formula? interval)
    {
        if (interval?.Root is ConstantNode { Value: 0 })
        {
            draft.List.Error(
                interval.Where, "an interval of 0 would come without end at one instant", "write a duration above 0: '7 d'");
        }
    }
}
