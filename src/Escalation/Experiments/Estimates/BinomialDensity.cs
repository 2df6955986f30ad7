namespace Escalation.Experiments;

/// <summary>The factor x^a (1 − x)^b / B(a, b) without loss of digits for huge a and b.</summary>
/// <remarks>
/// Saddle-point form of Loader (2000), "Fast and accurate computation of binomial probabilities", which R's dbinom uses too:
/// a difference of log-gammas near 10⁹ has lost ten digits, while Stirling's errors and deviances stay small.
/// </remarks>
internal static class BinomialDensity
{
    private const double SeriesFrom = 16;

    /// <summary>x^a y^b / B(a, b), where y = 1 − x.</summary>
    /// <param name="a">First parameter of the beta law, above 0.</param>
    /// <param name="b">Second parameter of the beta law, above 0.</param>
    /// <param name="point">x and y, both above 0.</param>
    /// <param name="shortfall">a − (a + b) x, as the caller has it without cancellation.</param>
    /// <returns>The factor; 0 where it is below the smallest double.</returns>
    public static double BetaFactor(double a, double b, UnitPoint point, double shortfall) =>

        // Γ(n+1)/(Γ(a+1) Γ(b+1)) is n/(a b B(a, b)).
        Math.Sqrt(a * (b / (a + b)) / (2 * Math.PI)) * Math.Exp(Exponent(a, b, point, shortfall));

    /// <summary>Its natural logarithm, which is finite where the factor itself is below the smallest double.</summary>
    /// <param name="a">First parameter of the beta law, above 0.</param>
    /// <param name="b">Second parameter of the beta law, above 0.</param>
    /// <param name="point">x and y, both above 0.</param>
    /// <param name="shortfall">a − (a + b) x, as the caller has it without cancellation.</param>
    public static double LogBetaFactor(double a, double b, UnitPoint point, double shortfall) =>
        (0.5 * Math.Log(a * (b / (a + b)) / (2 * Math.PI))) + Exponent(a, b, point, shortfall);

    /// <summary>ln Γ(z + 1) − (z + ½) ln z + z − ½ ln 2π, for z above 0.</summary>
    internal static double StirlingError(double z)
    {
        // From Γ(z + 2) = (z + 1) Γ(z + 1): a step up changes the error by (z + ½) ln(1 + 1/z) − 1.
        var error = 0.0;
        while (z < SeriesFrom)
        {
            error += ((z + 0.5) * LogarithmNearOne.OfOnePlus(1 / z)) - 1;
            z += 1;
        }

        // Abramowitz and Stegun 6.1.41; the first term left out is below 2e-18 from z = 16.
        var s = 1 / (z * z);
        var series = ((((((((((-691.0 / 360360) * s) + (1.0 / 1188)) * s) - (1.0 / 1680)) * s) + (1.0 / 1260)) * s)
            - (1.0 / 360)) * s) + (1.0 / 12);
        return error + (series / z);
    }

    /// <summary>k ln(k/m) + m − k, where k − m is given apart.</summary>
    internal static double Deviance(double k, double m, double difference)
    {
        if (Math.Abs(difference) >= 0.1 * (k + m))
        {
            return (k * Math.Log(k / m)) + m - k;
        }

        // Loader's series in v = (k − m)/(k + m): 2 k (v³/3 + v⁵/5 + …) + (k − m) v has no cancellation. Since v² < 0.01, what
        // follows ten terms is below 1e-20 of the sum.
        var v = difference / (k + m);
        var sum = difference * v;
        var power = 2 * k * v;
        for (var j = 1; j <= 10; j++)
        {
            power *= v * v;
            sum += power / ((2 * j) + 1);
        }

        return sum;
    }

    private static double Exponent(double a, double b, UnitPoint point, double shortfall) =>
        StirlingError(a + b) - StirlingError(a) - StirlingError(b)
            - Deviance(a, (a + b) * point.X, shortfall) - Deviance(b, (a + b) * point.Y, -shortfall);
}
