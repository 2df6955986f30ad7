using Escalation.Experiments;

namespace Escalation.Tuning;

/// <summary>How sure it is that a choice is the best one, where replications of one number share their luck in all
/// choices.</summary>
/// <param name="Best">The choice.</param>
/// <param name="PairProduct">Product over the others of the probability that the best is better than that one: an
/// approximation, and a lower bound where the differences are positively correlated, as they are without common luck.</param>
/// <param name="BonferroniBound">1 less the sum of the probabilities that another is better: a lower bound whatever the
/// dependence; 0 at least.</param>
/// <remarks>Each pair by Student's t of its differences, whose variance already holds what common luck saves: mean difference
/// over s/√n, with n − 1 degrees of freedom. The sum is Bonferroni's, as in Chen, Lin, Yücesan and Chick (2000), Discrete
/// Event Dynamic Systems 10, 251–270.</remarks>
public sealed record PairedSelectionProbability(int Best, double PairProduct, double BonferroniBound)
{
    /// <summary>The probability for a choice.</summary>
    /// <param name="best">The choice.</param>
    /// <param name="differences">For each choice the sample of its differences, it less the best one, replication by
    /// replication; what stands at the best one's place is not looked at.</param>
    /// <returns>An approximation and a lower bound. Differences that are all the same leave no doubt; those that are all 0
    /// are a tie, and count as one half.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such choice, or fewer than 2 replications of a
    /// difference.</exception>
    public static PairedSelectionProbability Of(int best, ReadOnlySpan<ChoiceSample> differences)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(best);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(best, differences.Length);
        var (product, sum) = (1.0, 0.0);
        for (var i = 0; i < differences.Length; i++)
        {
            if (i != best)
            {
                var pair = IsPositive(differences[i]);
                product *= pair;
                sum += 1 - pair;
            }
        }

        return new(best, product, Math.Max(0, 1 - sum));
    }

    private static double IsPositive(ChoiceSample difference)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(difference.Count, 2, nameof(difference));
        var error = Math.Sqrt(difference.Variance / difference.Count);
        if (error == 0)
        {
            return difference.Mean > 0 ? 1 : difference.Mean < 0 ? 0 : 0.5;
        }

        var tail = StudentLaw.TwoSidedP(difference.Count - 1, Math.Abs(difference.Mean) / error) / 2;
        return difference.Mean >= 0 ? 1 - tail : tail;
    }
}
