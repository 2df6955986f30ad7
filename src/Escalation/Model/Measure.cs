using System.Collections.Immutable;
using Escalation.Language;

namespace Escalation.Model;

/// <summary>What a measure does.</summary>
public enum MeasureKind
{
    /// <summary>Counts events.</summary>
    Count,

    /// <summary>Adds up a value of events.</summary>
    Sum,

    /// <summary>Greatest value of events.</summary>
    Maximum,

    /// <summary>Least value of events.</summary>
    Minimum,

    /// <summary>Time of the first event.</summary>
    First,

    /// <summary>Time of the last event.</summary>
    Last,

    /// <summary>Time of the n-th event.</summary>
    Nth,

    /// <summary>Time for which a truth held.</summary>
    Time,

    /// <summary>Present value of an expression.</summary>
    Level,

    /// <summary>Greatest value of an expression over time.</summary>
    MaximumOverTime,

    /// <summary>Least value of an expression over time.</summary>
    MinimumOverTime,

    /// <summary>Mean of an expression over time.</summary>
    MeanOverTime,

    /// <summary>Counts dropped activations.</summary>
    Dropped,
}

/// <summary>Why an activation was dropped.</summary>
public enum DropReason
{
    /// <summary><c>if</c> was false.</summary>
    If,

    /// <summary>The chance went against it.</summary>
    Chance,

    /// <summary>A limit was reached.</summary>
    Limits,

    /// <summary><c>unless</c> was true.</summary>
    Unless,

    /// <summary>It was cancelled.</summary>
    Cancelled,

    /// <summary>The doer of its event was unknown.</summary>
    Unknown,

    /// <summary>There was nobody to aim at.</summary>
    NoTarget,

    /// <summary>The replication reached its horizon first.</summary>
    Horizon,
}

/// <summary>What is counted or followed.</summary>
public sealed record Measure
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it means.</summary>
    public string About { get; init; } = "";

    /// <summary>What it does.</summary>
    public required MeasureKind Kind { get; init; }

    /// <summary>The type of its value; times are durations.</summary>
    public required Quantity Quantity { get; init; }

    /// <summary>The events that it sees (acts, <c>becomes</c>, <c>outcome</c>); empty for those over time and for
    /// dropped.</summary>
    public ImmutableArray<Pattern> Of { get; init; } = [];

    /// <summary>The value of an event (sum, maximum, minimum), the truth (time) or the expression (level, over time); else
    /// null.</summary>
    public Formula? Value { get; init; }

    /// <summary>Fields that an event must have to be seen (under <c>any action</c> and lists events without them are passed
    /// over).</summary>
    public ImmutableArray<int> NeededFields { get; init; } = [];

    /// <summary>True if its value or filter reads the rung, so that events without one are passed over.</summary>
    public bool NeedsRung { get; init; }

    /// <summary>Only events for which this is true.</summary>
    public Formula? If { get; init; }

    /// <summary>Only after this day (exclusive); null: day 0 counts.</summary>
    public Formula? From { get; init; }

    /// <summary>Only to this day (inclusive).</summary>
    public Formula? Until { get; init; }

    /// <summary>A sliding window, closed at both ends.</summary>
    public Formula? Within { get; init; }

    /// <summary>The day at which the value is frozen.</summary>
    public Formula? At { get; init; }

    /// <summary>Which event <see cref="MeasureKind.Nth"/> waits for, from 1.</summary>
    public int Ordinal { get; init; } = 1;

    /// <summary>For dropped: actors (indices) whose activations count.</summary>
    public ImmutableArray<int> DroppedActors { get; init; } = [];

    /// <summary>For dropped: the title of the rule.</summary>
    public string DroppedTitle { get; init; } = "";

    /// <summary>For dropped: only for this reason; null: any.</summary>
    public DropReason? Because { get; init; }

    /// <summary>True if its value is a time of an event, whose column ends in <c>_day</c>.</summary>
    public bool IsTime => Kind is MeasureKind.First or MeasureKind.Last or MeasureKind.Nth;
}

/// <summary>A truth about a replication.</summary>
public sealed record Outcome
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it means, as a clause: "the US and Iran strike each other directly".</summary>
    public string About { get; init; } = "";

    /// <summary>Reached the first time that this is true; null if it is judged at the end.</summary>
    public Formula? When { get; init; }

    /// <summary>Judged at the end of the replication; null if it has a <see cref="When"/>.</summary>
    public Formula? AtEnd { get; init; }

    /// <summary>True if reaching it ends the replication.</summary>
    public bool Ends { get; init; }

    /// <summary>How near it is, for rare events.</summary>
    public Formula? Progress { get; init; }

    /// <summary>True if its truth reads a measure with a sliding window.</summary>
    public bool ReadsWindow { get; init; }
}

/// <summary>Paths that are sampled.</summary>
/// <param name="Every">Days between samples, a duration; the first is day 0.</param>
/// <param name="Of">What is sampled.</param>
public sealed record SeriesRequest(Formula Every, ImmutableArray<SeriesColumn> Of);

/// <summary>One sampled path.</summary>
/// <param name="Label">Its label, as written.</param>
/// <param name="Value">Its value; reads measures, outcomes, conditions, levels of named actors, day.</param>
public sealed record SeriesColumn(string Label, Formula Value);
