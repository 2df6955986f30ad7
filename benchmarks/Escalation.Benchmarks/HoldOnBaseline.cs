namespace Escalation.Benchmarks;

/// <summary>W1 on what the class library offers: PriorityQueue, a seeded System.Random and a logarithm.</summary>
public sealed class HoldOnBaseline : IHold
{
    private readonly PriorityQueue<int, double> queue;
    private readonly BaselineDraws draws;

    public HoldOnBaseline(int pending, int seed)
    {
        queue = new PriorityQueue<int, double>(pending);
        draws = new BaselineDraws(seed);
        for (var slot = 0; slot < pending; slot++)
        {
            queue.Enqueue(slot, draws.Exponential(1));
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
                queue.Enqueue(slot, time + draws.Exponential(1));
            }
        }
    }
}
