namespace Escalation.Experiments;

/// <summary>Two-sided intervals with equal tails for the chance behind <c>hits</c> out of <c>count</c>.</summary>
/// <remarks>
/// <para>All three methods are symmetric: the complement of an upper limit is the lower limit of the misses. Where an upper limit
/// lies so near 1 that a double cannot hold its distance from 1, ask for <c>Method(count − hits, count).Lower</c>.</para>
/// <para>With nothing observed (<c>count</c> = 0) the interval is [0, 1]: nothing is known.</para>
/// <para>Limits hold 13 digits for counts up to 10⁹ and levels up to 1 − 10⁻¹², taken as the doubles that they are.</para>
/// </remarks>
public static class BinomialInterval
{
    private static readonly Interval Unknown = new(0, 1);

    /// <summary>The interval of Clopper and Pearson: covers the true chance with at least the level, whatever it is.</summary>
    /// <param name="hits">Times that it happened; from 0 to <paramref name="count"/>.</param>
    /// <param name="count">Times that it could have happened; not negative.</param>
    /// <param name="level">Confidence, between 0 and 1, both excluded.</param>
    /// <returns>Limits of the chance; the lower is 0 without hits, the upper 1 without misses.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    /// <remarks>Clopper and Pearson (1934), Biometrika 26, 404–413, by quantiles of the beta law: the α/2 quantile of
    /// Beta(k, n − k + 1) and the 1 − α/2 quantile of Beta(k + 1, n − k).</remarks>
    public static Interval ClopperPearson(long hits, long count, double level = 0.95)
    {
        Check(hits, count, level);
        if (count == 0)
        {
            return Unknown;
        }

        var tail = TailOf(level);
        var misses = count - hits;
        var lower = hits == 0 ? 0 : BetaQuantile.OfLowerTail(hits, misses + 1.0, tail).X;
        var upper = misses == 0 ? 1 : BetaQuantile.OfLowerTail(misses, hits + 1.0, tail).Y;
        return new(lower, upper);
    }

    /// <summary>The score interval of Wilson, without correction for continuity.</summary>
    /// <param name="hits">Times that it happened; from 0 to <paramref name="count"/>.</param>
    /// <param name="count">Times that it could have happened; not negative.</param>
    /// <param name="level">Confidence, between 0 and 1, both excluded.</param>
    /// <returns>Limits of the chance; the lower is 0 without hits, the upper 1 without misses.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    /// <remarks>Wilson (1927), J. Am. Stat. Assoc. 22, 209–212: the roots p of (k/n − p)² = z² p (1 − p)/n.</remarks>
    public static Interval Wilson(long hits, long count, double level = 0.95)
    {
        Check(hits, count, level);
        if (count == 0)
        {
            return Unknown;
        }

        var z = StandardNormal.UpperQuantile(TailOf(level));
        return new(WilsonScore.Lower(hits, count - hits, z).X, WilsonScore.Lower(count - hits, hits, z).Y);
    }

    /// <summary>The interval of equal posterior tails under Jeffreys' prior.</summary>
    /// <param name="hits">Times that it happened; from 0 to <paramref name="count"/>.</param>
    /// <param name="count">Times that it could have happened; not negative.</param>
    /// <param name="level">Confidence, between 0 and 1, both excluded.</param>
    /// <returns>Limits of the chance; the lower is 0 without hits, the upper 1 without misses.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    /// <remarks>Brown, Cai and DasGupta (2001), Stat. Sci. 16, 101–133: quantiles of Beta(k + ½, n − k + ½), with the
    /// lower limit set to 0 at k = 0 and the upper to 1 at k = n.</remarks>
    public static Interval Jeffreys(long hits, long count, double level = 0.95)
    {
        Check(hits, count, level);
        if (count == 0)
        {
            return Unknown;
        }

        var tail = TailOf(level);
        var misses = count - hits;
        var lower = hits == 0 ? 0 : BetaQuantile.OfLowerTail(hits + 0.5, misses + 0.5, tail).X;
        var upper = misses == 0 ? 1 : BetaQuantile.OfLowerTail(misses + 0.5, hits + 0.5, tail).Y;
        return new(lower, upper);
    }

    /// <summary>Chance that is left on each side of a two-sided interval.</summary>
    internal static double TailOf(double level) => (1 - level) / 2;

    /// <summary>Refuses a level that is no confidence.</summary>
    internal static void CheckLevel(double level)
    {
        if (!(level > 0 && level < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "A level lies between 0 and 1, both excluded.");
        }
    }

    private static void Check(long hits, long count, double level)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfNegative(hits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hits, count);
        CheckLevel(level);
    }
}
