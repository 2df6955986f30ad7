namespace Escalation.Language;

/// <summary>Where a name in an expression gets its value from.</summary>
public enum VariableKind
{
    /// <summary>A lever or an uncertainty; <see cref="Variable.Index"/> counts levers first, then uncertainties.</summary>
    Parameter,

    /// <summary>The time since the start, in days.</summary>
    Day,

    /// <summary>A level of the actor whose rule is asked; the index names the level.</summary>
    OwnLevel,

    /// <summary>A level (index) of a named actor (<see cref="Variable.Owner"/>).</summary>
    ActorLevel,

    /// <summary>A level of the sponsor of the actor whose rule is asked.</summary>
    SponsorLevel,

    /// <summary>A number of the actor whose rule is asked, in the place of a constant in which rules differ that are else the
    /// same.</summary>
    OwnNumber,

    /// <summary>A level (index) of an actor that the one whose rule is asked has in the place
    /// <see cref="Variable.Owner"/>.</summary>
    RelatedLevel,

    /// <summary>A level of the doer of the event.</summary>
    EventActorLevel,

    /// <summary>A level of the target of the event.</summary>
    EventTargetLevel,

    /// <summary>A level of the actor who may hear a report.</summary>
    ObserverLevel,

    /// <summary>A field of the event; the index names the field.</summary>
    EventField,

    /// <summary>The index of the rung of the event's action.</summary>
    EventRung,

    /// <summary>1 if the doer is known to the hearer, else 0.</summary>
    EventAttributed,

    /// <summary>The index of the present state of a condition.</summary>
    Condition,

    /// <summary>The value of a measure.</summary>
    Measure,

    /// <summary>1 if the outcome has been reached, else 0.</summary>
    Outcome,

    /// <summary>A figure that is estimated from many histories; nothing that a history reads.</summary>
    Estimate,
}

/// <summary>One thing that an expression reads.</summary>
/// <param name="Kind">Where the value comes from.</param>
/// <param name="Index">Which one: index of the parameter, level name, field name, condition, measure, outcome or own number; 0
/// where there is only one.</param>
/// <param name="Owner">Index of the actor for <see cref="VariableKind.ActorLevel"/>, of the place for
/// <see cref="VariableKind.RelatedLevel"/>, else −1.</param>
public sealed record Variable(VariableKind Kind, int Index = 0, int Owner = -1);
