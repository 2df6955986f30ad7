using System.Collections.Immutable;
using Escalation.Language;

namespace Escalation.Model;

/// <summary>On what occasion, if what, with what chance, after what delay, within what limits, an actor does what.</summary>
public sealed record Rule
{
    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>What it stands for.</summary>
    public string About { get; init; } = "";

    /// <summary>Where its title stands in the file.</summary>
    public SourceSpan Where { get; init; }

    /// <summary>What it waits for.</summary>
    public required Occasion Occasion { get; init; }

    /// <summary>It is dropped unless this is true at the occasion; null: always true.</summary>
    public Formula? If { get; init; }

    /// <summary>Chance in [0, 1] that it goes on; null: 1.</summary>
    public Formula? Chance { get; init; }

    /// <summary>How often it may; null: without limit.</summary>
    public Limits? Limits { get; init; }

    /// <summary>Delay between decision and execution, may draw; null: executed within the same step.</summary>
    public Formula? After { get; init; }

    /// <summary>It is dropped if this is true at execution; null: never.</summary>
    public Formula? Unless { get; init; }

    /// <summary>What it does, in order.</summary>
    public ImmutableArray<Effect> Do { get; init; } = [];

    /// <summary>True if it reads or aims at the doer of its event, so that it is not asked when the doer is unknown.</summary>
    public bool NeedsDoer { get; init; }

    /// <summary>True if it reads a level of the target of its event, so that it is not asked when there is none.</summary>
    public bool NeedsTarget { get; init; }
}

/// <summary>What a rule waits for.</summary>
public abstract record Occasion;

/// <summary>Own initiative: an inhomogeneous Poisson process.</summary>
/// <param name="Rate">Its rate, a day; not negative.</param>
public sealed record RateOccasion(Formula Rate) : Occasion;

/// <summary>A renewal process.</summary>
/// <param name="Interval">The interval to the next occasion, may draw.</param>
public sealed record EveryOccasion(Formula Interval) : Occasion;

/// <summary>Given times.</summary>
/// <param name="Times">Durations since the start; constants of a replication.</param>
public sealed record AtOccasion(ImmutableArray<Formula> Times) : Occasion;

/// <summary>Something that is heard.</summary>
/// <param name="Patterns">Any of these.</param>
public sealed record UponOccasion(ImmutableArray<Pattern> Patterns) : Occasion;

/// <summary>A truth that becomes true.</summary>
/// <param name="Truth">The truth.</param>
public sealed record WhenOccasion(Formula Truth) : Occasion;

/// <summary>How often a rule may be executed. Numbers are whole, at least 0; a null is no limit.</summary>
/// <param name="Pending">The most activations between decision and execution.</param>
/// <param name="Cooldown">The least time between executions; allowed again at exactly that time.</param>
/// <param name="AtMost">The most executions within <paramref name="Within"/>.</param>
/// <param name="Within">The window (t − w, t]; null: the whole replication.</param>
public sealed record Limits(Formula? Pending, Formula? Cooldown, Formula? AtMost, Formula? Within);
