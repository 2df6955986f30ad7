using System.Runtime.CompilerServices;

namespace Escalation.Simulation;

/// <content>What waits at this instant, in the order in which it was scheduled. Most steps follow from the one before at the
/// same time: they wait in a ring, not in the event queue, which would give them slot, number and place in the heap. Nothing in
/// the ring is ever cancelled.</content>
public sealed partial class World
{
    private Pending[] instant = new Pending[64];
    private int instantHead;
    private int instantCount;

    /// <summary>Queues a step behind all that waits at this instant.</summary>
    /// <returns>The entry, all fields set but those that only some kinds have.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref Pending Await(PendingKind kind, int actor, int rule, ulong key)
    {
        if (instantCount == instant.Length)
        {
            GrowInstant();
        }

        ref var entry = ref instant[(instantHead + instantCount++) & (instant.Length - 1)];
        entry.Begin(kind, actor, rule, key);
        entry.Number = queue.LastScheduled;
        return ref entry;
    }

    /// <summary>Whether a step of the ring comes next, before all that waits in the event queue.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsInstantNext() =>
        instantCount > 0 && !queue.HasAtThisInstant(instant[instantHead].Number);

    private void TakeInstant()
    {
        var entry = instant[instantHead];
        instantHead = (instantHead + 1) & (instant.Length - 1);
        instantCount--;
        Take(in entry);
    }

    private void GrowInstant()
    {
        var grown = new Pending[2 * instant.Length];
        for (var place = 0; place < instantCount; place++)
        {
            grown[place] = instant[(instantHead + place) & (instant.Length - 1)];
        }

        (instant, instantHead) = (grown, 0);
    }
}
