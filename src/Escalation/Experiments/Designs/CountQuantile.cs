namespace Escalation.Experiments;

/// <summary>Quantiles of counts: the least count k with u &lt; P(X ≤ k), as inversion draws them.</summary>
internal static class CountQuantile
{
    // A standard deviation from which on the expansion about the normal law is off by less than one count, and so by less than
    // 1e-10 of the mean.
    private const double LargeDeviation = 1e5;

    // Beyond it a double does not count in ones, and the tails take too many steps.
    private const double LargeShape = 1e10;

    /// <summary>Of a Poisson count.</summary>
    /// <param name="chance">u and 1 − u, both above 0.</param>
    /// <param name="mean">Mean, above 0.</param>
    public static double Poisson(UnitPoint chance, double mean)
    {
        var deviation = Math.Sqrt(mean);
        return deviation > LargeDeviation
            ? Expanded(chance, mean, deviation, 1 / deviation)
            : Least(chance, mean, deviation, double.PositiveInfinity, k =>
            {
                // P(X ≤ k) = Q(k + 1, mean).
                var gamma = IncompleteGamma.At(k + 1, mean);
                return new(gamma.Upper, gamma.Lower);
            });
    }

    /// <summary>Of a binomial count.</summary>
    /// <param name="chance">u and 1 − u, both above 0.</param>
    /// <param name="n">Number of trials, at least 1.</param>
    /// <param name="p">Chance of a success, between 0 and 1, both excluded.</param>
    public static double Binomial(UnitPoint chance, double n, double p)
    {
        var deviation = Math.Sqrt(n * p * (1 - p));
        return deviation > LargeDeviation
            ? Math.Min(n, Expanded(chance, n * p, deviation, (1 - (2 * p)) / deviation))
            : Least(chance, n * p, deviation, n, k =>
            {
                // P(X ≤ k) = 1 − I_p(k + 1, n − k).
                var beta = IncompleteBeta.At(k + 1, n - k, UnitPoint.FromX(p));
                return new(beta.Upper, beta.Lower);
            });
    }

    /// <summary>Of a negative binomial count.</summary>
    /// <param name="chance">u and 1 − u, both above 0.</param>
    /// <param name="mean">Mean, above 0.</param>
    /// <param name="shape">Shape, above 0.</param>
    public static double NegativeBinomial(UnitPoint chance, double mean, double shape)
    {
        var deviation = Math.Sqrt(mean) * Math.Sqrt(1 + (mean / shape));
        if (shape > LargeShape)
        {
            // To ten digits Poisson, or normal with the skewness that is left.
            return deviation > LargeDeviation
                ? Expanded(chance, mean, deviation, (1 + (2 * mean / shape)) / deviation)
                : Poisson(chance, mean);
        }

        // P(X ≤ k) = I(shape, k + 1) at shape/(shape + mean).
        var point = new UnitPoint(1 / (1 + (mean / shape)), 1 / (1 + (shape / mean)));
        return point.X == 0 ? double.PositiveInfinity : point.Y == 0 ? 0
            : Least(chance, mean, deviation, double.PositiveInfinity, k =>
            {
                var beta = IncompleteBeta.At(shape, k + 1, point);
                return new(beta.Lower, beta.Upper);
            });
    }

    // A bracket about the normal approximation, widened until it holds the answer, then halved.
    private static double Least(
        UnitPoint chance, double mean, double deviation, double most, Func<double, UnitPoint> tails)
    {
        var guess = Math.Floor(mean + (deviation * GammaQuantile.Normal(chance)));
        var high = Math.Clamp(guess, 0, most);
        var low = high;
        for (var step = 1.0; low >= 0 && IsAbove(low); step *= 2)
        {
            (high, low) = (low, Math.Max(-1, low - step));
        }

        for (var step = 1.0; !IsAbove(high); step *= 2)
        {
            (low, high) = (high, Math.Min(most, high + step));
        }

        // Not above at low (or below all counts), above at high. Beyond 2⁵³ neighbours have nothing between them.
        while (high - low > 1)
        {
            var middle = Math.Floor(low + ((high - low) / 2));
            if (middle == low || middle == high)
            {
                break;
            }

            (low, high) = IsAbove(middle) ? (low, middle) : (middle, high);
        }

        return high;

        // u < P(X ≤ k), by the tail that has the digits.
        bool IsAbove(double k)
        {
            if (k >= most)
            {
                return true;
            }

            var (below, above) = tails(k);
            return chance.X <= 0.5 ? chance.X < below : above < chance.Y;
        }
    }

    // Cornish and Fisher (1937) to the skewness; counts are rounded up from the half below.
    private static double Expanded(UnitPoint chance, double mean, double deviation, double skewness)
    {
        var z = GammaQuantile.Normal(chance);
        return Math.Max(0, Math.Ceiling(mean + (deviation * (z + (skewness * ((z * z) - 1) / 6))) - 0.5));
    }
}
