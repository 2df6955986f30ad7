using System.Diagnostics.CodeAnalysis;

namespace Escalation.Benchmarks;

/// <summary>W2's needs on the class library: PriorityQueue, generation numbers for timers, a seeded System.Random.</summary>
[SuppressMessage("Security", "CA5394", Justification = "The baseline is System.Random; nothing here is a secret.")]
internal struct EventsOnBaseline(int seed) : IPendingEvents
{
    private const int Timers = 5;

    private readonly PriorityQueue<(int Payload, int Generation), double> queue = new();
    private readonly int[] generations = new int[Timers];
    private readonly Random random = new(seed);

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

    public readonly double Uniform() => random.NextDouble();

    public readonly double Exponential(double mean) => -mean * Math.Log(1 - random.NextDouble());

    // Marsaglia's polar method, one of the pair.
    public readonly double StrikeDelay()
    {
        double x, square;
        do
        {
            x = (2 * random.NextDouble()) - 1;
            var y = (2 * random.NextDouble()) - 1;
            square = (x * x) + (y * y);
        }
        while (square is >= 1 or 0);

        return 2 * Math.Exp(0.5 * x * Math.Sqrt(-2 * Math.Log(square) / square));
    }

    // Knuth's product of uniform numbers, as one writes it without a library.
    public readonly int RevengeCount()
    {
        const double Limit = 0.40656965974059911;
        var count = 0;
        for (var product = random.NextDouble(); product > Limit; product *= random.NextDouble())
        {
            count++;
        }

        return count;
    }
}
