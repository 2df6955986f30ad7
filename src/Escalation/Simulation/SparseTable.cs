using System.Numerics;

namespace Escalation.Simulation;

/// <summary>Places by name, where few of many names are in use: open addressing, so that most searches touch one cache
/// line.</summary>
internal sealed class SparseTable
{
    private Entry[] entries = new Entry[64];
    private int count;

    private struct Entry
    {
        // One more than the name; 0: free.
        public long Mark;
        public int Place;
    }

    /// <summary>The place of a name.</summary>
    /// <param name="name">Not negative.</param>
    /// <returns>The place, or −1.</returns>
    public int Find(long name)
    {
        ref var entry = ref Probe(name + 1);
        return entry.Mark == 0 ? -1 : entry.Place;
    }

    /// <summary>Adds a name that is not there.</summary>
    /// <param name="name">Not negative.</param>
    /// <param name="place">Its place; not negative.</param>
    /// <returns>The place.</returns>
    public int Add(long name, int place)
    {
        if (++count > entries.Length / 2)
        {
            Grow();
        }

        Probe(name + 1) = new Entry { Mark = name + 1, Place = place };
        return place;
    }

    // The entry of a name, or the free one where it belongs.
    private ref Entry Probe(long mark)
    {
        // Multiplication spreads names that lie close together (Knuth 1973, 6.4: the golden ratio).
        var shift = 64 - BitOperations.Log2((uint)entries.Length);
        for (var index = (int)(((ulong)mark * 0x9E3779B97F4A7C15) >> shift); ; index = (index + 1) & (entries.Length - 1))
        {
            ref var entry = ref entries[index];
            if (entry.Mark == mark || entry.Mark == 0)
            {
                return ref entry;
            }
        }
    }

    private void Grow()
    {
        var before = entries;
        entries = new Entry[before.Length * 2];
        foreach (var entry in before.Where(entry => entry.Mark != 0))
        {
            Probe(entry.Mark) = entry;
        }
    }
}
