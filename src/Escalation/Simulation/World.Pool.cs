using System.Diagnostics;
using System.Runtime.CompilerServices;

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
        /// <summary>The occasion of a <c>when</c> rule.</summary>
        Occasion,

        /// <summary>A decision that waits for its delay.</summary>
        Activation,

        /// <summary>An act.</summary>
        Act,

        /// <summary>An actor hears of an act.</summary>
        Hearing,

        /// <summary>An actor hears of a condition or an outcome.</summary>
        ChangeHearing,
    }

    private struct Pending
    {
        public ulong Key;
        public Hearer? Hearer;
        public EffectProgram? Effect;
        public int Actor;
        public int Rule;
        public int Event;
        public int Target;
        public int Trace;

        // The other pending things of the same rule, so that it can stand down.
        public int Previous;
        public int Next;

        // In the ring of an instant: what the event queue had scheduled before it.
        public uint Number;
        public PendingKind Kind;
        public bool IsKnown;
        public bool IsLinked;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Begin(PendingKind kind, int actor, int rule, ulong key)
        {
            Kind = kind;
            Actor = actor;
            Rule = rule;
            Key = key;
            Event = -1;
            Target = -1;
            Trace = 0;
            IsKnown = false;
            IsLinked = false;
        }
    }

    private struct EventRecord
    {
        public ulong Key;
        public int Action;
        public int Doer;
        public int Target;
        public int Trace;

        // How many pending things refer to it; the next free one once nobody does.
        public int References;
        public int NextFree;
    }

    private void StartPool()
    {
        (freePending, usedPending, freeEvent, usedEvents) = (-1, 0, -1, 0);
    }

    private ref Pending Rent(PendingKind kind, int actor, int rule, ulong key, ref int index)
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
        entry.Begin(kind, actor, rule, key);
        return ref entry;
    }

    private void Return(int index)
    {
        Debug.Assert(!pending[index].IsLinked, "What is returned belongs to no rule any more.");
        pending[index].Next = freePending;
        freePending = index;
    }

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
                Array.Resize(ref events, events.Length * 2);
            }

            if ((index + 1) * fieldCount > Fields.Length)
            {
                Array.Resize(ref Fields, events.Length * fieldCount);
            }
        }

        ref var record = ref events[index];
        record.Key = key;
        record.Action = action;
        record.Doer = doer;
        record.Target = target;
        record.Trace = 0;
        record.References = 1;
        return index;
    }

    private void Refer(int index, ref Pending entry, bool isKnown)
    {
        entry.Event = index;
        entry.IsKnown = isKnown;
        if (index >= 0)
        {
            events[index].References++;
        }
    }

    private void Release(int index)
    {
        if (index >= 0 && --events[index].References == 0)
        {
            events[index].NextFree = freeEvent;
            freeEvent = index;
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

    private void TakePending(int index)
    {
        if (pending[index].IsLinked)
        {
            Unlink(index);
        }

        var entry = pending[index];
        Return(index);
        Take(in entry);
    }

    private void Take(in Pending entry)
    {
        stepKey = entry.Key;
        hasStepKey = true;
        stepTrace = entry.Trace;
        switch (entry.Kind)
        {
            case PendingKind.Occasion:
                Consider(entry.Rule, entry.Key, happening: -1, isKnown: false, entry.Trace);
                break;
            case PendingKind.Activation:
                ruleStates[entry.Rule].PendingCount--;
                Execute(entry.Rule, entry.Key, entry.Event, entry.IsKnown, entry.Trace);
                Release(entry.Event);
                break;
            case PendingKind.Act:
                TakeAct(in entry);
                break;
            case PendingKind.Hearing:
                Hear(in entry);
                break;
            default:
                HearOfChange(in entry);
                break;
        }
    }
}
