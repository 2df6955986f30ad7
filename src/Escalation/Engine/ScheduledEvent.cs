namespace Escalation.Engine;

/// <summary>One entry of the event queue: which slot fires, and when. 16 bytes.</summary>
/// <param name="Time">Time at which it fires, in the unit of the caller's clock; finite, not negative.</param>
/// <param name="Order">
/// Rank within its instant in the top 2 bits, running number (from 1) in the low 30. It breaks ties, so that equal times
/// fire first in, first out, and it tells a pending entry from one that was cancelled since: no two entries share it.
/// </param>
/// <param name="Slot">What fires: an index chosen by the caller; not negative.</param>
public readonly record struct ScheduledEvent(double Time, uint Order, int Slot);
