using System.Runtime.CompilerServices;

namespace Escalation.Engine;

/// <summary>One entry of the event queue: which slot fires, and when. 16 bytes, in two halves.</summary>
internal record struct ScheduledEvent
{
    private ulong orderAndSlot;

    /// <summary>Makes an entry.</summary>
    /// <param name="time">Time at which it fires, in the unit of the caller's clock; finite, not negative.</param>
    /// <param name="order">
    /// Rank within its instant in the top 2 bits, running number (from 1) in the low 30. It breaks ties, so that equal times
    /// fire first in, first out, and it tells a pending entry from one that was cancelled since: no two entries share it.
    /// </param>
    /// <param name="slot">What fires: an index chosen by the caller; not negative.</param>
    public ScheduledEvent(double time, uint order, int slot)
    {
        Time = time;
        orderAndSlot = order | ((ulong)slot << 32);
    }

    /// <summary>Time at which it fires.</summary>
    public double Time { get; private set; }

    /// <summary>Rank and running number.</summary>
    public readonly uint Order => (uint)orderAndSlot;

    /// <summary>What fires.</summary>
    public readonly int Slot => (int)(orderAndSlot >> 32);

    /// <summary>Copies an entry half by half. One that lies in two registers would else be put together in memory and read from
    /// there as a whole before its parts have arrived, for which the processor waits.</summary>
    /// <param name="place">Where to.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void WriteTo(ref ScheduledEvent place)
    {
        place.Time = Time;
        place.orderAndSlot = orderAndSlot;
    }
}
