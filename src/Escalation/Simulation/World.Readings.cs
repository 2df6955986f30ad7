using Escalation.Language;

namespace Escalation.Simulation;

/// <content>Reads for the interpreter: the same values that compiled formulas read.</content>
public sealed partial class World : IReadings
{
    /// <inheritdoc/>
    double IReadings.Read(Variable variable) => variable.Kind switch
    {
        VariableKind.Parameter => Parameters[variable.Index],
        VariableKind.Day => Now,
        VariableKind.OwnLevel => LevelOf(Me, variable.Index),
        VariableKind.ActorLevel => LevelOf(variable.Owner, variable.Index),
        VariableKind.SponsorLevel => LevelOf(SponsorOf[Me], variable.Index),
        VariableKind.RelatedLevel => LevelOf(RelatedActor(variable.Owner), variable.Index),
        VariableKind.OwnNumber => OwnNumber(variable.Index),
        VariableKind.EventActorLevel => LevelOf(EventDoer, variable.Index),
        VariableKind.EventTargetLevel => LevelOf(EventTarget, variable.Index),
        VariableKind.ObserverLevel => LevelOf(Observer, variable.Index),
        VariableKind.EventField => Fields[EventFields + variable.Index],
        VariableKind.EventRung => EventRung(),
        VariableKind.EventAttributed => EventAttributed,
        VariableKind.Condition => Conditions[variable.Index],
        VariableKind.Measure => MeasureValue(variable.Index),
        VariableKind.Outcome => OutcomeTruths[variable.Index],
        _ => throw new ArgumentOutOfRangeException(nameof(variable), variable, "Every kind of variable has a reader."),
    };
}
