namespace Escalation.Experiments;

/// <summary>How far an experiment over points is. Whoever wants to show it asks as often as he likes.</summary>
public sealed class PointProgress
{
    private long replications;
    private long kept;
    private int points;

    /// <summary>Replications that are there, run or read.</summary>
    public long Replications => Interlocked.Read(ref replications);

    /// <summary>Replications among them that were read.</summary>
    public long Kept => Interlocked.Read(ref kept);

    /// <summary>Points that are whole.</summary>
    public int Points => Volatile.Read(ref points);

    /// <summary>What a search is at, in few words.</summary>
    public string Stage { get; set; } = "";

    internal void Count(int count, bool isKept)
    {
        Interlocked.Add(ref replications, count);
        if (isKept)
        {
            Interlocked.Add(ref kept, count);
        }
    }

    internal void CountPoint() => Interlocked.Increment(ref points);
}
