namespace Escalation.Experiments;

/// <summary>A forecast of a count by what histories of a model counted.</summary>
/// <remarks>Chances and quantiles are those of the sample; the logarithmic score is smoothed, and the continuous one is the fair
/// one, so that neither depends on how many histories there were beyond their luck.</remarks>
public sealed class SampleForecast : CountForecast
{
    private readonly long[] sorted;
    private readonly double[] values;
    private readonly NegativeBinomialForecast smooth;

    /// <summary>Makes the forecast.</summary>
    /// <param name="counts">One count a history, in any order; at least 2, whole, from 0 to 10¹¹.</param>
    /// <exception cref="ArgumentException">There are fewer than 2, or one is no count.</exception>
    public SampleForecast(ReadOnlySpan<double> counts)
    {
        const double Greatest = 1e11;
        if (counts.Length < 2)
        {
            throw new ArgumentException("A forecast by histories needs two of them.", nameof(counts));
        }

        var moments = new ExactMoments();
        values = counts.ToArray();
        foreach (var count in values)
        {
            if (!(count >= 0 && count <= Greatest && count == Math.Floor(count)))
            {
                throw new ArgumentException(FormattableString.Invariant($"{count} is no count."), nameof(counts));
            }

            moments.Add(count);
        }

        Array.Sort(values);
        sorted = [.. values.Select(count => (long)count)];
        Mean = moments.Mean;
        smooth = Smooth(moments);
    }

    /// <inheritdoc/>
    public override double Mean { get; }

    /// <summary>Gets the number of histories.</summary>
    public int Count => sorted.Length;

    /// <inheritdoc/>
    /// <remarks>
    /// <para>The chance is (n_y + q(y))/(n + 1), where n_y of n histories counted y and q is a law that is nowhere 0: as if one
    /// more history were spread over all counts by it. So the score is finite whatever comes, and tends to that of the model's
    /// own law as histories are added.</para>
    /// <para>q is the negative binomial law of the sample's mean and variance; where counts vary no more than Poisson's law lets
    /// them, the one that <see cref="NaiveForecast.ConstantRate"/> gives for the histories as windows.</para>
    /// </remarks>
    public override double LogScore(long observed)
    {
        var ofSmooth = smooth.LogScore(observed);
        var equal = Place(observed) - Place(observed - 1);
        return Math.Log(Count + 1.0) + (equal == 0 ? ofSmooth : -Math.Log(equal + Math.Exp(-ofSmooth)));
    }

    /// <inheritdoc/>
    /// <remarks><see cref="SampleScore.FairCrps"/>: with few histories it may be a little below 0.</remarks>
    public override double Crps(long observed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(observed);
        return SampleScore.FairCrps(values, observed);
    }

    /// <inheritdoc/>
    public override double AtMost(long count) => (double)Place(count) / Count;

    /// <inheritdoc/>
    public override long Quantile(double chance)
    {
        CheckChance(chance);
        return sorted[Math.Min(Count - 1, (int)(chance * Count))];
    }

    private static NegativeBinomialForecast Smooth(ExactMoments moments)
    {
        var excess = moments.Variance - moments.Mean;
        var shape = moments.Mean * moments.Mean / excess;
        return excess > 0 && shape <= NegativeBinomialForecast.GreatestShape
            ? new(moments.Mean, Math.Max(shape, NegativeBinomialForecast.LeastShape))
            : NaiveForecast.OfRate(moments.Sum, moments.Count);
    }

    // How many histories counted so many or fewer.
    private int Place(long count)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sorted[middle] <= count ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
