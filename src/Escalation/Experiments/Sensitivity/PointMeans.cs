namespace Escalation.Experiments;

/// <summary>Means over the histories of points, and the noise that they hold.</summary>
internal static class PointMeans
{
    /// <summary>How many histories each point has.</summary>
    /// <exception cref="ArgumentException">Points have none or different numbers, or a result is not finite.</exception>
    public static int ReplicationsOf(IReadOnlyList<double[]> outcomes)
    {
        var count = outcomes.Count == 0 ? 0 : outcomes[0].Length;
        for (var point = 0; point < outcomes.Count; point++)
        {
            if (outcomes[point].Length != count || count == 0)
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"All points have equally many histories, at least 1, but point {point} has {outcomes[point].Length}."));
            }

            foreach (var value in outcomes[point])
            {
                CheckFinite(value, point);
            }
        }

        return count;
    }

    /// <summary>The mean of each point.</summary>
    public static double[] Of(IReadOnlyList<double[]> outcomes) => [.. outcomes.Select(Mean)];

    /// <summary>Refuses means or variances that are none.</summary>
    public static void Check(ReadOnlySpan<double> means, ReadOnlySpan<double> noiseVariances)
    {
        if (!noiseVariances.IsEmpty && noiseVariances.Length != means.Length)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"There are {means.Length} means, but variances of {noiseVariances.Length}."));
        }

        for (var point = 0; point < means.Length; point++)
        {
            CheckFinite(means[point], point);
            if (!noiseVariances.IsEmpty && !(noiseVariances[point] >= 0 && double.IsFinite(noiseVariances[point])))
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"A variance is finite and not negative, but that of point {point} is {noiseVariances[point]}."));
            }
        }
    }

    /// <summary>What luck adds to the product of two means over the same m histories: the sample covariance over m.</summary>
    /// <param name="x">One number a history; at least 2.</param>
    /// <param name="y">Another one, as many.</param>
    public static double NoiseOf(double[] x, double[] y)
    {
        var (meanX, meanY, sum) = (Mean(x), Mean(y), 0.0);
        for (var r = 0; r < x.Length; r++)
        {
            sum += (x[r] - meanX) * (y[r] - meanY);
        }

        return sum / (x.Length - 1) / x.Length;
    }

    private static double Mean(double[] values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }

    private static void CheckFinite(double value, int point)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Sensitivity needs finite results, but point {point} has {value}."));
        }
    }
}
