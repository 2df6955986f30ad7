namespace Escalation.Experiments;

/// <summary>After how many replications a run looks whether it may stop.</summary>
/// <remarks>At ends of blocks, so that no thread has begun what the others do not count. Each look comes at least 5 % after the
/// one before it: a run is 2.5 % too long on average for that, while looking more often would cost about as much in confidence
/// and, with the number of looks, in time.</remarks>
internal static class LookSchedule
{
    private const double Growth = 1.05;

    /// <summary>The first look.</summary>
    public static long First => ReplicationTable.BlockSize;

    /// <summary>The look that follows one.</summary>
    /// <param name="count">The replications of the present look.</param>
    public static long After(long count)
    {
        var blocks = Math.Ceiling(count * Growth / ReplicationTable.BlockSize);
        return Math.Max(count + ReplicationTable.BlockSize, (long)blocks * ReplicationTable.BlockSize);
    }
}
