using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Escalation.Engine;

/// <summary>The clock and the pending events in order of time; equal times fire first in, first out.</summary>
/// <remarks>
/// <para>
/// An event is a slot, a small number of the caller's; a slot waits for at most one time. Structure: a 4-ary heap for what lies
/// ahead (<see cref="EventHeap"/>), a ring for what is scheduled for the present instant (<see cref="InstantLane"/>).
/// </para>
/// <para>
/// Cancelling takes an entry out of nothing: it clears the order that stands at the slot, and an entry whose order does not
/// stand at its slot is skipped when it surfaces. When such stale entries outnumber the live ones two to one, they are dropped
/// together, so that a cancellation costs constant time on average.
/// </para>
/// <para>Memory grows with the largest slot and with the most entries that were pending; apart from that nothing allocates.
/// Not safe for use by two threads at once.</para>
/// </remarks>
public sealed class EventQueue
{
    private const int RankShift = 30;
    private const uint LastNumber = (1u << RankShift) - 1;
    private const int StaleAllowance = 64;

    // The order of the live entry of each slot; 0 if there is none, as running numbers start from 1. An entry of heap or lane is
    // live exactly if its order stands here.
    private uint[] orders;
    private EventHeap heap;
    private InstantLane lane;
    private uint lastNumber;

    // Whether the heap is known to hold no entry of this instant with rank 0. It stays so until the clock moves, because what is
    // scheduled for this instant goes to the lane.
    private bool isLaneFirst;

    /// <summary>Makes an empty queue at time 0.</summary>
    /// <param name="slots">Slots for which memory is taken at once; not negative. Higher slots may be used all the same.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative number of slots.</exception>
    public EventQueue(int slots = 64)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(slots);
        orders = new uint[slots];
        heap = new EventHeap(slots);
        lane = new InstantLane(Math.Min(slots, StaleAllowance));
    }

    /// <summary>The clock: time of the last event that was taken, 0 at the start.</summary>
    public double Now { get; private set; }

    /// <summary>Number of pending events, without those that were cancelled.</summary>
    public int Count { get; private set; }

    /// <summary>Whether an event of a slot is pending.</summary>
    /// <param name="slot">Any slot, not negative; one that was never used is not pending.</param>
    /// <returns>True if it is pending.</returns>
    public bool IsPending(int slot) => (uint)slot < (uint)orders.Length && orders[slot] != 0;

    /// <summary>Time of the next event.</summary>
    /// <returns>Its time, +∞ if nothing is pending.</returns>
    public double PeekTime()
    {
        DropStaleInLane();
        return lane.Count > 0 ? Now : HasLiveRoot() ? heap.Root.Time : double.PositiveInfinity;
    }

    /// <summary>Schedules an event. Events of one time fire in the order in which they were scheduled.</summary>
    /// <param name="time">Finite, not before <see cref="Now"/>.</param>
    /// <param name="slot">What fires; not negative, not pending.</param>
    /// <exception cref="InvalidOperationException">More than 2³⁰ − 1 events were scheduled since it was cleared.</exception>
    public void Schedule(double time, int slot)
    {
        var order = Enter(time, slot, rank: 0);
        if (time == Now)
        {
            // What waits in the heap for this instant with rank 0 was scheduled when the clock stood earlier, so before this.
            lane.Add(order, slot);
        }
        else
        {
            heap.Add(time, order, slot);
        }
    }

    /// <summary>
    /// Schedules an event that comes after all events of rank 0 at its instant, even those that are scheduled later on.
    /// </summary>
    /// <param name="time">Finite, not before <see cref="Now"/>.</param>
    /// <param name="slot">What fires; not negative, not pending.</param>
    /// <param name="rank">1, 2 or 3; lower ranks come first, equal ranks in the order of scheduling.</param>
    /// <exception cref="InvalidOperationException">More than 2³⁰ − 1 events were scheduled since it was cleared.</exception>
    public void ScheduleLast(double time, int slot, int rank)
    {
        Debug.Assert(rank is >= 1 and <= 3, "Two bits hold the rank, and 0 is that of ordinary events.");

        // The heap compares the bits of times: a negative zero, which is legal at the start, must not come before zero.
        heap.Add(time + 0.0, Enter(time, slot, (uint)rank), slot);
    }

    /// <summary>Cancels the pending event of a slot.</summary>
    /// <param name="slot">Any slot, not negative.</param>
    /// <returns>True if one was pending.</returns>
    public bool Cancel(int slot)
    {
        if (!IsPending(slot))
        {
            return false;
        }

        orders[slot] = 0;
        Count--;
        if (heap.Count + lane.Count - Count > (2 * Count) + StaleAllowance)
        {
            heap.DropStale(orders);
            lane.DropStale(orders);
            Debug.Assert(heap.Count + lane.Count == Count, "What is not stale is pending.");
        }

        return true;
    }

    /// <summary>Cancels the pending event of a slot, if there is one, and schedules it anew.</summary>
    /// <param name="slot">What fires; not negative.</param>
    /// <param name="time">Finite, not before <see cref="Now"/>.</param>
    /// <exception cref="InvalidOperationException">More than 2³⁰ − 1 events were scheduled since it was cleared.</exception>
    public void Reschedule(int slot, double time)
    {
        Cancel(slot);
        Schedule(time, slot);
    }

    /// <summary>Takes the next event, unless it lies beyond the horizon, and sets the clock to its time.</summary>
    /// <param name="horizon">Last time that is wanted; +∞ for all. An event exactly at the horizon is taken.</param>
    /// <param name="slot">The event's slot, no longer pending; −1 if there is none.</param>
    /// <returns>False if nothing is pending up to the horizon; the clock then stays.</returns>
    public bool TryNext(double horizon, out int slot)
    {
        if (lane.Count > 0 && TryNextInLane(horizon, out slot))
        {
            return true;
        }

        if (!HasLiveRoot() || !(heap.Root.Time <= horizon))
        {
            slot = -1;
            return false;
        }

        slot = TakeRoot();
        return true;
    }

    /// <summary>The running number of what was scheduled last; 0 at the start.</summary>
    internal uint LastScheduled => lastNumber;

    /// <summary>Back to time 0 with nothing pending and running numbers from 1.</summary>
    /// <remarks>Keeps the memory. The cost is proportional to the entries that wait, not to the capacity.</remarks>
    public void Clear()
    {
        foreach (ref readonly var entry in heap.Entries)
        {
            orders[entry.Slot] = 0;
        }

        for (var place = 0; place < lane.Count; place++)
        {
            orders[lane[place].Slot] = 0;
        }

        heap.Clear();
        lane.Clear();
        isLaneFirst = false;
        lastNumber = 0;
        Now = 0;
        Count = 0;
    }

    /// <summary>Makes another queue equal to this one: clock, pending events, and the order of all that follows.</summary>
    /// <param name="other">The queue to be overwritten; not this one.</param>
    /// <remarks>The cost is proportional to the entries that wait in either queue, plus memory that must grow.</remarks>
    /// <exception cref="ArgumentException">The other queue is this one.</exception>
    public void CopyTo(EventQueue other)
    {
        if (ReferenceEquals(this, other))
        {
            throw new ArgumentException("A queue cannot be copied to itself.", nameof(other));
        }

        other.Clear();
        if (other.orders.Length < orders.Length)
        {
            other.orders = new uint[orders.Length];
        }

        foreach (ref readonly var entry in heap.Entries)
        {
            other.orders[entry.Slot] = orders[entry.Slot];
        }

        for (var place = 0; place < lane.Count; place++)
        {
            other.orders[lane[place].Slot] = orders[lane[place].Slot];
        }

        heap.CopyTo(ref other.heap);
        lane.CopyTo(ref other.lane);
        other.isLaneFirst = isLaneFirst;
        other.lastNumber = lastNumber;
        other.Now = Now;
        other.Count = Count;
    }

    /// <summary>Whether something waits for this very time that was scheduled up to a number; what waits for the last of an
    /// instant does not count.</summary>
    /// <param name="number">A number that <see cref="LastScheduled"/> gave.</param>
    /// <returns>True if that comes next.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool HasAtThisInstant(uint number) => (!isLaneFirst || lane.Count > 0) && FindAtThisInstant(number);

    private static void ThrowTooMany() => throw new InvalidOperationException(
        FormattableString.Invariant($"More than {LastNumber:N0} events were scheduled since the queue was cleared."));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsLive(uint order, int slot) => orders[slot] == order;

    // Notes the slot as pending and gives the order of its entry.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Enter(double time, int slot, uint rank)
    {
        Debug.Assert(double.IsFinite(time), "An event needs a finite time; 'never' is not scheduled.");
        Debug.Assert(time >= Now, "The clock never goes back.");
        Debug.Assert(slot >= 0, "A slot is an index.");
        Debug.Assert(!IsPending(slot), "A slot waits for one time; cancel or reschedule it.");
        if (lastNumber == LastNumber)
        {
            ThrowTooMany();
        }

        if ((uint)slot >= (uint)orders.Length)
        {
            Array.Resize(ref orders, Math.Max(slot + 1, 2 * orders.Length));
        }

        lastNumber++;
        var order = (rank << RankShift) | lastNumber;
        orders[slot] = order;
        Count++;
        return order;
    }

    // Drops stale entries from the top of the heap.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool HasLiveRoot()
    {
        while (heap.HasRoot())
        {
            if (IsLive(heap.Root.Order, heap.Root.Slot))
            {
                return true;
            }

            heap.RemoveRoot();
        }

        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int TakeRoot()
    {
        var first = heap.Root;
        Debug.Assert(first.Time >= Now, "The clock never goes back.");
        Debug.Assert(first.Time == Now || lane.Count == 0, "The clock moves only when the instant is over.");
        heap.RemoveRoot();
        orders[first.Slot] = 0;
        Count--;
        isLaneFirst = false;
        Now = first.Time;
        return first.Slot;
    }

    private bool FindAtThisInstant(uint number)
    {
        if (!isLaneFirst && !heap.HasAt(Now))
        {
            isLaneFirst = true;
        }

        if (IsRootFirst())
        {
            return true;
        }

        DropStaleInLane();
        return lane.Count > 0 && lane[0].Order <= number;
    }

    // Whether the heap holds what comes before all of the lane: an entry of this instant with rank 0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsRootFirst()
    {
        if (!isLaneFirst)
        {
            isLaneFirst = !(HasLiveRoot() && heap.Root.Time == Now && heap.Root.Order <= LastNumber);
        }

        return !isLaneFirst;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void DropStaleInLane()
    {
        while (lane.Count > 0 && !IsLive(lane[0].Order, lane[0].Slot))
        {
            lane.RemoveFirst();
        }
    }

    private bool TryNextInLane(double horizon, out int slot)
    {
        slot = -1;
        if (!(Now <= horizon))
        {
            return false;
        }

        if (IsRootFirst())
        {
            slot = TakeRoot();
            return true;
        }

        while (lane.Count > 0)
        {
            var first = lane.RemoveFirst();
            if (IsLive(first.Order, first.Slot))
            {
                orders[first.Slot] = 0;
                Count--;
                slot = first.Slot;
                return true;
            }
        }

        return false;
    }
}
