namespace Escalation.Loading;

/// <summary>The keys of actions and reports.</summary>
internal static class ActionMappings
{
    public static MappingDescription Report { get; } = new(
        "report",
        "a report",
        "report: {chance: 1, after: 6 h, attributed: 0.9}",
        "How others learn of an action; each observer's chance, delay and attribution are drawn by themselves.",
        new("chance", ValueForm.Number, "The chance that an observer learns of it; 1 if nothing is said."),
        new("after", ValueForm.DrawnDuration, "How long that takes; at once if nothing is said."),
        new("attributed", ValueForm.Number, "The chance that the report names the doer; 1 if nothing is said."));

    public static MappingDescription Action { get; } = new(
        "action",
        "an action",
        "{rung: title, draws: {deaths: poisson(mean=1)}}",
        "A thing that one actor does to another, with outcomes drawn by chance.",
        new("rung", ValueForm.Text, "The title of its rung on the ladder."),
        new(
            "draws",
            ValueForm.MapOf(ValueForm.DrawnNumber),
            "Fields of the event, drawn in order; each may use those before it."),
        new("report", ValueForm.Of(Report), "How others learn of it; at once, surely and truly attributed if nothing is said."),
        KeyDescription.OfAbout);
}
