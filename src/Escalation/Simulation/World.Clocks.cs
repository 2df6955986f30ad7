using System.Diagnostics;
using Escalation.Engine;
using Escalation.Language;

namespace Escalation.Simulation;

/// <content>Occasions that come by themselves: Poisson processes of any rate, renewals, given times.</content>
/// <remarks>A rate that nothing moves between events keeps its remaining unit-exponential when an event changes it (rescaling).
/// One that moves is thinned (Lewis and Shedler 1979): candidates come at a constant bound, which interval arithmetic gives for
/// the stretch ahead; a candidate is an occasion with probability rate / bound. Gap and mark of a candidate are keyed by its
/// ordinal, so a change of the bound rescales the gap and leaves the luck.</remarks>
public sealed partial class World
{
    // A stretch is short enough when fewer than this many candidates are expected in it, or the bound is this near the rate.
    private const double CandidatesPerStretch = 2;
    private const double TightBound = 1.25;

    // A bound this much above what is needed outlasts small rises of the rate: then nothing need be scheduled anew.
    private const double Headroom = 1.05;

    private readonly int clockSlot;
    private ClockState[] clocks = [];
    private int[] dirtyClocks = [];
    private int dirtyClockCount;

    private struct ClockState
    {
        // The stem of the keys of its candidates, the key of the next one, and key and wait of the one after that: what is drawn
        // a candidate ahead is there when it is needed, and nobody waits for it.
        public ulong Stem;
        public ulong CandidateKey;
        public ulong KeyAhead;
        public double WaitAhead;
        public double Remaining;
        public double Bound;
        public double SinceDay;
        // The bound holds up to this day, as long as nothing touches the rate.
        public double UntilDay;
        public double StretchDays;
        public ulong Ordinal;
        public RuleProgram Program;
        public int Rule;
        public int Actor;
        public int Rate;
        public ClockKind Kind;
        public bool IsSteady;
        public bool IsStretchEnd;
        public bool IsDirty;
    }

    private void MakeClocks()
    {
        clocks = new ClockState[program.Clocks.Length];
        dirtyClocks = new int[clocks.Length];
    }

    private void StartClocks()
    {
        dirtyClockCount = 0;
        for (var index = 0; index < clocks.Length; index++)
        {
            var clock = program.Clocks[index];
            ref var state = ref clocks[index];
            state = new ClockState
            {
                Stem = Key.Stem(Key.Derive(replicationKey, rules[clock.Rule].Name)),
                StretchDays = horizon,
                Rule = clock.Rule,
                Actor = rules[clock.Rule].Actor,
                Program = rules[clock.Rule].Program,
                Rate = clock.Rate.Number,
                Kind = clock.Kind,
                IsSteady = clock.IsSteady,
            };
            switch (clock.Kind)
            {
                case ClockKind.Rate:
                    DrawAhead(ref state);
                    NextCandidate(ref state);
                    MarkClock(index);
                    break;
                case ClockKind.Every:
                    ScheduleRenewal(index);
                    break;
                default:
                    ScheduleTime(index);
                    break;
            }
        }
    }

    private void ScheduleTime(int index)
    {
        var clock = program.Clocks[index];
        site = Site.Rule(clock.Rule);
        Me = rules[clock.Rule].Actor;
        var time = clock.Rate.Value.In(this);
        if (!(time >= 0))
        {
            throw new FormulaFaultException(FormattableString.Invariant($"a time must not be negative, but is {time:R} d"));
        }

        var day = Instant.After(0, time);
        if (day <= horizon)
        {
            queue.Schedule(day, clockSlot + index);
        }
    }

    private void ScheduleRenewal(int index)
    {
        ref var state = ref clocks[index];
        var clock = program.Clocks[index];
        site = Site.Rule(clock.Rule);
        Me = rules[clock.Rule].Actor;
        Stream = KeyedStream.Branch(state.Stem, Names.Every, state.Ordinal);
        var day = Instant.After(Now, CheckedDelay(clock.Rate.Value.In(this)));
        if (day <= horizon)
        {
            queue.Schedule(day, clockSlot + index);
        }
    }

    private static double CheckedDelay(double days) => days >= 0
        ? days
        : throw new FormulaFaultException(FormattableString.Invariant($"a delay must not be negative, but is {days:R} d"));

    internal void MarkClock(int index)
    {
        if (!clocks[index].IsDirty)
        {
            clocks[index].IsDirty = true;
            dirtyClocks[dirtyClockCount++] = index;
        }
    }

    private static void NextCandidate(ref ClockState state)
    {
        (state.CandidateKey, state.Remaining) = (state.KeyAhead, state.WaitAhead);
        DrawAhead(ref state);
    }

    private static void DrawAhead(ref ClockState state)
    {
        var ordinal = state.Ordinal++;
        state.KeyAhead = Key.Branch(state.Stem, Names.Gap, ordinal);
        var stream = KeyedStream.Branch(state.Stem, Names.Gap, ordinal);
        state.WaitAhead = ExponentialVariate.DrawUnit(ref stream);
    }

    private void Strike(int index)
    {
        ref var state = ref clocks[index];
        if (state.IsSteady)
        {
            // Nothing but the passing of time moves it on: the next wait can begin at once.
            var candidate = state.CandidateKey;
            NextCandidate(ref state);
            state.SinceDay = Now;
            var day = Now + (state.Remaining / state.Bound);
            if (day <= horizon)
            {
                queue.Schedule(day, clockSlot + index);
            }

            Initiate(in state, candidate);
            return;
        }

        switch (state.Kind)
        {
            case ClockKind.Rate:
                StrikeCandidate(index, ref state, program.Rates[state.Rate]);
                break;
            case ClockKind.Every:
                var renewal = Key.Branch(state.Stem, Names.Every, state.Ordinal++);
                Initiate(in state, renewal);
                ScheduleRenewal(index);
                break;
            default:
                Initiate(in state, Key.Branch(state.Stem, Names.Every, program.Clocks[index].Ordinal));
                break;
        }
    }

    private void StrikeCandidate(int index, ref ClockState state, RateFormula formula)
    {
        MarkClock(index);
        if (state.IsStretchEnd)
        {
            // A stretch without a candidate is over: the next may be longer.
            (state.IsStretchEnd, state.StretchDays) = (false, state.StretchDays * 4);
            return;
        }

        var (key, bound) = (state.CandidateKey, state.Bound);
        state.SinceDay = Now;
        NextCandidate(ref state);
        if (formula.Moving.Length > 0)
        {
            Me = state.Actor;
            site = Site.Rule(state.Rule);
            var rate = CheckedRate(formula.Value.In(this));
            Debug.Assert(rate <= bound * (1 + 1e-9), "A rate stays below the bound of its stretch.");
            var stream = KeyedStream.Derive(key, Names.Mark);
            if (!(stream.NextUniform() * bound < rate))
            {
                return;
            }
        }
        else
        {
            state.Bound = 0;
        }

        Initiate(in state, key);
    }

    // An occasion of own initiative: its key has no cause but seed, replication, actor, rule and ordinal.
    private void Initiate(in ClockState state, ulong key)
    {
        BeginStep(key, cause: 0);
        ConsiderAlone(state.Rule, state.Actor, state.Program, key, cause: 0);
    }

    private static double CheckedRate(double rate) => rate >= 0 && rate < double.PositiveInfinity
        ? rate
        : throw new FormulaFaultException(FormattableString.Invariant(
            $"a rate must be finite and not negative, but is {rate:R} per d"));

    private void RefreshClocks()
    {
        for (var i = 0; i < dirtyClockCount; i++)
        {
            var index = dirtyClocks[i];
            clocks[index].IsDirty = false;
            RefreshClock(index, ref clocks[index]);
        }

        dirtyClockCount = 0;
    }

    private void RefreshClock(int index, ref ClockState state)
    {
        var formula = program.Rates[state.Rate];
        Me = state.Actor;
        site = Site.Rule(state.Rule);
        if (formula.Moving.Length > 0 && IsStillBounded(in state, formula))
        {
            if (!queue.IsPending(clockSlot + index))
            {
                ScheduleCandidate(index, ref state, state.Bound, state.UntilDay);
            }

            return;
        }

        var rate = CheckedRate(formula.Value.In(this));
        if (formula.Moving.Length == 0)
        {
            RescheduleClock(index, ref state, rate);
        }
        else
        {
            var (bound, untilDay) = BoundRate(ref state, formula, rate);
            ScheduleCandidate(index, ref state, bound, untilDay);
        }
    }

    // Whether the rate stays below the bound that was found for it before, and near it. That follows from the past alone, as it
    // must.
    private bool IsStillBounded(in ClockState state, RateFormula formula)
    {
        if (!(state.UntilDay > Now))
        {
            return false;
        }

        var high = formula.Bound!.Run(this, state.UntilDay, isChecked: true);
        return high <= state.Bound && high * TightBound >= state.Bound;
    }

    private void ScheduleCandidate(int index, ref ClockState state, double bound, double untilDay)
    {
        var left = state.Remaining - (state.Bound * (Now - state.SinceDay));
        state.Remaining = left > 0 ? left : 0;
        (state.Bound, state.SinceDay, state.UntilDay) = (bound, Now, untilDay);
        var day = bound > 0 ? Now + (state.Remaining / bound) : double.PositiveInfinity;
        state.IsStretchEnd = day > untilDay && untilDay < horizon;
        day = state.IsStretchEnd ? untilDay : day;
        queue.Cancel(clockSlot + index);
        if (day <= horizon)
        {
            queue.Schedule(day, clockSlot + index);
        }
    }

    // A rate that only events change: what is left of the wait goes on at the new rate.
    private void RescheduleClock(int index, ref ClockState state, double rate)
    {
        if (state.Bound > 0)
        {
            if (rate == state.Bound)
            {
                // It waits already, or does so for a day beyond the horizon.
                return;
            }

            var left = state.Remaining - (state.Bound * (Now - state.SinceDay));
            state.Remaining = left > 0 ? left : 0;
            queue.Cancel(clockSlot + index);
        }

        (state.Bound, state.SinceDay) = (rate, Now);
        var day = rate > 0 ? Now + (state.Remaining / rate) : double.PositiveInfinity;
        if (day <= horizon)
        {
            queue.Schedule(day, clockSlot + index);
        }
    }

    // The bound holds on [now, until]. The length that served last is tried first, and four times as much once a stretch is over
    // without a candidate, so that most bounds cost one evaluation; a rate that is 0 for long costs one in all. How long it is
    // may follow from the past alone: one that knew of a candidate to come would let through too many.
    private (double Bound, double UntilDay) BoundRate(ref ClockState state, RateFormula formula, double rate)
    {
        var days = Math.Min(horizon - Now, state.StretchDays);
        for (; ; days /= 4)
        {
            var untilDay = days >= horizon - Now ? horizon : Now + days;
            var high = formula.Bound!.Run(this, untilDay, isChecked: false);
            var bound = rate > high ? rate : high;
            var isTight = bound <= rate * TightBound || bound * (untilDay - Now) <= CandidatesPerStretch;
            if (double.IsFinite(bound) && isTight)
            {
                state.StretchDays = Math.Max(days, 1e-6);
                return (bound * Headroom, untilDay);
            }

            if (untilDay <= Now || days < 1e-9)
            {
                throw new FormulaFaultException("the rate cannot be bounded: it has a pole at this time");
            }
        }
    }
}
