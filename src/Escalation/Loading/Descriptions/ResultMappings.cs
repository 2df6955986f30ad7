namespace Escalation.Loading;

/// <summary>The keys of measures, outcomes, series and targets.</summary>
internal static class ResultMappings
{
    public static MappingDescription Measure { get; } = new(
        "measure",
        "a measure",
        "{count: attack by anyone against us}",
        "What is counted or followed in a replication.",
        new("count", ValueForm.Patterns, "How many events.", KeyPlace.Choice),
        new("sum", ValueForm.Value, "The sum of a field over the events 'of' a pattern.", KeyPlace.Choice),
        new("max", ValueForm.Value, "The greatest: of a field over events 'of' a pattern, else over time.", KeyPlace.Choice),
        new("min", ValueForm.Value, "The least: of a field over events 'of' a pattern, else over time.", KeyPlace.Choice),
        new("mean", ValueForm.Value, "The mean of an expression over time.", KeyPlace.Choice),
        new("first", ValueForm.Patterns, "The time of the first event.", KeyPlace.Choice),
        new("last", ValueForm.Patterns, "The time of the last event.", KeyPlace.Choice),
        new("nth", ValueForm.Number, "The time of this event, counted from 1, 'of' a pattern.", KeyPlace.Choice),
        new("time", ValueForm.Truth, "For how long this was true.", KeyPlace.Choice),
        new("level", ValueForm.Value, "The value of an expression.", KeyPlace.Choice),
        new("dropped", ValueForm.Text, "How many activations of 'actor.title' or 'kind.title' were dropped.", KeyPlace.Choice),
        new("of", ValueForm.Patterns, "Beside 'sum', 'max', 'min' and 'nth': which events."),
        new("if", ValueForm.Truth, "Only events for which this is true."),
        new("from", ValueForm.Time, "Only what comes after this time."),
        new("until", ValueForm.Time, "Only what comes up to this time."),
        new("within", ValueForm.Duration, "A sliding window: only what came within this time before now."),
        new("at", ValueForm.Time, "The value is the one of this time, not of the end."),
        new("because", new WordForm(DroppedReader.ReasonWords), "Beside 'dropped': only activations dropped for this reason."),
        KeyDescription.OfAbout);

    public static MappingDescription Outcome { get; } = new(
        "outcome",
        "an outcome",
        "{when: attacks > 10} or {at_end: attacks == 0}",
        "A truth about measures: what the scenario is asked.",
        new("when", ValueForm.Truth, "It is reached when this is first true; that time is recorded.", KeyPlace.Choice),
        new("at_end", ValueForm.Truth, "It is judged at the end of the replication.", KeyPlace.Choice),
        new("ends", new WordForm(["true", "false"]), "Whether the replication ends there; beside 'when'."),
        new("progress", ValueForm.Value, "How near the outcome is; by default the left side of a '>='."),
        KeyDescription.OfAbout);

    public static MappingDescription Series { get; } = new(
        "series",
        "'series'",
        "series: {every: 1 d, of: [attacks, us.pressure]}",
        "Which paths over time are sampled, and how often.",
        new("every", ValueForm.Duration, "The time between samples.", KeyPlace.Required),
        new("of", new ListForm(ValueForm.Value), "Measures and other expressions.", KeyPlace.Required));

    public static MappingDescription Objective { get; } = new(
        "objective",
        "an objective",
        "{minimise: mean(losses), by: us}",
        "What tuning makes small or great: a formula of estimates over many histories.",
        new("minimise", ValueForm.Text, "What is made small: 'probability(war)', 'mean(losses)'.", KeyPlace.Choice),
        new("maximise", ValueForm.Text, "What is made great.", KeyPlace.Choice),
        new("by", ValueForm.Text, "The actor whose objective it is, where both sides tune."),
        KeyDescription.OfAbout);

    public static MappingDescription Target { get; } = new(
        "target",
        "a target",
        "{of: attacks, at: 14 d, observed: 23}",
        "Something observed that calibration fits.",
        new("of", ValueForm.Text, "The measure or outcome, or an estimate of one.", KeyPlace.Required),
        new("at", ValueForm.Time, "When it was observed; at the end if nothing is said."),
        new("observed", ValueForm.Value, "What was observed.", KeyPlace.Choice),
        new(
            "csv",
            ValueForm.Text,
            "A file beside the scenario with a count a row: what came since the row before, or the start.",
            KeyPlace.Choice),
        new("column", ValueForm.Text, "Beside 'csv': the column of the counts."),
        new("every", ValueForm.Duration, "Beside 'csv': rows are added up to steps of this length."),
        new(
            "noise",
            ValueForm.Value,
            "The law of the error: 'poisson', 'negative_binomial', 'negative_binomial(shape=5)', a standard error such as '2.5', "
                + "or one as a share, '10 %'."),
        new("source", ValueForm.Text, "Where it comes from."),
        KeyDescription.OfAbout);
}
