using System.Diagnostics;

namespace Escalation.Experiments;

/// <summary>The regularised incomplete beta function: both tails of the beta law at a point.</summary>
/// <param name="Lower">I_x(a, b): chance at or below the point.</param>
/// <param name="Upper">1 − I_x(a, b): chance above the point.</param>
/// <param name="Factor">x^a (1 − x)^b / B(a, b): the density times x (1 − x).</param>
internal readonly record struct IncompleteBeta(double Lower, double Upper, double Factor)
{
    // Steps grow like √(a + b) next to the mean: 4,500 at a + b = 10⁹, and 100 at two standard deviations from it (measured).
    private const int StepLimit = 10_000_000;

    /// <summary>Both tails; the one away from the mean is precise in relative terms.</summary>
    /// <param name="a">First parameter, above 0.</param>
    /// <param name="b">Second parameter, above 0.</param>
    /// <param name="point">x and 1 − x, both above 0.</param>
    /// <returns>The tails and the factor before them.</returns>
    public static IncompleteBeta At(double a, double b, UnitPoint point)
    {
        Debug.Assert(a > 0, "The first parameter of a beta law is positive.");
        Debug.Assert(b > 0, "The second parameter of a beta law is positive.");
        Debug.Assert(point.X > 0, "The ends of the unit interval are the caller's.");
        Debug.Assert(point.Y > 0, "The ends of the unit interval are the caller's.");

        // a y − b x, from the smaller of x and y: the larger has lost its digits.
        var shortfall = point.X <= point.Y ? a - ((a + b) * point.X) : ((a + b) * point.Y) - b;
        var factor = BinomialDensity.BetaFactor(a, b, point, shortfall);

        // The fraction converges fast below (a + 1)/(a + b + 2), so beyond that it is asked for the other tail.
        if (point.X * (a + b + 2) <= a + 1)
        {
            var lower = Math.Min(1, factor / Fraction(a, b, point, shortfall));
            return new(lower, 1 - lower, factor);
        }

        var upper = Math.Min(1, factor / Fraction(b, a, point.Mirrored, -shortfall));
        return new(1 - upper, upper, factor);
    }

    /// <summary>The continued fraction that divides the factor to give I_x(a, b).</summary>
    /// <remarks>Didonato and Morris (1992), ACM Trans. Math. Softw. 18, 360–373, evaluated by the method of
    /// Lentz (1976) as modified by Thompson and Barnett (1986): no term grows, so nothing overflows.</remarks>
    private static double Fraction(double a, double b, UnitPoint point, double shortfall)
    {
        const double Tiny = 1e-300;
        var (x, _) = point;
        var value = Denominator(0);
        value = value == 0 ? Tiny : value;
        var c = value;
        var d = 0.0;
        for (var m = 1; m < StepLimit; m++)
        {
            var q = a + (2.0 * m) - 1;
            var numerator = (a + m - 1) / q * ((a + b + m - 1) / q) * m * (b - m) * x * x;
            var denominator = Denominator(m);
            d = denominator + (numerator * d);
            d = 1 / (d == 0 ? Tiny : d);
            c = denominator + (numerator / c);
            c = c == 0 ? Tiny : c;
            var change = c * d;
            value *= change;
            if (Math.Abs(change - 1) <= 4e-16)
            {
                return value;
            }
        }

        throw new ArithmeticException(FormattableString.Invariant(
            $"The incomplete beta function at a = {a}, b = {b}, x = {x} did not converge."));

        double Denominator(double m) => m
            + (m == 0 ? 0 : m * (b - m) * x / (a + (2 * m) - 1))
            + ((a + m) * (shortfall + 1 + (m * (1 + point.Y))) / (a + (2 * m) + 1));
    }
}
