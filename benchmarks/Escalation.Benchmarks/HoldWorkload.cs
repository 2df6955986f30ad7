using Escalation.Engine;

namespace Escalation.Benchmarks;

/// <summary>W1 on the Engine's public interface.</summary>
public sealed class HoldWorkload : IHold
{
    private readonly EventQueue queue;
    private KeyedStream stream;

    public HoldWorkload(int pending, int seed)
    {
        queue = new EventQueue(pending);
        stream = new KeyedStream(Key.Mix((ulong)seed));
        Fill(pending);
    }

    public double Now => queue.Now;

    public void Run(int operations)
    {
        // A billion running numbers last for a billion operations; the workload may be asked for more.
        if (queue.Now * queue.Count > 5e8)
        {
            var pending = queue.Count;
            queue.Clear();
            Fill(pending);
        }

        for (var i = 0; i < operations; i++)
        {
            if (queue.TryNext(double.PositiveInfinity, out var slot))
            {
                queue.Schedule(queue.Now + ExponentialVariate.DrawUnit(ref stream), slot);
            }
        }
    }

    private void Fill(int pending)
    {
        for (var slot = 0; slot < pending; slot++)
        {
            queue.Schedule(ExponentialVariate.DrawUnit(ref stream), slot);
        }
    }
}
