using System.Numerics;

namespace Escalation.Tests.Engine.Randomness;

/// <summary>Ranks of matrices of bits, numbers of ones, and numbers of bits in which words differ.</summary>
internal static class BitPatterns
{
    private const int Lags = CellCounts.Stride - 1;

    // Ranks 64, 63, 62 and all below.
    private const int RankCells = 4;

    // Classes of the number of ones in a word, by the least number of each but the first.
    private static readonly int[] ClassStarts = [28, 30, 32, 33, 35, 37];

    /// <summary>Ranks over GF(2) of matrices whose rows are 64 words.</summary>
    /// <remarks>Marsaglia and Tsay (1985), Linear Algebra and its Applications 67, 147–156.</remarks>
    public static double Ranks(ulong[] words)
    {
        var counts = new double[RankCells];
        for (var start = 0; start + 64 <= words.Length; start += 64)
        {
            counts[Math.Min(64 - Rank(words.AsSpan(start, 64)), RankCells - 1)]++;
        }

        return PValue.OfCounts(counts, RankLaw());
    }

    /// <summary>The numbers of ones in two words 1 to 4 apart, in 7 by 7 classes.</summary>
    /// <remarks>L'Ecuyer and Simard (1999), ACM Transactions on Mathematical Software 25, 367–374.</remarks>
    public static double Weights(ulong[] words)
    {
        var classes = Array.ConvertAll(words, word => ClassOf(BitOperations.PopCount(word)));
        var size = ClassStarts.Length + 1;
        var shares = new double[size];
        foreach (var (ones, probability) in OnesLaw().Index())
        {
            shares[ClassOf(ones)] += probability;
        }

        double[] probabilities = [.. shares.SelectMany(_ => shares, (one, other) => one * other)];
        var smallest = 1.0;
        for (var lag = 1; lag <= Lags; lag++)
        {
            var counts = new double[size * size];
            for (var i = 0; i + lag < words.Length; i += CellCounts.Stride)
            {
                counts[(classes[i] * size) + classes[i + lag]]++;
            }

            smallest = Math.Min(smallest, PValue.OfCounts(counts, probabilities));
        }

        return PValue.OfSmallest(smallest, Lags);
    }

    /// <summary>The number of bits in which words 1 to 4 apart differ: binomial, as if they were 64 tosses.</summary>
    public static double Distances(ulong[] words)
    {
        var smallest = 1.0;
        for (var lag = 1; lag <= Lags; lag++)
        {
            var counts = new double[65];
            for (var i = lag; i < words.Length; i++)
            {
                counts[BitOperations.PopCount(words[i] ^ words[i - lag])]++;
            }

            smallest = Math.Min(smallest, PValue.OfCounts(counts, OnesLaw()));
        }

        return PValue.OfSmallest(smallest, Lags);
    }

    /// <summary>Probabilities of the ranks 64, 63, 62 and at most 61 of a matrix of 64 by 64 fair bits.</summary>
    /// <remarks>P(r) = 2^(r(2m − r) − m²) Π (1 − 2^(i − m))² / (1 − 2^(i − r)), i from 0 below r, with m = 64.</remarks>
    public static double[] RankLaw()
    {
        var probabilities = new double[RankCells];
        for (var r = 64; r > 64 - RankCells + 1; r--)
        {
            var p = Math.Pow(2, (r * (128 - r)) - (64 * 64));
            for (var i = 0; i < r; i++)
            {
                p *= (1 - Math.Pow(2, i - 64)) * (1 - Math.Pow(2, i - 64)) / (1 - Math.Pow(2, i - r));
            }

            probabilities[64 - r] = p;
        }

        probabilities[^1] = 1 - probabilities.Sum();
        return probabilities;
    }

    private static double[] OnesLaw()
    {
        var probabilities = new double[65];
        probabilities[0] = Math.Pow(2, -64);
        for (var ones = 1; ones <= 64; ones++)
        {
            probabilities[ones] = probabilities[ones - 1] * (65 - ones) / ones;
        }

        return probabilities;
    }

    private static int ClassOf(int ones) => ClassStarts.Count(start => ones >= start);

    private static int Rank(ReadOnlySpan<ulong> rows)
    {
        // For each bit the row that has it as its highest one.
        Span<ulong> pivots = stackalloc ulong[64];
        pivots.Clear();
        var rank = 0;
        foreach (var row in rows)
        {
            var left = row;
            while (left != 0)
            {
                ref var pivot = ref pivots[BitOperations.Log2(left)];
                if (pivot == 0)
                {
                    pivot = left;
                    rank++;
                    break;
                }

                left ^= pivot;
            }
        }

        return rank;
    }
}
