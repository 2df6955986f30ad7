namespace Escalation.Experiments;

/// <summary>The mean distance of two independent counts of one law, from the characteristic function of their
/// difference.</summary>
internal static class CountSpread
{
    // The integrand is analytic and bounded for imaginary parts up to π/4, so that the rule is off by e^(−π²/(2 h)): 3e-18.
    private const double Step = 0.125;

    // What is left of a term, compared with the sum.
    private const double Least = 1e-18;

    /// <summary>E|X − X′|.</summary>
    /// <param name="logCharacteristic">The logarithm of E cos(t (X − X′)) as a function of x = 2 (1 − cos t), from 0 to
    /// 4.</param>
    /// <param name="variance">Variance of the difference, above 0.</param>
    /// <returns>The mean distance; 13 digits.</returns>
    /// <remarks>
    /// A whole number d has |d| = (1/π) ∫ (1 − cos t d)/(1 − cos t) dt over 0 to π (the integral of Fejér's kernel). With s =
    /// tan(t/2) and s = e^u it becomes (1/π) ∫ (1 − φ) e^(−u) du over the whole line, with x = 4 s²/(1 + s²): it falls like
    /// e^(−|u|) on both sides, where equal steps lose nothing (Trefethen and Weideman 2014, SIAM Review 56, 385–458). So one
    /// routine of a few hundred terms serves small and huge means alike, where Bessel functions and hypergeometric ones need care
    /// of their own.
    /// </remarks>
    public static double MeanDistance(Func<double, double> logCharacteristic, double variance)
    {
        // 1 − φ is nearly variance · s² while that is below one: the greatest terms lie about there and at s = 1.
        var middle = Math.Round(-0.5 * Math.Log(1 + variance) / Step);
        var sum = Term(middle);
        foreach (var direction in (ReadOnlySpan<int>)[-1, 1])
        {
            // Both tails fall without a second rise, except that towards s = 1 terms may shrink slowly: the cut is by size alone.
            for (var step = 1; ; step++)
            {
                var term = Term(middle + (direction * step));
                sum += term;
                if (term < Least * sum)
                {
                    break;
                }
            }
        }

        return sum * Step / Math.PI;

        double Term(double index)
        {
            var s = Math.Exp(index * Step);
            var exponent = logCharacteristic(4 / (1 + (1 / (s * s))));

            // 1 − e^exponent, without loss where the exponent is small.
            var change = exponent < -1 ? 1 - Math.Exp(exponent) : -2 * Math.Exp(exponent / 2) * Math.Sinh(exponent / 2);
            return change / s;
        }
    }
}
