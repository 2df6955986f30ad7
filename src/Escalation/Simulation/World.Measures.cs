using System.Runtime.CompilerServices;
using Escalation.Engine;
using Escalation.Model;

namespace Escalation.Simulation;

/// <content>Measures: what is counted and followed.</content>
public sealed partial class World
{
    private readonly int measureSlot;
    private MeasureState[] measures = [];
    private Window?[] windows = [];

    // Measures with a window that others follow over time.
    private int[] windowsFollowed = [];

    // Windows that end at this day or before have expired: the expiries of its instant have begun, or it is over. Those that
    // something waits for expire in steps of their own, the others together with the first of these.
    private double expiredDay;

    private struct MeasureState
    {
        // The value of a plain measure, or the time held so far, or integral or extreme so far.
        public double Value;
        public double FromDay;
        public double UntilDay;
        public double WithinDays;
        public double AtDay;

        // For time: since when the truth holds (+∞: it does not). For measures over time: up to when they are up to date.
        public double SinceDay;
        public double FrozenValue;
        public int Count;
        public bool IsFrozen;
    }

    /// <summary>The present value of a measure; ±∞ is the worth of nothing.</summary>
    internal double MeasureValue(int index) => program.Measures[index].Reading == MeasureReading.Plain
        ? measures[index].Value
        : MeasureAt(index, Now);

    private void MakeMeasures()
    {
        measures = new MeasureState[program.Measures.Length];
        windows = [.. program.Measures.Select(measure => measure.HasWindow ? new Window() : null)];
        windowsFollowed = [.. Enumerable.Range(0, measures.Length).Where(index =>
            windows[index] is not null && program.Dependents.OverTimeOfMeasure[index] is not null)];
    }

    private void StartMeasures()
    {
        for (var index = 0; index < measures.Length; index++)
        {
            var measure = program.Measures[index];
            site = Site.Measure(index);
            windows[index]?.Clear();
            measures[index] = new MeasureState
            {
                Value = measure.Empty,
                FromDay = Instant.After(0, measure.From.In(this)),
                UntilDay = Instant.After(0, measure.Until.In(this)),
                WithinDays = measure.Within.In(this),
                AtDay = Instant.After(0, measure.At.In(this)),
                SinceDay = measure.Kind == MeasureKind.Time ? double.PositiveInfinity : 0,
            };
            if (measure.Kind == MeasureKind.MeanOverTime)
            {
                measures[index].Value = 0;
            }
        }
    }

    // The value at a day not before now if nothing happens until then.
    private double MeasureAt(int index, double day)
    {
        ref var state = ref measures[index];
        if (state.IsFrozen)
        {
            return state.FrozenValue;
        }

        var measure = program.Measures[index];
        switch (measure.Reading)
        {
            case MeasureReading.Plain:
                return state.Value;
            case MeasureReading.Windowed:
                windows[index]!.Prune(Now, isInclusive: Now <= expiredDay);
                return WindowValue(measure.Kind, windows[index]!);
            case MeasureReading.Time:
                return state.Value + Overlap(state.SinceDay, day, in state);
            case MeasureReading.FrozenLevel:
                return PointValue(measure, day);
            default:
                return OverTime(measure, in state, day);
        }
    }

    private static double WindowValue(MeasureKind kind, Window window) => kind switch
    {
        MeasureKind.Sum => window.Sum(),
        MeasureKind.Maximum => window.Greatest(),
        MeasureKind.Minimum => window.Least(),
        _ => window.Count,
    };

    // The length of (since, day] inside (from, until].
    private static double Overlap(double sinceDay, double day, in MeasureState state) =>
        Math.Max(0, Math.Min(day, state.UntilDay) - Math.Max(sinceDay, state.FromDay));

    internal void MeasureAct(int[] indices)
    {
        foreach (var index in indices)
        {
            if (HasFields(program.Measures[index].NeededFields))
            {
                MeasureEvent(index);
            }
        }
    }

    private bool HasFields(int[] fields)
    {
        foreach (var field in fields)
        {
            if (double.IsNaN(Fields[EventFields + field]))
            {
                return false;
            }
        }

        return true;
    }

    private void MeasureChange(int[] indices)
    {
        if (indices.Length == 0)
        {
            return;
        }

        // A rule may switch a condition between two effects that read the event of its occasion.
        var (doer, target, fields, attributed, rung) = (EventDoer, EventTarget, EventFields, EventAttributed, eventIndex);
        ClearEvent();
        foreach (var index in indices)
        {
            MeasureEvent(index);
        }

        (EventDoer, EventTarget, EventFields, EventAttributed, eventIndex) = (doer, target, fields, attributed, rung);
    }

    internal void MeasureEvent(int index)
    {
        var measure = program.Measures[index];
        ref var state = ref measures[index];
        if (!(Now > state.FromDay) || Now > state.UntilDay || (Now > state.AtDay && !measure.HasWindow))
        {
            return;
        }

        var before = site;
        site = Site.Measure(index);
        if (!measure.HasIf || measure.If.In(this) != 0)
        {
            var value = measure.Kind is MeasureKind.Sum or MeasureKind.Maximum or MeasureKind.Minimum
                ? measure.Value.In(this)
                : 1;
            if (trace is not null)
            {
                var expiryDay = measure.HasWindow ? Instant.After(Now, state.WithinDays) : double.PositiveInfinity;
                trace.Count(index, value, expiryDay, state.AtDay);
            }

            BringUpToDate(program.Dependents.OverTimeOfMeasure[index]);
            if (measure.HasWindow)
            {
                AddToWindow(index, measure, in state, value);
            }
            else if (AddPlain(measure, ref state, value))
            {
                Touch(program.Dependents.OfMeasure[index]);
            }
        }

        site = before;
    }

    // Of measures that compiled acts see: what MeasureEvent does for them.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void BeginMeasure(int index) => site = Site.Measure(index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool AddOne(int index)
    {
        measures[index].Value++;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool AddToSum(int index, double value)
    {
        var before = measures[index].Value;
        return (measures[index].Value = before + value) != before;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool RaiseMaximum(int index, double value)
    {
        var before = measures[index].Value;
        return (measures[index].Value = Math.Max(before, value)) != before;
    }

    internal void TouchMeasure(int index) => Touch(program.Dependents.OfMeasure[index]);

    private bool AddPlain(MeasureProgram measure, ref MeasureState state, double value)
    {
        var before = state.Value;
        state.Count++;
        state.Value = measure.Kind switch
        {
            MeasureKind.Sum => before + value,
            MeasureKind.Maximum => Math.Max(before, value),
            MeasureKind.Minimum => Math.Min(before, value),
            MeasureKind.First => Math.Min(before, Now),
            MeasureKind.Last => Now,
            MeasureKind.Nth => state.Count == measure.Definition.Ordinal ? Now : before,
            _ => before + 1,
        };
        return state.Value != before;
    }

    private void AddToWindow(int index, MeasureProgram measure, in MeasureState state, double value)
    {
        var window = windows[index]!;
        window.Prune(Now, isInclusive: false);
        window.Add(Instant.After(Now, state.WithinDays), value);
        Touch(program.Dependents.OfMeasure[index]);
        if (measure.IsWatched && !queue.IsPending(measureSlot + index) && window.FirstExpiryDay <= horizon)
        {
            queue.ScheduleLast(window.FirstExpiryDay, measureSlot + index, rank: 1);
        }
    }

    // What is followed over time takes in the stretch up to now before the first window of this instant loses anything.
    private void BeginExpiries(double day)
    {
        if (expiredDay >= day)
        {
            return;
        }

        foreach (var index in windowsFollowed)
        {
            BringUpToDate(program.Dependents.OverTimeOfMeasure[index]);
        }

        expiredDay = day;
    }

    private void Expire(int index)
    {
        BringUpToDate(program.Dependents.OverTimeOfMeasure[index]);
        var window = windows[index]!;
        window.Prune(Now, isInclusive: true);
        Touch(program.Dependents.OfMeasure[index]);
        if (window.Count > 0 && window.FirstExpiryDay <= horizon)
        {
            queue.ScheduleLast(window.FirstExpiryDay, measureSlot + index, rank: 1);
        }
    }

    private void SwitchTime(int index, bool isTrue)
    {
        ref var state = ref measures[index];
        BringUpToDate(program.Dependents.OverTimeOfMeasure[index]);
        if (isTrue)
        {
            state.SinceDay = Now;
        }
        else
        {
            state.Value += Overlap(state.SinceDay, Now, in state);
            state.SinceDay = double.PositiveInfinity;
        }

        Touch(program.Dependents.OfMeasure[index]);
    }

    // Before something changes that a measure over time reads, the stretch up to now is taken in with the old values.
    private void BringUpToDate(int[]? indices)
    {
        if (indices is null)
        {
            return;
        }

        foreach (var index in indices)
        {
            ref var state = ref measures[index];
            state.Value = TakeIn(program.Measures[index], in state, Now);
            state.SinceDay = Now;
        }
    }
}
