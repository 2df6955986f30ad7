using System.Numerics;
using System.Runtime.CompilerServices;
using Escalation.Engine;
using Escalation.Language;

namespace Escalation.Simulation;

/// <content>Truths that are followed: measures of time, outcomes, <c>when</c> rules.</content>
public sealed partial class World
{
    private readonly int watchSlot;
    private WatchState[] watches = [];
    private ulong[] dirtyWatches = [];
    private int firstWhen;
    private bool hasDirtyWatch;
    private int[] watchOfTime = [];

    private struct WatchState
    {
        public bool IsTrue;
        public bool IsDone;

        // Counts the times it became true without an event, for its key.
        public ulong Causeless;
    }

    private void MakeWatches()
    {
        watches = new WatchState[program.Watches.Length];
        dirtyWatches = new ulong[(watches.Length + 63) / 64];
        watchOfTime = new int[program.Measures.Length];
        for (var index = 0; index < watches.Length; index++)
        {
            if (program.Watches[index].Kind == WatchKind.Time)
            {
                watchOfTime[program.Watches[index].Index] = index;
            }
        }

        firstWhen = program.Watches.Count(watch => watch.Kind != WatchKind.When);
    }

    private void StartWatches()
    {
        Array.Clear(watches);
        Array.Clear(dirtyWatches);
        for (var index = 0; index < watches.Length; index++)
        {
            MarkWatch(index);
        }
    }

    internal void MarkWatch(int index)
    {
        dirtyWatches[index >> 6] |= 1UL << index;
        hasDirtyWatch = true;
    }

    // After every step: first the outcomes (all of them, then `ends`), then the `when` rules in file order. The clocks are asked
    // again once the instant is over: until then no time passes for them.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Settle()
    {
        if (hasDirtyWatch)
        {
            SettleWatches();
        }
    }

    private void SettleWatches()
    {
        var word = 0;
        while (word < dirtyWatches.Length)
        {
            if (dirtyWatches[word] == 0)
            {
                word++;
                continue;
            }

            var index = (word << 6) + BitOperations.TrailingZeroCount(dirtyWatches[word]);
            if (isEnded && index >= firstWhen)
            {
                return;
            }

            dirtyWatches[word] &= dirtyWatches[word] - 1;
            AskWatch(index);

            // An outcome that was reached may make an earlier one true.
            word = index < firstWhen ? 0 : word;
        }

        hasDirtyWatch = false;
    }

    private void AskWatch(int index)
    {
        ref var state = ref watches[index];
        if (state.IsDone)
        {
            return;
        }

        var watch = program.Watches[index];
        Me = watch.Owner;
        site = Site.Watch(watch);
        var isTrue = watch.Truth.In(this) != 0;
        if (isTrue != state.IsTrue)
        {
            Change(watch, ref state);
        }

        if (watch.Moving.Length > 0)
        {
            Me = watch.Owner;
            ScheduleCrossing(index, watch, isTrue, state.IsDone);
        }
    }

    private void Change(Watch watch, ref WatchState state)
    {
        if (watch.Kind == WatchKind.Time)
        {
            // What follows the measure takes in the stretch up to now as one on which the truth was what it was.
            SwitchTime(watch.Index, !state.IsTrue);
        }

        state.IsTrue = !state.IsTrue;
        switch (watch.Kind)
        {
            case WatchKind.Time:
                break;
            case WatchKind.Outcome:
                state.IsDone = true;
                Reach(watch.Index);
                break;
            default:
                if (state.IsTrue)
                {
                    BecomeTrue(watch.Index, ref state);
                }

                break;
        }
    }

    private void ScheduleCrossing(int index, Watch watch, bool isTrue, bool isDone)
    {
        var slot = watchSlot + index;
        queue.Cancel(slot);
        if (isDone || Now >= horizon || watch.Staying?.Stays(this, isTrue, horizon) == true || !IsMoving(watch.Moving))
        {
            return;
        }

        // Found: the truth changes there. Not found: it is certified up to there, and the search goes on from there.
        var search = Crossing.Next(watch.Truth.Node, isTrue, this, Now, horizon);
        if (search.Found || search.Day < horizon)
        {
            queue.ScheduleLast(search.Day, slot, rank: 2);
        }
    }

    private void BecomeTrue(int rule, ref WatchState state)
    {
        var key = hasStepKey
            ? Key.Derive(StepKey, rules[rule].Name)
            : Key.Derive(Key.Derive(replicationKey, rules[rule].Name), Names.Start, state.Causeless++);
        ref var step = ref Await(InstantKind.Occasion, stepTrace);
        (step.Key, step.Rule) = (key, rule);
    }

    private void Reach(int outcome)
    {
        BringUpToDate(program.Dependents.OverTimeOfOutcome[outcome]);
        OutcomeTruths[outcome] = 1;
        outcomeDays[outcome] = Now;
        var key = Key.Derive(hasStepKey ? StepKey : replicationKey, program.OutcomeNames[outcome]);
        var cause = trace is null ? 0 : TraceOutcome(outcome);
        Touch(program.Dependents.OfOutcome[outcome]);
        MeasureChange(program.ReachedMeasures[outcome]);
        HearChange(program.Reached[outcome], key, cause);
        if (scenario.Outcomes[outcome].Ends)
        {
            isEnded = true;
            endDay = Now;
        }
    }

    internal void SwitchCondition(int condition, int state, ulong key)
    {
        if (Conditions[condition] == state)
        {
            return;
        }

        BringUpToDate(program.Dependents.OverTimeOfCondition[condition]);
        var before = Conditions[condition];
        Conditions[condition] = state;
        Touch(program.Dependents.OfCondition[condition]);
        var cause = trace is null ? 0 : TraceSwitch(condition, before, state);
        MeasureChange(program.BecomesMeasures[condition][state]);
        HearChange(program.Becomes[condition][state], key, cause);
    }

    private void HearChange(ChangeHearer[] hearers, ulong key, int cause)
    {
        foreach (var hearer in hearers)
        {
            ref var step = ref Await(InstantKind.ChangeHearing, cause);
            (step.Key, step.Subject) = (key, hearer.Number);
        }
    }
}
