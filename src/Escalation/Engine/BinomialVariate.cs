using System.Diagnostics;

namespace Escalation.Engine;

/// <summary>Binomial counts: successes in n trials of chance p.</summary>
/// <remarks>
/// Where n · min(p, 1 − p) is below 10, by inversion of one uniform number; from there by the transformed rejection with
/// squeeze BTRS of Hörmann (1993), Journal of Statistical Computation and Simulation 46, 101–110, which is exact.
/// </remarks>
public static class BinomialVariate
{
    private const double LeastForRejection = 10;

    /// <summary>Draws a count.</summary>
    /// <param name="stream">Where its luck comes from.</param>
    /// <param name="n">Number of trials; a whole number from 0 to 2⁵³.</param>
    /// <param name="p">Chance of a success; from 0 to 1.</param>
    /// <returns>A whole number from 0 to n.</returns>
    public static double Draw(ref KeyedStream stream, double n, double p)
    {
        Debug.Assert(Fault(n, p) is null, "Parameters are checked by the caller.");
        if (n == 0 || p == 0)
        {
            return 0;
        }

        if (p == 1)
        {
            return n;
        }

        var rarer = Math.Min(p, 1 - p);
        if (n * rarer >= LeastForRejection)
        {
            var count = DrawByRejection(ref stream, n, rarer);
            return p <= 0.5 ? count : n - count;
        }

        // Failures are counted down from the mirrored uniform number, so that the count rises with the first one for every p.
        var u = stream.NextUniform();
        return p <= 0.5 ? Invert(u, n, rarer) : n - Invert(1 - u, n, rarer);
    }

    /// <summary>What is wrong with the parameters.</summary>
    /// <param name="n">Number of trials.</param>
    /// <param name="p">Chance of a success.</param>
    /// <returns>One sentence, or null if they are legal.</returns>
    public static string? Fault(double n, double p) =>
        ParameterFault.UnlessCount("number of trials", n) ?? ParameterFault.UnlessProbability("chance", p);

    /// <summary>The least k with u &lt; P(X ≤ k), for p up to one half.</summary>
    internal static double Invert(double u, double n, double p)
    {
        var odds = p / (1 - p);
        var probability = Exponential.Of(n * Logarithm.OfOnePlus(-p));
        var sum = probability;
        var k = 0.0;
        while (u >= sum && k < n)
        {
            probability *= (n - k) / (k + 1) * odds;
            var next = sum + probability;
            if (next == sum)
            {
                // The sum stays a rounding error below 1, and u, which is in that gap, belongs to the last count that counts.
                break;
            }

            sum = next;
            k++;
        }

        return k;
    }

    private static double DrawByRejection(ref KeyedStream stream, double n, double p)
    {
        // The paper's symbols; p is at most one half, so that the constants, fitted for that, hold.
        var spq = Math.Sqrt(n * p * (1 - p));
        var b = 1.15 + (2.53 * spq);
        var a = -0.0873 + (0.0248 * b) + (0.01 * p);
        var c = (n * p) + 0.5;
        var vr = 0.92 - (4.2 / b);
        var alpha = (2.83 + (5.1 / b)) * spq;
        while (true)
        {
            var u = stream.NextOpenUniform() - 0.5;
            var v = stream.NextOpenUniform();
            var us = 0.5 - Math.Abs(u);
            var k = Math.Floor((((2 * a / us) + b) * u) + c);
            if (us >= 0.07 && v <= vr)
            {
                return k;
            }

            if (k < 0 || k > n)
            {
                continue;
            }

            // The hat is scaled to the probability of the mode, m.
            var m = Math.Floor((n + 1) * p);
            var logRatio = SaddlePoint.LogBinomial(k, n, p) - SaddlePoint.LogBinomial(m, n, p);
            if (Math.Log(v * alpha / ((a / (us * us)) + b)) <= logRatio)
            {
                return k;
            }
        }
    }
}
