namespace Escalation.Tests.Engine.Randomness;

/// <summary>Runs: stretches of a sequence that rise, or fall, or stay on one side of the median.</summary>
internal static class Runs
{
    private const int Longest = 40;
    private const int LongestRise = 10;

    /// <summary>Number of runs up and down: normal, with mean (2n − 1)/3 and variance (16n − 29)/90.</summary>
    /// <remarks>Levene and Wolfowitz (1944), Annals of Mathematical Statistics 15, 58–69.</remarks>
    public static double UpAndDown(ulong[] words)
    {
        var runs = 1;
        for (var i = 2; i < words.Length; i++)
        {
            if ((words[i] > words[i - 1]) != (words[i - 1] > words[i - 2]))
            {
                runs++;
            }
        }

        double n = words.Length;
        return PValue.OfZ((runs - (((2 * n) - 1) / 3)) / Math.Sqrt(((16 * n) - 29) / 90));
    }

    /// <summary>Lengths of runs up. The word that ends a run is left out, which makes the next run independent: a length of r
    /// then has probability 1/r! − 1/(r + 1)!.</summary>
    /// <remarks>Knuth, The Art of Computer Programming 2, 3.3.2, exercise 14.</remarks>
    public static double Rises(ulong[] words)
    {
        var counts = new double[LongestRise];
        var length = 1;
        for (var i = 1; i < words.Length; i++)
        {
            if (words[i] > words[i - 1])
            {
                length++;
                continue;
            }

            counts[Math.Min(length, LongestRise) - 1]++;
            length = 1;
            i++;
        }

        return PValue.OfCounts(counts, RiseLaw());
    }

    /// <summary>Lengths of runs above and below the median: r with probability 2⁻ʳ.</summary>
    public static double AboutTheMedian(ulong[] words)
    {
        var counts = new double[Longest];
        var length = 1;
        for (var i = 1; i < words.Length; i++)
        {
            if ((words[i] ^ words[i - 1]) >> 63 == 0)
            {
                length++;
                continue;
            }

            counts[Math.Min(length, Longest) - 1]++;
            length = 1;
        }

        var probabilities = Enumerable.Range(1, Longest - 1).Select(r => Math.Pow(2, -r));
        return PValue.OfCounts(counts, [.. probabilities, Math.Pow(2, 1 - Longest)]);
    }

    /// <summary>Probabilities of the lengths 1, 2, … of runs up; the last is that of all longer ones too.</summary>
    public static double[] RiseLaw()
    {
        var probabilities = new double[LongestRise];
        var inverse = 1.0;
        for (var r = 1; r <= LongestRise; r++)
        {
            probabilities[r - 1] = r == LongestRise ? inverse : inverse - (inverse / (r + 1));
            inverse /= r + 1;
        }

        return probabilities;
    }
}
