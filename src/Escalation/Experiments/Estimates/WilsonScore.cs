namespace Escalation.Experiments;

/// <summary>The lower root of Wilson's equation, for the score interval and as a first guess of beta quantiles.</summary>
internal static class WilsonScore
{
    /// <summary>The lower root p of (k/n − p)² = z² p (1 − p)/n, with n = k + m.</summary>
    /// <param name="hits">k, not negative; need not be whole.</param>
    /// <param name="misses">m, not negative, not 0 together with <paramref name="hits"/>.</param>
    /// <param name="z">Quantile of the normal law; negative gives the upper root.</param>
    /// <returns>The root and its complement.</returns>
    /// <remarks>The usual formula subtracts two nearly equal numbers where k is small. The product of both roots is k²/(n (n +
    /// z²)), so the lower one is written as a quotient of positive numbers; likewise 1 − p, which is the upper root of the
    /// misses.</remarks>
    public static UnitPoint Lower(double hits, double misses, double z)
    {
        var n = hits + misses;
        var root = z * Math.Sqrt((z * z) + (4 * hits * (misses / n)));
        var x = hits == 0 ? 0 : 2 * hits * (hits / n) / ((2 * hits) + (z * z) + root);
        var y = ((2 * misses) + (z * z) + root) / (2 * (n + (z * z)));

        // The smaller of the two is precise in relative terms; the other follows from it.
        return x <= y ? UnitPoint.FromX(x) : UnitPoint.FromY(y);
    }
}
