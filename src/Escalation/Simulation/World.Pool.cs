using System.Diagnostics;
using System.Runtime.CompilerServices;
using Escalation.Engine;

namespace Escalation.Simulation;

/// <content>What waits in the queue, and the events that it refers to: pools of structs that are used again.</content>
public sealed partial class World
{
    private readonly int pendingSlot;
    private Pending[] pending = new Pending[64];
    private int freePending = -1;
    private int usedPending;
    private EventRecord[] events = new EventRecord[64];
    private int freeEvent = -1;
    private int usedEvents;

    private enum PendingKind : byte
    {
        /// <summary>A decision that waits for its delay.</summary>
        Activation,

        /// <summary>An act that waits for its turn among several.</summary>
        Act,

        /// <summary>An act whose target is known and which hands on known numbers at most.</summary>
        PlainAct,

        /// <summary>An actor hears of an act later on.</summary>
        Hearing,
    }

    // What waits for a later time. Indices stand for objects: a reference costs the garbage collector a note each time it is
    // stored.
    private struct Pending
    {
        public ulong Key;
        public int Rule;
        public int Event;
        public int Trace;

        // Of an act: its effect. Of a hearing: the place of the hearer in the audience.
        public int Subject;
        public int Target;

        // The other pending things of the same rule, so that it can stand down.
        public int Previous;
        public int Next;
        public PendingKind Kind;
        public bool IsKnown;
        public bool IsLinked;
    }

    private struct EventRecord
    {
        // The stem of its key: its key is the cause of all that it draws and brings about.
        public ulong Stem;
        public int Action;
        public int Doer;
        public int Target;
        public int Audience;
        public int Trace;

        // How many pending things refer to it; the next free one once nobody does.
        public int References;
        public int NextFree;
    }

    private void StartPool()
    {
        (freePending, usedPending, freeEvent, usedEvents) = (-1, 0, -1, 0);
    }

    private ref Pending Rent(PendingKind kind, int rule, ulong key, out int index)
    {
        if (freePending >= 0)
        {
            index = freePending;
            freePending = pending[index].Next;
        }
        else
        {
            index = usedPending++;
            if (index == pending.Length)
            {
                Array.Resize(ref pending, pending.Length * 2);
            }
        }

        ref var entry = ref pending[index];
        entry.Kind = kind;
        entry.Rule = rule;
        entry.Key = key;
        entry.Target = -1;
        entry.Trace = 0;
        entry.IsLinked = false;
        return ref entry;
    }

    private void Return(int index)
    {
        Debug.Assert(!pending[index].IsLinked, "What is returned belongs to no rule any more.");
        pending[index].Next = freePending;
        freePending = index;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int RentEvent(ulong key, int action, int doer, int target)
    {
        int index;
        if (freeEvent >= 0)
        {
            index = freeEvent;
            freeEvent = events[index].NextFree;
        }
        else
        {
            index = usedEvents++;
            if (index == events.Length)
            {
                GrowEvents();
            }
        }

        ref var record = ref events[index];
        record.Stem = Key.Stem(key);
        record.Action = action;
        record.Doer = doer;
        record.Target = target;
        record.Audience = AudienceOf(action, doer, target);
        record.Trace = 0;
        record.References = 1;
        for (var field = index * fieldCount; field < (index + 1) * fieldCount; field++)
        {
            Fields[field] = double.NaN;
        }

        return index;
    }

    private void GrowEvents()
    {
        Array.Resize(ref events, events.Length * 2);
        Array.Resize(ref Fields, events.Length * fieldCount);
    }

    private void Refer(int index)
    {
        if (index >= 0)
        {
            events[index].References++;
        }
    }

    internal void Release(int index)
    {
        if (index >= 0 && --events[index].References == 0)
        {
            events[index].NextFree = freeEvent;
            freeEvent = index;
        }
    }

    private void LinkIfCancellable(int index, int rule)
    {
        if (ruleStates[rule].IsCancellable)
        {
            Link(index, rule);
        }
    }

    private void Link(int index, int rule)
    {
        ref var entry = ref pending[index];
        entry.IsLinked = true;
        entry.Previous = -1;
        entry.Next = ruleStates[rule].FirstPending;
        if (entry.Next >= 0)
        {
            pending[entry.Next].Previous = index;
        }

        ruleStates[rule].FirstPending = index;
    }

    private void Unlink(int index)
    {
        ref var entry = ref pending[index];
        Debug.Assert(entry.IsLinked, "Only what belongs to a rule is taken from it.");
        if (entry.Previous >= 0)
        {
            pending[entry.Previous].Next = entry.Next;
        }
        else
        {
            ruleStates[entry.Rule].FirstPending = entry.Next;
        }

        if (entry.Next >= 0)
        {
            pending[entry.Next].Previous = entry.Previous;
        }

        entry.IsLinked = false;
    }

    // Fields are read one by one: what was written so has not reached the cache yet, and a copy of the whole would wait for it.
    private void TakePending(int index)
    {
        ref var entry = ref pending[index];
        if (entry.IsLinked)
        {
            Unlink(index);
        }

        var (kind, rule, key, happening, isKnown) = (entry.Kind, entry.Rule, entry.Key, entry.Event, entry.IsKnown);
        var (subject, target, cause) = (entry.Subject, entry.Target, entry.Trace);
        Return(index);
        BeginStep(key, cause);
        switch (kind)
        {
            case PendingKind.Activation:
                ruleStates[rule].PendingCount--;
                Execute(rule, key, happening, isKnown, cause);
                Release(happening);
                break;
            case PendingKind.PlainAct:
                Perform(RentPlain(program.Effects[subject], key, ruleStates[rule].Actor, target), rule, cause);
                return;
            case PendingKind.Act:
                TakeAct(rule, program.Effects[subject], key, target, happening, isKnown, cause);
                return;
            default:
                SetEvent(happening, isKnown);
                Hear(happening, HearersOf(happening)[subject], isKnown);
                Release(happening);
                break;
        }
    }

    // What happens in a step has this key and this line of the trace for its cause.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void BeginStep(ulong key, int cause)
    {
        (hasStepKey, stepKey, StepHearer) = (true, key, -1);
        stepTrace = cause;
    }
}
