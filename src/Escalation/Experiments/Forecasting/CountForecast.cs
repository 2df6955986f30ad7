namespace Escalation.Experiments;

/// <summary>A forecast of a count: the chance of each number from 0 on.</summary>
public abstract class CountForecast
{
    /// <summary>Gets the mean.</summary>
    public abstract double Mean { get; }

    /// <summary>How bad the forecast was, by the logarithmic score: −ln of the chance that it gave to what came.</summary>
    /// <param name="observed">What came; not negative.</param>
    /// <returns>In nats, not negative; the least is the best.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public abstract double LogScore(long observed);

    /// <summary>How bad the forecast was, by the continuous ranked probability score: E|X − y| − ½ E|X − X′|.</summary>
    /// <param name="observed">What came; not negative.</param>
    /// <returns>In counts; the least is the best.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public abstract double Crps(long observed);

    /// <summary>The chance of so many or fewer.</summary>
    /// <param name="count">The count; below 0 the chance is 0.</param>
    /// <returns>From 0 to 1.</returns>
    public abstract double AtMost(long count);

    /// <summary>The least count k with P(X ≤ k) above the chance, as inversion draws them.</summary>
    /// <param name="chance">Between 0 and 1, both excluded.</param>
    /// <returns>A whole number.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The chance is out of its range.</exception>
    public abstract long Quantile(double chance);

    /// <summary>The range between two quantiles that leave the same chance on either side.</summary>
    /// <param name="level">The chance inside, between 0 and 1, both excluded. Counts are whole, so there is at least as
    /// much.</param>
    /// <returns>Two counts; both belong to the range.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is out of its range.</exception>
    public Interval CentralRange(double level)
    {
        BinomialInterval.CheckLevel(level);
        var tail = BinomialInterval.TailOf(level);
        return new(Quantile(tail), Quantile(1 - tail));
    }

    /// <summary>Refuses a chance that has no quantile.</summary>
    private protected static void CheckChance(double chance)
    {
        if (!(chance > 0 && chance < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(chance), chance, "A quantile of counts lies between 0 and 1.");
        }
    }

    // A law whose quantile no whole number can hold says so by the greatest one.
    private protected static long Whole(double count) => count >= long.MaxValue ? long.MaxValue : (long)count;
}
