namespace Escalation.Experiments;

/// <summary>How much greater a measure is in the second runs of pairs than in the first ones, on average, with all that a
/// shown figure must carry.</summary>
/// <param name="First">Mean of first runs, over complete pairs, in the unit of the measure; NaN without any.</param>
/// <param name="Second">Mean of second runs, over complete pairs.</param>
/// <param name="Difference">Mean of second minus first over complete pairs with its interval by Student's t, their number, and
/// the number of pairs of which one run, or both, have no value: those are in no figure here.</param>
/// <param name="P">Two-sided p-value of Student's test of no difference; NaN with fewer than 2 pairs.</param>
/// <param name="VarianceSaved">The part of the variance that pairing saved, against as many runs with luck of their own:
/// 1 − Var D/(Var A + Var B), at most 1. At 0 or below pairs were of no use or worse; NaN if nothing varies.</param>
public sealed record PairedMeans(double First, double Second, MeanEstimate Difference, double P, double VarianceSaved)
{
    private const int LeastPairs = 2;

    /// <summary>Gets how many pairs it takes to tell this difference from none, at the level and with a power of 80 %, if
    /// differences vary as seen; +∞ if no difference was seen.</summary>
    public double RequiredPairs =>
        PairedPower.RequiredPairs(Difference.Mean, Difference.StandardDeviation, Difference.Level, LeastPairs);

    /// <summary>Gets the least difference that as many pairs would tell from none, at the level and with a power of 80 %; NaN
    /// if they are too few for any.</summary>
    public double DetectableDifference =>
        PairedPower.DetectableDifference(Difference.Count, Difference.StandardDeviation, Difference.Level);

    /// <summary>Compares the two runs of pairs.</summary>
    /// <param name="first">Of each pair the first run; NaN where there is no value.</param>
    /// <param name="second">The second runs, as many.</param>
    /// <param name="level">Confidence, between 0 and 1, both excluded.</param>
    /// <returns>The difference with its interval.</returns>
    /// <exception cref="ArgumentException">There are not as many first runs as second ones.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is infinite, or the level out of its range.</exception>
    public static PairedMeans Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second, double level = 0.95)
    {
        PairedCounts.CheckLengths(first, second);
        var (ofFirst, ofSecond, ofDifference) = (new ExactMoments(), new ExactMoments(), new ExactMoments());
        for (var pair = 0; pair < first.Length; pair++)
        {
            var difference = second[pair] - first[pair];
            ofDifference.Add(difference);
            if (!double.IsNaN(difference))
            {
                ofFirst.Add(first[pair]);
                ofSecond.Add(second[pair]);
            }
        }

        var mean = MeanEstimate.Of(ofDifference, level);
        var saved = 1 - (ofDifference.Variance / (ofFirst.Variance + ofSecond.Variance));
        return new(ofFirst.Mean, ofSecond.Mean, mean, TwoSidedP(mean), saved);
    }

    private static double TwoSidedP(MeanEstimate mean)
    {
        if (mean.Count < LeastPairs)
        {
            return double.NaN;
        }

        // Differences that are all the same, and not 0, leave no doubt.
        var error = mean.StandardDeviation / Math.Sqrt(mean.Count);
        return mean.Mean == 0 ? 1 : StudentLaw.TwoSidedP(mean.Count - 1, Math.Abs(mean.Mean) / error);
    }
}
