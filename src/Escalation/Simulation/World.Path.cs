using Escalation.Language;

namespace Escalation.Simulation;

/// <content>How things move while nothing happens: what interval arithmetic reads.</content>
public sealed partial class World : IPath
{
    /// <inheritdoc/>
    bool IPath.Moves(Variable variable) => Moves(variable);

    /// <inheritdoc/>
    double IPath.At(Variable variable, double day) => At(variable, day);

    /// <inheritdoc/>
    Motion IPath.Over(Variable variable, double fromDay, double toDay)
    {
        switch (variable.Kind)
        {
            case VariableKind.Day:
                return new Motion(new Bounds(fromDay, toDay), new Bounds(1, 1));
            case VariableKind.OwnLevel:
            case VariableKind.ActorLevel:
            case VariableKind.SponsorLevel:
            case VariableKind.RelatedLevel:
                return LevelMotionOver(in levels[SlotOf(variable)], fromDay, toDay);
            case VariableKind.Measure when MeasureMoves(variable.Index):
                return MeasureMotion(variable.Index, fromDay, toDay);
            default:
                var value = At(variable, fromDay);
                return new Motion(new Bounds(value, value), new Bounds(0, 0));
        }
    }

    private bool IsMoving(ReadOnlySpan<Variable> variables)
    {
        foreach (var variable in variables)
        {
            if (Moves(variable))
            {
                return true;
            }
        }

        return false;
    }

    private bool Moves(Variable variable)
    {
        switch (variable.Kind)
        {
            case VariableKind.Day:
                return true;
            case VariableKind.OwnLevel:
            case VariableKind.ActorLevel:
            case VariableKind.SponsorLevel:
            case VariableKind.RelatedLevel:
                ref var level = ref levels[SlotOf(variable)];
                return level.Motion >= LevelMotion.Decays && level.Value != level.Rest && level.Speed > 0;
            case VariableKind.Measure:
                return MeasureMoves(variable.Index);
            default:
                return false;
        }
    }

    private bool MeasureMoves(int index)
    {
        ref var state = ref measures[index];
        return !state.IsFrozen && program.Measures[index].Reading switch
        {
            MeasureReading.Time => watches[watchOfTime[index]].IsTrue,
            MeasureReading.OverTime => true,
            MeasureReading.FrozenLevel => IsMoving(program.Measures[index].ValueVariables),
            _ => false,
        };
    }

    private double At(Variable variable, double day)
    {
        switch (variable.Kind)
        {
            case VariableKind.Day:
                return day;
            case VariableKind.OwnLevel:
            case VariableKind.ActorLevel:
            case VariableKind.SponsorLevel:
            case VariableKind.RelatedLevel:
                var slot = SlotOf(variable);
                return levels[slot].Motion == LevelMotion.Absent
                    ? throw NoSuchLevel(slot / levelCount, slot % levelCount)
                    : levels[slot].At(day);
            case VariableKind.OwnNumber:
                return OwnNumber(variable.Index);
            case VariableKind.Parameter:
                return Parameters[variable.Index];
            case VariableKind.Condition:
                return Conditions[variable.Index];
            case VariableKind.Measure:
                return MeasureAt(variable.Index, day);
            case VariableKind.Outcome:
                return OutcomeTruths[variable.Index];
            default:
                throw new ArgumentOutOfRangeException(nameof(variable), variable, "Events do not last between events.");
        }
    }

    /// <summary>The actor of a level of an actor, and the level's name.</summary>
    internal (int Actor, int Name) PlaceOf(Variable variable) => variable.Kind switch
    {
        VariableKind.OwnLevel => (Me, variable.Index),
        VariableKind.SponsorLevel => (SponsorOf[Me], variable.Index),
        VariableKind.RelatedLevel => (RelatedActor(variable.Owner), variable.Index),
        _ => (variable.Owner, variable.Index),
    };

    private int SlotOf(Variable variable)
    {
        var (actor, name) = PlaceOf(variable);
        return (actor * levelCount) + name;
    }

    private static Motion LevelMotionOver(in LevelState level, double fromDay, double toDay)
    {
        var (first, last) = (level.At(fromDay), level.At(toDay));
        var value = Widened(Math.Min(first, last), Math.Max(first, last));
        switch (level.Motion)
        {
            case LevelMotion.Decays:
                var (firstSlope, lastSlope) = (level.Speed * (level.Rest - first), level.Speed * (level.Rest - last));
                return new Motion(value, new Bounds(Math.Min(firstSlope, lastSlope), Math.Max(firstSlope, lastSlope)));
            case LevelMotion.Falls:
                var slope = level.Value > level.Rest ? -level.Speed : level.Value < level.Rest ? level.Speed : 0;
                return new Motion(value, new Bounds(Math.Min(slope, 0), Math.Max(slope, 0)));
            default:
                return new Motion(new Bounds(first, first), new Bounds(0, 0));
        }
    }

    // The exponential is exact to a unit in the last place only.
    private static Bounds Widened(double low, double high) =>
        low == high ? new Bounds(low, high) : new Bounds(low - (1e-15 * Math.Abs(low)), high + (1e-15 * Math.Abs(high)));

    private Motion MeasureMotion(int index, double fromDay, double toDay)
    {
        var measure = program.Measures[index];
        ref var state = ref measures[index];
        var (first, last) = (MeasureAt(index, fromDay), MeasureAt(index, toDay));
        switch (measure.Reading)
        {
            case MeasureReading.Time:
                return new Motion(Widened(first, last), new Bounds(0, 1));
            case MeasureReading.FrozenLevel:
                return Intervals.Motion(measure.Value.Node, this, fromDay, toDay);
            default:
                // Extremes move one way; a mean stays between itself and what is still to come.
                var bounds = Intervals.Evaluate(measure.Value.Node, this, fromDay, toDay);
                return measure.Kind switch
                {
                    Model.MeasureKind.MaximumOverTime =>
                        new Motion(new Bounds(first, last), new Bounds(0, double.PositiveInfinity)),
                    Model.MeasureKind.MinimumOverTime =>
                        new Motion(new Bounds(last, first), new Bounds(double.NegativeInfinity, 0)),
                    _ => new Motion(
                        new Bounds(Math.Min(first, bounds.Low), Math.Max(first, bounds.High)),
                        new Bounds(double.NegativeInfinity, double.PositiveInfinity)),
                };
        }
    }
}
