namespace Escalation.Experiments;

/// <summary>How much of the spread of a number comes from not knowing the parameters, as pairs of histories with the same
/// parameters and other luck show it. The rest is chance.</summary>
/// <param name="Pairs">Pairs that have both numbers.</param>
/// <param name="Variance">Variance of the number, luck and ignorance together; NaN with fewer than 2 pairs, as all that
/// follows.</param>
/// <param name="Covariance">Covariance within pairs: what is estimated of the variance of the expected value between sets of
/// parameters. Negative by chance where there is little or none.</param>
/// <param name="StandardError">Standard error of the covariance.</param>
/// <param name="ShareError">Standard error of <see cref="Share"/>, where that is not at an end; NaN if nothing varies.</param>
public sealed record IgnoranceEstimate(
    long Pairs, double Variance, double Covariance, double StandardError, double ShareError)
{
    // One-sided, so that ignorance is seen by mistake once in twenty times.
    private const double SeenTail = 0.05;

    // Of fewer a standard error says nothing: it is 0 if the members of five pairs happen to be alike.
    private const int FewestPairs = 20;

    /// <summary>Gets the variance of the expected value between sets of parameters: the covariance, but neither negative nor
    /// more than the whole.</summary>
    public double Explained => Math.Clamp(Covariance, 0, double.IsNaN(Variance) ? 0 : Variance);

    /// <summary>Gets the part of the variance that ignorance explains, from 0 to 1; NaN if nothing varies.</summary>
    public double Share => Explained / Variance;

    /// <summary>Gets the standard deviation of the expected value between sets of parameters, in the unit of the
    /// number.</summary>
    public double StandardDeviation => Math.Sqrt(Explained);

    /// <summary>Gets how large that standard deviation may be: with a chance of 95 % it is at most this; NaN if the pairs say
    /// nothing about it.</summary>
    public double MostStandardDeviation { get; private init; }

    /// <summary>Gets a value indicating whether the pairs tell ignorance apart from none: the covariance is farther above 0 than
    /// chance alone puts it once in twenty times, and there are at least 20 pairs.</summary>
    public bool IsSeen => Pairs >= FewestPairs && Covariance > SeenQuantile * StandardError;

    private static double SeenQuantile { get; } = StandardNormal.UpperQuantile(SeenTail);

    /// <summary>Estimates from the moments of pairs.</summary>
    internal static IgnoranceEstimate OfNumbers(PairMoments pairs) => Of(pairs, MostOf(pairs));

    /// <summary>Estimates from the moments of pairs of zeros and ones.</summary>
    /// <remarks>If few pairs agree in what is rare, the standard error says little. The chance that both do is the square of the
    /// mean and the covariance together, and counts have a bound that always holds.</remarks>
    internal static IgnoranceEstimate OfTruths(PairMoments pairs)
    {
        const int Many = 20;
        var rare = Math.Min(pairs.Mean, 1 - pairs.Mean);
        var product = pairs.Covariance + (rare * rare);
        if (!(product * pairs.Count < Many))
        {
            return OfNumbers(pairs);
        }

        var both = Math.Max(0, (long)Math.Round(product * pairs.Count));
        var bound = BinomialInterval.ClopperPearson(both, pairs.Count, 1 - (2 * SeenTail)).Upper - (rare * rare);
        return Of(pairs, Math.Max(MostOf(pairs), bound));
    }

    private static double MostOf(PairMoments pairs) => pairs.Covariance + (SeenQuantile * pairs.StandardError);

    private static IgnoranceEstimate Of(PairMoments pairs, double mostVariance) =>
        new(pairs.Count, pairs.Variance, pairs.Covariance, pairs.StandardError, pairs.RatioError)
        {
            MostStandardDeviation = Math.Sqrt(Math.Max(mostVariance, 0)),
        };
}
