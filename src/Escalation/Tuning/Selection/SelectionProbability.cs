namespace Escalation.Tuning;

/// <summary>How sure it is that the choice of least mean is the best one, where each choice had luck of its own.</summary>
/// <param name="Best">The choice whose mean is believed to be least.</param>
/// <param name="Posterior">Probability that its true mean is the least, given the samples.</param>
/// <param name="PairProduct">Product over the others of the probability that the best is better than that one: never above
/// <paramref name="Posterior"/>.</param>
/// <param name="BonferroniBound">1 less the sum of the probabilities that another is better; never above
/// <paramref name="PairProduct"/>, and 0 at least.</param>
/// <remarks>
/// Given the mean of the best one, the others are better or not independently, each the likelier the greater that mean; so the
/// product is a lower bound (Slepian's inequality for normal means; here Chebyshev's for any). Chen, Lin, Yücesan
/// and Chick (2000), Discrete Event Dynamic Systems 10, 251–270, allocate by such a bound, the approximate probability of
/// correct selection. The integrals have no noise: errors are below 10⁻⁸.
/// </remarks>
public sealed record SelectionProbability(int Best, double Posterior, double PairProduct, double BonferroniBound)
{
    private const double Tolerance = 1e-10;

    // Where the bump of the best one is cut, in its standard deviations. Beyond the last a beta or a wide Student law has
    // less than 1e-15; what a narrow one has further out is in the stretches up to the ends.
    private static readonly double[] Cuts = [-9, -5, -3, -1.5, 0, 1.5, 3, 5, 9];

    /// <summary>The probability for the choice that is believed to be best.</summary>
    /// <param name="samples">What is known of each choice; all shares, or none of them. With common luck see
    /// <see cref="PairedSelectionProbability"/>.</param>
    /// <returns>The probability and two lower bounds of it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A choice has too few replications: 1 of 0 or 1, else 2.</exception>
    public static SelectionProbability Of(ReadOnlySpan<ChoiceSample> samples)
    {
        var best = OcbaAllocation.IndexOfLeast(CautiousMoments.Of(samples).Means);
        var posteriors = Posteriors(samples);
        var (product, sum) = (1.0, 0.0);
        for (var i = 0; i < samples.Length; i++)
        {
            if (i != best)
            {
                var pair = IsLeast(posteriors[best], [posteriors[i]]);
                product *= pair;
                sum += 1 - pair;
            }
        }

        return new(best, Least(posteriors, best), product, Math.Max(0, 1 - sum));
    }

    /// <summary>The probability that a choice is the best one, given the samples.</summary>
    /// <param name="samples">What is known of each choice; all shares, or none of them.</param>
    /// <param name="choice">The choice.</param>
    /// <returns>From 0 to 1; over all choices the sum is 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such choice, or one has too few replications.</exception>
    public static double OfChoice(ReadOnlySpan<ChoiceSample> samples, int choice)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(choice);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(choice, samples.Length);
        return Least(Posteriors(samples), choice);
    }

    private static MeanPosterior[] Posteriors(ReadOnlySpan<ChoiceSample> samples)
    {
        var (_, variances) = CautiousMoments.Of(samples);
        var posteriors = new MeanPosterior[samples.Length];
        for (var i = 0; i < posteriors.Length; i++)
        {
            posteriors[i] = MeanPosterior.Of(samples[i] with { Variance = variances[i] });
        }

        return posteriors;
    }

    private static double Least(MeanPosterior[] posteriors, int choice) =>
        IsLeast(posteriors[choice], [.. posteriors.Where((_, i) => i != choice)]);

    /// <summary>∫ f(x) Π P(mean of another &gt; x) dx.</summary>
    private static double IsLeast(MeanPosterior one, MeanPosterior[] others)
    {
        if (one.IsSure)
        {
            return AllAbove(one.At(0));
        }

        var (low, middle, deviation, high) = one.Shape;
        var edges = new List<double> { low, high };
        edges.AddRange(Cuts.Select(cut => Math.Clamp(middle + (cut * deviation), low, high)));

        // A mean that is known for sure makes a step.
        edges.AddRange(others.Where(other => other.IsSure).Select(other => one.Coordinate(other.At(0))));
        edges.Sort();
        var found = AdaptiveQuadrature.Integrate(
            coordinate => one.Density(coordinate) * AllAbove(one.At(coordinate)), [.. edges], Tolerance);
        return Math.Clamp(found, 0, 1);

        double AllAbove(double number)
        {
            var product = 1.0;
            foreach (var other in others)
            {
                product *= other.Above(number);
                if (product == 0)
                {
                    break;
                }
            }

            return product;
        }
    }
}
