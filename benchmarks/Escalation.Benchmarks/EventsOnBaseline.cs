namespace Escalation.Benchmarks;

/// <summary>W2's needs on the class library: PriorityQueue, generation numbers for timers, a seeded System.Random.</summary>
internal struct EventsOnBaseline(int seed) : IPendingEvents
{
    private const int Timers = 5;

    private readonly PriorityQueue<(int Payload, int Generation), double> queue = new();
    private readonly int[] generations = new int[Timers];
    private readonly BaselineDraws draws = new(seed);

    public double Now { get; private set; }

    public void Clear()
    {
        queue.Clear();
        Now = 0;
    }

    public readonly void Add(double time, int payload) => queue.Enqueue((payload, 0), time);

    public readonly void Restart(int timer, double time) => queue.Enqueue((timer, ++generations[timer]), time);

    public bool TryNext(double horizon, out int payload)
    {
        while (queue.TryDequeue(out var next, out var time) && time <= horizon)
        {
            payload = next.Payload;
            if (payload >= Timers || generations[payload] == next.Generation)
            {
                Now = time;
                return true;
            }
        }

        payload = -1;
        return false;
    }

    public readonly double Uniform() => draws.Uniform();

    public readonly double Exponential(double mean) => draws.Exponential(mean);

    public readonly double StrikeDelay() => draws.StrikeDelay();

    public readonly int RevengeCount() => draws.RevengeCount();
}
