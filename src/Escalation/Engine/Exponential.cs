using System.Runtime.CompilerServices;

namespace Escalation.Engine;

/// <summary>The exponential function, to the same bits on every machine.</summary>
/// <remarks>
/// x = k ln 2 / 128 + r with |r| ≤ ln 2 / 256, and eˣ = 2^(k div 128) · 2^((k mod 128) / 128) · eʳ: a shift of the exponent, a
/// table with 128 places, and a polynomial. The scheme is that of Tang (1989), ACM Transactions on Mathematical Software 15(2),
/// 144–157. The error is below 0.52 units in the last place, and exp(0) = 1. The platform's function may differ from system to
/// system in the last bit, and takes longer.
/// </remarks>
public static class Exponential
{
    private const int Places = 128;
    private const int PlaceBits = 7;
    private const int MantissaBits = 52;

    // Between these a result is neither infinite nor subnormal.
    private const double LeastPlain = -708;
    private const double GreatestPlain = 709;

    // 1.5 · 2⁵²: added, it leaves a whole number in the low bits.
    private const double Shift = 6755399441055744;
    private const double PlacesPerUnit = Places / 0.69314718055994530942;

    // ln 2 in two parts (Cody and Waite): a multiple of the first by any k that occurs is exact.
    private const double StepHigh = 6.93147180369123816490e-01 / Places;
    private const double StepLow = 1.90821492927058770002e-10 / Places;

    // At 2j the part of 2^(j/128) that a double leaves over, relative to it; at 2j + 1 the bits of the double, less what k adds.
    private static readonly long[] Powers = MakePowers();

    /// <summary>e to the power of a number.</summary>
    /// <param name="x">Any number.</param>
    /// <returns>eˣ; +∞ from about 709.78 on, 0 below about −745.13, NaN for NaN.</returns>
    public static double Of(double x) => x > LeastPlain && x < GreatestPlain ? Scaled(x, 0) : OfExtreme(x);

    // eˣ · 2^exponent.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Scaled(double x, int exponent)
    {
        var shifted = (x * PlacesPerUnit) + Shift;
        var k = BitConverter.DoubleToInt64Bits(shifted);
        var whole = shifted - Shift;
        var r = x - (whole * StepHigh) - (whole * StepLow);
        var place = 2 * (int)(k & (Places - 1));
        var rest = BitConverter.Int64BitsToDouble(Powers[place]);
        var bits = Powers[place + 1] + (k << (MantissaBits - PlaceBits)) + ((long)exponent << MantissaBits);
        var power = BitConverter.Int64BitsToDouble(bits);
        var square = r * r;
        var lessOne = rest + r + (square * (0.5 + (r * (1.0 / 6)))) + (square * square * ((1.0 / 24) + (r * (1.0 / 120))));
        return power + (power * lessOne);
    }

    // The product is rounded once more only where it is subnormal.
    private static double OfExtreme(double x) => double.IsNaN(x) ? x
        : x >= 709.79 ? double.PositiveInfinity
        : x <= -745.14 ? 0
        : x > 0 ? Scaled(x, -1) * 2
        : Scaled(x, 64) * (1.0 / (1L << 32) / (1L << 32));

    // By square roots of 2 in 28 decimal places.
    private static long[] MakePowers()
    {
        var root = 2m;
        for (var i = 0; i < PlaceBits; i++)
        {
            root = SquareRoot(root);
        }

        var powers = new long[2 * Places];
        var power = 1m;
        for (var j = 0; j < Places; j++, power *= root)
        {
            var nearest = (double)power;
            powers[2 * j] = BitConverter.DoubleToInt64Bits((double)(power - Exactly(nearest)) / nearest);
            powers[(2 * j) + 1] = BitConverter.DoubleToInt64Bits(nearest) - ((long)j << (MantissaBits - PlaceBits));
        }

        return powers;
    }

    private static decimal SquareRoot(decimal value)
    {
        var root = (decimal)Math.Sqrt((double)value);
        for (var i = 0; i < 3; i++)
        {
            root = (root + (value / root)) / 2;
        }

        return root;
    }

    // The cast rounds to 15 places; a number from 1 to 2 is a multiple of 2⁻⁵², and that is not.
    private static decimal Exactly(double value)
    {
        var whole = (decimal)(long)(value * (1L << 26));
        var rest = (decimal)(long)(((value * (1L << 26)) - Math.Floor(value * (1L << 26))) * (1L << 26));
        return (whole / (1L << 26)) + (rest / (1L << 26) / (1L << 26));
    }
}
