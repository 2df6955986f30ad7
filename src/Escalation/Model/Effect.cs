using System.Collections.Immutable;
using Escalation.Language;

namespace Escalation.Model;

/// <summary>One thing that a rule does.</summary>
public abstract record Effect;

/// <summary>Acts of one action.</summary>
public sealed record ActEffect : Effect
{
    /// <summary>Index of the action.</summary>
    public required int Action { get; init; }

    /// <summary>Whom it is done to; null: nobody in particular.</summary>
    public Aim? Against { get; init; }

    /// <summary>How many, may draw; null: one.</summary>
    public Formula? Times { get; init; }

    /// <summary>Delay of each from the execution, may draw; null: all at once.</summary>
    public Formula? Spaced { get; init; }

    /// <summary>Fields that are handed on; may draw, evaluated at the act's own time.</summary>
    public ImmutableArray<FieldDraw> With { get; init; } = [];
}

/// <summary>Sets own levels.</summary>
/// <param name="Changes">Level and its new value, in order; may draw.</param>
public sealed record SetEffect(ImmutableArray<LevelChange> Changes) : Effect;

/// <summary>Adds to own levels.</summary>
/// <param name="Changes">Level and what is added, in order; may draw.</param>
public sealed record AddEffect(ImmutableArray<LevelChange> Changes) : Effect;

/// <summary>A change of a level.</summary>
/// <param name="Level">Index of the name of the level.</param>
/// <param name="Value">The value.</param>
public sealed record LevelChange(int Level, Formula Value);

/// <summary>Switches conditions.</summary>
/// <param name="Switches">Condition and state, in order.</param>
public sealed record SwitchEffect(ImmutableArray<ConditionSwitch> Switches) : Effect;

/// <summary>A condition and the state it is switched to.</summary>
/// <param name="Condition">Index of the condition.</param>
/// <param name="State">Index of the state.</param>
public sealed record ConditionSwitch(int Condition, int State);

/// <summary>Stands down: drops own activations that wait for <c>after</c> and own spaced acts.</summary>
/// <param name="Title">Title of the rule, or null for all rules.</param>
public sealed record CancelEffect(string? Title) : Effect;

/// <summary>A line in the narration.</summary>
/// <param name="Text">The text.</param>
public sealed record NoteEffect(string Text) : Effect;

/// <summary>Whom an act is done to.</summary>
public abstract record Aim;

/// <summary>A named actor.</summary>
/// <param name="Actor">Its index; <see cref="Actor.World"/> is the world.</param>
public sealed record ActorAim(int Actor) : Aim;

/// <summary>Somebody found through a relation.</summary>
/// <param name="Relation">The relation.</param>
public sealed record RelativeAim(Relation Relation) : Aim;

/// <summary>A choice by weights; all weights 0: the act is dropped.</summary>
/// <param name="Options">Whom, with what weight; evaluated at the act's own time.</param>
public sealed record WeightedAim(ImmutableArray<WeightedOption> Options) : Aim;

/// <summary>One option of a weighted choice.</summary>
/// <param name="Aim">Whom; a named actor or a relation to one actor.</param>
/// <param name="Weight">Its weight, not negative.</param>
public sealed record WeightedOption(Aim Aim, Formula Weight);

/// <summary>Relations through which a target is found.</summary>
public enum Relation
{
    /// <summary>The actor itself.</summary>
    Me,

    /// <summary>The doer of the event.</summary>
    EventActor,

    /// <summary>The target of the event.</summary>
    EventTarget,

    /// <summary>The sponsor of the doer of the event; none: the act is dropped.</summary>
    SponsorOfEventActor,

    /// <summary>The actor's own sponsor.</summary>
    MySponsor,

    /// <summary>Each of the actor's proxies.</summary>
    MyProxies,
}
