namespace Escalation.Engine;

/// <summary>What a slot waits for. An entry of heap or lane is live exactly if its order stands here.</summary>
/// <param name="Time">Time of the slot's live entry; without meaning if there is none.</param>
/// <param name="Order">Order of the slot's live entry; 0 if there is none, as running numbers start from 1.</param>
internal readonly record struct PendingEntry(double Time, uint Order);
