namespace Escalation.Loading;

/// <summary>What an expression may read.</summary>
[Flags]
internal enum Reads
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Levers.</summary>
    Levers = 1,

    /// <summary>Uncertainties.</summary>
    Uncertainties = 2,

    /// <summary>The truth of the moment: day, conditions, measures, outcomes, levels of named actors.</summary>
    Moment = 4,

    /// <summary>Levels of the own actor and of its sponsor.</summary>
    Own = 8,

    /// <summary>The event, its doer and its target.</summary>
    Event = 16,

    /// <summary>Whether the doer is known to the hearer.</summary>
    Attributed = 32,

    /// <summary>Levels of who may hear a report.</summary>
    Observer = 64,
}

/// <summary>A kind of place in a file where expressions stand.</summary>
/// <param name="Noun">What stands there: "a prior".</param>
/// <param name="Reads">What it may read.</param>
internal sealed record Place(string Noun, Reads Reads)
{
    private const Reads Constants = Reads.Levers | Reads.Uncertainties;

    /// <summary>The horizon.</summary>
    public static Place Horizon { get; } = new("the horizon", Reads.Levers);

    /// <summary>A prior of an uncertainty.</summary>
    public static Place Prior { get; } = new("a prior", Constants);

    /// <summary>What is fixed for a replication: starts, limits, windows.</summary>
    public static Place Replication { get; } = new("a constant of a replication", Constants);

    /// <summary>A rule whose occasion is no event.</summary>
    public static Place Rule { get; } = new("a rule", Constants | Reads.Moment | Reads.Own);

    /// <summary>A rule upon an act.</summary>
    public static Place UponAct { get; } = new("a rule", Constants | Reads.Moment | Reads.Own | Reads.Event | Reads.Attributed);

    /// <summary>A draw of an action.</summary>
    public static Place Draw { get; } = new("a draw", Constants | Reads.Moment | Reads.Event);

    /// <summary>A report of an action.</summary>
    public static Place Report { get; } = new("a report", Constants | Reads.Moment | Reads.Event | Reads.Observer);

    /// <summary>A measure of events.</summary>
    public static Place EventMeasure { get; } = new("a measure", Constants | Reads.Moment | Reads.Event);

    /// <summary>A measure over time, an outcome, a series.</summary>
    public static Place Truth { get; } = new("a measure or outcome", Constants | Reads.Moment);
}
