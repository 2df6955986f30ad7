using System.Collections.Immutable;

namespace Escalation.Loading;

/// <summary>The first walk over a file: which names there are, so that any expression may use any of them.</summary>
/// <param name="draft">The scenario; gets the names.</param>
internal sealed class Declarations(Draft draft)
{
    // Names that stand alone in expressions, with what they are.
    private readonly Dictionary<string, (string Noun, int Line)> alone = new(StringComparer.Ordinal);

    /// <summary>Declares everything that has a name.</summary>
    /// <param name="root">The file.</param>
    public void Declare(Section root)
    {
        Declare(
            root.Find("levers"),
            "a lever",
            draft.Parameters,
            draft.ParameterEntries,
            "levers: {name: {value: 0.5, range: [0, 1]}}");
        draft.LeverCount = draft.Parameters.Count;
        Declare(
            root.Find("uncertainties"),
            "an uncertainty",
            draft.Parameters,
            draft.ParameterEntries,
            "uncertainties: {name: {value: 0.5, prior: \"beta(a=1, b=1)\"}}");
        Declare(
            root.Find("conditions"),
            "a condition",
            draft.Conditions,
            draft.ConditionEntries,
            "conditions: {name: {states: [off, on], starts: off}}");
        foreach (var entry in draft.ConditionEntries)
        {
            draft.States.Add(States(entry.Value));
        }

        Declare(
            root.Find("actions"),
            "an action",
            draft.Actions,
            draft.ActionEntries,
            "actions: {name: {rung: title}}",
            isAlone: false);
        new PartyReader(draft).Declare(root);
        DeclareFields();
        Declare(root.Find("measures"), "a measure", draft.Measures, draft.MeasureEntries, "measures: {name: {count: action}}");
        Declare(
            root.Find("outcomes"), "an outcome", draft.Outcomes, draft.OutcomeEntries, "outcomes: {name: {when: measure > 3}}");
    }

    private void Declare(
        YamlNode? node, string noun, NameTable names, List<YamlEntry> entries, string example, bool isAlone = true)
    {
        if (node is null)
        {
            return;
        }

        if (Section.Mapping(node, draft.List, Section.NounOf(example), example) is not { } mapping)
        {
            draft.LacksNames = true;
            return;
        }

        foreach (var entry in mapping.Entries)
        {
            if (!Words.CheckName(entry.Key, draft.List, noun))
            {
                continue;
            }

            var name = entry.Key.Value;
            if (isAlone && !alone.TryAdd(name, (noun, entry.Key.Where.Line)))
            {
                var (other, line) = alone[name];
                draft.List.Error(
                    entry.Key.Where,
                    FormattableString.Invariant(
                        $"the name '{name}' is used twice: for {other} in line {line}, and here for {noun}"),
                    "rename one of them");
            }

            // A lever and an uncertainty of one name share a table: the second is left out.
            if (names.Find(name) < 0)
            {
                names.Add(name);
                entries.Add(entry);
            }
        }
    }

    private ImmutableArray<string> States(YamlNode node)
    {
        if (node is not YamlMapping mapping
            || mapping.Entries.FirstOrDefault(entry => entry.Key.Value == "states")?.Value is not YamlSequence list)
        {
            return [];
        }

        if (list.Items.Length > Words.MaximumTitles)
        {
            draft.List.Error(
                list.Where,
                FormattableString.Invariant($"a condition has at most {Words.MaximumTitles} states, not {list.Items.Length}"));
            return [];
        }

        var states = new NameTable();
        foreach (var item in list.Items)
        {
            if (Section.Scalar(item, draft.List, "the name of a state") is not { } state || !Words.CheckName(
                state, draft.List, "a state"))
            {
                continue;
            }

            if (states.Find(state.Value) >= 0)
            {
                draft.List.Error(state.Where, $"state '{state.Value}' stands here twice", "remove one of them");
            }

            states.Add(state.Value);
        }

        return [.. states.Names];
    }

    // Fields come from the draws of actions and from what acts hand on.
    private void DeclareFields()
    {
        foreach (var entry in draft.ActionEntries)
        {
            AddFields(Value(entry.Value, "draws"));
        }

        var rules = draft.KindDrafts.Concat(draft.ActorDrafts).SelectMany(party => party.Policy).Distinct();
        var effects = rules.Select(rule => Value(rule.Node, "do")).OfType<YamlSequence>().SelectMany(list => list.Items);
        foreach (var effect in effects)
        {
            AddFields(Value(effect, "with"));
        }
    }

    private void AddFields(YamlNode? node)
    {
        foreach (var entry in node is YamlMapping mapping ? mapping.Entries : [])
        {
            if (Words.IsName(entry.Key.Value))
            {
                draft.Fields.Add(entry.Key.Value);
            }
        }
    }

    private static YamlNode? Value(YamlNode node, string key) =>
        node is YamlMapping mapping ? mapping.Entries.FirstOrDefault(entry => entry.Key.Value == key)?.Value : null;

    /// <summary>Checks the name of a field where it is defined.</summary>
    /// <param name="key">The name.</param>
    /// <param name="list">Takes what is wrong with it.</param>
    /// <returns>True if it can be used.</returns>
    public static bool CheckField(YamlScalar key, DiagnosticList list)
    {
        if (key.Value is "rung" or "attributed" or "actor" or "target")
        {
            list.Error(
                key.Where, $"every event has 'event.{key.Value}' already, a field cannot be called so", "choose another name");
            return false;
        }

        return Words.CheckName(key, list, "a field");
    }
}
