namespace Escalation.Loading;

/// <summary>The keys of conditions.</summary>
internal static class ConditionMapping
{
    public static MappingDescription Condition { get; } = new(
        "condition",
        "a condition",
        "{states: [broken, holds], starts: broken}",
        "A named state of the world; any rule may switch it.",
        new("states", new ListForm(ValueForm.Text), "The names of its states, two or more.", KeyPlace.Required),
        new(
            "starts",
            new EitherForm([ValueForm.Text, ValueForm.MapOf(ValueForm.Number)]),
            "The state it starts in, or weights by state; without it the one named first."),
        KeyDescription.OfAbout);
}
