using System.Diagnostics;

namespace Escalation.Engine;

/// <summary>Triangular numbers: from low to high, most of them near the mode.</summary>
/// <remarks>Inversion: rises with the uniform number that it takes.</remarks>
public static class TriangularVariate
{
    /// <summary>Draws a number.</summary>
    /// <param name="stream">Where its luck comes from.</param>
    /// <param name="low">Lower end; finite.</param>
    /// <param name="mode">Where the density is greatest; from low to high.</param>
    /// <param name="high">Upper end; finite.</param>
    /// <returns>From low to high.</returns>
    public static double Draw(ref KeyedStream stream, double low, double mode, double high)
    {
        Debug.Assert(Fault(low, mode, high) is null, "Parameters are checked by the caller.");
        if (low == high)
        {
            return low;
        }

        // F(x) = (x − low)² / (width · (mode − low)) up to the mode, where it is their ratio c; mirrored above.
        var width = high - low;
        var c = (mode - low) / width;
        var u = stream.NextUniform();
        var x = u < c ? low + (width * Math.Sqrt(u * c)) : high - (width * Math.Sqrt((1 - u) * (1 - c)));
        return Math.Clamp(x, low, high);
    }

    /// <summary>What is wrong with the parameters.</summary>
    /// <param name="low">Lower end.</param>
    /// <param name="mode">Mode.</param>
    /// <param name="high">Upper end.</param>
    /// <returns>One sentence, or null if they are legal.</returns>
    public static string? Fault(double low, double mode, double high) =>
        UniformVariate.Fault(low, high) ?? ParameterFault.UnlessFinite("mode", mode) ??
        (mode >= low && mode <= high ? null
            : FormattableString.Invariant($"the mode must lie between {low:R} and {high:R}, but is {mode:R}"));
}
