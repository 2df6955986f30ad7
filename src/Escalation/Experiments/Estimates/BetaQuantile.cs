using System.Diagnostics;

namespace Escalation.Experiments;

/// <summary>Quantiles of the beta law, precise in relative terms at both ends.</summary>
/// <remarks>Library quantiles lose digits near 0 and 1 and for huge parameters, where the limits for rare outcomes lie.</remarks>
internal static class BetaQuantile
{
    private const int StepLimit = 200;

    // Tails that a double level can leave are above 10⁻¹⁷, so with parameters from ½ on quantiles stay far above this. What
    // lies below it with smaller parameters is as good as the end.
    private const double Least = 1e-300;

    private static readonly UnitPoint Half = UnitPoint.FromX(0.5);

    /// <summary>The point below which the given chance lies.</summary>
    /// <param name="a">First parameter, above 0.</param>
    /// <param name="b">Second parameter, above 0.</param>
    /// <param name="tail">Lower tail, between 0 and 1, both excluded; at least 10⁻¹⁷.</param>
    /// <returns>The point and its complement; an end itself where the point is nearer to it than 10⁻³⁰⁰.</returns>
    public static UnitPoint OfLowerTail(double a, double b, double tail)
    {
        Debug.Assert(a > 0, "The first parameter of a beta law is positive.");
        Debug.Assert(b > 0, "The second parameter of a beta law is positive.");
        Debug.Assert(tail > 0, "The quantile of no chance at all is 0.");
        Debug.Assert(tail < 1, "The quantile of all chance is 1.");

        // The end that is nearer carries the digits, so the search is for the distance from that end.
        var guess = WilsonScore.Lower(a, b, StandardNormal.UpperQuantile(tail));
        return IncompleteBeta.At(a, b, Half).Lower >= tail
            ? UnitPoint.FromX(Search(a, b, tail, isLower: true, guess.X))
            : UnitPoint.FromY(Search(b, a, tail, isLower: false, guess.Y));
    }

    /// <summary>Solves ln(tail at x) = ln(tail) for ln x by Newton's steps, or halving where one leaves the bracket.</summary>
    private static double Search(double a, double b, double tail, bool isLower, double guess)
    {
        var low = Least;
        var high = 0.5;
        if (Tail(a, b, Least, isLower) < tail != isLower)
        {
            return 0;
        }

        var x = Math.Clamp(guess, low, high);
        for (var step = 0; step < StepLimit; step++)
        {
            var beta = IncompleteBeta.At(a, b, UnitPoint.FromX(x));
            var found = isLower ? beta.Lower : beta.Upper;
            if (found < tail == isLower)
            {
                low = x;
            }
            else
            {
                high = x;
            }

            // d(ln found)/d(ln x) is ± factor/((1 − x) found). The step multiplies x, which keeps the digits of a small one.
            var slope = (isLower ? beta.Factor : -beta.Factor) / ((1 - x) * found);
            var move = -Math.Log(found / tail) / slope;
            var next = x * Math.Exp(move);
            if (!(next >= low && next <= high))
            {
                next = Math.Sqrt(low) * Math.Sqrt(high);
                move = Math.Log(high / low);
            }

            x = next;

            // Newton squares the error: after a step below 1e-9 of the scale only rounding is left.
            if (Math.Abs(move) <= Math.Max(1e-16, 1e-9 * Math.Min(1, 1 / Math.Abs(slope))))
            {
                break;
            }
        }

        return x;
    }

    private static double Tail(double a, double b, double x, bool isLower)
    {
        var beta = IncompleteBeta.At(a, b, UnitPoint.FromX(x));
        return isLower ? beta.Lower : beta.Upper;
    }
}
