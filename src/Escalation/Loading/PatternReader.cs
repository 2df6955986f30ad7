using System.Collections.Immutable;
using Escalation.Language;
using Escalation.Model;

namespace Escalation.Loading;

/// <summary>Reads patterns: <c>attack by militia against us</c>, <c>truce becomes broken</c>, <c>outcome spiral</c>.</summary>
/// <param name="draft">The scenario.</param>
/// <param name="hasOwner">Whether there is an own actor, which <c>me</c> and <c>my …</c> mean.</param>
internal sealed class PatternReader(Draft draft, bool hasOwner)
{
    private const string Form = "write 'action by who against who', 'condition becomes state' or 'outcome name'";

    /// <summary>Reads one pattern or a list of them.</summary>
    /// <param name="node">The node; null gives none.</param>
    /// <returns>The patterns with their places; null if any of them is broken, which is reported.</returns>
    public ImmutableArray<PlacedPattern>? Read(YamlNode? node)
    {
        if (node is not YamlSequence list)
        {
            return node is not null && ReadOne(node) is { } one ? [one] : null;
        }

        if (list.Items.IsEmpty)
        {
            draft.List.Error(list.Where, "a pattern is expected, but the list is empty", Form);
        }

        var patterns = list.Items.Select(ReadOne).ToList();
        return patterns.Count == 0 || patterns.Contains(null) ? null : [.. patterns.OfType<PlacedPattern>()];
    }

    private PlacedPattern? ReadOne(YamlNode node)
    {
        if (Section.Scalar(node, draft.List, "a pattern") is not { } scalar)
        {
            return null;
        }

        var words = Split(scalar);
        Pattern? pattern = words switch
        {
            [{ Text: "outcome" }, var name] => ReadOutcome(name),
            [var condition, { Text: "becomes" }, var state] => ReadBecomes(condition, state),
            [_, { Text: "becomes" }, ..] or [{ Text: "outcome" }, _, _, ..] => Refuse(scalar.Where, "this is no pattern", Form),
            _ => ReadAct(words, scalar),
        };
        return pattern is null ? null : new PlacedPattern(pattern, scalar.Where);
    }

    private List<Word> Split(YamlScalar scalar)
    {
        var words = new List<Word>();
        var text = scalar.Value;
        for (var start = 0; start < text.Length; start++)
        {
            if (char.IsWhiteSpace(text[start]))
            {
                continue;
            }

            var end = start;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            words.Add(new Word(
                text[start..end], words.Count < 16 ? Spans.Inside(draft.Source, scalar, start, end - start) : scalar.Where));
            start = end;
        }

        return words;
    }

    private Pattern? Refuse(SourceSpan where, string message, string? hint)
    {
        draft.List.Error(where, message, hint);
        return null;
    }

    private Pattern? ReadOutcome(Word name) => draft.Outcomes.Find(name.Text) is >= 0 and var outcome
        ? new OutcomePattern(outcome)
        : Refuse(
            name.Where,
            $"unknown outcome {Quote.Of(name.Text)}",
            draft.List.Near(name.Text, "Outcomes of this file", draft.Outcomes.Names));

    private Pattern? ReadBecomes(Word condition, Word state)
    {
        var index = draft.Conditions.Find(condition.Text);
        if (index < 0)
        {
            return Refuse(
                condition.Where,
                $"unknown condition {Quote.Of(condition.Text)}",
                draft.List.Near(condition.Text, "Conditions of this file", draft.Conditions.Names));
        }

        var which = draft.States[index].IndexOf(state.Text);
        return which >= 0
            ? new BecomesPattern(index, which)
            : Refuse(
                state.Where,
                $"condition '{condition.Text}' has no state {Quote.Of(state.Text)}",
                draft.List.Near(state.Text, "Its states", draft.States[index]));
    }

    private Pattern? ReadAct(List<Word> words, YamlScalar scalar)
    {
        var next = 1;
        var action = -1;
        if (words[0].Text == "any" && words is [_, { Text: "action" }, ..])
        {
            next = 2;
        }
        else
        {
            action = draft.Actions.Find(words[0].Text);
            if (action < 0)
            {
                return UnknownAction(words);
            }
        }

        var (by, against) = (Who.Unsaid, Who.Unsaid);
        while (next < words.Count)
        {
            var word = words[next];
            var isBy = word.Text == "by";
            if ((!isBy && word.Text != "against") || (isBy ? by : against).Role != Role.Unsaid)
            {
                return Refuse(word.Where, $"{Quote.Of(word.Text)} is not expected in a pattern here", Form);
            }

            if (next + 1 >= words.Count)
            {
                return Refuse(word.Where, $"'{word.Text}' stands at the end: who is meant?", Form);
            }

            var length = words[next + 1].Text == "my" && next + 2 < words.Count ? 2 : 1;
            if (ReadWho(words[next + 1], length == 2 ? words[next + 2] : null) is not { } who)
            {
                return null;
            }

            (by, against) = isBy ? (who, against) : (by, who);
            next += 1 + length;
        }

        return words.Count > 0 ? new ActPattern(action, by, against) : Refuse(scalar.Where, "a pattern is expected", Form);
    }

    private Pattern? UnknownAction(List<Word> words)
    {
        var name = words[0];
        if (draft.Conditions.Find(name.Text) >= 0)
        {
            return Refuse(name.Where, $"'{name.Text}' is a condition, not an action", $"write '{name.Text} becomes <state>'");
        }

        if (draft.Outcomes.Find(name.Text) >= 0)
        {
            return Refuse(name.Where, $"'{name.Text}' is an outcome, not an action", $"write 'outcome {name.Text}'");
        }

        return Refuse(
            name.Where,
            $"unknown action {Quote.Of(name.Text)}",
            draft.List.Near(name.Text, "Actions of this file", draft.Actions.Names.Append("any action")));
    }

    private Who? ReadWho(Word word, Word? second)
    {
        Who? who = (word.Text, second?.Text) switch
        {
            ("anyone", null) => new Who(Role.Anyone),
            ("me", null) => new Who(Role.Me),
            ("others", null) => new Who(Role.Others),
            ("my", "sponsor") => new Who(Role.MySponsor),
            ("my", "proxies") => new Who(Role.MyProxies),
            _ when draft.Actors.Find(word.Text) is >= 0 and var actor => new Who(Role.Actor, actor),
            _ when draft.Kinds.Find(word.Text) is >= 0 and var kind => new Who(Role.Kind, kind),
            _ => null,
        };
        if (who is { Role: Role.Me or Role.Others or Role.MySponsor or Role.MyProxies } && !hasOwner)
        {
            draft.List.Error(
                word.Where, $"'{word.Text}' has no meaning in a measure, which has no own actor", "name the actor or kind");
            return null;
        }

        if (who is null)
        {
            var name = second is null || word.Text != "my" ? word.Text : $"my {second.Text}";
            var names = draft.Actors.Names.Concat(draft.Kinds.Names).Append("anyone");
            if (hasOwner)
            {
                names = names.Concat(["me", "others", "my sponsor", "my proxies"]);
            }

            draft.List.Error(
                word.Where, $"unknown actor or kind {Quote.Of(name)}", draft.List.Near(name, "Who may stand here", names));
        }

        return who;
    }

    private sealed record Word(string Text, SourceSpan Where);
}
