using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Escalation.Engine;

/// <summary>A 4-ary heap of entries by (time, order), which fills the hole of a removed root only when it must.</summary>
/// <remarks>
/// Most events schedule their own successor. So the root is not replaced when it is taken: the next entry that comes sinks
/// from there, one sift for a removal and an insertion (the hold model of Jones (1986), Communications of the ACM 29, 300–311).
/// Children of i are 4i + 1 … 4i + 4. Behind the last entry stand sentinels that come after every entry, so that a group of
/// children is always a full four and the smallest of them is found without a branch on how many there are.
/// A mutable struct, because it is a part of one <see cref="EventQueue"/> and never handed on.
/// </remarks>
internal struct EventHeap
{
    private const int GroupSize = 4;
    private const int GroupBytes = GroupSize * EntrySize;

    // Bytes of an entry; a test holds the struct to it.
    private const int EntrySize = 16;

    // From here on the entries do not fit into the nearest caches any more.
    private const int FarLength = 1 << 15;

    private ScheduledEvent[] storage;

    // Bytes before the root, so that each group of children fills one cache line.
    private nint padding;
    private int capacity;
    private int length;
    private bool hasHole;

    /// <summary>Makes an empty heap.</summary>
    /// <param name="slots">Entries for which memory is taken at once.</param>
    public EventHeap(int slots) => Allocate(slots, out storage, out padding, out capacity);

    /// <summary>Number of entries, stale ones included, the hole left out.</summary>
    public readonly int Count => length - (hasHole ? 1 : 0);

    /// <summary>The entries, stale ones included; with a hole the first of them was removed already.</summary>
    public readonly ReadOnlySpan<ScheduledEvent> Entries => All[(hasHole ? 1 : 0)..length];

    /// <summary>The root; only while <see cref="HasRoot"/>.</summary>
    public readonly ref readonly ScheduledEvent Root => ref First;

    private readonly ref ScheduledEvent First
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.AddByteOffset(ref MemoryMarshal.GetArrayDataReference(storage), padding);
    }

    // Entries and sentinels.
    private readonly Span<ScheduledEvent> All => MemoryMarshal.CreateSpan(ref First, capacity);

    /// <summary>Whether there is a first entry, after a hole at the root has been filled.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool HasRoot()
    {
        if (hasHole)
        {
            FillHole();
        }

        return length > 0;
    }

    /// <summary>Whether an entry waits for the earliest time that there can be. Leaves a hole at the root as it is: then the
    /// earliest entry is one of four.</summary>
    /// <param name="time">A time that no entry comes before.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool HasAt(double time)
    {
        ref var first = ref First;
        return hasHole
            ? Unsafe.Add(ref first, 1).Time == time || Unsafe.Add(ref first, 2).Time == time
                || Unsafe.Add(ref first, 3).Time == time || Unsafe.Add(ref first, 4).Time == time
            : first.Time == time;
    }

    /// <summary>Takes the root away and leaves a hole.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void RemoveRoot()
    {
        Debug.Assert(!hasHole, "There is one root, which can be taken once.");
        hasHole = true;
    }

    /// <summary>Adds an entry.</summary>
    /// <param name="time">Its time.</param>
    /// <param name="order">Its order.</param>
    /// <param name="slot">Its slot.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(double time, uint order, int slot)
    {
        var added = new ScheduledEvent(time, order, slot);
        if (hasHole)
        {
            hasHole = false;
            SiftDown(0, added);
        }
        else
        {
            SiftUp(added);
        }
    }

    /// <summary>Forgets all entries and keeps the memory; the cost is proportional to the entries.</summary>
    public void Clear()
    {
        FillWithSentinels(All, 0, length);
        length = 0;
        hasHole = false;
    }

    /// <summary>Drops every entry that is not live, in time proportional to the entries.</summary>
    /// <param name="orders">The order of the live entry of each slot.</param>
    public void DropStale(ReadOnlySpan<uint> orders)
    {
        var entries = All;
        var kept = 0;
        for (var i = hasHole ? 1 : 0; i < length; i++)
        {
            var entry = entries[i];
            if (orders[entry.Slot] == entry.Order)
            {
                entries[kept++] = entry;
            }
        }

        FillWithSentinels(entries, kept, length);
        length = kept;
        hasHole = false;

        // Floyd (1964), Algorithm 245: from the last parent upwards, each subtree becomes a heap.
        for (var i = (length - 2) / GroupSize; i >= 0 && length > 1; i--)
        {
            SiftDown(i, entries[i]);
        }

        AssertOrdered();
    }

    /// <summary>Makes another heap equal to this one.</summary>
    /// <param name="other">The heap to be overwritten.</param>
    public readonly void CopyTo(ref EventHeap other)
    {
        other.Clear();
        if (other.capacity < capacity)
        {
            Allocate(capacity, out other.storage, out other.padding, out other.capacity);
        }

        All[..length].CopyTo(other.All);
        other.length = length;
        other.hasHole = hasHole;
    }

    /// <summary>Checks, in Debug alone, that no entry comes before its parent.</summary>
    [Conditional("DEBUG")]
    public readonly void AssertOrdered()
    {
        var entries = All;
        for (var i = hasHole ? GroupSize + 1 : 1; i < length; i++)
        {
            Debug.Assert(!IsBefore(entries[i], entries[(i - 1) / GroupSize]), "A heap has no child before its parent.");
        }

        Debug.Assert(entries[length] == Sentinel(length), "Sentinels stand behind the last entry.");
    }

    private static bool IsBefore(in ScheduledEvent one, in ScheduledEvent other) =>
        one.Time < other.Time || (one.Time == other.Time && one.Order < other.Order);

    // Comes after every entry, and the four of a group are not equal: equal times take longer to tell apart. Bits above those of
    // infinity, which are compared as whole numbers.
    private static ScheduledEvent Sentinel(int index) =>
        new(BitConverter.Int64BitsToDouble(0x7FF0000000000001 + (index & (GroupSize - 1))), uint.MaxValue, -1);

    // Times are not negative, so that their bits are ordered as they are.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Bits(in ScheduledEvent entry) => BitConverter.DoubleToInt64Bits(entry.Time);

    private static void Allocate(int slots, out ScheduledEvent[] storage, out nint padding, out int capacity)
    {
        // The root, a whole group behind the last entry, and room to align it. What is pinned does not move: it stays aligned.
        capacity = slots + GroupSize + 1;
        storage = GC.AllocateUninitializedArray<ScheduledEvent>(capacity + GroupSize, pinned: true);
        var start = Address(ref MemoryMarshal.GetArrayDataReference(storage));
        padding = (GroupBytes - ((start + EntrySize) & (GroupBytes - 1))) & (GroupBytes - 1);
        var entries = MemoryMarshal.CreateSpan(
            ref Unsafe.AddByteOffset(ref MemoryMarshal.GetArrayDataReference(storage), padding), capacity);
        FillWithSentinels(entries, 0, capacity);
    }

    private static unsafe nint Address(ref ScheduledEvent entry) => (nint)Unsafe.AsPointer(ref entry);

    private static void FillWithSentinels(Span<ScheduledEvent> entries, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            entries[i] = Sentinel(i);
        }
    }

    private void FillHole()
    {
        hasHole = false;
        length--;
        ref var place = ref Unsafe.Add(ref First, length);
        var last = place;
        place = Sentinel(length);
        if (length > 0)
        {
            SiftDown(0, last);
        }
    }

    // Moves the hole at an index down until the entry fits into it. Places are counted in bytes from the root, which saves the
    // shifts of indexing, and are not checked in Release: every one is below length + 3 entries, which the sentinels cover.
    //
    // The smallest of four is found without a branch: which one it is is a toss-up that no predictor learns, and the compiler
    // turns `a < b ? i : j` in a loop into a branch. a − b is negative where a comes before b, and its sign, spread by a shift,
    // is a mask. Only equal times ask for more, and they are rare enough to be found by a branch.
    private readonly void SiftDown(int index, ScheduledEvent entry)
    {
        ref var root = ref First;
        var end = (nint)length * EntrySize;
        var hole = (nint)index * EntrySize;
        var isFar = length >= FarLength;
        var time = Bits(entry);
        while (true)
        {
            var first = (GroupSize * hole) + EntrySize;
            if (first >= end)
            {
                break;
            }

            Debug.Assert(first + GroupBytes <= capacity * EntrySize, "A group is four entries or sentinels.");
            ref var group = ref Unsafe.AddByteOffset(ref root, first);
            if (isFar)
            {
                PrefetchGroups(ref Unsafe.AddByteOffset(ref root, (GroupSize * first) + EntrySize));
            }

            var (a, b) = (Bits(group), Bits(Unsafe.Add(ref group, 1)));
            var (c, d) = (Bits(Unsafe.Add(ref group, 2)), Bits(Unsafe.Add(ref group, 3)));
            var (leftGap, rightGap) = (b - a, d - c);
            var (isSecond, isFourth) = (leftGap >> 63, rightGap >> 63);
            var (left, right) = (a + (leftGap & isSecond), c + (rightGap & isFourth));
            var gap = right - left;
            var isRight = gap >> 63;
            var leftPlace = (nint)isSecond & EntrySize;
            var rightPlace = (2 * EntrySize) + ((nint)isFourth & EntrySize);
            var smallest = first + leftPlace + ((rightPlace - leftPlace) & (nint)isRight);
            var lead = left + (gap & isRight) - time;
            if (leftGap == 0 || rightGap == 0 || gap == 0 || lead == 0)
            {
                smallest = first + SmallestOf(ref group);
                if (!IsBefore(Unsafe.AddByteOffset(ref root, smallest), entry))
                {
                    break;
                }
            }
            else if (lead > 0)
            {
                break;
            }

            Unsafe.AddByteOffset(ref root, hole) = Unsafe.AddByteOffset(ref root, smallest);
            hole = smallest;
        }

        entry.WriteTo(ref Unsafe.AddByteOffset(ref root, hole));
    }

    // Bytes from the first of a group to its smallest. A sentinel is no number and comes before nothing.
    private static nint SmallestOf(ref ScheduledEvent group)
    {
        var smallest = 0;
        for (var i = 1; i < GroupSize; i++)
        {
            if (IsBefore(Unsafe.Add(ref group, i), Unsafe.Add(ref group, smallest)))
            {
                smallest = i;
            }
        }

        return smallest * EntrySize;
    }

    // The children of a group are four groups in a row. Fetched while the group itself is compared, the one that is needed next
    // is there in time; addresses behind the heap do no harm.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void PrefetchGroups(ref ScheduledEvent group)
    {
        if (Sse.IsSupported)
        {
            var address = (byte*)Unsafe.AsPointer(ref group);
            Sse.Prefetch0(address);
            Sse.Prefetch0(address + GroupBytes);
            Sse.Prefetch0(address + (2 * GroupBytes));
            Sse.Prefetch0(address + (3 * GroupBytes));
        }
    }

    private void SiftUp(ScheduledEvent entry)
    {
        if (length + GroupSize >= capacity)
        {
            Grow();
        }

        ref var root = ref First;
        var index = length++;
        while (index > 0)
        {
            var parent = (index - 1) / GroupSize;
            if (!IsBefore(entry, Unsafe.Add(ref root, parent)))
            {
                break;
            }

            Unsafe.Add(ref root, index) = Unsafe.Add(ref root, parent);
            index = parent;
        }

        entry.WriteTo(ref Unsafe.Add(ref root, index));
    }

    private void Grow()
    {
        var old = Entries;
        Debug.Assert(!hasHole, "A hole is filled before the heap grows.");
        Allocate(2 * capacity, out storage, out padding, out capacity);
        old.CopyTo(All);
    }
}
