using System.Collections.Frozen;
using Escalation.Language;

namespace Escalation.Experiments;

/// <summary>Quantile functions of the distributions of the language: from a uniform number to a value that follows the
/// distribution.</summary>
/// <remarks>The engine draws by rejection where that is fast; a design needs the inverse, so that points that fill the cube
/// evenly fill the law evenly. Continuous quantiles hold 10 digits in relative terms for shapes from 0.001 on, from u = 2⁻⁵³ to 1
/// − 2⁻⁵³; where a value crosses 0, relative to the scale. Beta numbers below 10⁻³⁰⁰ are 0.</remarks>
internal static class DistributionQuantile
{
    private static readonly FrozenDictionary<string, Func<UnitPoint, double[], double>> All =
        new Dictionary<string, Func<UnitPoint, double[], double>>
        {
            ["exponential"] = static (u, p) => Scaled(p[0], () => Exponential(u)),
            ["gamma"] = static (u, p) => Scaled(p[0], () => Gamma(u, p[0], p[1]), factor: 1),
            ["lognormal"] = static (u, p) => p[1] == 1 ? p[0]
                : Scaled(p[0], () => Math.Exp(Math.Log(p[1]) * Normal(u))),
            ["weibull"] = static (u, p) => Scaled(p[0], () => Math.Pow(Exponential(u), 1 / p[1])),
            ["uniform"] = static (u, p) => u.Y == 0 ? p[1] : Math.Min(p[0] + ((p[1] - p[0]) * u.X), p[1]),
            ["triangular"] = static (u, p) => Triangular(u, p[0], p[1], p[2]),
            ["normal"] = static (u, p) => p[1] == 0 ? p[0] : p[0] + (p[1] * Normal(u)),
            ["beta"] = static (u, p) => u.X == 0 ? 0 : u.Y == 0 ? 1 : Beta(u, p[0], p[1]),
            ["bernoulli"] = static (u, p) => p[0] > 0 && u.Y <= p[0] ? 1 : 0,
            ["binomial"] = static (u, p) => p[0] == 0 || p[1] == 0 || u.X == 0 ? 0
                : p[1] == 1 || u.Y == 0 ? p[0] : CountQuantile.Binomial(u, p[0], p[1]),
            ["poisson"] = static (u, p) => Count(u, p[0], () => CountQuantile.Poisson(u, p[0])),
            ["geometric"] = static (u, p) => Count(u, p[0], () => Geometric(u, p[0])),
            ["negative_binomial"] = static (u, p) =>
                Count(u, p[0], () => CountQuantile.NegativeBinomial(u, p[0], p[1])),
            ["choice"] = static (u, p) => Choice(u, p),
        }.ToFrozenDictionary();

    /// <summary>Whether there is a quantile function for a distribution.</summary>
    public static bool Exists(Distribution distribution) => All.ContainsKey(distribution.Name);

    /// <summary>The value at a uniform number.</summary>
    /// <param name="distribution">The distribution.</param>
    /// <param name="parameters">Legal parameters, in order; for <c>choice</c> the weights.</param>
    /// <param name="u">From 0 to 1; at 0 and 1 the ends of the law, which may be infinite.</param>
    /// <returns>The value, which does not fall as u rises; for <c>choice</c> the index of the value, in the order
    /// written.</returns>
    public static double At(Distribution distribution, double[] parameters, double u) =>
        All[distribution.Name](UnitPoint.FromX(u), parameters);

    // A scale of 0 is certainty of 0, also where the law of scale 1 is infinite.
    private static double Scaled(double scale, Func<double> unit, double? factor = null) =>
        scale == 0 ? 0 : (factor ?? scale) * unit();

    private static double Count(UnitPoint u, double mean, Func<double> inside) =>
        mean == 0 || u.X == 0 ? 0 : u.Y == 0 ? double.PositiveInfinity : inside();

    private static double Exponential(UnitPoint u) =>
        u.X < 0.5 ? -LogarithmNearOne.OfOnePlus(-u.X) : -Math.Log(u.Y);

    private static double Normal(UnitPoint u) => u.X == 0 ? double.NegativeInfinity
        : u.Y == 0 ? double.PositiveInfinity : GammaQuantile.Normal(u);

    private static double Gamma(UnitPoint u, double mean, double shape) => u.X == 0 ? 0
        : u.Y == 0 ? double.PositiveInfinity
        : Math.Exp(GammaQuantile.Log(shape, u) + Math.Log(mean) - Math.Log(shape));

    private static double Beta(UnitPoint u, double a, double b)
    {
        // Beyond it the tails take too many steps, and what skewness leaves of the normal law is below 1e-13 of it.
        const double Large = 1e9;
        if (Math.Min(a, b) <= Large)
        {
            // Above the median by the upper tail: the lower one is 1 to nearly all its digits.
            return u.X <= 0.5 ? BetaQuantile.OfLowerTail(a, b, u.X).X : BetaQuantile.OfLowerTail(b, a, u.Y).Y;
        }

        var (mean, sum, z) = (1 / (1 + (b / a)), a + b, GammaQuantile.Normal(u));
        var deviation = Math.Sqrt(mean * (1 - mean) / (sum + 1));
        return mean + (deviation * z) + ((1 - (2 * mean)) * ((z * z) - 1) / (3 * sum));
    }

    // As TriangularVariate draws it, but with the complement where that has the digits.
    private static double Triangular(UnitPoint u, double low, double mode, double high)
    {
        if (low == high)
        {
            return low;
        }

        var width = high - low;
        var c = (mode - low) / width;
        var x = u.X < c ? low + (width * Math.Sqrt(u.X * c)) : high - (width * Math.Sqrt(u.Y * ((high - mode) / width)));
        return Math.Clamp(x, low, high);
    }

    // As GeometricVariate draws it: P(X ≥ n) = (mean/(1 + mean))ⁿ.
    private static double Geometric(UnitPoint u, double mean) =>
        Math.Floor(Exponential(u) / LogarithmNearOne.OfOnePlus(1 / mean));

    private static double Choice(UnitPoint u, double[] weights)
    {
        var total = 0.0;
        foreach (var weight in weights)
        {
            total += weight;
        }

        var (point, sum, chosen) = (u.X * total, 0.0, 0);
        for (var index = 0; index < weights.Length; index++)
        {
            // At u = 1 the last value that has any weight.
            if (weights[index] > 0)
            {
                chosen = index;
                sum += weights[index];
                if (point < sum)
                {
                    break;
                }
            }
        }

        return chosen;
    }
}
