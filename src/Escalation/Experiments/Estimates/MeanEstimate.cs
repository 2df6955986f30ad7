namespace Escalation.Experiments;

/// <summary>The mean of a measure over replications with all that a shown figure must carry.</summary>
/// <param name="Mean">Mean of the replications that have a value, in the unit of the measure; NaN if none has.</param>
/// <param name="StandardDeviation">Standard deviation with divisor n − 1, same unit; NaN with fewer than 2 values.</param>
/// <param name="HalfWidth">Half of the interval by Student's t, same unit; +∞ with fewer than 2 values: nothing is
/// known.</param>
/// <param name="Count">Replications that have a value.</param>
/// <param name="MissingCount">Replications that have none, and are in no figure here.</param>
/// <param name="Level">Confidence of the interval, between 0 and 1.</param>
public sealed record MeanEstimate(
    double Mean, double StandardDeviation, double HalfWidth, long Count, long MissingCount, double Level)
{
    /// <summary>Gets the interval, mean ± half-width; the whole line with fewer than 2 values.</summary>
    public Interval Interval => double.IsPositiveInfinity(HalfWidth)
        ? new(double.NegativeInfinity, double.PositiveInfinity)
        : new(Mean - HalfWidth, Mean + HalfWidth);

    /// <summary>Estimates a mean from the moments of independent replications.</summary>
    /// <param name="moments">Moments over all replications.</param>
    /// <param name="level">Confidence, between 0 and 1, both excluded.</param>
    /// <returns>Mean, standard deviation and half-width.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is out of range.</exception>
    public static MeanEstimate Of(ExactMoments moments, double level = 0.95) =>
        Of(moments.Count, moments.MissingCount, moments.Mean, moments.StandardDeviation, level);

    /// <summary>Estimates a mean from the figures of independent replications.</summary>
    /// <param name="count">Replications that have a value; not negative.</param>
    /// <param name="missingCount">Replications that have none.</param>
    /// <param name="mean">Mean of the values; NaN without any.</param>
    /// <param name="standardDeviation">Their standard deviation with divisor n − 1; NaN with fewer than 2.</param>
    /// <param name="level">Confidence, between 0 and 1, both excluded.</param>
    /// <returns>Mean, standard deviation and half-width.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count or the level is out of range.</exception>
    /// <remarks>x̄ ± t s/√n with n − 1 degrees of freedom, Student (1908), Biometrika 6, 1–25. It holds for normal values and,
    /// by the central limit theorem, about holds for many replications; strong skew with few of them makes it too
    /// narrow.</remarks>
    public static MeanEstimate Of(
        long count, long missingCount, double mean, double standardDeviation, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfNegative(missingCount);
        BinomialInterval.CheckLevel(level);
        var halfWidth = double.PositiveInfinity;
        if (count >= 2)
        {
            var t = StudentLaw.UpperQuantile(count - 1, BinomialInterval.TailOf(level));
            halfWidth = t * standardDeviation / Math.Sqrt(count);
        }

        return new(mean, standardDeviation, halfWidth, count, missingCount, level);
    }
}
