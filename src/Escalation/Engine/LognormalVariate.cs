using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Escalation.Engine;

/// <summary>Lognormal numbers, by median and spread.</summary>
/// <remarks>median · exp(σ Z) with σ = ln spread and Z normal: two thirds lie from median / spread to median · spread.</remarks>
public static class LognormalVariate
{
    /// <summary>Draws a number.</summary>
    /// <param name="stream">Where its luck comes from.</param>
    /// <param name="median">Median; finite, not negative.</param>
    /// <param name="spread">exp σ; finite, at least 1. At 1 every number is the median.</param>
    /// <returns>Not negative, finite, in the unit of the median; the greatest double stands for all beyond it.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Draw(ref KeyedStream stream, double median, double spread)
    {
        Debug.Assert(Fault(median, spread) is null, "Parameters are checked by the caller.");

        if (median == 0 || spread == 1)
        {
            // A median of 0 is left as it is, for 0 · ∞ is no number.
            return median;
        }

        var drawn = median * Exponential.Of(Math.Log(spread) * NormalVariate.DrawUnit(ref stream));
        return drawn <= double.MaxValue ? drawn : double.MaxValue;
    }

    /// <summary>What is wrong with the parameters.</summary>
    /// <param name="median">Median.</param>
    /// <param name="spread">Spread.</param>
    /// <returns>One sentence, or null if they are legal.</returns>
    public static string? Fault(double median, double spread) =>
        ParameterFault.UnlessAtLeast("median", median, 0) ?? ParameterFault.UnlessAtLeast("spread", spread, 1);
}
