namespace Escalation.Tests.Engine.Randomness;

/// <summary>Serial correlation of the uniform numbers, and of single bits.</summary>
internal static class Correlations
{
    private const int Lags = 16;
    private const int BitLags = 4;
    private const ulong LowBitOfEachByte = 0x0101010101010101;

    /// <summary>Correlation of numbers 1 to 16 apart.</summary>
    /// <remarks>Mean and variance of the law are known, 1/2 and 1/12, so that 12 Σ (u − ½)(u′ − ½) / √n is standard
    /// normal.</remarks>
    public static double Serial(ulong[] words)
    {
        var centred = Array.ConvertAll(words, word => ((word >> 11) * (1.0 / (1UL << 53))) - 0.5);
        var smallest = 1.0;
        for (var lag = 1; lag <= Lags; lag++)
        {
            var sum = 0.0;
            for (var i = lag; i < centred.Length; i++)
            {
                sum += centred[i] * centred[i - lag];
            }

            smallest = Math.Min(smallest, PValue.OfZ(12 * sum / Math.Sqrt(centred.Length - lag)));
        }

        return PValue.OfSmallest(smallest, Lags);
    }

    /// <summary>Each of the 64 bits is set half the time, and differs half the time from what it is 1 to 4 words later.</summary>
    /// <remarks>Words xor words some places later are independent and fair again, though they overlap.</remarks>
    public static double Bits(ulong[] words)
    {
        var smallest = 1.0;
        for (var lag = 0; lag <= BitLags; lag++)
        {
            foreach (var ones in CountOnes(words, lag))
            {
                double n = words.Length - lag;
                smallest = Math.Min(smallest, PValue.OfZ(((2 * ones) - n) / Math.Sqrt(n)));
            }
        }

        return PValue.OfSmallest(smallest, 64 * (BitLags + 1));
    }

    // Eight counters of eight bits side by side in a word, emptied before they can overflow.
    private static int[] CountOnes(ulong[] words, int lag)
    {
        var ones = new int[64];
        var counters = new ulong[8];
        var held = 0;
        for (var i = lag; i < words.Length; i++)
        {
            var word = lag == 0 ? words[i] : words[i] ^ words[i - lag];
            for (var shift = 0; shift < counters.Length; shift++)
            {
                counters[shift] += (word >> shift) & LowBitOfEachByte;
            }

            if (++held == byte.MaxValue || i == words.Length - 1)
            {
                Empty(counters, ones);
                held = 0;
            }
        }

        return ones;
    }

    private static void Empty(ulong[] counters, int[] ones)
    {
        for (var bit = 0; bit < ones.Length; bit++)
        {
            ones[bit] += (byte)(counters[bit % 8] >> (bit & ~7));
        }

        Array.Clear(counters);
    }
}
