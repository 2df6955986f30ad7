namespace Escalation.Tests.Support;

/// <summary>A law of counts by plain summation: an oracle that shares no formula with the generators.</summary>
/// <param name="start">The least count in the table.</param>
/// <param name="probabilities">P(X = start + i); what is missing to 1 lies above the table.</param>
internal sealed class StatisticalCountLaw(double start, double[] probabilities)
{
    private const double LeastShare = 1.0 / 60;
    private const double LeastExpected = 10;
    private const double Negligible = 1e-22;

    /// <summary>A law from the ratios of neighbouring probabilities, summed both ways from its mode.</summary>
    /// <param name="mode">A count of about the greatest probability.</param>
    /// <param name="ratio">P(X = k + 1) / P(X = k).</param>
    public static StatisticalCountLaw FromRatios(double mode, Func<double, double> ratio)
    {
        var below = new List<double>();
        var weight = 1.0;
        for (var k = mode - 1; k >= 0 && weight > Negligible; k--)
        {
            weight /= ratio(k);
            below.Add(weight);
        }

        below.Reverse();
        var all = new List<double>(below) { 1 };
        weight = 1.0;
        for (var k = mode; weight > Negligible; k++)
        {
            weight *= ratio(k);
            all.Add(weight);
        }

        var sum = all.Sum();
        return new StatisticalCountLaw(mode - below.Count, [.. all.Select(w => w / sum)]);
    }

    /// <summary>A law from P(X = 0) and the ratios, up to some count; the rest is one cell.</summary>
    /// <param name="none">P(X = 0).</param>
    /// <param name="ratio">P(X = k + 1) / P(X = k).</param>
    /// <param name="terms">Most counts in the table; it ends before where they are of no account.</param>
    public static StatisticalCountLaw FromZero(double none, Func<double, double> ratio, int terms)
    {
        var probabilities = new List<double>();
        var probability = none;
        for (var k = 0; k < terms && probability > Negligible; k++)
        {
            probabilities.Add(probability);
            probability *= ratio(k);
        }

        return new StatisticalCountLaw(0, [.. probabilities]);
    }

    /// <summary>Chi-square test of a sample, in cells of at least a sixtieth each where the law allows it.</summary>
    /// <param name="sample">Independent draws.</param>
    public double ChiSquareP(ReadOnlySpan<double> sample)
    {
        // Cell of each count in the table; one more for what lies above it.
        var cells = new int[probabilities.Length];
        var expected = new List<double>();
        var (cumulative, inCell) = (0.0, 0.0);
        for (var i = 0; i < probabilities.Length; i++)
        {
            cells[i] = expected.Count;
            inCell += probabilities[i];
            cumulative += probabilities[i];
            var nextFills = i + 1 < probabilities.Length && probabilities[i + 1] >= LeastShare;
            if (inCell >= LeastShare || (nextFills && inCell * sample.Length >= LeastExpected))
            {
                expected.Add(inCell * sample.Length);
                inCell = 0;
            }
        }

        expected.Add((inCell + Math.Max(0, 1 - cumulative)) * sample.Length);
        var observed = new double[expected.Count];
        foreach (var x in sample)
        {
            Assert.That(x == Math.Floor(x) && x >= 0, "A count is a whole number, not negative.");
            var place = x - start;
            observed[place < 0 ? 0 : place < cells.Length ? cells[(int)place] : observed.Length - 1]++;
        }

        return Statistical.ChiSquareP(observed, expected.ToArray());
    }
}
