namespace Escalation.Loading;

/// <summary>The keys of rules, limits and effects.</summary>
internal static class RuleMappings
{
    public static MappingDescription Limits { get; } = new(
        "limits",
        "'limits'",
        "limits: {pending: 1, cooldown: 3 d, at_most: 5, within: 30 d}",
        "How often a rule may act.",
        new("pending", ValueForm.Number, "The most activations that wait between decision and execution."),
        new("cooldown", ValueForm.Duration, "The least time between executions."),
        new("at_most", ValueForm.Number, "The most executions, in all or 'within' a time."),
        new("within", ValueForm.Duration, "The time that 'at_most' looks back over."));

    public static MappingDescription Effect { get; } = new(
        "effect",
        "an effect",
        "{act: action}, {add: {level: 1}} or {switch: {condition: state}}",
        "One thing that a rule does.",
        new("act", ValueForm.Text, "The action that is done.", KeyPlace.Choice),
        new("set", ValueForm.MapOf(ValueForm.DrawnNumber), "Gives own levels a value.", KeyPlace.Choice),
        new("add", ValueForm.MapOf(ValueForm.DrawnNumber), "Adds to own levels.", KeyPlace.Choice),
        new("switch", ValueForm.MapOf(ValueForm.Text), "Gives conditions a state.", KeyPlace.Choice),
        new("cancel", ValueForm.Text, "Drops what a rule of this actor has waiting: its title, or 'all'.", KeyPlace.Choice),
        new("note", ValueForm.Text, "A line in the history.", KeyPlace.Choice),
        new(
            "against",
            new EitherForm([ValueForm.Text, ValueForm.MapOf(ValueForm.Number)]),
            "With 'act': the target, or weights by target. An actor, 'world', 'event.actor', 'event.target', "
            + "'sponsor of event.actor', 'my sponsor' or 'my proxies'."),
        new("times", ValueForm.DrawnNumber, "With 'act': how often; 1 if nothing is said, 0 is fine."),
        new("spaced", ValueForm.DrawnDuration, "With 'act': a delay for each of them, counted from the execution."),
        new("with", ValueForm.MapOf(ValueForm.DrawnNumber), "With 'act': fields that are handed on to the event."));

    public static MappingDescription Rule { get; } = new(
        "rule",
        "a rule",
        "- {name: title}",
        "On what occasion, if what, with what chance, after what delay, within what limits, an actor does what.",
        new("name", ValueForm.Text, "Its title.", KeyPlace.Required),
        KeyDescription.OfAbout,
        new("rate", ValueForm.Rate, "Occasion: own initiative, a Poisson process of this rate.", KeyPlace.Choice),
        new("every", ValueForm.DrawnDuration, "Occasion: again and again, after intervals drawn anew.", KeyPlace.Choice),
        new("at", ValueForm.OneOrList(ValueForm.Time), "Occasion: fixed times.", KeyPlace.Choice),
        new("upon", ValueForm.Patterns, "Occasion: something that the actor hears.", KeyPlace.Choice),
        new("when", ValueForm.Truth, "Occasion: each time that this becomes true.", KeyPlace.Choice),
        new("if", ValueForm.Truth, "The rule goes on only if this is true at the occasion."),
        new("chance", ValueForm.Number, "The chance that it goes on."),
        new("limits", ValueForm.Of(Limits), "How often it may act."),
        new("after", ValueForm.DrawnDuration, "The delay between decision and execution."),
        new("unless", ValueForm.Truth, "What drops it at the execution, after the delay."),
        new("do", new ListForm(ValueForm.Of(Effect)), "What it does, in order.", KeyPlace.Required));
}
