using System.Runtime.CompilerServices;

namespace Escalation.Simulation;

/// <content>What waits at this instant, in the order in which it was scheduled. Most steps follow from the one before at the
/// same time: they wait in a ring, not in the event queue, which would give them slot, number and place in the heap. Nothing in
/// the ring is ever cancelled.</content>
public sealed partial class World
{
    private InstantStep[] instant = new InstantStep[64];
    private int instantHead;
    private int instantCount;

    private enum InstantKind : byte
    {
        /// <summary>The occasion of a <c>when</c> rule.</summary>
        Occasion,

        /// <summary>An act whose target and fields are still to be found.</summary>
        Act,

        /// <summary>An act whose target is known and which hands on known numbers at most.</summary>
        PlainAct,

        /// <summary>An actor hears of an act.</summary>
        Hearing,

        /// <summary>The actors of an audience hear of an act, one after the other, each in a step of its own.</summary>
        Hearings,

        /// <summary>An actor hears of a condition or an outcome.</summary>
        ChangeHearing,
    }

    private struct InstantStep
    {
        public ulong Key;

        // What the event queue had scheduled before it.
        public uint Number;
        public int Rule;
        public int Event;

        // Of an act: its effect. Of a hearing: the place of the hearer in the audience, or its number.
        public int Subject;
        public int Target;
        public int Trace;
        public InstantKind Kind;
        public bool IsKnown;
    }

    /// <summary>Queues a step behind all that waits at this instant.</summary>
    /// <returns>The entry; what its kind needs besides is left to the caller.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref InstantStep Await(InstantKind kind, int cause)
    {
        if (instantCount == instant.Length)
        {
            GrowInstant();
        }

        ref var step = ref instant[(instantHead + instantCount++) & (instant.Length - 1)];
        step.Kind = kind;
        step.Number = queue.LastScheduled;
        step.Trace = cause;
        return ref step;
    }

    /// <summary>Whether a step that was queued now would come next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsInstantFree() => instantCount == 0 && !queue.HasAtThisInstant(queue.LastScheduled);

    /// <summary>Whether a step of the ring comes next, before all that waits in the event queue.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsInstantNext() =>
        instantCount > 0 && !queue.HasAtThisInstant(instant[instantHead].Number);

    // One step, or several that follow from it.
    private void TakeInstant()
    {
        ref var step = ref instant[instantHead];
        var (key, happening, subject, cause) = (step.Key, step.Event, step.Subject, step.Trace);
        var (kind, rule, target, isKnown) = (step.Kind, step.Rule, step.Target, step.IsKnown);
        instantHead = (instantHead + 1) & (instant.Length - 1);
        instantCount--;
        if (kind == InstantKind.Hearings)
        {
            SetEvent(happening, isKnown: true);
            TakeHearings(happening);
            return;
        }

        CountStep();
        BeginStep(key, cause);
        switch (kind)
        {
            case InstantKind.PlainAct:
                Perform(happening, rule, cause);
                return;
            case InstantKind.Act:
                TakeAct(rule, program.Effects[subject], key, target, happening, isKnown, cause);
                return;
            case InstantKind.Occasion:
                ConsiderAlone(rule, ruleStates[rule].Actor, ruleStates[rule].Program, key, cause);
                break;
            case InstantKind.Hearing:
                SetEvent(happening, isKnown);
                Hear(happening, HearersOf(happening)[subject], isKnown);
                Release(happening);
                break;
            default:
                HearOfChange(program.ChangeHearers[subject], key, cause);
                break;
        }

        Settle();
    }

    private void GrowInstant()
    {
        var grown = new InstantStep[2 * instant.Length];
        for (var place = 0; place < instantCount; place++)
        {
            grown[place] = instant[(instantHead + place) & (instant.Length - 1)];
        }

        (instant, instantHead) = (grown, 0);
    }
}
