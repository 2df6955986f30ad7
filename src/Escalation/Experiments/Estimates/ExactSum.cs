using System.Globalization;
using System.Numerics;

namespace Escalation.Experiments;

/// <summary>A sum of doubles, and of products of two doubles, without any rounding: the same for any order and any division of
/// what is added.</summary>
/// <remarks>
/// <para>A fixed-point number over the whole range of doubles and of their products, in limbs of 32 bits that are kept in 64:
/// carries wait in the upper half. The small superaccumulator of Neal (2015), arXiv:1505.05571, with limbs for the range in
/// use only.</para>
/// <para>Not safe for several threads at once.</para>
/// </remarks>
public sealed class ExactSum
{
    // Limbs count from this power of two on: below every bit of a product of two doubles, the least of which is 2^−2148.
    private const int LeastExponent = -68 * LimbBits;
    private const int LimbBits = 32;

    // An addition puts less than 2³² into a limb, so that as many fit before the carries have to move.
    private const int MostPending = 1 << 30;

    private long[] limbs = [];
    private int lowest;
    private int pending;

    /// <summary>Gets the sum, rounded once: to the nearest double, to the even one of two; infinite beyond the doubles, and 0
    /// for nothing.</summary>
    public double Value => ExactRatio.Round(Numerator, Denominator);

    /// <summary>Gets the power of two by which <see cref="Numerator"/> is to be divided.</summary>
    internal static BigInteger Denominator { get; } = BigInteger.One << -LeastExponent;

    /// <summary>Gets the sum times <see cref="Denominator"/>.</summary>
    internal BigInteger Numerator
    {
        get
        {
            var sum = BigInteger.Zero;
            for (var index = limbs.Length - 1; index >= 0; index--)
            {
                sum = (sum << LimbBits) + limbs[index];
            }

            return sum << (LimbBits * lowest);
        }
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="text">The text.</param>
    /// <returns>A sum that goes on as the earlier one would have.</returns>
    /// <exception cref="FormatException">The text is no sum.</exception>
    public static ExactSum Parse(string text)
    {
        var isNegative = text.StartsWith('-');
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var digits = at < 0 ? "" : text[(isNegative ? 1 : 0)..at];

        // A leading 0 keeps the first digit from being read as a sign.
        if (!BigInteger.TryParse("0" + digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var odd)
            || !int.TryParse(text[(at + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent)
            || at < 0 || digits.Length == 0 || exponent < LeastExponent || exponent > -LeastExponent)
        {
            throw new FormatException($"'{text}' is no exact sum: it should read as in '1f@-3'.");
        }

        var sum = new ExactSum();
        for (var position = exponent - LeastExponent; !odd.IsZero; position += LimbBits)
        {
            sum.AddWord((uint)(odd & uint.MaxValue), isNegative, position);
            odd >>= LimbBits;
        }

        return sum;
    }

    /// <summary>The sum divided by the number of values.</summary>
    /// <param name="count">How many they were; not negative.</param>
    /// <returns>The double nearest to the quotient; NaN without values.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public double Mean(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return count == 0 ? double.NaN : ExactRatio.Round(Numerator, count * Denominator);
    }

    /// <summary>Adds a number.</summary>
    /// <param name="value">Any finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is infinite or none.</exception>
    public void Add(double value)
    {
        var (mantissa, exponent) = Parts(value);
        if (mantissa != 0)
        {
            AddWord(mantissa, value < 0, exponent - LeastExponent);
        }
    }

    /// <summary>Adds the product of two numbers, all 106 bits of it.</summary>
    /// <param name="first">Any finite number.</param>
    /// <param name="second">Any finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is infinite or none.</exception>
    public void AddProduct(double first, double second)
    {
        var (one, exponentOfOne) = Parts(first);
        var (other, exponentOfOther) = Parts(second);
        if (one != 0 && other != 0)
        {
            var high = Math.BigMul(one, other, out var low);
            var position = exponentOfOne + exponentOfOther - LeastExponent;
            var isNegative = first < 0 != second < 0;
            AddWord(low, isNegative, position);
            AddWord(high, isNegative, position + (2 * LimbBits));
        }
    }

    /// <summary>Adds all that another one holds.</summary>
    /// <param name="other">What is added; it stays as it is.</param>
    public void Merge(ExactSum other)
    {
        if (other.limbs.Length == 0)
        {
            return;
        }

        Reserve(other.lowest, other.lowest + other.limbs.Length);
        Carry();
        other.Carry();
        for (var index = 0; index < other.limbs.Length; index++)
        {
            limbs[other.lowest - lowest + index] += other.limbs[index];
        }

        pending++;
    }

    /// <summary>The sum as text: an odd number in hexadecimal digits, and the power of two that it is to be multiplied by, as
    /// in <c>1f@-3</c>; equal sums have equal texts.</summary>
    /// <returns>The text, that <see cref="Parse"/> reads.</returns>
    public override string ToString()
    {
        var numerator = Numerator;
        if (numerator.IsZero)
        {
            return "0@0";
        }

        var zeros = (int)BigInteger.TrailingZeroCount(numerator);
        var odd = BigInteger.Abs(numerator) >> zeros;
        var sign = numerator.Sign < 0 ? "-" : "";
        var digits = odd.ToString("x", CultureInfo.InvariantCulture).TrimStart('0');
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{digits}@{zeros + LeastExponent}");
    }

    // A double is its mantissa, below 2⁵³, times two to the power of its exponent.
    private static (ulong Mantissa, int Exponent) Parts(double value)
    {
        const ulong Fraction = (1UL << 52) - 1;
        var bits = BitConverter.DoubleToUInt64Bits(value);
        var biased = (int)(bits >> 52) & 0x7FF;
        return biased switch
        {
            0 => (bits & Fraction, -1074),
            0x7FF => throw new ArgumentOutOfRangeException(nameof(value), value, "A sum needs finite numbers."),
            _ => ((bits & Fraction) | (1UL << 52), biased - 1075),
        };
    }

    private void AddWord(ulong word, bool isNegative, int position)
    {
        var (limb, shift) = (position / LimbBits, position % LimbBits);
        Reserve(limb, limb + 3);
        if (++pending >= MostPending)
        {
            Carry();
        }

        var (low, high) = (word << shift, shift == 0 ? 0 : word >> (64 - shift));
        var (first, second, third) = ((long)(low & uint.MaxValue), (long)(low >> LimbBits), (long)high);
        var to = limbs.AsSpan(limb - lowest, 3);
        if (isNegative)
        {
            (first, second, third) = (-first, -second, -third);
        }

        to[0] += first;
        to[1] += second;
        to[2] += third;
    }

    // Leaves in each limb what fits, from 0 on, and hands on the rest; the sign stays in the highest.
    private void Carry()
    {
        if (limbs.Length == 0)
        {
            return;
        }

        // What the highest hands on needs a limb of its own before it is as full as the upper half.
        if (Math.Abs(limbs[^1]) > uint.MaxValue / 2)
        {
            Reserve(lowest, lowest + limbs.Length + 1);
        }

        for (var index = 0; index < limbs.Length - 1; index++)
        {
            var carry = limbs[index] >> LimbBits;
            limbs[index] -= carry << LimbBits;
            limbs[index + 1] += carry;
        }

        pending = 1;
    }

    private void Reserve(int from, int to)
    {
        if (limbs.Length > 0 && from >= lowest && to <= lowest + limbs.Length)
        {
            return;
        }

        var (least, most) = limbs.Length == 0 ? (from, to) : (Math.Min(from, lowest), Math.Max(to, lowest + limbs.Length));
        var wider = new long[most - least];
        limbs.CopyTo(wider, limbs.Length == 0 ? 0 : lowest - least);
        (limbs, lowest) = (wider, least);
    }
}
