using System.Diagnostics;

namespace Escalation.Engine;

/// <summary>Beta numbers: shares from 0 to 1 with mean a / (a + b).</summary>
/// <remarks>
/// G(a) / (G(a) + G(b)) with independent gamma numbers: Devroye (1986), Non-Uniform Random Variate Generation, IX.4. Below
/// shape 1 their logarithms are taken, as for tiny a and b both numbers are often below the least double.
/// </remarks>
public static class BetaVariate
{
    /// <summary>Draws a number.</summary>
    /// <param name="stream">Where its luck comes from.</param>
    /// <param name="a">First shape; finite, positive.</param>
    /// <param name="b">Second shape; finite, positive.</param>
    /// <returns>From 0 to 1.</returns>
    public static double Draw(ref KeyedStream stream, double a, double b)
    {
        Debug.Assert(Fault(a, b) is null, "Parameters are checked by the caller.");
        if (a >= 1 && b >= 1)
        {
            var first = GammaVariate.DrawUnit(ref stream, a);
            return 1 / (1 + (GammaVariate.DrawUnit(ref stream, b) / first));
        }

        var logFirst = GammaVariate.DrawLogUnit(ref stream, a);
        var logSecond = GammaVariate.DrawLogUnit(ref stream, b);
        if (double.IsNegativeInfinity(logFirst) && double.IsNegativeInfinity(logSecond))
        {
            // Both shapes are near the least double: in the limit all mass lies at 0 and 1.
            return stream.NextUniform() < 1 / (1 + (b / a)) ? 1 : 0;
        }

        return 1 / (1 + Exponential.Of(logSecond - logFirst));
    }

    /// <summary>What is wrong with the parameters.</summary>
    /// <param name="a">First shape.</param>
    /// <param name="b">Second shape.</param>
    /// <returns>One sentence, or null if they are legal.</returns>
    public static string? Fault(double a, double b) =>
        ParameterFault.UnlessPositive("shape a", a) ?? ParameterFault.UnlessPositive("shape b", b);
}
