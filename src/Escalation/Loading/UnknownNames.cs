using Escalation.Language;

namespace Escalation.Loading;

/// <summary>Says what is wrong with a name that has no meaning where it stands. It may have one elsewhere: then the message
/// says how to write it; else the nearest name is offered.</summary>
/// <param name="draft">The scenario.</param>
/// <param name="place">Where it stands.</param>
/// <param name="owner">Whose rule it is; null where there is no own actor.</param>
internal sealed class UnknownNames(Draft draft, Place place, Owner? owner)
{
    /// <summary>Says what is wrong with a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="names">The names that could stand there.</param>
    /// <returns>The problem.</returns>
    public Resolution Explain(string name, IEnumerable<string> names)
    {
        var level = draft.Levels.Find(name);
        if (draft.Conditions.Find(name) is >= 0 and var condition)
        {
            var state = draft.States[condition].FirstOrDefault("holds");
            return new(null, $"{Quote.Of(name)} is a condition, not a number", $"ask for its state: '{name} is {state}'");
        }

        if (draft.Actors.Find(name) is >= 0 and var actor)
        {
            var levels = draft.ActorDrafts[actor].LevelNames(draft).ToList();
            return new(
                null,
                $"{Quote.Of(name)} is an actor, not a number",
                levels.Count > 0 ? $"name one of its levels: '{name}.{levels[0]}'" : "it has no levels that could be read");
        }

        if (level >= 0 && Allows(Reads.Moment))
        {
            return new(null, $"{Quote.Of(name)} is a level, but {LevelElsewhere()}", LevelHint(name, level));
        }

        if (draft.Fields.Find(name) >= 0 || name is "rung" or "attributed")
        {
            return new(
                null,
                $"{Quote.Of(name)} is a field of events",
                Allows(Reads.Event) ? $"write 'event.{name}'"
                    : "there is no event here: a measure of events says 'of: …', a rule 'upon: …'");
        }

        return Unknown(name, names);
    }

    private string LevelElsewhere() => owner is null
        ? $"{place.Noun} has no own actor"
        : $"{owner.Label} does not have it";

    private string LevelHint(string name, int level)
    {
        var holders = draft.ActorDrafts.Where(actor => actor.HasLevel(level)).Select(actor => $"{actor.Name}.{name}").ToList();
        var also = Allows(Reads.Event) ? $", or 'event.actor.{name}'" : "";
        return holders.Count > 0 ? $"write whose it is: {Quote.List(holders, 4)}{also}" : "no actor has it";
    }

    private Resolution Unknown(string name, IEnumerable<string> candidates)
    {
        if (Functions.Find(name) is not null || Distributions.Find(name) is not null || Units.IsUnit(name))
        {
            // The reader of expressions knows what to say about its own words.
            return new(null);
        }

        if (draft.LacksNames)
        {
            return Formulas.Unsaid;
        }

        if (draft.List.IsFull)
        {
            return new(null, $"unknown name {Quote.Of(name)}", "");
        }

        var near = Hints.Nearest(name, candidates);
        if (near is null)
        {
            return new(null, $"unknown name {Quote.Of(name)}", EverythingHere());
        }

        var (noun, heading, names) = draft.Parameters.Find(near) is >= 0 and var index
            ? index < draft.LeverCount
                ? ("lever", "Levers of this file", draft.Parameters.Names.Take(draft.LeverCount))
                : ("uncertainty", "Uncertainties of this file", draft.Parameters.Names.Skip(draft.LeverCount))
            : draft.Measures.Find(near) >= 0 ? ("measure", "Measures of this file", draft.Measures.Names)
            : draft.Outcomes.Find(near) >= 0 ? ("outcome", "Outcomes of this file", draft.Outcomes.Names)
            : near == "day" ? ("name", "The time is", ["day"])
            : ("level", $"Levels of {owner?.Label}", OwnLevels());
        return new(null, $"unknown {noun} {Quote.Of(name)}", draft.List.Near(name, heading, names));
    }

    private string EverythingHere()
    {
        var parts = new List<string>();
        Part("levers", draft.Parameters.Names.Take(draft.LeverCount));
        Part("uncertainties", draft.Parameters.Names.Skip(draft.LeverCount));
        Part("levels", OwnLevels());
        if (Allows(Reads.Moment))
        {
            Part("measures", draft.Measures.Names);
        }

        return parts.Count == 0 ? "this file has no names that could stand here"
            : $"Names that can stand here: {string.Join("; ", parts)}";

        void Part(string what, IEnumerable<string> names)
        {
            var some = Quote.List(names, 6);
            if (some.Length > 0)
            {
                parts.Add($"{what} {some}");
            }
        }
    }

    private bool Allows(Reads reads) => (place.Reads & reads) != 0;

    private IEnumerable<string> OwnLevels() =>
        owner is null ? [] : owner.Levels.Order().Select(level => draft.Levels.Names[level]);
}
