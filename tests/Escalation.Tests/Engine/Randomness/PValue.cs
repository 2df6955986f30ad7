using Escalation.Tests.Support;
using MathNet.Numerics;

namespace Escalation.Tests.Engine.Randomness;

/// <summary>Probabilities of statistics at least as extreme as those seen, if words are independent and fair.</summary>
internal static class PValue
{
    // Below it 1 − (1 − p)ⁿ is n p to eight digits, and its digits would be lost.
    private const double Tiny = 1e-10;

    /// <summary>Of a standard normal number, on both sides.</summary>
    public static double OfZ(double z) => SpecialFunctions.Erfc(Math.Abs(z) / Math.Sqrt(2));

    /// <summary>Of the smallest of several p-values: exact if they are independent, and else too large rather than too
    /// small.</summary>
    /// <remarks>Šidák (1967), Journal of the American Statistical Association 62, 626–633.</remarks>
    public static double OfSmallest(double smallest, int count) =>
        smallest < Tiny ? count * smallest : 1 - Math.Pow(1 - smallest, count);

    /// <summary>Of counts by cell, on both sides: counts that are too even are as suspect as uneven ones.</summary>
    /// <param name="observed">Counts by cell.</param>
    /// <param name="probabilities">Probabilities of the cells, of sum 1.</param>
    public static double OfCounts(double[] observed, double[] probabilities)
    {
        var total = observed.Sum();
        var p = Statistical.ChiSquareP(observed, Array.ConvertAll(probabilities, share => share * total));
        return Math.Min(1, 2 * Math.Min(p, 1 - p));
    }

    /// <summary>Of counts in cells of one probability.</summary>
    public static double OfEvenCounts(double[] observed) =>
        OfCounts(observed, [.. Enumerable.Repeat(1.0 / observed.Length, observed.Length)]);

    /// <summary>Of a count that follows Poisson's law, on both sides.</summary>
    public static double OfPoisson(int count, double mean)
    {
        // P(X ≥ k) is the lower incomplete gamma function of k, P(X ≤ k) the upper one of k + 1.
        var atLeast = count == 0 ? 1 : SpecialFunctions.GammaLowerRegularized(count, mean);
        var atMost = SpecialFunctions.GammaUpperRegularized(count + 1, mean);
        return Math.Min(1, 2 * Math.Min(atLeast, atMost));
    }
}
