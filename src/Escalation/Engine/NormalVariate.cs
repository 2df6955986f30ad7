using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Escalation.Engine;

/// <summary>Normal numbers.</summary>
/// <remarks>
/// Ziggurat of 256 layers and the tail by Marsaglia's method: Marsaglia and Tsang (2000), Journal of Statistical Software 5(8),
/// with layer, sign and value taken from different bits, as Doornik (2005), An Improved Ziggurat Method to Generate Normal
/// Random Samples, asks. For one key the number is linear in mean and standard deviation.
/// </remarks>
public static class NormalVariate
{
    // Marsaglia and Tsang's r and v for 256 layers, to more digits: where the tail begins, and the area of a layer under
    // exp(−x²/2), which is r exp(−r²/2) plus the tail.
    private const double TailStart = 3.6541528853610088;
    private const double Area = 0.00492867323397465493;
    private const int Layers = 256;

    private static readonly double[] Edges = MakeEdges();
    private static readonly double[] Heights = Array.ConvertAll(Edges, Density);

    /// <summary>Draws a number.</summary>
    /// <param name="stream">Where its luck comes from.</param>
    /// <param name="mean">Mean; finite.</param>
    /// <param name="sd">Standard deviation; finite, not negative.</param>
    /// <returns>A finite number, in the unit of the mean.</returns>
    public static double Draw(ref KeyedStream stream, double mean, double sd)
    {
        Debug.Assert(Fault(mean, sd) is null, "Parameters are checked by the caller.");
        return Math.Clamp(mean + (sd * DrawUnit(ref stream)), double.MinValue, double.MaxValue);
    }

    /// <summary>Draws a number of mean 0 and standard deviation 1.</summary>
    /// <param name="stream">Where its luck comes from.</param>
    /// <returns>A finite number.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double DrawUnit(ref KeyedStream stream)
    {
        while (true)
        {
            var bits = stream.NextBits();
            var layer = (int)(bits & (Layers - 1));
            var x = (bits >> 11) * (1.0 / (1UL << 53)) * Edges[layer];
            if (x < Edges[layer + 1] || IsUnderCurve(ref stream, layer, ref x))
            {
                return (bits & Layers) == 0 ? x : -x;
            }
        }
    }

    /// <summary>What is wrong with the parameters.</summary>
    /// <param name="mean">Mean.</param>
    /// <param name="sd">Standard deviation.</param>
    /// <returns>One sentence, or null if they are legal.</returns>
    public static string? Fault(double mean, double sd) =>
        ParameterFault.UnlessFinite("mean", mean) ?? ParameterFault.UnlessAtLeast("sd", sd, 0);

    private static double Density(double x) => Exponential.Of(-0.5 * x * x);

    // Whether a point that is not in a layer's core is accepted; in layer 0 it is replaced by one of the tail.
    private static bool IsUnderCurve(ref KeyedStream stream, int layer, ref double x)
    {
        if (layer > 0)
        {
            return Heights[layer] + ((Heights[layer + 1] - Heights[layer]) * stream.NextUniform()) < Density(x);
        }

        // Marsaglia (1964), Technometrics 6, 101–102: beyond r, an exponential of rate r is accepted with chance exp(−x²/2).
        double beyond;
        do
        {
            beyond = ExponentialVariate.DrawUnit(ref stream) / TailStart;
        }
        while (2 * ExponentialVariate.DrawUnit(ref stream) <= beyond * beyond);

        x = TailStart + beyond;
        return true;
    }

    // Edges[i] is where layer i ends; layer 0 is the base with the tail, as wide as its area makes it, and layer 256 the top.
    private static double[] MakeEdges()
    {
        var edges = new double[Layers + 1];
        edges[0] = Area / Density(TailStart);
        edges[1] = TailStart;
        for (var i = 2; i < Layers; i++)
        {
            edges[i] = Math.Sqrt(-2 * Math.Log((Area / edges[i - 1]) + Density(edges[i - 1])));
        }

        return edges;
    }
}
