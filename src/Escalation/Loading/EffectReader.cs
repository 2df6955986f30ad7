using System.Collections.Immutable;
using Escalation.Language;
using Escalation.Model;

namespace Escalation.Loading;

/// <summary>Reads what a rule does.</summary>
/// <param name="draft">The scenario.</param>
/// <param name="owner">Whose rule it is.</param>
/// <param name="scope">The names that its expressions may read.</param>
/// <param name="rule">Gets the places of what is checked later.</param>
internal sealed class EffectReader(Draft draft, Owner owner, FileScope scope, RuleDraft rule)
{
    /// <summary>Reads the effects.</summary>
    /// <param name="node">The list; null gives none.</param>
    /// <returns>The effects that are whole.</returns>
    public ImmutableArray<Effect> Read(YamlNode? node) =>
        node is not null && Section.Sequence(node, draft.List, "'do'", "do: [{act: action}]") is { } list
            ? [.. list.Items.Select(ReadOne).OfType<Effect>()]
            : [];

    private Effect? ReadOne(YamlNode node)
    {
        if (Section.Of(node, draft.List, RuleMappings.Effect) is not { } section
            || section.Only(RuleMappings.Effect.Choices.AsSpan(), "kind") is not { } kind)
        {
            return null;
        }

        if (kind != "act")
        {
            section.Refuse(kind, "it belongs to 'act'", "against", "times", "spaced", "with");
        }

        var value = section.Find(kind)!;
        return kind switch
        {
            "act" => ReadAct(section, value),
            "set" => new SetEffect(ReadChanges(value, "set")),
            "add" => new AddEffect(ReadChanges(value, "add")),
            "switch" => new SwitchEffect(ReadSwitches(value)),
            "cancel" => ReadCancel(value),
            _ => Section.Scalar(value, draft.List, "the text of a note") is { } text ? new NoteEffect(text.Value.Trim()) : null,
        };
    }

    private ActEffect? ReadAct(Section section, YamlNode value)
    {
        var aim = section.Find("against") is { } against ? new AimReader(draft, scope, rule).Read(against) : null;
        var times = Formulas.Read(draft, section.Find("times"), scope, Quantity.Number, "a count", draws: true);
        if (times?.Root is ConstantNode constant && (constant.Value < 0 || constant.Value != Math.Floor(constant.Value)))
        {
            draft.List.Error(
                times.Where, FormattableString.Invariant($"a count is a whole number, at least 0, this is {constant.Value:R}"));
        }

        var spaced = Formulas.Read(draft, section.Find("spaced"), scope, Quantity.Duration, "a delay", draws: true);
        var with = ReadWith(section.Find("with"));
        if (Section.Scalar(value, draft.List, "the name of an action") is not { } name)
        {
            return null;
        }

        var action = draft.Actions.Find(name.Value.Trim());
        if (action < 0)
        {
            draft.List.Error(
                name.Where, $"unknown action {Quote.Of(name.Value)}", draft.List.Near(
                    name.Value, "Actions of this file", draft.Actions.Names));
            return null;
        }

        var act = new ActEffect { Action = action, Against = aim, Times = times, Spaced = spaced, With = with };
        rule.Acts.Add((act, name.Where));
        return act;
    }

    private ImmutableArray<FieldDraw> ReadWith(YamlNode? node)
    {
        if (node is null || Section.Mapping(node, draft.List, "'with'", "with: {severity: 0.5}") is not { } mapping)
        {
            return [];
        }

        var fields = ImmutableArray.CreateBuilder<FieldDraw>();
        foreach (var entry in mapping.Entries)
        {
            if (Declarations.CheckField(entry.Key, draft.List))
            {
                // One that cannot be read is reported there and stands for any value here: the field is not missing.
                var value = Formulas.Read(draft, entry.Value, scope, Quantity.Number, "a field", draws: true) ?? Formula.Of(0);
                fields.Add(new FieldDraw(draft.Fields.Find(entry.Key.Value), value));
            }
        }

        return fields.ToImmutable();
    }

    private ImmutableArray<LevelChange> ReadChanges(YamlNode node, string kind)
    {
        if (Section.Mapping(node, draft.List, $"'{kind}'", $"{kind}: {{level: 1}}") is not { } mapping)
        {
            return [];
        }

        var changes = ImmutableArray.CreateBuilder<LevelChange>();
        foreach (var entry in mapping.Entries)
        {
            var value = Formulas.Read(draft, entry.Value, scope, Quantity.Number, "a level", draws: true);
            if (!entry.Key.IsBroken && FindLevel(entry.Key) is >= 0 and var level && value is not null)
            {
                changes.Add(new LevelChange(level, value));
                rule.Changes.Add((level, entry.Key.Where));
            }
        }

        return changes.ToImmutable();
    }

    private int FindLevel(YamlScalar key)
    {
        var name = key.Value;
        var level = draft.Levels.Find(name);
        if (level >= 0 && owner.Levels.Contains(level))
        {
            return level;
        }

        var own = owner.Levels.Order().Select(index => draft.Levels.Names[index]);
        if (name.Contains('.', StringComparison.Ordinal) || level >= 0)
        {
            draft.List.Error(
                key.Where,
                $"{Quote.Of(name)} is no level of {owner.Label}, and an actor changes only its own",
                $"what it does to others goes through actions. Own levels: {Quote.List(own.DefaultIfEmpty("none"))}");
            return -1;
        }

        if (draft.Conditions.Find(name) >= 0)
        {
            draft.List.Error(key.Where, $"'{name}' is a condition, not a level", $"write {{switch: {{{name}: state}}}}");
            return -1;
        }

        draft.List.Error(key.Where, $"unknown level {Quote.Of(name)}", draft.List.Near(name, $"Levels of {owner.Label}", own));
        return -1;
    }

    private ImmutableArray<ConditionSwitch> ReadSwitches(YamlNode node)
    {
        if (Section.Mapping(node, draft.List, "'switch'", "switch: {condition: state}") is not { } mapping)
        {
            return [];
        }

        var switches = ImmutableArray.CreateBuilder<ConditionSwitch>();
        foreach (var entry in mapping.Entries)
        {
            var condition = draft.Conditions.Find(entry.Key.Value);
            if (condition < 0)
            {
                draft.List.Error(
                    entry.Key.Where,
                    $"unknown condition {Quote.Of(entry.Key.Value)}",
                    draft.List.Near(entry.Key.Value, "Conditions of this file", draft.Conditions.Names));
            }
            else if (Section.Scalar(entry.Value, draft.List, "the name of a state") is { } name)
            {
                var state = draft.States[condition].IndexOf(name.Value.Trim());
                if (state >= 0)
                {
                    switches.Add(new ConditionSwitch(condition, state));
                }
                else
                {
                    draft.List.Error(
                        name.Where,
                        $"condition '{entry.Key.Value}' has no state {Quote.Of(name.Value)}",
                        draft.List.Near(name.Value, "Its states", draft.States[condition]));
                }
            }
        }

        return switches.ToImmutable();
    }

    private CancelEffect? ReadCancel(YamlNode node)
    {
        if (Section.Scalar(node, draft.List, "the title of a rule, or 'all'") is not { } title)
        {
            return null;
        }

        if (title.Value == "all")
        {
            return new CancelEffect(null);
        }

        rule.Cancels.Add((title.Value, title.Where));
        return new CancelEffect(title.Value);
    }
}
