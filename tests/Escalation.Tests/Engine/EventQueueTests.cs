using System.Runtime.CompilerServices;
using Escalation.Engine;

namespace Escalation.Tests.Engine;

internal sealed class EventQueueTests
{
    [Test]
    public void An_entry_is_16_bytes() => Assert.That(Unsafe.SizeOf<ScheduledEvent>(), Is.EqualTo(16));

    [Test]
    public void A_new_queue_has_nothing()
    {
        var queue = new EventQueue(slots: 0);

        Assert.That(queue.TryNext(double.PositiveInfinity, out var slot), Is.False);
        Assert.That(slot, Is.EqualTo(-1));
        Assert.That((queue.Now, queue.Count, queue.PeekTime()), Is.EqualTo((0.0, 0, double.PositiveInfinity)));
        Assert.That((queue.IsPending(7), queue.Cancel(7)), Is.EqualTo((false, false)));
    }

    [Test]
    public void An_event_at_the_horizon_is_taken_and_one_beyond_it_waits()
    {
        var queue = new EventQueue();
        queue.Schedule(2, slot: 1);
        queue.Schedule(3, slot: 2);

        Assert.That(queue.TryNext(2, out var slot) ? slot : -1, Is.EqualTo(1));
        Assert.That(queue.TryNext(Math.BitDecrement(3), out _), Is.False);
        Assert.That((queue.Now, queue.Count), Is.EqualTo((2.0, 1)));
    }

    [Test]
    public void What_is_due_now_fires_after_what_was_due_now_before()
    {
        var queue = new EventQueue();
        queue.Schedule(1, slot: 0);
        queue.Schedule(1, slot: 1);
        queue.TryNext(1, out _);
        queue.Schedule(1, slot: 2);
        queue.Schedule(1, slot: 0);

        Assert.That(TakeAll(queue), Is.EqualTo([1, 2, 0]));
    }

    [Test]
    public void The_last_of_an_instant_come_after_what_is_scheduled_for_it_later_on()
    {
        var queue = new EventQueue();
        queue.ScheduleLast(1, slot: 10, rank: 3);
        queue.ScheduleLast(1, slot: 11, rank: 1);
        queue.ScheduleLast(1, slot: 12, rank: 1);
        queue.Schedule(1, slot: 0);
        queue.TryNext(1, out _);
        queue.Schedule(1, slot: 1);
        queue.TryNext(1, out _);
        queue.TryNext(1, out var firstOfLast);
        queue.Schedule(1, slot: 2);
        queue.ScheduleLast(1, slot: 13, rank: 2);

        Assert.That(firstOfLast, Is.EqualTo(11));
        Assert.That(TakeAll(queue), Is.EqualTo([2, 12, 13, 10]));
    }

    [Test]
    public void A_negative_zero_is_zero()
    {
        var queue = new EventQueue();
        queue.ScheduleLast(0.0, slot: 0, rank: 1);
        queue.ScheduleLast(-0.0, slot: 1, rank: 1);
        queue.Schedule(-0.0, slot: 2);

        Assert.That(TakeAll(queue), Is.EqualTo([2, 0, 1]));
    }

    [Test]
    public void A_cancelled_event_of_this_instant_does_not_fire()
    {
        var queue = new EventQueue();
        queue.Schedule(0, slot: 0);
        queue.Schedule(0, slot: 1);
        queue.Cancel(0);
        queue.Reschedule(1, 0);
        queue.Schedule(0, slot: 0);

        Assert.That(TakeAll(queue), Is.EqualTo([1, 0]));
    }

    [Test]
    public void A_copy_goes_on_as_the_queue_does()
    {
        var queue = Filled(events: 200);
        var copy = Filled(events: 3);
        queue.TryNext(double.PositiveInfinity, out _);
        queue.Cancel(17);
        queue.Schedule(queue.Now, slot: 17);

        queue.CopyTo(copy);
        copy.Schedule(copy.Now, slot: 300);
        queue.Schedule(queue.Now, slot: 300);

        Assert.That(TakeAll(copy), Is.EqualTo(TakeAll(queue)));
    }

    [Test]
    public void A_copy_shares_nothing()
    {
        var queue = Filled(events: 50);
        var copy = new EventQueue();
        queue.CopyTo(copy);

        TakeAll(copy);

        Assert.That((queue.Count, queue.Now), Is.EqualTo((50, 0.0)));
        Assert.That(TakeAll(queue), Has.Count.EqualTo(50));
    }

    [Test]
    public void A_queue_is_not_copied_to_itself() =>
        Assert.That(() => Copy(Filled(events: 2)), Throws.ArgumentException);

    [Test]
    public void A_cleared_queue_is_a_new_one()
    {
        var queue = Filled(events: 100);
        queue.TryNext(double.PositiveInfinity, out _);
        queue.Schedule(queue.Now, slot: 500);
        queue.Cancel(99);

        queue.Clear();

        Assert.That((queue.Now, queue.Count, queue.PeekTime()), Is.EqualTo((0.0, 0, double.PositiveInfinity)));
        Assert.That(Enumerable.Range(0, 501).Count(queue.IsPending), Is.Zero);
        Assert.That(LastNumberOf(queue), Is.Zero);
    }

    [Test]
    public void The_last_running_number_is_used_and_then_the_queue_refuses()
    {
        var queue = new EventQueue();
        LastNumberOf(queue) = (1u << 30) - 2;
        queue.ScheduleLast(1, slot: 0, rank: 3);

        Assert.That(() => queue.Schedule(1, slot: 1), Throws.InvalidOperationException.With.Message.Contains("1,073,741,823"));
        Assert.That((queue.Count, queue.IsPending(1)), Is.EqualTo((1, false)));
        Assert.That(TakeAll(queue), Is.EqualTo([0]));
    }

    [Test]
    public void Steady_state_allocates_nothing()
    {
        var queue = Filled(events: 100);
        Churn(queue, operations: 2_000);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Churn(queue, operations: 100_000);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.That((allocated, queue.Count), Is.EqualTo((0L, 100)));
    }

    // Takes, delays, cancels and ends instants; if stale entries were kept, the heap would grow.
    private static void Churn(EventQueue queue, int operations)
    {
        var stream = new KeyedStream(1);
        for (var i = 0; i < operations; i++)
        {
            queue.TryNext(double.PositiveInfinity, out var slot);
            queue.ScheduleLast(queue.Now, slot, rank: 1);
            queue.Reschedule((slot + 1) % 100, queue.Now + ExponentialVariate.DrawUnit(ref stream));
            queue.Reschedule((slot + 2) % 100, queue.Now + 1e6);
            queue.Reschedule((slot + 3) % 100, queue.Now);
        }
    }

    private static EventQueue Filled(int events)
    {
        var queue = new EventQueue();
        for (var slot = 0; slot < events; slot++)
        {
            queue.Schedule(1 + (slot * 37 % 11), slot);
        }

        return queue;
    }

    private static void Copy(EventQueue queue) => queue.CopyTo(queue);

    private static List<int> TakeAll(EventQueue queue)
    {
        var taken = new List<int>();
        while (queue.TryNext(double.PositiveInfinity, out var slot))
        {
            taken.Add(slot);
        }

        return taken;
    }

    // A billion events would take a minute to schedule.
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "lastNumber")]
    private static extern ref uint LastNumberOf(EventQueue queue);
}
