namespace Escalation.Experiments;

/// <summary>Exact test of a chance against a count.</summary>
public static class BinomialTest
{
    /// <summary>Twice the probability of a count at least as far out as this one, on its side.</summary>
    /// <param name="hits">Times that it happened; from 0 to <paramref name="count"/>.</param>
    /// <param name="count">Times that it could have happened; at least 1.</param>
    /// <param name="chance">The chance that is tested, between 0 and 1, both excluded.</param>
    /// <returns>min(1, 2 min(P(X ≤ hits), P(X ≥ hits))) for X ~ Binomial(count, chance).</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    /// <remarks>P(X ≥ k) = I_p(k, n − k + 1), the regularised incomplete beta function.</remarks>
    public static double TwoSidedP(long hits, long count, double chance)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(hits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hits, count);
        if (!(chance > 0 && chance < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(chance), chance, "A chance to be tested lies between 0 and 1.");
        }

        return Math.Min(1, 2 * Math.Min(AtMost(hits, count, chance), AtLeast(hits, count, chance)));
    }

    private static double AtLeast(long hits, long count, double chance) =>
        hits == 0 ? 1 : IncompleteBeta.At(hits, count - hits + 1.0, UnitPoint.FromX(chance)).Lower;

    private static double AtMost(long hits, long count, double chance) =>
        hits == count ? 1 : IncompleteBeta.At(hits + 1.0, count - hits, UnitPoint.FromX(chance)).Upper;
}
