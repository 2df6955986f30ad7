namespace Escalation.Experiments;

/// <summary>Ranks between whose values a quantile lies with a given confidence, whatever the law of the values.</summary>
/// <param name="Lower">Rank of the lower limit; 1 is the least value.</param>
/// <param name="Upper">Rank of the upper limit; the number of values is the greatest.</param>
/// <remarks>David and Nagaraja (2003), Order Statistics, 3rd edition, section 7.1: the number of values below the quantile is
/// binomial. Equal tails; the confidence is at least the level, and ties only add to it.</remarks>
public readonly record struct QuantileRanks(long Lower, long Upper)
{
    /// <summary>The number of values from which on an interval of a quantile exists.</summary>
    /// <param name="q">Which quantile, between 0 and 1, both excluded.</param>
    /// <param name="level">Confidence, between 0 and 1, both excluded.</param>
    /// <returns>The least n with max(q, 1 − q)^n ≤ (1 − level)/2; e.g. 6 for the median and 72 for q = 0.95, at level
    /// 0.95.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static long RequiredCount(double q, double level = 0.95)
    {
        Check(q, level);
        var tail = BinomialInterval.TailOf(level);
        var quotient = Math.Log(tail) / LogarithmNearOne.OfOnePlus(-Math.Min(q, 1 - q));

        // Where the quotient is a whole number, rounding may have put it just above.
        var nearest = Math.Round(quotient);
        return (long)(Math.Abs(quotient - nearest) <= 1e-12 * nearest ? nearest : Math.Ceiling(quotient));
    }

    /// <summary>The ranks for a number of values.</summary>
    /// <param name="count">Number of values, not negative.</param>
    /// <param name="q">Which quantile, between 0 and 1, both excluded.</param>
    /// <param name="level">Confidence, between 0 and 1, both excluded.</param>
    /// <returns>The ranks; <see langword="null"/> if there are fewer values than <see cref="RequiredCount"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static QuantileRanks? Of(long count, double q, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count < RequiredCount(q, level))
        {
            return null;
        }

        // P(quantile below rank l) = P(at most l − 1 values below it); the upper rank is the lower one of the mirrored values.
        var tail = BinomialInterval.TailOf(level);
        var lower = LowerRank(count, UnitPoint.FromX(q), tail);
        var upper = count + 1 - LowerRank(count, UnitPoint.FromY(q), tail);
        return new(lower, upper);
    }

    /// <summary>The greatest l with P(X ≤ l − 1) ≤ tail for X binomial; at least 1.</summary>
    private static long LowerRank(long count, UnitPoint chance, double tail)
    {
        // A bracket around the normal approximation, widened until it holds the answer, then halved.
        var z = StandardNormal.UpperQuantile(tail);
        var guess = (count * chance.X) - (z * Math.Sqrt(count * chance.X * chance.Y));
        var low = Math.Clamp((long)guess, 1, count);
        var high = low;
        for (var step = 1L; low > 1 && Below(low, count, chance) > tail; step *= 2)
        {
            high = low;
            low = Math.Max(1, low - step);
        }

        for (var step = 1L; Below(high, count, chance) <= tail; step *= 2)
        {
            low = high;
            high = Math.Min(count + 1, high + step);
        }

        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = Below(middle, count, chance) <= tail ? (middle, high) : (low, middle);
        }

        return low;
    }

    /// <summary>P(X ≤ rank − 1) for X binomial, as the upper tail of Beta(rank, n + 1 − rank); 1 beyond the last rank.</summary>
    private static double Below(long rank, long count, UnitPoint chance) =>
        rank > count ? 1 : IncompleteBeta.At(rank, count + 1.0 - rank, chance).Upper;

    private static void Check(double q, double level)
    {
        if (!(q > 0 && q < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(q), q, "This quantile lies between 0 and 1, both excluded.");
        }

        BinomialInterval.CheckLevel(level);
    }
}
