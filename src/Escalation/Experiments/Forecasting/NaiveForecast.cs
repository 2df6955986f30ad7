namespace Escalation.Experiments;

/// <summary>Forecasts of the next window's count that know nothing but earlier counts: what a model has to beat.</summary>
/// <remarks>Counts are taken for Poisson's with a rate that is not known and has the prior of Jeffreys, its density falling like
/// the root of the rate. After a sum of s counts in n windows the rate follows Gamma(s + ½, n), so that the next window's count
/// is negative binomial of shape s + ½ and mean (s + ½)/n: Gelman et al. (2013), Bayesian Data Analysis, 3rd edition, section
/// 2.6. The ½ keeps a window without events from ruling them out.</remarks>
public static class NaiveForecast
{
    /// <summary>The rate is what it has been in all windows.</summary>
    /// <param name="counts">Counts of windows of equal length so far, at least one; not negative, together at most 10¹².</param>
    /// <returns>The forecast of the next window of that length.</returns>
    /// <exception cref="ArgumentException">There is no window.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static NegativeBinomialForecast ConstantRate(ReadOnlySpan<long> counts)
    {
        if (counts.Length == 0)
        {
            throw new ArgumentException("A rate needs at least one window.", nameof(counts));
        }

        var sum = 0.0;
        foreach (var count in counts)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(counts));
            sum += count;
        }

        return OfRate(sum, counts.Length);
    }

    /// <summary>The rate is what it was in the last window.</summary>
    /// <param name="counts">Counts of windows of equal length so far, at least one; not negative, together at most 10¹².</param>
    /// <returns>The forecast of the next window of that length.</returns>
    /// <exception cref="ArgumentException">There is no window.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static NegativeBinomialForecast LastWindow(ReadOnlySpan<long> counts) =>
        ConstantRate(counts.IsEmpty ? counts : counts[^1..]);

    /// <summary>The forecast of one window after a sum of counts in so many.</summary>
    internal static NegativeBinomialForecast OfRate(double sum, long windows)
    {
        var shape = sum + 0.5;
        return new(shape / windows, Math.Min(shape, NegativeBinomialForecast.GreatestShape));
    }
}
