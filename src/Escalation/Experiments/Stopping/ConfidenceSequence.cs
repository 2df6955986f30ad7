namespace Escalation.Experiments;

/// <summary>An interval for a chance that may be looked at as often as one likes, and stopped at for any reason.</summary>
/// <remarks>
/// <para>It keeps p after k hits among n while the mixture of likelihoods is less than 1/α times the likelihood of p:
/// B(a + k, b + n − k)/B(a, b) &lt; pᵏ (1 − p)ⁿ⁻ᵏ/α. The chance that the true p is ever thrown out, at any n, is at most α, by
/// the inequality of Ville: Robbins (1970), Ann. Math. Stat. 41, 1397–1409; Howard, Ramdas, McAuliffe and Sekhon (2021), Ann.
/// Stat. 49, 1055–1080.</para>
/// <para>The price is width: as wide as the interval of Clopper and Pearson from a third of the replications.</para>
/// </remarks>
public static class ConfidenceSequence
{
    private const double Usual = 0.5;

    // No chance that is neither 0 nor 1 comes nearer to them with counts below 10⁹ and levels up to 1 − 10⁻¹².
    private const double Least = 1e-300;

    /// <summary>The interval after some replications.</summary>
    /// <param name="hits">Times that it happened; from 0 to <paramref name="count"/>.</param>
    /// <param name="count">Times that it could have happened; not negative.</param>
    /// <param name="level">Confidence that all intervals, for all counts, hold the chance; between 0 and 1, both
    /// excluded.</param>
    /// <param name="a">First parameter of the mixing beta law, above 0: ½ is good for all chances.</param>
    /// <param name="b">Second parameter, above 0.</param>
    /// <returns>Limits of the chance; [0, 1] while nothing is excluded.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static Interval At(long hits, long count, double level = 0.95, double a = Usual, double b = Usual)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfNegative(hits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hits, count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(a);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(b);
        BinomialInterval.CheckLevel(level);
        return new(Lower(hits, count - hits, 1 - level, a, b).X, Lower(count - hits, hits, 1 - level, b, a).Y);
    }

    /// <summary>Says whether a chance is still in the interval.</summary>
    internal static bool Keeps(UnitPoint chance, long hits, long misses, double error, double a, double b)
    {
        // Both sides divided by the powers of p: the density of Beta(a + k, b + n − k) over that of Beta(a, b), whose factors
        // hold their digits for huge counts too.
        return Factor(chance, a + hits, b + misses) > error * Factor(chance, a, b);
    }

    private static double Factor(UnitPoint chance, double a, double b)
    {
        var shortfall = chance.X <= chance.Y ? a - ((a + b) * chance.X) : ((a + b) * chance.Y) - b;
        return BinomialDensity.BetaFactor(a, b, chance, shortfall);
    }

    // The lower limit; the upper one is the lower limit of the misses, seen from the other end.
    private static UnitPoint Lower(long hits, long misses, double error, double a, double b)
    {
        if (hits == 0)
        {
            return UnitPoint.FromX(0);
        }

        // The end that is nearer carries the digits. The likelihood rises up to the share, which is never thrown out.
        var share = (double)hits / (hits + misses);
        var isInLowerHalf = share <= 0.5 || Keeps(UnitPoint.FromX(0.5), hits, misses, error, a, b);
        if (isInLowerHalf)
        {
            return UnitPoint.FromX(
                Border(Least, Math.Min(0.5, share), x => Keeps(UnitPoint.FromX(x), hits, misses, error, a, b)));
        }

        var missShare = Math.Max((double)misses / (hits + misses), Least);
        return UnitPoint.FromY(Border(0.5, missShare, y => Keeps(UnitPoint.FromY(y), hits, misses, error, a, b)));
    }

    /// <summary>Halves, in the logarithm while that is far away, between a point outside and one inside.</summary>
    private static double Border(double outside, double inside, Func<double, bool> isInside)
    {
        while (true)
        {
            var (low, high) = (Math.Min(outside, inside), Math.Max(outside, inside));
            var middle = high > 2 * low ? Math.Sqrt(low) * Math.Sqrt(high) : low + ((high - low) / 2);
            if (middle <= low || middle >= high)
            {
                return inside;
            }

            (outside, inside) = isInside(middle) ? (outside, middle) : (middle, inside);
        }
    }
}
