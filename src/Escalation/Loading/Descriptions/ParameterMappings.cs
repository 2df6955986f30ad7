namespace Escalation.Loading;

/// <summary>The keys of levers and uncertainties.</summary>
internal static class ParameterMappings
{
    private static readonly KeyDescription Source = new("source", ValueForm.Text, "Where the value comes from.");

    public static MappingDescription Lever { get; } = new(
        "lever",
        "a lever",
        "{value: 0.5, range: [0, 1]}",
        "A number that somebody may choose, or one of several words; tuning looks for the best one.",
        new("value", ValueForm.Value, "The value that is used unless another one is set.", KeyPlace.Required),
        new("range", new ListForm(ValueForm.Value, Count: 2), "The least and the greatest value that can be set."),
        new(
            "choices",
            new ListForm(ValueForm.Text),
            "Words to choose between, in place of numbers; read by 'lever is word', and as a target if all are actors."),
        new("by", ValueForm.Text, "The actor who chooses, where both sides tune."),
        KeyDescription.OfAbout,
        Source);

    public static MappingDescription Uncertainty { get; } = new(
        "uncertainty",
        "an uncertainty",
        "{value: 0.5, prior: \"beta(a=1, b=1)\"}",
        "A number that nobody knows; it has a value, a prior, or both.",
        new("value", ValueForm.Value, "The value that is used unless another one is set or drawn."),
        new(
            "prior",
            ValueForm.DrawnValue,
            "How likely each value is: drawn once a replication with '--sample', or without a value."),
        KeyDescription.OfAbout,
        Source);
}
