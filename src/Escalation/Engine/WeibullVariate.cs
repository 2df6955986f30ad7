using System.Diagnostics;

namespace Escalation.Engine;

/// <summary>Weibull numbers: waits whose hazard rises with time above shape 1, and falls below it.</summary>
/// <remarks>scale · E^(1/shape) with a unit exponential E: Devroye (1986), Non-Uniform Random Variate Generation, IX.1.</remarks>
public static class WeibullVariate
{
    /// <summary>Draws a number.</summary>
    /// <param name="stream">Where its luck comes from.</param>
    /// <param name="scale">Scale, exceeded with chance 1/e; finite, not negative.</param>
    /// <param name="shape">Shape; finite, positive. 1 is exponential.</param>
    /// <returns>Not negative, finite, in the unit of the scale; the greatest double stands for all beyond it.</returns>
    public static double Draw(ref KeyedStream stream, double scale, double shape)
    {
        Debug.Assert(Fault(scale, shape) is null, "Parameters are checked by the caller.");
        if (scale == 0)
        {
            return 0;
        }

        return Math.Min(scale * Math.Pow(ExponentialVariate.DrawUnit(ref stream), 1 / shape), double.MaxValue);
    }

    /// <summary>What is wrong with the parameters.</summary>
    /// <param name="scale">Scale.</param>
    /// <param name="shape">Shape.</param>
    /// <returns>One sentence, or null if they are legal.</returns>
    public static string? Fault(double scale, double shape) =>
        ParameterFault.UnlessAtLeast("scale", scale, 0) ?? ParameterFault.UnlessPositive("shape", shape);
}
