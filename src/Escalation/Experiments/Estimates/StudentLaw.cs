namespace Escalation.Experiments;

/// <summary>Quantiles and tails of Student's t.</summary>
internal static class StudentLaw
{
    /// <summary>The number above which the given chance lies.</summary>
    /// <param name="freedom">Degrees of freedom, at least 1; need not be whole.</param>
    /// <param name="tail">Upper tail, above 0 and at most ½.</param>
    /// <returns>t with P(T &gt; t) = tail; 13 digits.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    /// <remarks>With ν degrees of freedom ν/(ν + T²) follows Beta(ν/2, ½): Abramowitz and Stegun 26.7.1. MathNet's quantile
    /// holds only 3 digits at a tail of 10⁻¹⁰ and 9 at 10⁶ degrees of freedom (measured).</remarks>
    public static double UpperQuantile(double freedom, double tail)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(freedom, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tail);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tail, 0.5);
        if (tail == 0.5)
        {
            return 0;
        }

        var (x, y) = BetaQuantile.OfLowerTail(freedom / 2, 0.5, 2 * tail);
        return Math.Sqrt(freedom * (y / x));
    }

    /// <summary>The chance of a number at least as far from 0.</summary>
    /// <param name="freedom">Degrees of freedom, at least 1; need not be whole.</param>
    /// <param name="t">The number, not negative; +∞ has no chance.</param>
    /// <returns>P(|T| ≥ t).</returns>
    public static double TwoSidedP(double freedom, double t)
    {
        var x = freedom / (freedom + (t * t));
        return t == 0 ? 1 : x == 0 ? 0 : IncompleteBeta.At(freedom / 2, 0.5, new UnitPoint(x, t * t / (freedom + (t * t)))).Lower;
    }
}
