using System.Diagnostics;
using System.Numerics;

namespace Escalation.Engine;

/// <summary>The entries that were scheduled for the very instant in which they were scheduled, first in, first out.</summary>
/// <remarks>
/// A ring whose length is a power of two. What happens at once need not pass through the heap: everything in the lane has the
/// time of the clock and was scheduled after all entries of that time and rank 0 that wait in the heap.
/// A mutable struct, because it is a part of one <see cref="EventQueue"/> and never handed on.
/// </remarks>
internal struct InstantLane
{
    private LaneEntry[] entries;
    private int head;
    private int count;

    /// <summary>Makes an empty lane.</summary>
    /// <param name="capacity">Entries for which memory is taken at once; rounded up to a power of two.</param>
    public InstantLane(int capacity) => entries = new LaneEntry[BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, capacity))];

    /// <summary>Number of entries, stale ones included.</summary>
    public readonly int Count => count;

    /// <summary>An entry by its place in the lane, from 0.</summary>
    /// <param name="place">Place, from 0 (the first) to <see cref="Count"/> − 1.</param>
    public readonly LaneEntry this[int place]
    {
        get
        {
            Debug.Assert((uint)place < (uint)count, "Only what is in the lane can be looked at.");
            return entries[(head + place) & (entries.Length - 1)];
        }
    }

    /// <summary>Adds an entry at the end.</summary>
    /// <param name="order">Its order.</param>
    /// <param name="slot">Its slot.</param>
    public void Add(uint order, int slot)
    {
        if (count == entries.Length)
        {
            Grow();
        }

        entries[(head + count) & (entries.Length - 1)] = new LaneEntry(order, slot);
        count++;
    }

    /// <summary>Takes the first entry away.</summary>
    /// <returns>The entry, live or stale.</returns>
    public LaneEntry RemoveFirst()
    {
        Debug.Assert(count > 0, "An empty lane has no first entry.");
        var first = entries[head];
        head = (head + 1) & (entries.Length - 1);
        count--;
        return first;
    }

    /// <summary>Forgets all entries and keeps the memory.</summary>
    public void Clear()
    {
        head = 0;
        count = 0;
    }

    /// <summary>Drops every entry that is not live, and keeps the order of the others.</summary>
    /// <param name="orders">The order of the live entry of each slot.</param>
    public void DropStale(ReadOnlySpan<uint> orders)
    {
        for (var left = count; left > 0; left--)
        {
            var entry = RemoveFirst();
            if (orders[entry.Slot] == entry.Order)
            {
                Add(entry.Order, entry.Slot);
            }
        }
    }

    /// <summary>Makes another lane equal to this one.</summary>
    /// <param name="other">The lane to be overwritten.</param>
    public readonly void CopyTo(ref InstantLane other)
    {
        other.Clear();
        for (var place = 0; place < count; place++)
        {
            other.Add(this[place].Order, this[place].Slot);
        }
    }

    private void Grow()
    {
        var grown = new LaneEntry[2 * entries.Length];
        for (var place = 0; place < count; place++)
        {
            grown[place] = this[place];
        }

        entries = grown;
        head = 0;
    }

    /// <summary>An entry of the lane; its time is that of the clock.</summary>
    /// <param name="Order">Running number, rank 0.</param>
    /// <param name="Slot">What fires.</param>
    internal readonly record struct LaneEntry(uint Order, int Slot);
}
