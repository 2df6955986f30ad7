using System.Collections.Immutable;
using Escalation.Language;

namespace Escalation.Model;

/// <summary>Someone who acts, hears and changes his mind.</summary>
public sealed record Actor
{
    /// <summary>Index of <c>world</c> among the actors.</summary>
    public const int World = 0;

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public string About { get; init; } = "";

    /// <summary>Index of its kind, or −1.</summary>
    public int Kind { get; init; } = -1;

    /// <summary>Index of its sponsor among the actors, or −1.</summary>
    public int Sponsor { get; init; } = -1;

    /// <summary>Its levels, those of its kind merged in.</summary>
    public ImmutableArray<Level> Levels { get; init; } = [];

    /// <summary>Its rules from top to bottom, those of its kind merged in. A rule that comes from a kind is the same object
    /// for every actor of the kind.</summary>
    public ImmutableArray<Rule> Policy { get; init; } = [];
}

/// <summary>A number in an actor's mind or hands that jumps and moves back.</summary>
public sealed record Level
{
    /// <summary>Index of its name in <see cref="Scenario.LevelNames"/>.</summary>
    public required int Name { get; init; }

    /// <summary>Value at day 0, may draw; null: it begins at <see cref="RestsAt"/>.</summary>
    public Formula? Starts { get; init; }

    /// <summary>Where it moves to between events.</summary>
    public Formula RestsAt { get; init; } = Formula.Of(0);

    /// <summary>Time in which half the distance to <see cref="RestsAt"/> is gone; null: it does not decay.</summary>
    public Formula? HalfLife { get; init; }

    /// <summary>Speed of a straight move to <see cref="RestsAt"/>, a rate; null: it does not fall.</summary>
    public Formula? Falls { get; init; }

    /// <summary>Least value, if any.</summary>
    public Formula? Minimum { get; init; }

    /// <summary>Greatest value, if any.</summary>
    public Formula? Maximum { get; init; }

    /// <summary>What it means.</summary>
    public string About { get; init; } = "";

    /// <summary>True if it was written as a plain number: it rests wherever rules leave it.</summary>
    public bool IsAttribute => HalfLife is null && Falls is null;
}
