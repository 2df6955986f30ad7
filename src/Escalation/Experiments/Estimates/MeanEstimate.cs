namespace Escalation.Experiments;

/// <summary>The mean of a measure over replications with all that a shown figure must carry.</summary>
/// <param name="Mean">Mean of the replications that have a value, in the unit of the measure; NaN if none has.</param>
/// <param name="StandardDeviation">Standard deviation with divisor n − 1, same unit; NaN with fewer than 2 values.</param>
/// <param name="HalfWidth">Half of the interval by Student's t, same unit; +∞ with fewer than 2 values: nothing is known.</param>
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
    /// <param name="moments">Moments over all replications, blocks merged in index order.</param>
    /// <param name="level">Confidence, between 0 and 1, both excluded.</param>
    /// <returns>Mean, standard deviation and half-width.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is out of range.</exception>
    /// <remarks>x̄ ± t s/√n with n − 1 degrees of freedom, Student (1908), Biometrika 6, 1–25. It holds for normal values and,
    /// by the central limit theorem, about holds for many replications; strong skew with few of them makes it too
    /// narrow.</remarks>
    public static MeanEstimate Of(Moments moments, double level = 0.95)
    {
        BinomialInterval.CheckLevel(level);
        var halfWidth = double.PositiveInfinity;
        if (moments.Count >= 2)
        {
            var t = StudentLaw.UpperQuantile(moments.Count - 1, BinomialInterval.TailOf(level));
            halfWidth = t * moments.StandardDeviation / Math.Sqrt(moments.Count);
        }

        return new(moments.Mean, moments.StandardDeviation, halfWidth, moments.Count, moments.MissingCount, level);
    }
}
