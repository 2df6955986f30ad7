using System.Diagnostics;

namespace Escalation.Engine;

/// <summary>Geometric counts on 0, 1, 2, …, by their mean: failures before a success of chance 1 / (1 + mean).</summary>
/// <remarks>
/// The whole part of an exponential number with rate λ = ln(1 + 1/mean): Devroye (1986), Non-Uniform Random Variate
/// Generation, X.2. P(X ≥ n) = exp(−λ n) = (mean / (1 + mean))ⁿ. For one key the count rises with the mean.
/// </remarks>
public static class GeometricVariate
{
    /// <summary>Draws a count.</summary>
    /// <param name="stream">Where its luck comes from.</param>
    /// <param name="mean">Mean; finite, not negative.</param>
    /// <returns>A whole number, not negative, finite.</returns>
    public static double Draw(ref KeyedStream stream, double mean)
    {
        Debug.Assert(Fault(mean) is null, "Parameters are checked by the caller.");
        if (mean == 0)
        {
            return 0;
        }

        return Math.Min(Math.Floor(ExponentialVariate.DrawUnit(ref stream) / Logarithm.OfOnePlus(1 / mean)), double.MaxValue);
    }

    /// <summary>What is wrong with the parameters.</summary>
    /// <param name="mean">Mean.</param>
    /// <returns>One sentence, or null if they are legal.</returns>
    public static string? Fault(double mean) => ParameterFault.UnlessAtLeast("mean", mean, 0);
}
