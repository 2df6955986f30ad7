using System.Collections.Immutable;

namespace Escalation.Tuning;

/// <summary>What policies cost in futures: means of two halves of the replications, which have luck of their own.</summary>
/// <remarks>
/// <para>Values are losses: the least is the best. A policy's regret in a future is what it costs more there than the best policy
/// of that future (Savage 1951, Journal of the American Statistical Association 46, 55–67).</para>
/// <para>The best of noisy means looks better than it is, so regret against it is too large on average. Here the best is chosen
/// on one half and valued on the other, both ways, and the two are averaged: on average that is the difference from the policy
/// that half of the replications would choose, never more than the true regret. Single regrets still carry the noise of the means
/// and may be below 0; what picks out large ones, as the greatest does, is inflated by it.</para>
/// <para>A future in which a policy has no value (NaN) in either half is left out for all policies: each is judged on the same
/// futures.</para>
/// </remarks>
public sealed class PolicyMatrix
{
    private readonly double[] first;
    private readonly double[] second;
    private readonly double[] weights;
    private readonly bool[] isComplete;
    private readonly double[] bestByFirst;
    private readonly double[] bestBySecond;

    /// <summary>Takes the means.</summary>
    /// <param name="policies">Number of policies; at least 1.</param>
    /// <param name="firstHalf">Means over the first half of the replications: all futures of the first policy, then those of the
    /// next; finite, or NaN where there is no value.</param>
    /// <param name="secondHalf">Means over as many other replications, as many.</param>
    /// <param name="weights">One weight a future, finite and not negative; none: all are equal.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no policy, a mean is infinite, or a weight is no
    /// weight.</exception>
    /// <exception cref="ArgumentException">Lengths do not fit, or no future with a weight is left.</exception>
    public PolicyMatrix(
        int policies, ReadOnlySpan<double> firstHalf, ReadOnlySpan<double> secondHalf, ReadOnlySpan<double> weights = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(policies, 1);
        var futures = firstHalf.Length / policies;
        if (firstHalf.Length != policies * futures || secondHalf.Length != firstHalf.Length
            || (weights.Length != 0 && weights.Length != futures))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"{policies} policies: {firstHalf.Length} and {secondHalf.Length} means, {weights.Length} weights do not fit."));
        }

        (first, second) = (firstHalf.ToArray(), secondHalf.ToArray());
        (PolicyCount, FutureCount) = (policies, futures);
        this.weights = weights.Length == 0 ? [.. Enumerable.Repeat(1.0, futures)] : weights.ToArray();
        Check();
        isComplete = [.. Enumerable.Range(0, futures).Select(IsComplete)];
        Futures = [.. Enumerable.Range(0, futures).Where(future => isComplete[future])];
        if (Futures.IsEmpty)
        {
            throw new ArgumentException("There is no future in which all policies have a value.", nameof(firstHalf));
        }

        bestByFirst = Best(first, second);
        bestBySecond = Best(second, first);
    }

    /// <summary>Gets the number of policies.</summary>
    public int PolicyCount { get; }

    /// <summary>Gets the number of futures, with those that are left out.</summary>
    public int FutureCount { get; }

    /// <summary>Gets the indices of the futures that count: those of some weight in which all policies have a value.</summary>
    public ImmutableArray<int> Futures { get; }

    /// <summary>The weight of a future.</summary>
    /// <param name="future">Its index.</param>
    /// <returns>As it was given; 1 if none were.</returns>
    public double Weight(int future) => weights[future];

    /// <summary>The mean over both halves.</summary>
    /// <param name="policy">Index of the policy.</param>
    /// <param name="future">Index of the future.</param>
    /// <returns>In the unit of the values; NaN if the future is left out.</returns>
    public double Mean(int policy, int future) =>
        isComplete[future] ? (first[At(policy, future)] / 2) + (second[At(policy, future)] / 2) : double.NaN;

    /// <summary>The regret without the winner's curse.</summary>
    /// <param name="policy">Index of the policy.</param>
    /// <param name="future">Index of the future.</param>
    /// <returns>In the unit of the values; may be below 0; NaN if the future is left out.</returns>
    public double Regret(int policy, int future) => isComplete[future]
        ? (second[At(policy, future)] - bestByFirst[future] + (first[At(policy, future)] - bestBySecond[future])) / 2
        : double.NaN;

    /// <summary>The regret against the least of the means, which is too large on average.</summary>
    /// <param name="policy">Index of the policy.</param>
    /// <param name="future">Index of the future.</param>
    /// <returns>In the unit of the values; not negative; NaN if the future is left out.</returns>
    public double RawRegret(int policy, int future)
    {
        var least = double.PositiveInfinity;
        for (var other = 0; other < PolicyCount; other++)
        {
            least = Math.Min(least, Mean(other, future));
        }

        return Mean(policy, future) - least;
    }

    private int At(int policy, int future) => (policy * FutureCount) + future;

    private bool IsComplete(int future) => weights[future] > 0 && Enumerable.Range(0, PolicyCount)
        .All(policy => !double.IsNaN(first[At(policy, future)]) && !double.IsNaN(second[At(policy, future)]));

    // What the choice on one half costs on the other. Where several are equally good on the one, any of them might be chosen.
    private double[] Best(double[] chosenOn, double[] valuedOn)
    {
        var best = new double[FutureCount];
        foreach (var future in Futures)
        {
            var (least, sum, count) = (double.PositiveInfinity, 0.0, 0);
            for (var policy = 0; policy < PolicyCount; policy++)
            {
                var mean = chosenOn[At(policy, future)];
                if (mean < least)
                {
                    (least, sum, count) = (mean, 0, 0);
                }

                if (mean == least)
                {
                    sum += valuedOn[At(policy, future)];
                    count++;
                }
            }

            best[future] = sum / count;
        }

        return best;
    }

    private void Check()
    {
        foreach (var mean in first.Concat(second))
        {
            if (double.IsInfinity(mean))
            {
                throw new ArgumentOutOfRangeException(nameof(mean), mean, "A mean is finite, or NaN where there is none.");
            }
        }

        foreach (var weight in weights)
        {
            if (!(weight >= 0 && double.IsFinite(weight)))
            {
                throw new ArgumentOutOfRangeException(nameof(weight), weight, "A weight is finite and not negative.");
            }
        }
    }
}
