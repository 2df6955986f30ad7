namespace Escalation.Tuning;

/// <summary>What is known of one choice: replications of it, with luck of their own, summed up.</summary>
/// <param name="Count">Number of replications n; not negative.</param>
/// <param name="Mean">Their mean, in the unit of what is minimised; the share of hits where replications are 0 or 1.</param>
/// <param name="Variance">Variance of one replication with divisor n − 1, in the squared unit; not negative, NaN with fewer
/// than 2.</param>
/// <param name="IsShare">Whether each replication is 0 or 1.</param>
public readonly record struct ChoiceSample(long Count, double Mean, double Variance, bool IsShare = false)
{
    /// <summary>Gets the number of hits, where replications are 0 or 1.</summary>
    public double Hits => Math.Round(Mean * Count);

    /// <summary>A sample of replications that are 0 or 1.</summary>
    /// <param name="hits">How many are 1.</param>
    /// <param name="count">How many there are; at least 1.</param>
    /// <returns>The sample.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are no replications, or hits are negative or more than they
    /// are.</exception>
    public static ChoiceSample OfHits(long hits, long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hits);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, Math.Max(1, hits));
        var share = (double)hits / count;
        return new(count, share, count < 2 ? double.NaN : share * (1 - share) * count / (count - 1), IsShare: true);
    }
}
