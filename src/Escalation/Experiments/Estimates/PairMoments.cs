namespace Escalation.Experiments;

/// <summary>What pairs of numbers have in common: the two of a pair come from one set of parameters and from luck that is
/// independent of each other, so that their covariance is the variance of their expected value between sets.</summary>
/// <remarks>
/// <para>Of a pair Y, Y′ let A = (Y + Y′)/2 and D = (Y − Y′)/2. Then Var A − E D² = Cov(Y, Y′), and Var A + E D² is the
/// variance of one number: the analysis of variance of Fisher (1925), Statistical Methods for Research Workers, chapter 7,
/// with two members a class. Both estimates are free of bias, and it is all the same which member comes first.</para>
/// <para>The digits depend on the order in which pairs are given: give them in order of their replications.</para>
/// </remarks>
internal sealed class PairMoments
{
    private PairMoments(long count, double mean)
    {
        Count = count;
        Mean = mean;
    }

    /// <summary>Gets how many pairs have both numbers.</summary>
    public long Count { get; }

    /// <summary>Gets the mean over both members of all pairs; NaN without pairs.</summary>
    public double Mean { get; }

    /// <summary>Gets the estimated variance of one number; NaN with fewer than 2 pairs.</summary>
    public double Variance { get; private init; } = double.NaN;

    /// <summary>Gets the estimated covariance within a pair, which may be negative by chance; NaN with fewer than 2
    /// pairs.</summary>
    public double Covariance { get; private init; } = double.NaN;

    /// <summary>Gets the standard error of <see cref="Covariance"/>; NaN with fewer than 2 pairs.</summary>
    public double StandardError { get; private init; } = double.NaN;

    /// <summary>Gets the standard error of the ratio of covariance and variance; NaN where there is no variance.</summary>
    public double RatioError { get; private init; } = double.NaN;

    /// <summary>Takes the moments of pairs.</summary>
    /// <param name="first">One member of each pair; NaN where there is none.</param>
    /// <param name="second">The other members, as many. A pair of which one is missing is left out.</param>
    /// <returns>The moments.</returns>
    public static PairMoments Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        var (count, mean) = (0L, 0.0);
        for (var pair = 0; pair < first.Length; pair++)
        {
            var half = Half(first[pair], second[pair]);
            if (!double.IsNaN(half))
            {
                count++;
                mean += (half - mean) / count;
            }
        }

        if (count < 2)
        {
            return new(count, count == 0 ? double.NaN : mean);
        }

        var (between, within) = (0.0, 0.0);
        var products = new CoMoments();
        for (var pair = 0; pair < first.Length; pair++)
        {
            var half = Half(first[pair], second[pair]);
            if (!double.IsNaN(half))
            {
                var (common, own) = (half - mean, (first[pair] - second[pair]) / 2);
                if (!double.IsFinite((common * common) + (own * own)))
                {
                    // Numbers beyond 10¹⁵⁴ have a mean, but no variance that a double can hold.
                    return new(count, mean);
                }

                between += common * common;
                within += own * own;
                products.Add((common * common) - (own * own), (common * common) + (own * own));
            }
        }

        var (ofMeans, ofDifferences) = (between / (count - 1), within / count);
        var (covariance, variance) = (ofMeans - ofDifferences, ofMeans + ofDifferences);
        return new(count, mean)
        {
            Variance = variance,
            Covariance = covariance,
            StandardError = Math.Sqrt(products.VarianceX / count),
            RatioError = RatioErrorOf(products, covariance / variance, variance),
        };
    }

    // NaN if one of the two is missing.
    private static double Half(double one, double other) => (one / 2) + (other / 2);

    // Of a ratio of two means, to first order: the spread of what the one is off the ratio times the other.
    private static double RatioErrorOf(CoMoments products, double ratio, double variance)
    {
        var spread = products.VarianceX - (2 * ratio * products.Covariance) + (ratio * ratio * products.VarianceY);
        return Math.Sqrt(Math.Max(spread, 0) / products.Count) / variance;
    }
}
