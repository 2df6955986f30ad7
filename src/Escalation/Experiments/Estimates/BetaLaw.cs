using System.Diagnostics;

namespace Escalation.Experiments;

/// <summary>The beta law that has a given mean and variance: how a chance may lie between 0 and 1.</summary>
/// <remarks>With mean m and variance v its parameters are m s and (1 − m) s, where s = m (1 − m)/v − 1: Johnson, Kotz and
/// Balakrishnan (1995), Continuous Univariate Distributions 2, chapter 25. Without variance it is the mean itself; at the most
/// variance that a chance can have, m (1 − m), it is 0 or 1.</remarks>
/// <param name="mean">Its mean, from 0 to 1.</param>
/// <param name="variance">Its variance, not negative; more than there can be counts as the most.</param>
internal sealed class BetaLaw(double mean, double variance)
{
    // Below it the law is 0 or 1 to all digits.
    private const double LeastSum = 1e-9;

    // Above it the normal law is as good: the skewness, 2/√a at most, moves a quantile by less than a thousandth of the
    // standard deviation, and the incomplete beta function would need millions of steps.
    private const double LargeParameter = 1e6;

    private readonly double sum = (mean * (1 - mean) / variance) - 1;

    /// <summary>The point below which the given chance lies.</summary>
    /// <param name="chance">Between 0 and 1, both excluded.</param>
    /// <returns>The point, from 0 to 1.</returns>
    public double Quantile(double chance)
    {
        Debug.Assert(mean is >= 0 and <= 1, "The mean of a chance lies between 0 and 1.");
        Debug.Assert(variance >= 0, "A variance is not negative.");
        if (variance == 0 || mean is 0 or 1)
        {
            return mean;
        }

        if (sum <= LeastSum)
        {
            return chance <= 1 - mean ? 0 : 1;
        }

        var (a, b) = (mean * sum, (1 - mean) * sum);
        return Math.Min(a, b) > LargeParameter
            ? Math.Clamp(mean - (StandardNormal.UpperQuantile(chance) * Math.Sqrt(variance)), 0, 1)
            : BetaQuantile.OfLowerTail(a, b, chance).X;
    }

    /// <summary>The range that leaves the same chance on each side.</summary>
    /// <param name="level">The chance inside, between 0 and 1, both excluded.</param>
    /// <returns>The range.</returns>
    public Interval CentralRange(double level)
    {
        var tail = BinomialInterval.TailOf(level);
        return new(Quantile(tail), Quantile(1 - tail));
    }
}
