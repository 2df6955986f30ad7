namespace Escalation.Loading;

/// <summary>The keys of levels, the world, kinds and actors.</summary>
internal static class PartyMappings
{
    private const string Example = "name: {levels: …, policy: …}";

    public static MappingDescription Level { get; } = new(
        "level",
        "a level",
        "fear: {starts: 0, half_life: 30 d}, or a number",
        "A number of an actor that jumps and decays.",
        new("starts", ValueForm.DrawnNumber, "Where it begins; at 'rests_at' if nothing is said."),
        new("rests_at", ValueForm.Number, "Where it moves to between events; 0 if nothing is said."),
        new("half_life", ValueForm.Duration, "It moves exponentially: the time in which half of the way is done."),
        new("falls", ValueForm.Rate, "It moves in a straight line with this speed; instead of 'half_life'."),
        new("min", ValueForm.Number, "No change takes it below this."),
        new("max", ValueForm.Number, "No change takes it above this."),
        KeyDescription.OfAbout);

    private static readonly KeyDescription Levels = new(
        "levels",
        ValueForm.MapOf(new EitherForm([ValueForm.DrawnNumber, ValueForm.Of(Level)])),
        "Its levels: a plain number stays until a rule changes it.");

    private static readonly KeyDescription Sponsor = new("sponsor", ValueForm.Text, "The actor that is 'my sponsor'.");

    private static readonly KeyDescription Policy =
        new("policy", new ListForm(ValueForm.Of(RuleMappings.Rule)), "Its rules; they are asked from top to bottom.");

    public static MappingDescription World { get; } = new(
        "world", "the world", Example, "Chance and outside events.", KeyDescription.OfAbout, Levels, Policy);

    public static MappingDescription Kind { get; } = new(
        "kind",
        "a kind",
        Example,
        "What several actors share; an actor's own level or rule of the same name replaces that of its kind.",
        KeyDescription.OfAbout,
        Levels,
        Sponsor,
        Policy);

    public static MappingDescription Actor { get; } = new(
        "actor",
        "an actor",
        Example,
        "Somebody who does things and to whom things are done.",
        KeyDescription.OfAbout,
        new("kind", ValueForm.Text, "The kind whose levels, sponsor and rules it has."),
        Levels,
        Sponsor,
        Policy);
}
