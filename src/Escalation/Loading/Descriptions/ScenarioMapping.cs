namespace Escalation.Loading;

/// <summary>The keys of the file itself.</summary>
internal static class ScenarioMapping
{
    public static MappingDescription File { get; } = new(
        "scenario",
        "a scenario",
        "'key: value' lines: 'escalation: 1', 'name: …', 'horizon: 365 d', …",
        "A scenario of escalate: who the actors are, what they can do to each other, on what occasion, and what is counted.",
        new("escalation", new WordForm(["1"]), "The version of the language.", KeyPlace.Required),
        new("name", ValueForm.Text, "The name of the scenario, shown in every report.", KeyPlace.Required),
        KeyDescription.OfAbout,
        new("sources", ValueForm.OneOrList(ValueForm.Text), "Where the facts come from."),
        new("start", ValueForm.Text, "The calendar date of day 0, '2023-10-17'; then times may be written as dates."),
        new("horizon", ValueForm.Duration, "How long a replication lasts; what falls on the horizon counts.", KeyPlace.Required),
        new("max_events", ValueForm.Number, "The most steps of one replication; 10,000,000 if nothing is said."),
        new("ladder", new ListForm(ValueForm.Text), "Titles of the rungs of escalation, the lowest first."),
        new("levers", Map(ParameterMappings.Lever), "Numbers that somebody may choose."),
        new(
            "uncertainties",
            ValueForm.MapOf(new EitherForm([ValueForm.Value, ValueForm.Of(ParameterMappings.Uncertainty)])),
            "Numbers that nobody knows: a plain one, or one with a prior."),
        new(
            "cases",
            ValueForm.MapOf(ValueForm.MapOf(ValueForm.Text)),
            "Titled sets of values for levers and uncertainties; an 'about' may stand among them."),
        new("conditions", Map(ConditionMapping.Condition), "Named states of the world that switch."),
        new("actions", Map(ActionMappings.Action, mayBeEmpty: true), "What one actor can do to another."),
        new(
            "world",
            Or(PartyMappings.World, mayBeEmpty: true),
            "Chance and outside events: it has levels and a policy as an actor, and hears what happens."),
        new("kinds", Map(PartyMappings.Kind, mayBeEmpty: true), "Definitions that several actors share."),
        new("actors", Map(PartyMappings.Actor, mayBeEmpty: true), "Who there is.", KeyPlace.Required),
        new("measures", Map(ResultMappings.Measure), "What is counted or followed."),
        new("outcomes", Map(ResultMappings.Outcome), "Truths about measures: what the scenario is asked.", KeyPlace.Required),
        new("series", ValueForm.Of(ResultMappings.Series), "Which paths over time are sampled."),
        new(
            "objectives",
            ValueForm.MapOf(new EitherForm([ValueForm.Text, ValueForm.Of(ResultMappings.Objective)])),
            "What tuning minimises: 'probability(war)', 'mean(losses)'; or what it maximises, and for whom."),
        new("targets", Map(ResultMappings.Target), "What calibration fits."),
        new("studies", Map(StudyMappings.Study), "Experiments with the scenario, by title."));

    private static ValueForm Map(MappingDescription mapping, bool mayBeEmpty = false) => ValueForm.MapOf(Or(mapping, mayBeEmpty));

    private static ValueForm Or(MappingDescription mapping, bool mayBeEmpty) =>
        mayBeEmpty ? new EitherForm([ValueForm.Of(mapping), new NothingForm()]) : ValueForm.Of(mapping);
}
