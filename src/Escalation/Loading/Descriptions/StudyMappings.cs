using System.Collections.Immutable;

namespace Escalation.Loading;

/// <summary>The keys of studies, and of files that hold studies alone.</summary>
internal static class StudyMappings
{
    private static readonly ValueForm OptionValue = new ScalarForm(
        "option_value",
        "a value",
        HoldsExpression: false,
        "What stands behind the option on the command line; true or false for one that stands alone there.");

    /// <summary>Verbs that a study may name. One more is one line here.</summary>
    private static readonly ImmutableArray<KeyDescription> Verbs =
    [
        OfVerb("run", "Runs the scenario"),
        OfVerb("sweep", "Runs it over values of levers and uncertainties"),
        OfVerb("compare", "Runs cases of it on the same luck"),
        OfVerb("sensitivity", "Says which uncertainties matter"),
        OfVerb("discover", "Says where in the space of uncertainties an outcome happens"),
        OfVerb("tune", "Looks for the best policy"),
        OfVerb("calibrate", "Fits uncertainties to its targets"),
        OfVerb("backtest", "Fits it to the record up to a day and scores what it forecasts"),
    ];

    public static MappingDescription Study { get; } = new(
        "study",
        "a study",
        "{sweep: {lever: firmness=0:1:11, replications: 10000}}",
        "An experiment with the scenario: one verb of the program with its options.",
        [KeyDescription.OfAbout, .. Verbs]);

    public static MappingDescription File { get; } = new(
        "study_file",
        "a file of studies",
        "'escalation: 1', 'scenario: border.yaml', 'studies: {title: {run: {replications: 10000}}}'",
        "Studies of a scenario that lies in another file.",
        new("escalation", new WordForm(["1"]), "The version of the language.", KeyPlace.Required),
        new("scenario", ValueForm.Text, "The file of the scenario, seen from the folder of this file.", KeyPlace.Required),
        KeyDescription.OfAbout,
        new("studies", ValueForm.MapOf(ValueForm.Of(Study)), "The experiments, by title; at least one.", KeyPlace.Required));

    private static KeyDescription OfVerb(string verb, string does) => new(
        verb,
        ValueForm.MapOf(ValueForm.OneOrList(OptionValue)),
        $"{does}: options of 'escalate {verb}' by their long names.",
        KeyPlace.Choice);
}
