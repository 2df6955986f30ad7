using System.Diagnostics;
using System.Numerics;

namespace Escalation.Experiments;

/// <summary>Turns a quotient of whole numbers into the nearest double.</summary>
internal static class ExactRatio
{
    private const int MantissaBits = 53;
    private const int LeastExponent = -1074;

    /// <summary>The double nearest to a quotient, of two the one with an even mantissa.</summary>
    /// <param name="numerator">Any whole number.</param>
    /// <param name="denominator">A positive one.</param>
    /// <returns>The quotient, rounded once; infinite beyond the doubles.</returns>
    public static double Round(BigInteger numerator, BigInteger denominator)
    {
        Debug.Assert(denominator.Sign > 0, "The sign stands in the numerator.");
        if (numerator.IsZero)
        {
            return 0;
        }

        // The quotient times 2^−exponent has 53 or 54 bits before the point, or fewer where doubles lie as far apart as the
        // least.
        var magnitude = BigInteger.Abs(numerator);
        var exponent = Math.Max((int)(magnitude.GetBitLength() - denominator.GetBitLength()) - MantissaBits, LeastExponent);
        var (whole, over) = Divide(magnitude, denominator, exponent);
        if (whole.GetBitLength() > MantissaBits)
        {
            exponent++;
            (whole, over) = Divide(magnitude, denominator, exponent);
        }

        // Half a unit up, but not from an even one that lies exactly between.
        whole += over > 0 || (over == 0 && !whole.IsEven) ? 1 : 0;
        return Math.CopySign(Math.ScaleB((double)whole, exponent), numerator.Sign);
    }

    // The whole part of the quotient, and how what is left compares with a half.
    private static (BigInteger Whole, int OverHalf) Divide(BigInteger magnitude, BigInteger denominator, int exponent)
    {
        var (top, bottom) = exponent < 0 ? (magnitude << -exponent, denominator) : (magnitude, denominator << exponent);
        var whole = BigInteger.DivRem(top, bottom, out var rest);
        return (whole, (2 * rest).CompareTo(bottom));
    }
}
