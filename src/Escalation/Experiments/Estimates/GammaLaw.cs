using System.Diagnostics;

namespace Escalation.Experiments;

/// <summary>Quantiles of the gamma law with scale 1: the time until so many hits of a Poisson process of one hit a
/// unit.</summary>
/// <remarks>If X follows Beta(a, b), then −(b + (a − 1)/2) ln(1 − X) tends to Gamma(a) as b grows, and is off by a share of about
/// (a/b)² (Johnson, Kotz and Balakrishnan 1995, Continuous Univariate Distributions 2, chapter 25). At b = 10¹⁸ that is below the
/// last digit up to a = 10⁹, and the beta quantile has no trouble with such parameters.</remarks>
internal static class GammaLaw
{
    private const double Large = 1e18;

    /// <summary>The number below which the given chance lies.</summary>
    /// <param name="shape">Above 0.</param>
    /// <param name="tail">Lower tail, between 0 and 1, both excluded.</param>
    public static double LowerQuantile(double shape, double tail)
    {
        Debug.Assert(shape > 0, "The shape of a gamma law is positive.");
        return Scaled(shape, BetaQuantile.OfLowerTail(shape, Large, tail).X);
    }

    /// <summary>The number above which the given chance lies.</summary>
    /// <param name="shape">Above 0.</param>
    /// <param name="tail">Upper tail, between 0 and 1, both excluded.</param>
    public static double UpperQuantile(double shape, double tail)
    {
        Debug.Assert(shape > 0, "The shape of a gamma law is positive.");
        return Scaled(shape, BetaQuantile.OfLowerTail(Large, shape, tail).Y);
    }

    // −ln(1 − x) to two terms: x is below 10⁻⁸.
    private static double Scaled(double shape, double x) => (Large + ((shape - 1) / 2)) * x * (1 + (x / 2));
}
