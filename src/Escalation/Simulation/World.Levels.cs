using System.Runtime.CompilerServices;
using Escalation.Engine;
using Escalation.Language;

namespace Escalation.Simulation;

/// <content>Levels: their present values and changes.</content>
public sealed partial class World
{
    private LevelState[] levels = [];
    private int[] levelDependents = [];
    private LevelState[] levelTemplate = [];
    private LevelProgram[] openLevels = [];
    private int levelCount;
    private readonly OwnValues<double> ownNumbers;
    private readonly OwnValues<int> relatedActors;

    /// <summary>The present value of a level.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal double LevelOf(int actor, int name)
    {
        ref var level = ref levels[(actor * levelCount) + name];
        return level.Motion == LevelMotion.Still || level.SeenDay == Now ? level.Seen : ReadLevel(ref level, actor, name);
    }

    /// <summary>The number in a place of the actor whose rule is asked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal double OwnNumber(int place) => ownNumbers.Of(Me, place);

    /// <summary>The actor in a place of the one whose rule is asked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int RelatedActor(int place) => relatedActors.Of(Me, place);

    private double ReadLevel(ref LevelState level, int actor, int name) =>
        level.Motion != LevelMotion.Absent ? level.Read(Now) : throw NoSuchLevel(actor, name);

    // A level moves to its rest and never turns back, so its ends on a stretch are its values now and on the last day; the one
    // from which it moves away needs no look ahead.
    internal double HighestLevel(int actor, int name, double toDay)
    {
        ref var level = ref levels[(actor * levelCount) + name];
        return level.Value >= level.Rest ? level.Read(Now) : level.At(toDay);
    }

    internal double LowestLevel(int actor, int name, double toDay)
    {
        ref var level = ref levels[(actor * levelCount) + name];
        return level.Value <= level.Rest ? level.Read(Now) : level.At(toDay);
    }

    internal bool IsNeverNegative(int actor, int name)
    {
        ref var level = ref levels[(actor * levelCount) + name];
        return level.Value >= 0 && level.Rest >= 0;
    }

    private FormulaFaultException NoSuchLevel(int actor, int name) =>
        new($"'{scenario.Actors[actor].Name}' has no level '{scenario.LevelNames[name]}'");

    private void MakeLevels()
    {
        levelCount = scenario.LevelNames.Length;
        levelDependents = program.Dependents.LevelCodes;
        levels = new LevelState[scenario.Actors.Length * levelCount];
        levelTemplate = new LevelState[levels.Length];
        Array.Fill(levelTemplate, new LevelState { SeenDay = double.NaN });
        openLevels = [.. program.Levels.Where(level => !IsClosed(level))];
        foreach (var level in program.Levels.Where(IsClosed))
        {
            levelTemplate[level.Slot] = Start(level);
        }
    }

    // Closed: the same in every replication, so that it is copied and not evaluated.
    private static bool IsClosed(LevelProgram level) =>
        level.Rest.IsConstant && level.Speed.IsConstant && level.Minimum.IsConstant && level.Maximum.IsConstant
        && (!level.HasStart || level.Start.IsConstant);

    private void StartLevels()
    {
        levelTemplate.CopyTo(levels, 0);
        foreach (var level in openLevels)
        {
            Me = level.Actor;
            site = Site.Level(level.Slot);
            levels[level.Slot] = Start(level);
        }

        Me = -1;
    }

    private LevelState Start(LevelProgram level)
    {
        var rest = level.Rest.In(this);
        var speed = level.Motion == LevelMotion.Still ? 0 : level.Speed.In(this);
        if (level.Motion == LevelMotion.Decays && !(speed > 0))
        {
            throw new FormulaFaultException(FormattableString.Invariant($"a half-life must be above 0 d, but is {speed:R} d"));
        }

        if (!(speed >= 0))
        {
            throw new FormulaFaultException(FormattableString.Invariant($"'falls' must not be negative, but is {speed:R} per d"));
        }

        var state = new LevelState
        {
            Motion = level.Motion,
            IsMeasured = program.Dependents.OverTimeOfLevel[level.Slot] is not null,
            Dependents = program.Dependents.LevelPlaces[level.Slot],
            Rest = rest,
            Speed = level.Motion == LevelMotion.Decays ? Math.Log(2) / speed : speed,
            Minimum = level.Minimum.In(this),
            Maximum = level.Maximum.In(this),
        };
        // A level does not drift where it may not be put.
        state.Rest = Clip(rest, state);
        Stream = KeyedStream.Derive(replicationKey, Names.Start, level.Key);
        state.Put(Clip(level.HasStart ? level.Start.In(this) : rest, state), day: 0);
        return state;
    }

    private static double Clip(double value, in LevelState level)
    {
        var raised = value < level.Minimum ? level.Minimum : value;
        return raised > level.Maximum ? level.Maximum : raised;
    }

    internal void AddTo(int slot, double value) => SetTo(slot, value + levels[slot].Read(Now));

    internal void SetTo(int slot, double value)
    {
        var before = trace is null ? 0 : levels[slot].Read(Now);
        if (HasSetTo(slot, value))
        {
            var place = levels[slot].Dependents;
            TouchAll(levelDependents.AsSpan(place + 1, levelDependents[place]));
            if (trace is not null)
            {
                TraceLevel(slot, before, levels[slot].Value);
            }
        }
    }

    // The same, but who depends on the level is left to the caller. False: nothing changed, and what reads the level keeps its
    // times to the last bit.
    internal bool HasAddedTo(int slot, double value) => HasSetTo(slot, value + levels[slot].Read(Now));

    internal bool HasSetTo(int slot, double value)
    {
        if (!double.IsFinite(value))
        {
            throw NoNumber(slot, value);
        }

        ref var level = ref levels[slot];
        var after = Clip(value, level);
        if (after == level.Read(Now))
        {
            return false;
        }

        if (level.IsMeasured)
        {
            BringUpToDate(program.Dependents.OverTimeOfLevel[slot]);
        }

        level.Put(after, Now);
        return true;
    }

    private FormulaFaultException NoNumber(int slot, double value) => new(FormattableString.Invariant(
        $"'{scenario.LevelNames[slot % levelCount]}' is a number, but would be {value:R}"));

    private void Touch(int[]? dependents)
    {
        if (dependents is not null)
        {
            TouchAll(dependents);
        }
    }

    private void TouchAll(ReadOnlySpan<int> dependents)
    {
        foreach (var code in dependents)
        {
            if (code >= 0)
            {
                MarkClock(code);
            }
            else
            {
                MarkWatch(~code);
            }
        }
    }
}
