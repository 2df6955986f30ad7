using System.Collections.Immutable;
using Escalation.Language;

namespace Escalation.Model;

/// <summary>A whole scenario, typed and checked; immutable and shared by all threads. Indices in it and in its formulas
/// are positions in the arrays below.</summary>
public sealed record Scenario
{
    /// <summary>Its name, shown in every report.</summary>
    public required string Name { get; init; }

    /// <summary>What it is about; may be empty.</summary>
    public string About { get; init; } = "";

    /// <summary>Where its facts come from.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>The calendar date of day 0, if it has one.</summary>
    public DateTime? Start { get; init; }

    /// <summary>The time at which a replication ends, inclusive: a duration of constants and levers.</summary>
    public required Formula Horizon { get; init; }

    /// <summary>The most steps of one replication.</summary>
    public long MaxEvents { get; init; } = 10_000_000;

    /// <summary>Titles of the rungs, lowest first.</summary>
    public ImmutableArray<string> Ladder { get; init; } = [];

    /// <summary>Levers first (<see cref="LeverCount"/> of them), then uncertainties.</summary>
    public ImmutableArray<Parameter> Parameters { get; init; } = [];

    /// <summary>How many of the parameters are levers.</summary>
    public int LeverCount { get; init; }

    /// <summary>Titled sets of parameter values.</summary>
    public ImmutableArray<Case> Cases { get; init; } = [];

    /// <summary>Named states of the world.</summary>
    public ImmutableArray<Condition> Conditions { get; init; } = [];

    /// <summary>Names of levels; a level of an actor is (actor, index of its name).</summary>
    public ImmutableArray<string> LevelNames { get; init; } = [];

    /// <summary>Names of event fields over all actions.</summary>
    public ImmutableArray<string> FieldNames { get; init; } = [];

    /// <summary>What actors can do.</summary>
    public ImmutableArray<ActionDefinition> Actions { get; init; } = [];

    /// <summary>Names of the kinds of actors.</summary>
    public ImmutableArray<string> KindNames { get; init; } = [];

    /// <summary>The actors; the first one is always <c>world</c>, the others follow in file order.</summary>
    public required ImmutableArray<Actor> Actors { get; init; }

    /// <summary>What is counted or followed.</summary>
    public ImmutableArray<Measure> Measures { get; init; } = [];

    /// <summary>Truths about measures.</summary>
    public required ImmutableArray<Outcome> Outcomes { get; init; }

    /// <summary>Which paths are sampled, if any.</summary>
    public SeriesRequest? Series { get; init; }

    /// <summary>What tuning may minimise: name and text.</summary>
    public ImmutableArray<Objective> Objectives { get; init; } = [];

    /// <summary>What calibration fits.</summary>
    public ImmutableArray<Target> Targets { get; init; } = [];

    /// <summary>Experiments with it that are written down.</summary>
    public ImmutableArray<Study> Studies { get; init; } = [];
}
