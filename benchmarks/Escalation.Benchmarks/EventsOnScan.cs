namespace Escalation.Benchmarks;

/// <summary>W2's needs without any queue: the times stand in an array, timers first, and each event looks through all of
/// them.</summary>
internal struct EventsOnScan : IPendingEvents
{
    private const int Timers = 5;

    private readonly BaselineDraws draws;
    private double[] times = new double[64];
    private int[] payloads = new int[64];
    private int count;

    public EventsOnScan(int seed)
    {
        draws = new BaselineDraws(seed);
        Clear();
    }

    public double Now { get; private set; }

    public void Clear()
    {
        (count, Now) = (Timers, 0);
        for (var timer = 0; timer < Timers; timer++)
        {
            (times[timer], payloads[timer]) = (double.PositiveInfinity, timer);
        }
    }

    public void Add(double time, int payload)
    {
        if (count == times.Length)
        {
            Array.Resize(ref times, 2 * count);
            Array.Resize(ref payloads, 2 * count);
        }

        (times[count], payloads[count]) = (time, payload);
        count++;
    }

    public readonly void Restart(int timer, double time) => times[timer] = time;

    public bool TryNext(double horizon, out int payload)
    {
        var first = 0;
        for (var place = 1; place < count; place++)
        {
            first = times[place] < times[first] ? place : first;
        }

        payload = payloads[first];
        if (!(times[first] <= horizon))
        {
            return false;
        }

        Now = times[first];
        if (first < Timers)
        {
            times[first] = double.PositiveInfinity;
            return true;
        }

        count--;
        (times[first], payloads[first]) = (times[count], payloads[count]);
        return true;
    }

    public readonly double Uniform() => draws.Uniform();

    public readonly double Exponential(double mean) => draws.Exponential(mean);

    public readonly double StrikeDelay() => draws.StrikeDelay();

    public readonly int RevengeCount() => draws.RevengeCount();
}
