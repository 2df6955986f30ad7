using System.Collections.Immutable;

namespace Escalation.Tests.Simulation.Random;

/// <summary>What an expression of a random scenario may read where it stands.</summary>
internal sealed record Scope
{
    /// <summary>What is fixed for a replication: levers and uncertainties only.</summary>
    public static Scope Replication { get; } = new();

    /// <summary>A measure over time, an outcome, a series.</summary>
    public static Scope Truth { get; } = new() { Moment = true, IsFollowed = true, Measures = int.MaxValue };

    /// <summary>A rule whose occasion is no event.</summary>
    public static Scope Rule { get; } = new() { Moment = true, Own = true, Measures = int.MaxValue };

    /// <summary>Day, conditions, levels of named actors, measures, outcomes.</summary>
    public bool Moment { get; init; }

    /// <summary>Whether the expression is followed between events. Numbers that move alike, and a measure over time, are left out
    /// there: the search for a crossing takes long.</summary>
    public bool IsFollowed { get; init; }

    /// <summary>Own levels.</summary>
    public bool Own { get; init; }

    /// <summary>Levels of the sponsor.</summary>
    public bool Sponsor { get; init; }

    /// <summary>Levels of the doer of the event.</summary>
    public bool Event { get; init; }

    /// <summary>Levels of the target of the event.</summary>
    public bool Target { get; init; }

    /// <summary>The rung of the event.</summary>
    public bool Rung { get; init; }

    /// <summary>Whether the doer is known.</summary>
    public bool Attributed { get; init; }

    /// <summary>Levels of who may hear a report.</summary>
    public bool Observer { get; init; }

    /// <summary>Fields of the event.</summary>
    public ImmutableArray<string> Fields { get; init; } = [];

    /// <summary>How many of the measures may be read; a measure reads those before it.</summary>
    public int Measures { get; init; }

    /// <summary>Outcomes that may be read.</summary>
    public ImmutableArray<string> Outcomes { get; init; } = [];
}
