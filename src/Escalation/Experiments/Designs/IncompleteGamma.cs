using System.Diagnostics;

namespace Escalation.Experiments;

/// <summary>The regularised incomplete gamma function: both tails of the gamma law of scale 1 at a point.</summary>
/// <param name="Lower">P(a, x): chance at or below the point.</param>
/// <param name="Upper">Q(a, x): chance above the point.</param>
/// <param name="Factor">x^a e^(−x) / Γ(a): the density times x.</param>
internal readonly record struct IncompleteGamma(double Lower, double Upper, double Factor)
{
    // Steps grow like √a next to the mean: some 60,000 at a = 10⁸.
    private const int StepLimit = 10_000_000;

    /// <summary>Both tails; the one away from the mean is precise in relative terms.</summary>
    /// <param name="a">Shape, above 0.</param>
    /// <param name="x">The point, above 0, finite.</param>
    public static IncompleteGamma At(double a, double x)
    {
        Debug.Assert(a > 0, "The shape of a gamma law is positive.");
        Debug.Assert(x > 0, "The end of the half-line is the caller's.");

        // Γ(a + 1) in the saddle-point form of Loader (2000), as for the beta law: a ln x − x − ln Γ(a) loses digits for large a.
        var factor = Math.Sqrt(a / (2 * Math.PI))
            * Math.Exp(-BinomialDensity.StirlingError(a) - BinomialDensity.Deviance(a, x, a - x));
        if (x < a + 1)
        {
            var lower = Math.Min(1, factor / a * Series(a, x));
            return new(lower, 1 - lower, factor);
        }

        var upper = Math.Min(1, factor * Fraction(a, x));
        return new(1 - upper, upper, factor);
    }

    /// <summary>ln Γ(a + 1), to nearly full precision relative to the greater of it and 1.</summary>
    public static double LogGammaOfNext(double a) =>
        BinomialDensity.StirlingError(a) + ((a + 0.5) * Math.Log(a)) - a + (0.5 * Math.Log(2 * Math.PI));

    // Abramowitz and Stegun 6.5.29: 1 + x/(a + 1) + x²/((a + 1)(a + 2)) + …
    private static double Series(double a, double x)
    {
        var (sum, term) = (1.0, 1.0);
        for (var n = 1; n < StepLimit; n++)
        {
            term *= x / (a + n);
            var next = sum + term;
            if (next == sum)
            {
                return sum;
            }

            sum = next;
        }

        throw NoConvergence(a, x);
    }

    // Abramowitz and Stegun 6.5.31 in its even form, by the method of Lentz (1976).
    private static double Fraction(double a, double x)
    {
        const double Tiny = 1e-300;
        var b = x + 1 - a;
        var c = 1 / Tiny;
        var d = 1 / b;
        var value = d;
        for (var n = 1; n < StepLimit; n++)
        {
            var numerator = n * (a - n);
            b += 2;
            d = (numerator * d) + b;
            d = 1 / (d == 0 ? Tiny : d);
            c = b + (numerator / c);
            c = c == 0 ? Tiny : c;
            var change = c * d;
            value *= change;
            if (Math.Abs(change - 1) <= 4e-16)
            {
                return value;
            }
        }

        throw NoConvergence(a, x);
    }

    private static ArithmeticException NoConvergence(double a, double x) => new(FormattableString.Invariant(
        $"The incomplete gamma function at a = {a}, x = {x} did not converge."));
}
