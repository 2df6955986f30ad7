using MathNet.Numerics;

namespace Escalation.Tests.Support;

/// <summary>Tests of samples against laws. Seeds are fixed, so a test that passes passes always.</summary>
internal static class Statistical
{
    /// <summary>|z| of a normal number is above this with probability 1e-5.</summary>
    public const double ZBound = 4.42;

    /// <summary>A p-value below this rejects: the false-alarm rate of a test, as that of <see cref="ZBound"/>.</summary>
    public const double LeastP = 1e-5;

    // Cells of a chi-square test hold at least this many expected draws, so that the sum is near its limiting law.
    private const double LeastExpected = 10;

    /// <summary>Standard deviations by which the sample's mean is off.</summary>
    /// <param name="sample">Independent draws.</param>
    /// <param name="mean">Mean of the law.</param>
    /// <param name="variance">Variance of the law; positive.</param>
    public static double MeanZ(ReadOnlySpan<double> sample, double mean, double variance)
    {
        var sum = 0.0;
        foreach (var x in sample)
        {
            sum += (x - mean) / Math.Sqrt(variance);
        }

        return sum / Math.Sqrt(sample.Length);
    }

    /// <summary>Standard deviations by which the mean squared deviation from the law's mean is off.</summary>
    /// <param name="sample">Independent draws.</param>
    /// <param name="mean">Mean of the law.</param>
    /// <param name="variance">Variance of the law; positive.</param>
    /// <param name="excessKurtosis">Excess kurtosis of the law: the variance of a squared standardised draw is it + 2.</param>
    public static double VarianceZ(ReadOnlySpan<double> sample, double mean, double variance, double excessKurtosis)
    {
        var sum = 0.0;
        foreach (var x in sample)
        {
            sum += ((x - mean) * (x - mean) / variance) - 1;
        }

        return sum / Math.Sqrt(sample.Length * (excessKurtosis + 2));
    }

    /// <summary>Standard deviations by which a share of successes is off.</summary>
    /// <param name="successes">Number of successes.</param>
    /// <param name="trials">Number of independent trials.</param>
    /// <param name="probability">Chance of a success, strictly between 0 and 1.</param>
    public static double ShareZ(double successes, double trials, double probability) =>
        (successes - (trials * probability)) / Math.Sqrt(trials * probability * (1 - probability));

    /// <summary>Kolmogorov–Smirnov: probability of a gap as wide as the sample's, if it follows a continuous law.</summary>
    /// <param name="sample">Independent draws; sorted in place. At least 1,000: the law is that of large samples.</param>
    /// <param name="cumulative">Distribution function of the law.</param>
    /// <remarks>Stephens (1970), Journal of the Royal Statistical Society B 32, 115–122, for the correction by n.</remarks>
    public static double KolmogorovSmirnovP(double[] sample, Func<double, double> cumulative)
    {
        Array.Sort(sample);
        var n = (double)sample.Length;
        var gap = 0.0;
        for (var i = 0; i < sample.Length; i++)
        {
            var f = cumulative(sample[i]);
            gap = Math.Max(gap, Math.Max(((i + 1) / n) - f, f - (i / n)));
        }

        return KolmogorovTail((Math.Sqrt(n) + 0.12 + (0.11 / Math.Sqrt(n))) * gap);
    }

    /// <summary>P(K &gt; x) of Kolmogorov's law.</summary>
    /// <param name="x">Scaled gap, not negative.</param>
    public static double KolmogorovTail(double x)
    {
        // Below 0.2 the tail is 1 to twelve digits, and the alternating series is slow.
        if (x < 0.2)
        {
            return 1;
        }

        var sum = 0.0;
        for (var j = 100; j >= 1; j--)
        {
            sum += (j % 2 == 1 ? 2 : -2) * Math.Exp(-2.0 * j * j * x * x);
        }

        return Math.Clamp(sum, 0, 1);
    }

    /// <summary>Chi-square: probability of counts as far from the expected ones, if they follow them.</summary>
    /// <param name="observed">Counts by cell.</param>
    /// <param name="expected">Expected counts by cell, of the same sum; cells of few are put together with the next.</param>
    public static double ChiSquareP(ReadOnlySpan<double> observed, ReadOnlySpan<double> expected)
    {
        var (statistic, cells) = (0.0, 0);
        var (seen, awaited) = (0.0, 0.0);
        var (left, total) = (0.0, 0.0);
        foreach (var count in expected)
        {
            left += count;
        }

        for (var i = 0; i < expected.Length; i++)
        {
            seen += observed[i];
            awaited += expected[i];
            left -= expected[i];
            if (awaited < LeastExpected || (left < LeastExpected && i < expected.Length - 1))
            {
                continue;
            }

            statistic += (seen - awaited) * (seen - awaited) / awaited;
            total += awaited;
            cells++;
            (seen, awaited) = (0, 0);
        }

        Assert.That(cells, Is.GreaterThan(1), "One cell tests nothing.");
        Assert.That(awaited, Is.LessThan(1e-6 * total), "Every draw is in a cell.");
        return SpecialFunctions.GammaUpperRegularized((cells - 1) / 2.0, statistic / 2);
    }
}
