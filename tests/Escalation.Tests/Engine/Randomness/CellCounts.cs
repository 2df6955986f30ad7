namespace Escalation.Tests.Engine.Randomness;

/// <summary>Counts of words, pairs and triples in cells, and of gaps between visits to one cell.</summary>
/// <remarks>Knuth, The Art of Computer Programming 2, 3.3.2: frequency (A), serial (B) and gap (C) tests.</remarks>
internal static class CellCounts
{
    /// <summary>Pairs and triples begin at every fifth word: they are disjoint, and begin at each draw of a key in turn, where
    /// a key has 1, 2, 3, 4, 8 or 9 of them.</summary>
    public const int Stride = 5;

    private const int Longest = 400;

    // One word in sixteen visits the cell of the gaps; with so few visits no test is needed.
    private const int FewestVisits = 1_000;

    /// <summary>Words in 4,096 cells by their high 12 bits.</summary>
    public static double Frequency(ulong[] words)
    {
        var counts = new double[1 << 12];
        foreach (var word in words)
        {
            counts[word >> 52]++;
        }

        return PValue.OfEvenCounts(counts);
    }

    /// <summary>Pairs of words 1 to 4 apart on a grid of 64 by 64.</summary>
    public static double Pairs(ulong[] words)
    {
        var smallest = 1.0;
        for (var lag = 1; lag < Stride; lag++)
        {
            var counts = new double[1 << 12];
            for (var i = 0; i + lag < words.Length; i += Stride)
            {
                counts[((words[i] >> 58) << 6) | (words[i + lag] >> 58)]++;
            }

            smallest = Math.Min(smallest, PValue.OfEvenCounts(counts));
        }

        return PValue.OfSmallest(smallest, Stride - 1);
    }

    /// <summary>Triples of neighbours, and of every other word, on a grid of 16 by 16 by 16.</summary>
    public static double Triples(ulong[] words)
    {
        var smallest = 1.0;
        for (var lag = 1; lag <= 2; lag++)
        {
            var counts = new double[1 << 12];
            for (var i = 0; i + (2 * lag) < words.Length; i += Stride)
            {
                counts[((words[i] >> 60) << 8) | ((words[i + lag] >> 60) << 4) | (words[i + (2 * lag)] >> 60)]++;
            }

            smallest = Math.Min(smallest, PValue.OfEvenCounts(counts));
        }

        return PValue.OfSmallest(smallest, 2);
    }

    /// <summary>Lengths of the gaps between numbers below 1/16: geometric.</summary>
    public static double Gaps(ulong[] words)
    {
        var counts = new double[Longest + 1];
        var gap = 0;
        foreach (var word in words)
        {
            if (word >> 60 != 0)
            {
                gap++;
                continue;
            }

            counts[Math.Min(gap, Longest)]++;
            gap = 0;
        }

        if (counts.Sum() < FewestVisits)
        {
            return 0;
        }

        var probabilities = Enumerable.Range(0, Longest).Select(length => Math.Pow(15 / 16.0, length) / 16);
        return PValue.OfCounts(counts, [.. probabilities, Math.Pow(15 / 16.0, Longest)]);
    }
}
