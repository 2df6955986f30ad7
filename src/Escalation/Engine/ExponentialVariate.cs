using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Escalation.Engine;

/// <summary>Exponential numbers: waits without memory.</summary>
/// <remarks>
/// Ziggurat of 256 layers: Marsaglia and Tsang (2000), Journal of Statistical Software 5(8), with the layer taken from other
/// bits than the value, as Doornik (2005), An Improved Ziggurat Method to Generate Normal Random Samples, asks. The tail is
/// exact: beyond the last layer a wait begins anew. For one key the number is proportional to the mean.
/// </remarks>
public static class ExponentialVariate
{
    // Marsaglia and Tsang's r for 256 layers, to more digits: where the tail begins. A layer has the area (r + 1) exp(−r).
    private const double TailStart = 7.6971174701310497;
    private const int Layers = 256;

    private static readonly double[] Edges = MakeEdges();
    private static readonly double[] Heights = Array.ConvertAll(Edges, static x => Exponential.Of(-x));

    /// <summary>Draws a number.</summary>
    /// <param name="stream">Where its luck comes from.</param>
    /// <param name="mean">Mean; finite, not negative.</param>
    /// <returns>Not negative, in the unit of the mean.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Draw(ref KeyedStream stream, double mean)
    {
        Debug.Assert(Fault(mean) is null, "Parameters are checked by the caller.");
        var drawn = mean * DrawUnit(ref stream);
        return drawn <= double.MaxValue ? drawn : double.MaxValue;
    }

    /// <summary>Draws a number of mean 1.</summary>
    /// <param name="stream">Where its luck comes from.</param>
    /// <returns>Not negative.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double DrawUnit(ref KeyedStream stream)
    {
        var bits = stream.NextBits();
        var layer = (int)(bits & (Layers - 1));
        var x = (bits >> 11) * (1.0 / (1UL << 53)) * Edges[layer];
        return x < Edges[layer + 1] ? x : DrawOutsideCore(ref stream, layer, x);
    }

    /// <summary>What is wrong with the parameters.</summary>
    /// <param name="mean">Mean.</param>
    /// <returns>One sentence, or null if they are legal.</returns>
    public static string? Fault(double mean) => ParameterFault.UnlessAtLeast("mean", mean, 0);

    private static double DrawOutsideCore(ref KeyedStream stream, int layer, double x)
    {
        var start = 0.0;
        while (true)
        {
            if (layer == 0)
            {
                start += TailStart;
            }
            else if (Heights[layer] + ((Heights[layer + 1] - Heights[layer]) * stream.NextUniform()) < Exponential.Of(-x))
            {
                return start + x;
            }

            var bits = stream.NextBits();
            layer = (int)(bits & (Layers - 1));
            x = (bits >> 11) * (1.0 / (1UL << 53)) * Edges[layer];
            if (x < Edges[layer + 1])
            {
                return start + x;
            }
        }
    }

    // Edges[i] is where layer i ends; layer 0 is the base with the tail, as wide as its area makes it, and layer 256 the top.
    private static double[] MakeEdges()
    {
        var area = (TailStart + 1) * Exponential.Of(-TailStart);
        var edges = new double[Layers + 1];
        edges[0] = area * Exponential.Of(TailStart);
        edges[1] = TailStart;
        for (var i = 2; i < Layers; i++)
        {
            edges[i] = -Math.Log((area / edges[i - 1]) + Exponential.Of(-edges[i - 1]));
        }

        return edges;
    }
}
