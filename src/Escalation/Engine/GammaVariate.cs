using System.Diagnostics;

namespace Escalation.Engine;

/// <summary>Gamma numbers, by mean and shape: variance mean² / shape.</summary>
/// <remarks>
/// Marsaglia and Tsang (2000), A Simple Method for Generating Gamma Variables, ACM Transactions on Mathematical Software 26,
/// 363–372; below shape 1 their boost G(shape + 1) · U^(1/shape), in logarithms: for shape 0.05 the power is often below the
/// least double though the product with the scale is not.
/// </remarks>
public static class GammaVariate
{
    /// <summary>Draws a number.</summary>
    /// <param name="stream">Where its luck comes from.</param>
    /// <param name="mean">Mean; finite, not negative.</param>
    /// <param name="shape">Shape; finite, positive. 1 is exponential; below 1 there are many small and few large numbers.</param>
    /// <returns>Not negative, finite, in the unit of the mean; 0 where the number is below the least double.</returns>
    public static double Draw(ref KeyedStream stream, double mean, double shape)
    {
        Debug.Assert(Fault(mean, shape) is null, "Parameters are checked by the caller.");
        if (mean == 0)
        {
            return 0;
        }

        // In the log branch the logarithms are of mean and shape, not of their ratio, which may be beyond the doubles.
        var drawn = shape >= 1
            ? mean * (DrawUnit(ref stream, shape) / shape)
            : Exponential.Of(DrawLogUnit(ref stream, shape) + Math.Log(mean) - Math.Log(shape));
        return Math.Min(drawn, double.MaxValue);
    }

    /// <summary>What is wrong with the parameters.</summary>
    /// <param name="mean">Mean.</param>
    /// <param name="shape">Shape.</param>
    /// <returns>One sentence, or null if they are legal.</returns>
    public static string? Fault(double mean, double shape) =>
        ParameterFault.UnlessAtLeast("mean", mean, 0) ?? ParameterFault.UnlessPositive("shape", shape);

    /// <summary>Draws a number of scale 1 for a shape of at least 1.</summary>
    internal static double DrawUnit(ref KeyedStream stream, double shape)
    {
        Debug.Assert(shape >= 1, "Below shape 1 the density is unbounded, and the boost is needed.");
        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = NormalVariate.DrawUnit(ref stream);
            var t = 1 + (c * x);
            if (t <= 0)
            {
                continue;
            }

            var v = t * t * t;
            var u = stream.NextOpenUniform();
            if (u < 1 - (0.0331 * x * x * x * x) || Math.Log(u) < (0.5 * x * x) + (d * (1 - v + Math.Log(v))))
            {
                return d * v;
            }
        }
    }

    /// <summary>Draws the logarithm of a number of scale 1, for any shape; −∞ only for shapes near the least double.</summary>
    internal static double DrawLogUnit(ref KeyedStream stream, double shape)
    {
        if (shape >= 1)
        {
            return Math.Log(DrawUnit(ref stream, shape));
        }

        // ln U^(1/shape) is minus a unit exponential over the shape.
        var log = Math.Log(DrawUnit(ref stream, shape + 1));
        return log - (ExponentialVariate.DrawUnit(ref stream) / shape);
    }
}
