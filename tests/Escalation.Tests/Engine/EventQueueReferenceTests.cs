using Escalation.Engine;

namespace Escalation.Tests.Engine;

/// <summary>The queue does what a list does that is searched from end to end, whatever is asked of it.</summary>
internal sealed class EventQueueReferenceTests
{
    private const int Operations = 50_000;

    // Few slots make queues of few entries, which run empty; a coarse grid of times makes nearly every entry a tie.
    [Test]
    public void Random_operations_agree_with_a_naive_list(
        [Values(3, 12, 40, 150)] int slots, [Values(1, 2, 12, 1000)] int grid, [Values(1UL, 2UL)] ulong seed)
    {
        var walk = new Walk(slots, grid);
        var stream = new KeyedStream(Key.Derive(seed, (ulong)slots, (ulong)grid));

        for (var i = 0; i < Operations; i++)
        {
            walk.Step((int)(stream.NextBits() >> 40), (int)(stream.NextBits() >> 40), (int)(stream.NextBits() >> 40));
        }

        walk.Drain();
    }

    [FsCheck.NUnit.Property(MaxTest = 300, Replay = "42,1")]
    public void Any_operations_agree_with_a_naive_list(byte[] choices)
    {
        var walk = new Walk(slots: 5, grid: 2);

        for (var i = 0; i + 2 < choices.Length; i += 3)
        {
            walk.Step(choices[i], choices[i + 1], choices[i + 2]);
        }

        walk.Drain();
    }

    [FsCheck.NUnit.Property(MaxTest = 200, Replay = "42,1")]
    public void Events_fire_in_a_stable_order_of_time(byte[] times)
    {
        var queue = new EventQueue();
        for (var slot = 0; slot < times.Length; slot++)
        {
            queue.Schedule(times[slot] % 8, slot);
        }

        var fired = new List<int>();
        while (queue.TryNext(double.PositiveInfinity, out var slot))
        {
            fired.Add(slot);
        }

        Assert.That(fired, Is.EqualTo(Enumerable.Range(0, times.Length).OrderBy(slot => times[slot] % 8)));
    }

    [FsCheck.NUnit.Property(MaxTest = 200, Replay = "42,1")]
    public bool The_clock_never_goes_back(ushort[] waits)
    {
        var queue = new EventQueue();
        var last = 0.0;
        for (var i = 0; i < waits.Length; i++)
        {
            queue.Schedule(queue.Now + (waits[i] % 100), i);
            if (i % 3 == 2)
            {
                queue.TryNext(double.PositiveInfinity, out _);
            }

            if (queue.Now < last)
            {
                return false;
            }

            last = queue.Now;
        }

        return true;
    }

    /// <summary>Queue and list side by side; every step asks the same of both and compares all that can be seen.</summary>
    private sealed class Walk(int slots, int grid)
    {
        private readonly NaiveQueue naive = new();
        private EventQueue queue = new(slots: 1);
        private EventQueue other = new(slots: 0);

        public void Step(int kind, int slotChoice, int waitChoice)
        {
            var slot = slotChoice % slots;
            var time = queue.Now + (waitChoice % grid / (double)Math.Max(1, grid / 4));
            switch (kind % 16)
            {
                case 0 or 1 or 2 or 3 or 4 when !naive.IsPending(slot):
                    queue.Schedule(time, slot);
                    naive.Schedule(time, slot);
                    break;
                case 5 or 6 when !naive.IsPending(slot):
                    queue.ScheduleLast(time, slot, 1 + (waitChoice % 3));
                    naive.Schedule(time, slot, 1 + (waitChoice % 3));
                    break;
                case 7 or 8:
                    Assert.That(queue.Cancel(slot), Is.EqualTo(naive.Cancel(slot)));
                    break;
                case 9 or 10:
                    queue.Reschedule(slot, time);
                    naive.Cancel(slot);
                    naive.Schedule(time, slot);
                    break;
                case 11 when kind / 16 % 16 == 0:
                    queue.CopyTo(other);
                    (queue, other) = (other, queue);
                    break;
                case 12 when kind / 16 % 256 == 0:
                    queue.Clear();
                    naive.Clear();
                    break;
                default:
                    Take(queue.Now + (waitChoice % 3));
                    break;
            }

            Compare(slot, looksAhead: waitChoice % 2 == 0);
        }

        public void Drain()
        {
            while (naive.Count > 0)
            {
                Take(double.PositiveInfinity);
            }

            Compare(0, looksAhead: true);
        }

        private void Take(double horizon)
        {
            var expected = naive.TryNext(horizon, out var expectedSlot);
            var actual = queue.TryNext(horizon, out var actualSlot);
            if (actual != expected || actualSlot != expectedSlot)
            {
                Assert.Fail($"At {naive.Now} slot {expectedSlot} is next, but {actualSlot} came.");
            }
        }

        // Plain comparisons, as a constraint costs more than the operations that it checks. Looking ahead moves entries inside
        // the queue, so it is not done at every step.
        private void Compare(int slot, bool looksAhead)
        {
            if (queue.Now != naive.Now || queue.Count != naive.Count || queue.IsPending(slot) != naive.IsPending(slot)
                || (looksAhead && queue.PeekTime() != naive.PeekTime()))
            {
                Assert.Fail($"At {naive.Now} with {naive.Count} pending: {queue.Now}, {queue.Count}, {queue.PeekTime()}.");
            }
        }
    }
}
