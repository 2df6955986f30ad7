namespace Escalation.Engine;

/// <summary>Logarithms of Poisson and binomial probabilities that keep their digits for large counts.</summary>
/// <remarks>
/// Loader (2000), Fast and Accurate Computation of Binomial Probabilities. k ln μ − μ − ln k! loses at μ = 10⁹ the six
/// leading digits; the deviance and the error of Stirling's formula lose none.
/// </remarks>
internal static class SaddlePoint
{
    private const int TableLength = 16;

    // ln √(2π).
    private const double LogRootTwoPi = 0.91893853320467274178;

    private static readonly double[] SmallErrors = MakeSmallErrors();

    /// <summary>ln P(X = k) of a Poisson count.</summary>
    /// <param name="k">A whole number, not negative.</param>
    /// <param name="mean">Mean; positive.</param>
    public static double LogPoisson(double k, double mean) =>
        k == 0 ? -mean : -StirlingError(k) - Deviance(k, mean) - LogRootTwoPi - (0.5 * Math.Log(k));

    /// <summary>ln P(X = k) of a binomial count.</summary>
    /// <param name="k">A whole number from 0 to n.</param>
    /// <param name="n">Number of trials; at least 1.</param>
    /// <param name="p">Chance; strictly between 0 and 1.</param>
    public static double LogBinomial(double k, double n, double p)
    {
        if (k == 0)
        {
            return n * Logarithm.OfOnePlus(-p);
        }

        if (k == n)
        {
            return n * Math.Log(p);
        }

        return StirlingError(n) - StirlingError(k) - StirlingError(n - k) - Deviance(k, n * p) - Deviance(n - k, n * (1 - p))
            - LogRootTwoPi + (0.5 * (Math.Log(n / k) - Math.Log(n - k)));
    }

    // ln n! − ln(√(2πn) (n/e)ⁿ), for whole n from 1: Stirling's series, whose next term is below 1e-16 from n = 16 on.
    private static double StirlingError(double n)
    {
        if (n < TableLength)
        {
            return SmallErrors[(int)n];
        }

        var w = 1 / (n * n);
        return ((1.0 / 12) - (((1.0 / 360) - (((1.0 / 1260) - (((1.0 / 1680) - ((1.0 / 1188) * w)) * w)) * w)) * w)) / n;
    }

    // x ln(x/m) + m − x, for positive x and m. Near each other by the series in v = (x − m)/(x + m), Loader's bd0.
    private static double Deviance(double x, double m)
    {
        var difference = x - m;
        var middle = (0.5 * x) + (0.5 * m);
        if (Math.Abs(difference) >= 0.2 * middle)
        {
            return (x * Math.Log(x / m)) - difference;
        }

        var v = 0.5 * difference / middle;
        var sum = difference * v;
        var power = 2 * v * x;
        for (var j = 3; ; j += 2)
        {
            power *= v * v;
            var next = sum + (power / j);
            if (next == sum)
            {
                return sum;
            }

            sum = next;
        }
    }

    private static double[] MakeSmallErrors()
    {
        var errors = new double[TableLength];
        var factorial = 1.0;
        for (var n = 1; n < TableLength; n++)
        {
            factorial *= n;
            errors[n] = Math.Log(factorial) - ((n + 0.5) * Math.Log(n)) + n - LogRootTwoPi;
        }

        return errors;
    }
}
