namespace Escalation.Experiments;

/// <summary>How far a run is. Whoever wants to show it asks as often as he likes; the workers never wait for him.</summary>
public sealed class RunProgress
{
    // One cache line a worker, so that two workers that count do not slow each other.
    private const int Stride = 16;
    private long[] counts = [];

    /// <summary>Replications that are done, by all workers together.</summary>
    public long Done => Sum(offset: 0);

    /// <summary>Replications among them that reached the first outcome of the scenario.</summary>
    public long Hits => Sum(offset: 1);

    /// <summary>Makes room for workers; what was done before stays counted.</summary>
    /// <param name="workers">How many work.</param>
    internal void Start(int workers)
    {
        var next = new long[workers * Stride];
        (next[0], next[1]) = (Done, Hits);
        Volatile.Write(ref counts, next);
    }

    /// <summary>Counts one replication; called by the worker itself alone.</summary>
    /// <param name="worker">Index of the worker.</param>
    /// <param name="isHit">True if the first outcome was reached.</param>
    internal void Count(int worker, bool isHit)
    {
        Volatile.Write(ref counts[worker * Stride], counts[worker * Stride] + 1);
        if (isHit)
        {
            Volatile.Write(ref counts[(worker * Stride) + 1], counts[(worker * Stride) + 1] + 1);
        }
    }

    private long Sum(int offset)
    {
        var present = Volatile.Read(ref counts);
        var sum = 0L;
        for (var index = offset; index < present.Length; index += Stride)
        {
            sum += Volatile.Read(ref present[index]);
        }

        return sum;
    }
}
