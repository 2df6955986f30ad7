namespace Escalation.Tuning;

/// <summary>Means and variances of choices as a search should believe them: never sure of what few replications show.</summary>
internal static class CautiousMoments
{
    /// <summary>Believed means and variances of one replication.</summary>
    /// <param name="samples">What is known of each choice.</param>
    /// <returns>Means and variances by choice.</returns>
    /// <remarks>
    /// 0 or 1: the mean (x + ½)/(n + 1) of Jeffreys' posterior, and m (1 − m); so a choice without hits keeps a variance and is
    /// not starved. Other numbers: the mean as it is, and to the variance one more degree of freedom from the pooled variance
    /// of all choices, for a choice whose first replications happen to be equal.
    /// </remarks>
    public static (double[] Means, double[] Variances) Of(ReadOnlySpan<ChoiceSample> samples)
    {
        var means = new double[samples.Length];
        var variances = new double[samples.Length];
        var pooled = PooledVariance(samples);
        for (var i = 0; i < samples.Length; i++)
        {
            var sample = samples[i];
            if (sample.IsShare)
            {
                means[i] = (sample.Hits + 0.5) / (sample.Count + 1);
                variances[i] = means[i] * (1 - means[i]);
            }
            else
            {
                means[i] = sample.Mean;
                variances[i] = (SquareSum(sample) + pooled) / Math.Max(1, sample.Count);
            }
        }

        return (means, variances);
    }

    private static double PooledVariance(ReadOnlySpan<ChoiceSample> samples)
    {
        var (squares, freedom) = (0.0, 0.0);
        foreach (var sample in samples)
        {
            squares += SquareSum(sample);
            freedom += Math.Max(0, sample.Count - 1);
        }

        return freedom > 0 ? squares / freedom : 0;
    }

    private static double SquareSum(ChoiceSample sample) => sample.Count < 2 ? 0 : (sample.Count - 1) * sample.Variance;
}
