namespace Escalation.Experiments;

/// <summary>Quantiles and their intervals from sorted values.</summary>
public static class OrderStatistics
{
    /// <summary>A quantile by linear interpolation between neighbours in rank.</summary>
    /// <param name="sorted">Values in ascending order, all finite.</param>
    /// <param name="q">Which quantile, from 0 (least value) to 1 (greatest).</param>
    /// <returns>The quantile, in the unit of the values; NaN without values.</returns>
    /// <exception cref="ArgumentOutOfRangeException">q is not between 0 and 1.</exception>
    /// <exception cref="ArgumentException">Values are not finite or not in order.</exception>
    /// <remarks>Definition 7 of Hyndman and Fan (1996), Am. Stat. 50, 361–365: position (n − 1) q counted from 0. It is the
    /// default of R, NumPy and Excel, so that a reader who computes it again from the table finds the same number.</remarks>
    public static double Quantile(ReadOnlySpan<double> sorted, double q)
    {
        CheckQuantile(q);
        CheckSorted(sorted);
        if (sorted.Length == 0)
        {
            return double.NaN;
        }

        var position = (sorted.Length - 1) * q;
        var index = (int)position;
        var next = Math.Min(index + 1, sorted.Length - 1);
        return Between(sorted[index], sorted[next], position - index);
    }

    /// <summary>An interval of a quantile that needs no assumption on the law of the values.</summary>
    /// <param name="sorted">Values of independent replications in ascending order, all finite.</param>
    /// <param name="q">Which quantile, between 0 and 1, both excluded.</param>
    /// <param name="level">Confidence, between 0 and 1, both excluded.</param>
    /// <returns>The values at the <see cref="QuantileRanks"/>; <see langword="null"/> if there are fewer values than
    /// <see cref="QuantileRanks.RequiredCount"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">q or level is out of its range.</exception>
    /// <exception cref="ArgumentException">Values are not finite or not in order.</exception>
    public static Interval? QuantileInterval(ReadOnlySpan<double> sorted, double q, double level = 0.95)
    {
        CheckSorted(sorted);
        return QuantileRanks.Of(sorted.Length, q, level) is { } ranks
            ? new(sorted[(int)ranks.Lower - 1], sorted[(int)ranks.Upper - 1])
            : null;
    }

    /// <summary>Refuses a quantile that is none.</summary>
    internal static void CheckQuantile(double q)
    {
        if (!(q >= 0 && q <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(q), q, "A quantile lies from 0 to 1.");
        }
    }

    /// <summary>The number at a share of the way from one to another that is not below it.</summary>
    internal static double Between(double low, double high, double share)
    {
        var distance = high - low;
        return double.IsFinite(distance) ? low + (distance * share) : (low * (1 - share)) + (high * share);
    }

    /// <summary>Refuses values that are not finite or do not ascend.</summary>
    internal static void CheckSorted(ReadOnlySpan<double> sorted)
    {
        for (var i = 0; i < sorted.Length; i++)
        {
            if (!double.IsFinite(sorted[i]))
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"Quantiles need finite values, but value {i} is {sorted[i]}."), nameof(sorted));
            }

            if (i > 0 && sorted[i] < sorted[i - 1])
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"Values must ascend, but value {i} is below its predecessor."), nameof(sorted));
            }
        }
    }
}
