using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Escalation.Engine;

/// <summary>Poisson counts.</summary>
/// <remarks>
/// Up to mean 10 by inversion of one uniform number: for one key the count rises with the mean. From there by the transformed
/// rejection with squeeze PTRS of Hörmann (1993), Insurance: Mathematics and Economics 12, 39–45, which is exact.
/// </remarks>
public static class PoissonVariate
{
    private const double LeastForRejection = 10;

    /// <summary>Draws a count.</summary>
    /// <param name="stream">Where its luck comes from.</param>
    /// <param name="mean">Mean; finite, not negative.</param>
    /// <returns>A whole number, not negative.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Draw(ref KeyedStream stream, double mean)
    {
        Debug.Assert(Fault(mean) is null, "Parameters are checked by the caller.");
        return mean == 0 ? 0
            : mean < LeastForRejection ? Invert(stream.NextUniform(), mean)
            : DrawByRejection(ref stream, mean);
    }

    /// <summary>Draws a count whose mean is below 10 and known beforehand: the same bits as <see cref="Draw"/>, without the
    /// exponential.</summary>
    /// <param name="stream">Where its luck comes from.</param>
    /// <param name="mean">Mean; above 0, below 10.</param>
    /// <param name="chanceOfNone">What <see cref="ChanceOfNone"/> gives for the mean.</param>
    /// <returns>A whole number, not negative.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double DrawPrepared(ref KeyedStream stream, double mean, double chanceOfNone)
    {
        Debug.Assert(IsPrepared(mean), "Other means are drawn in another way.");
        return Invert(stream.NextUniform(), mean, chanceOfNone);
    }

    /// <summary>The chance of 0, for <see cref="DrawPrepared"/>.</summary>
    /// <param name="mean">Mean; finite, not negative.</param>
    /// <returns>A number from 0 to 1.</returns>
    public static double ChanceOfNone(double mean) => Exponential.Of(-mean);

    /// <summary>Whether <see cref="DrawPrepared"/> draws counts of this mean.</summary>
    /// <param name="mean">Mean.</param>
    /// <returns>True above 0 and below 10.</returns>
    public static bool IsPrepared(double mean) => mean is > 0 and < LeastForRejection;

    /// <summary>What is wrong with the parameters.</summary>
    /// <param name="mean">Mean.</param>
    /// <returns>One sentence, or null if they are legal.</returns>
    public static string? Fault(double mean) => ParameterFault.UnlessAtLeast("mean", mean, 0);

    /// <summary>The least k with u &lt; P(X ≤ k).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double Invert(double u, double mean) => Invert(u, mean, ChanceOfNone(mean));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Invert(double u, double mean, double probability)
    {
        var sum = probability;
        var k = 0.0;
        while (u >= sum)
        {
            probability *= mean / (k + 1);
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

    private static double DrawByRejection(ref KeyedStream stream, double mean)
    {
        // The paper's symbols: μ is the mean; a, b, 1/α and v_r are its fitted constants.
        var b = 0.931 + (2.53 * Math.Sqrt(mean));
        var a = -0.059 + (0.02483 * b);
        var inverseAlpha = 1.1239 + (1.1328 / (b - 3.4));
        var vr = 0.9277 - (3.6224 / (b - 2));
        while (true)
        {
            var u = stream.NextOpenUniform() - 0.5;
            var v = stream.NextOpenUniform();
            var us = 0.5 - Math.Abs(u);
            var k = Math.Floor((((2 * a / us) + b) * u) + mean + 0.43);
            if (us >= 0.07 && v <= vr)
            {
                return k;
            }

            if (k < 0 || (us < 0.013 && v > us))
            {
                continue;
            }

            if (Math.Log(v * inverseAlpha / ((a / (us * us)) + b)) <= SaddlePoint.LogPoisson(k, mean))
            {
                return k;
            }
        }
    }
}
