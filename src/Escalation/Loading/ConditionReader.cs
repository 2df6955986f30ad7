using System.Collections.Immutable;
using Escalation.Language;
using Escalation.Model;

namespace Escalation.Loading;

/// <summary>Reads conditions.</summary>
/// <param name="draft">The scenario.</param>
internal sealed class ConditionReader(Draft draft)
{
    private static readonly string Example = ConditionMapping.Condition.Example;

    /// <summary>Reads all of them.</summary>
    /// <returns>The conditions.</returns>
    public ImmutableArray<Condition> Read() => [.. draft.ConditionEntries.Select(Read)];

    private Condition Read(YamlEntry entry, int index)
    {
        var name = entry.Key.Value;
        var states = draft.States[index];
        if (Section.Of(entry.Value, draft.List, ConditionMapping.Condition) is not { } section)
        {
            return new Condition(name, states, [], "");
        }

        var about = section.Text("about");
        if (section.Require("states", $"write {Example}") is { } node
            && Section.Sequence(node, draft.List, "'states'", Example) is { } list && list.Items.Length < 2)
        {
            draft.List.Error(
                list.Where, $"condition '{name}' needs two states or more, else it could not switch", $"write {Example}");
        }

        return new Condition(name, states, ReadStarts(section, name, states), about);
    }

    private ImmutableArray<Formula> ReadStarts(Section section, string name, ImmutableArray<string> states)
    {
        if (section.Find("starts") is not { } starts)
        {
            // The state that is named first is where it starts unless something else is said.
            return [.. states.Select((_, index) => Formula.Of(index == 0 ? 1 : 0))];
        }

        if (starts is not YamlMapping weights)
        {
            return Section.Scalar(starts, draft.List, "the name of a state") is { } state
                && Find(state, name, states) is >= 0 and var start
                ? [.. states.Select((_, index) => Formula.Of(index == start ? 1 : 0))]
                : [];
        }

        var scope = new FileScope(draft, Place.Replication);
        var found = new Formula?[states.Length];
        foreach (var entry in weights.Entries)
        {
            if (Find(entry.Key, name, states) is >= 0 and var index)
            {
                found[index] = Formulas.Read(draft, entry.Value, scope, Quantity.Number, "a weight");
                if (found[index] is { } weight)
                {
                    draft.SignChecks.Add(new SignCheck(weight, "a weight", []));
                }
            }
        }

        if (found.Length > 0 && found.All(weight => weight?.Root is null or ConstantNode { Value: 0 }) && !draft.List.HasErrors)
        {
            draft.List.Error(
                weights.Where, $"condition '{name}' starts in no state: all weights are 0", "give one of them a weight above 0");
        }

        return [.. found.Select(weight => weight ?? Formula.Of(0))];
    }

    private int Find(YamlScalar state, string name, ImmutableArray<string> states)
    {
        var index = states.IndexOf(state.Value.Trim());
        if (index < 0 && !states.IsEmpty)
        {
            draft.List.Error(
                state.Where, $"condition '{name}' has no state {Quote.Of(state.Value)}", draft.List.Near(
                    state.Value, "Its states", states));
        }

        return index;
    }
}
