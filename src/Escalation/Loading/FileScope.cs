using System.Collections.Immutable;
using Escalation.Language;

namespace Escalation.Loading;

/// <summary>Whose rule an expression stands in.</summary>
/// <param name="Label">How messages call it: "us", "kind militia".</param>
/// <param name="Actors">The actors that have the rule.</param>
/// <param name="Levels">Indices of the names of levels that any of them has.</param>
internal sealed record Owner(string Label, ImmutableArray<int> Actors, ImmutableHashSet<int> Levels);

/// <summary>The names that an expression may read at its place in the file.</summary>
/// <param name="draft">The scenario.</param>
/// <param name="place">The place.</param>
/// <param name="owner">Whose rule it is; null where there is no own actor.</param>
/// <param name="parametersBefore">How many parameters may be read: in a prior, those that stand before it.</param>
internal sealed class FileScope(Draft draft, Place place, Owner? owner = null, int parametersBefore = int.MaxValue) : IScope
{
    /// <inheritdoc/>
    public IEnumerable<string> Names
    {
        get
        {
            var names = draft.Parameters.Names.AsEnumerable();
            if (Allows(Reads.Moment))
            {
                names = names.Concat(draft.Measures.Names).Concat(draft.Outcomes.Names).Append("day");
            }

            return owner is null ? names : names.Concat(OwnLevels());
        }
    }

    /// <inheritdoc/>
    public Resolution Resolve(ImmutableArray<string> path) => path switch
    {
        [var name] => ResolvePlain(name),
        ["event", "actor" or "target"] => new(
            null, $"'{path[0]}.{path[1]}' is an actor, not a number", $"name one of its levels: 'event.{path[1]}.<level>'"),
        ["event", var field] => ResolveField(field),
        ["event", "actor" or "target", var level] => ResolveParty(path[1], level),
        [var head, var level] => ResolveDotted(head, level),
        _ => new(
            null,
            $"{Quote.Of(string.Join('.', path))} has too many parts",
            "write 'level', 'actor.level' or 'event.actor.level'"),
    };

    /// <inheritdoc/>
    public Resolution ResolveIs(string condition, string state)
    {
        var index = draft.Conditions.Find(condition);
        if (index < 0 && draft.Parameters.Find(condition) is >= 0 and var lever && lever < draft.LeverCount)
        {
            return ResolveChoice(condition, lever, state);
        }

        if (index < 0)
        {
            return new(
                null,
                $"unknown condition {Quote.Of(condition)}",
                Near(condition, "Conditions of this file", draft.Conditions.Names));
        }

        if (!Allows(Reads.Moment))
        {
            return Barred(condition, "a condition");
        }

        var states = draft.States[index];
        var which = states.IndexOf(state);
        if (which < 0)
        {
            return states.IsEmpty
                ? Formulas.Unsaid
                : new(null, $"condition '{condition}' has no state {Quote.Of(state)}", Near(state, "Its states", states));
        }

        return new(new BinaryNode(
            BinaryOperator.Equal,
            new VariableNode(new Variable(VariableKind.Condition, index), Quantity.Number),
            new ConstantNode(which, Quantity.Number),
            Quantity.Truth));
    }

    // A lever that chooses between words is read as a condition is.
    private Resolution ResolveChoice(string name, int lever, string word)
    {
        if (!Allows(Reads.Levers))
        {
            return Barred(name, "a lever");
        }

        if (lever >= draft.ParameterValues.Count || draft.ParameterValues[lever] is not { } parameter)
        {
            return Formulas.Unsaid;
        }

        if (parameter.Choices.IsEmpty)
        {
            return new(null, $"'{name}' is a number, which is compared by ==", $"write '{name} == 1'");
        }

        var which = parameter.Choices.IndexOf(word);
        return which < 0
            ? new(null, $"{Quote.Of(word)} is none of the choices of '{name}'", Near(word, "Its choices", parameter.Choices))
            : new(new BinaryNode(
                BinaryOperator.Equal,
                new VariableNode(new Variable(VariableKind.Parameter, lever), Quantity.Number),
                new ConstantNode(which, Quantity.Number),
                Quantity.Truth));
    }

    /// <summary>Whether there is an event to read.</summary>
    public bool HasEvent => Allows(Reads.Event);

    private bool Allows(Reads reads) => (place.Reads & reads) != 0;

    private string Near(string name, string what, IEnumerable<string> names) => draft.List.Near(name, what, names);

    private IEnumerable<string> OwnLevels() =>
        owner is null ? [] : owner.Levels.Order().Select(level => draft.Levels.Names[level]);

    private Resolution Barred(string name, string what) => new(
        null,
        $"{Quote.Of(name)} is {what}, which {place.Noun} cannot read",
        Allows(Reads.Uncertainties) ? "it may read levers and uncertainties only" : "it may read levers only");

    private Resolution ResolvePlain(string name)
    {
        var level = draft.Levels.Find(name);
        var isOwn = Allows(Reads.Own) && owner is not null && level >= 0 && owner.Levels.Contains(level);
        if (isOwn && Described(name) is { } other)
        {
            return new(
                null,
                $"{Quote.Of(name)} is ambiguous: it is a level of {owner!.Label} and {other}",
                "rename one of them");
        }

        if (isOwn)
        {
            return Level(new Variable(VariableKind.OwnLevel, level));
        }

        if (name == "day")
        {
            return Allows(Reads.Moment)
                ? new(new VariableNode(new Variable(VariableKind.Day), Quantity.Duration))
                : Barred(name, "the time");
        }

        if (draft.Parameters.Find(name) is >= 0 and var parameter)
        {
            return ResolveParameter(name, parameter);
        }

        if (draft.Measures.Find(name) is >= 0 and var measure)
        {
            return ResolveMeasure(name, measure);
        }

        if (draft.Outcomes.Find(name) is >= 0 and var outcome)
        {
            return Allows(Reads.Moment)
                ? new(new VariableNode(new Variable(VariableKind.Outcome, outcome), Quantity.Truth))
                : Barred(name, "an outcome");
        }

        return new UnknownNames(draft, place, owner).Explain(name, Names);
    }

    private string? Described(string name) =>
        draft.Parameters.Find(name) is >= 0 and var parameter ? parameter < draft.LeverCount ? "a lever" : "an uncertainty"
        : draft.Measures.Find(name) >= 0 ? "a measure"
        : draft.Outcomes.Find(name) >= 0 ? "an outcome"
        : null;

    private Resolution ResolveParameter(string name, int parameter)
    {
        var isLever = parameter < draft.LeverCount;
        if (!Allows(isLever ? Reads.Levers : Reads.Uncertainties))
        {
            return Barred(name, isLever ? "a lever" : "an uncertainty");
        }

        if (parameter >= parametersBefore)
        {
            return parameter == parametersBefore
                ? new(
                    null,
                    $"the prior of {Quote.Of(name)} reads itself",
                    "a prior reads levers, and uncertainties that stand before it")
                : new(
                    null,
                    $"{Quote.Of(name)} stands after this prior, which cannot read it",
                    "move it up: a prior reads what stands before it");
        }

        if (parameter < draft.ParameterValues.Count && draft.ParameterValues[parameter] is { Choices: [var first, ..] })
        {
            return new(null, $"{Quote.Of(name)} is a choice between words, not a number", $"write '{name} is {first}'");
        }

        return parameter < draft.ParameterValues.Count && draft.ParameterValues[parameter] is { } known
            ? new(new VariableNode(new Variable(VariableKind.Parameter, parameter), known.Quantity))
            : Formulas.Unsaid;
    }

    private Resolution ResolveMeasure(string name, int measure)
    {
        if (!Allows(Reads.Moment))
        {
            return Barred(name, "a measure");
        }

        return draft.MeasureQuantity(measure) is { } quantity
            ? new(new VariableNode(new Variable(VariableKind.Measure, measure), quantity))
            : Formulas.Unsaid;
    }

    private Resolution ResolveField(string field)
    {
        if (!Allows(Reads.Event))
        {
            return NoEvent($"event.{field}");
        }

        if (field == "rung")
        {
            return new(new VariableNode(new Variable(VariableKind.EventRung), Quantity.Number));
        }

        if (field == "attributed")
        {
            return Allows(Reads.Attributed)
                ? new(new VariableNode(new Variable(VariableKind.EventAttributed), Quantity.Number))
                : new(
                    null,
                    $"{place.Noun} sees what happens, not what is reported: it has no 'event.attributed'",
                    "only rules hear reports");
        }

        var index = draft.Fields.Find(field);
        return index >= 0
            ? new(new VariableNode(new Variable(VariableKind.EventField, index), Quantity.Number))
            : new(
                null,
                $"no event has a field {Quote.Of(field)}",
                Near(field, "Fields of this file", draft.Fields.Names.Append("rung")));
    }

    private Resolution ResolveParty(string party, string level)
    {
        if (!Allows(Reads.Event))
        {
            return NoEvent($"event.{party}.{level}");
        }

        var index = draft.Levels.Find(level);
        return index >= 0
            ? Level(new Variable(party == "actor" ? VariableKind.EventActorLevel : VariableKind.EventTargetLevel, index))
            : new(null, $"unknown level {Quote.Of(level)}", Near(level, "Levels of this file", draft.Levels.Names));
    }

    private Resolution NoEvent(string name) => new(
        null,
        $"there is no event here that {Quote.Of(name)} could mean",
        place.Reads.HasFlag(Reads.Own)
            ? "only a rule 'upon' an action has one; 'becomes' and 'outcome' have no fields, doer or target"
            : $"{place.Noun} is about no event");

    private Resolution ResolveDotted(string head, string level)
    {
        if (head is "sponsor" or "me" or "observer")
        {
            return ResolveRelative(head, level);
        }

        var actor = draft.Actors.Find(head);
        if (actor < 0)
        {
            return draft.Kinds.Find(head) >= 0
                ? new(null, $"{Quote.Of(head)} is a kind, its actors each have levels of their own", KindHint(head, level))
                : new(null, $"unknown actor {Quote.Of(head)}", Near(head, "Actors of this file", draft.Actors.Names));
        }

        if (!Allows(Reads.Moment))
        {
            return Barred($"{head}.{level}", "a level");
        }

        var index = draft.Levels.Find(level);
        return index >= 0 && draft.ActorDrafts[actor].HasLevel(index)
            ? Level(new Variable(VariableKind.ActorLevel, index, actor))
            : new(
                null,
                $"'{head}' has no level {Quote.Of(level)}",
                Near(level, $"Levels of {head}", draft.ActorDrafts[actor].LevelNames(draft)));
    }

    private string KindHint(string kind, string level)
    {
        var index = draft.Kinds.Find(kind);
        var members = draft.ActorDrafts.Where(actor => actor.Kind == index).Select(actor => $"{actor.Name}.{level}");
        return $"name one of them: {Quote.List(members, 4)}";
    }

    private Resolution ResolveRelative(string head, string level)
    {
        var index = draft.Levels.Find(level);
        if (head == "me")
        {
            return new(null, $"'me.{level}' is not needed: own levels stand alone", $"write '{level}'");
        }

        if (!Allows(head == "sponsor" ? Reads.Own : Reads.Observer))
        {
            return head == "sponsor"
                ? new(null, $"{place.Noun} has no own actor, hence no 'sponsor'", "name the actor")
                : new(
                    null,
                    "'observer' has a meaning in a report only: whoever may hear it",
                    "use it in 'report:', or name the actor");
        }

        if (index < 0)
        {
            return new(null, $"unknown level {Quote.Of(level)}", Near(level, "Levels of this file", draft.Levels.Names));
        }

        return Level(new Variable(head == "sponsor" ? VariableKind.SponsorLevel : VariableKind.ObserverLevel, index));
    }

    private static Resolution Level(Variable variable) => new(new VariableNode(variable, Quantity.Number));
}
