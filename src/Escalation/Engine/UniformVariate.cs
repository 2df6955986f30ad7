using System.Diagnostics;

namespace Escalation.Engine;

/// <summary>Uniform numbers between two ends.</summary>
/// <remarks>Inversion: rises with the uniform number that it takes.</remarks>
public static class UniformVariate
{
    /// <summary>Draws a number.</summary>
    /// <param name="stream">Where its luck comes from.</param>
    /// <param name="low">Lower end; finite.</param>
    /// <param name="high">Upper end; finite, not below the lower one.</param>
    /// <returns>From low to high; by rounding the upper end itself may come.</returns>
    public static double Draw(ref KeyedStream stream, double low, double high)
    {
        Debug.Assert(Fault(low, high) is null, "Parameters are checked by the caller.");
        return Math.Min(low + ((high - low) * stream.NextUniform()), high);
    }

    /// <summary>What is wrong with the parameters.</summary>
    /// <param name="low">Lower end.</param>
    /// <param name="high">Upper end.</param>
    /// <returns>One sentence, or null if they are legal.</returns>
    public static string? Fault(double low, double high) =>
        ParameterFault.UnlessFinite("low end", low) ?? ParameterFault.UnlessFinite("high end", high) ??
        (low > high ? FormattableString.Invariant($"the low end must not be above the high end, but {low:R} > {high:R}")
            : ParameterFault.UnlessFinite("distance from low to high", high - low));
}
