namespace Escalation.Experiments;

/// <summary>The continuous ranked probability score of a forecast that is a sample: how far its law lies from the one number that
/// came, in the unit of the number; the least score is the best.</summary>
/// <remarks>Gneiting and Raftery (2007), Journal of the American Statistical Association 102, 359–378: E|X − y| − ½ E|X − X′|,
/// a strictly proper score. Of a forecast that is one number it is the distance.</remarks>
public static class SampleScore
{
    /// <summary>The score of the sample taken as the whole law: each value has the same weight.</summary>
    /// <param name="values">One value a history, all finite, in any order; at least 1.</param>
    /// <param name="observed">What came, finite.</param>
    /// <returns>Not negative, in the unit of the values.</returns>
    /// <exception cref="ArgumentException">There are no values, or a number is not finite.</exception>
    public static double Crps(ReadOnlySpan<double> values, double observed) => Of(values, observed, isFair: false);

    /// <summary>The score without what it loses because histories are few: on average over their luck it is that of the law that
    /// they are drawn from, so that samples of unequal size can be compared.</summary>
    /// <param name="values">One value a history, all finite, in any order; at least 2.</param>
    /// <param name="observed">What came, finite.</param>
    /// <returns>In the unit of the values; with few values it may be a little below 0.</returns>
    /// <exception cref="ArgumentException">There are fewer than 2 values, or a number is not finite.</exception>
    /// <remarks>Ferro (2014), Quarterly Journal of the Royal Meteorological Society 140, 1917–1923: pairs of a value with itself
    /// are left out of E|X − X′|.</remarks>
    public static double FairCrps(ReadOnlySpan<double> values, double observed) => Of(values, observed, isFair: true);

    private static double Of(ReadOnlySpan<double> values, double observed, bool isFair)
    {
        if (values.Length < (isFair ? 2 : 1) || !double.IsFinite(observed))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"{values.Length} values cannot be scored against {observed}."), nameof(values));
        }

        var sorted = values.ToArray();
        Array.Sort(sorted);
        OrderStatistics.CheckSorted(sorted);

        // The sum of |xᵢ − xⱼ| over all pairs is Σ (2 i − n + 1) xᵢ in order of size, counted from 0. Distances from what was
        // observed keep the digits of a spread that is small against the values.
        var (count, distances, spread) = (sorted.Length, 0.0, 0.0);
        for (var rank = 0; rank < count; rank++)
        {
            var error = sorted[rank] - observed;
            distances += Math.Abs(error);
            spread += ((2.0 * rank) - count + 1) * error;
        }

        return (distances / count) - (spread / count / (isFair ? count - 1 : count));
    }
}
