using System.Diagnostics.CodeAnalysis;

namespace Escalation.Benchmarks;

/// <summary>W1 on what the class library offers: PriorityQueue, a seeded System.Random and a logarithm.</summary>
[SuppressMessage("Security", "CA5394", Justification = "The baseline is System.Random; nothing here is a secret.")]
public sealed class HoldOnBaseline : IHold
{
    private readonly PriorityQueue<int, double> queue;
    private readonly Random random;

    public HoldOnBaseline(int pending, int seed)
    {
        queue = new PriorityQueue<int, double>(pending);
        random = new Random(seed);
        for (var slot = 0; slot < pending; slot++)
        {
            queue.Enqueue(slot, -Math.Log(1 - random.NextDouble()));
        }
    }

    public double Now { get; private set; }

    public void Run(int operations)
    {
        for (var i = 0; i < operations; i++)
        {
            if (queue.TryDequeue(out var slot, out var time))
            {
                Now = time;
                queue.Enqueue(slot, time - Math.Log(1 - random.NextDouble()));
            }
        }
    }
}
