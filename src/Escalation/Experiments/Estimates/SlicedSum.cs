using System.Diagnostics;

namespace Escalation.Experiments;

/// <summary>Adds many numbers to an exact sum at once, several times faster than one after the other.</summary>
/// <remarks>Numbers are cut at the same bits for all of them into slices so short that the slices of 1,024 numbers add up in a
/// double without rounding; what is left over is sliced again, until nothing is left. Adding and taking away a large constant
/// rounds to its last bit: Demmel and Nguyen (2015), IEEE Trans. Comput. 64, 2060–2070.</remarks>
internal static class SlicedSum
{
    /// <summary>How many numbers are taken at a time, at most.</summary>
    public const int MostValues = 1 << CountBits;

    private const int CountBits = 10;

    // Of 53 bits those that a slice has if 2¹⁰ slices, each a bit wider by rounding, are to add up.
    private const int SliceBits = 53 - CountBits - 1;

    // Far enough from both ends of the doubles for constants and remainders of all slices.
    private const double Largest = 1e250;
    private const double Smallest = 1e-200;

    /// <summary>Adds every eighth number, or any such part.</summary>
    /// <param name="sum">What they are added to.</param>
    /// <param name="values">Finite numbers, or NaN, which adds nothing; not more than <see cref="MostValues"/> of them are
    /// taken.</param>
    /// <param name="start">Index of the first that is taken.</param>
    /// <param name="stride">Distance of one to the next.</param>
    /// <param name="rests">Room for <see cref="MostValues"/> numbers.</param>
    public static void AddTo(ExactSum sum, ReadOnlySpan<double> values, int start, int stride, Span<double> rests)
    {
        var (count, largest) = (0, 0.0);
        for (var at = start; at < values.Length; at += stride)
        {
            var value = values[at];
            value = double.IsNaN(value) ? 0 : value;
            rests[count++] = value;
            largest = Math.Max(largest, Math.Abs(value));
        }

        Debug.Assert(count <= MostValues, "No more numbers than add up without rounding.");
        if (largest == 0)
        {
            return;
        }

        if (largest is < Smallest or > Largest)
        {
            foreach (var value in rests[..count])
            {
                sum.Add(value);
            }

            return;
        }

        while (count % 4 != 0)
        {
            rests[count++] = 0;
        }

        Slice(sum, rests[..count], Math.ILogB(largest) + 1);
    }

    // All numbers are below two to the power of the exponent, and each slice leaves less than its last bit.
    private static void Slice(ExactSum sum, Span<double> rests, int exponent)
    {
        for (var isOver = false; !isOver; exponent -= SliceBits)
        {
            if (exponent < -900)
            {
                foreach (var value in rests)
                {
                    sum.Add(value);
                }

                return;
            }

            // Its last bit is worth 2^(exponent − 42): with a mantissa of 1.1 a number of either sign stays in its binade.
            var cut = Math.ScaleB(1.5, exponent + CountBits);
            isOver = true;

            // Four sums at a time, since each addition waits for the one before it.
            var (first, second, third, fourth) = (0.0, 0.0, 0.0, 0.0);
            for (var at = 0; at + 3 < rests.Length; at += 4)
            {
                first += Take(ref rests[at], cut, ref isOver);
                second += Take(ref rests[at + 1], cut, ref isOver);
                third += Take(ref rests[at + 2], cut, ref isOver);
                fourth += Take(ref rests[at + 3], cut, ref isOver);
            }

            sum.Add(first);
            sum.Add(second);
            sum.Add(third);
            sum.Add(fourth);
        }
    }

    private static double Take(ref double rest, double cut, ref bool isOver)
    {
        var slice = rest + cut - cut;
        rest -= slice;
        isOver &= rest == 0;
        return slice;
    }
}
