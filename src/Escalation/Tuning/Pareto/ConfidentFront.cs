using System.Collections.Immutable;
using Escalation.Experiments;

namespace Escalation.Tuning;

/// <summary>Which settings may be on the front, if objectives are known only up to noise.</summary>
/// <remarks>
/// A setting is dropped when another one is better in every objective with confidence; objectives without noise may be equal.
/// That each difference is below 0 at error rate α is a test of "better in all" at error rate α, whatever the dependence
/// between objectives (Berger (1982), Technometrics 24, 295–300); the rate is divided by the number of others, so that a
/// setting of the true front is dropped with probability 1 − level at most. Means count as normal.
/// </remarks>
public static class ConfidentFront
{
    /// <summary>The front of estimates with luck of their own.</summary>
    /// <param name="means">Of each setting the means of its objectives, less is better.</param>
    /// <param name="standardErrors">Their standard errors, not negative.</param>
    /// <param name="level">Confidence for each setting of the true front, at least ½ and below 1.</param>
    /// <returns>Indices of the settings that may be on the front, rising; at least one.</returns>
    /// <exception cref="ArgumentException">Means and errors do not match.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is out of range.</exception>
    public static ImmutableArray<int> Members(
        IReadOnlyList<double[]> means, IReadOnlyList<double[]> standardErrors, double level = 0.95)
    {
        if (means.Count != standardErrors.Count)
        {
            throw new ArgumentException("Each mean has a standard error.", nameof(standardErrors));
        }

        return Members(means, (i, j, k) => Math.Sqrt(Square(standardErrors[i][k]) + Square(standardErrors[j][k])), level);
    }

    /// <summary>The front of estimates on common luck.</summary>
    /// <param name="means">Of each setting the means of its objectives, less is better.</param>
    /// <param name="differenceError">The standard error of the difference between two settings, given by their indices, in an
    /// objective; from paired replications.</param>
    /// <param name="level">Confidence for each setting of the true front, at least ½ and below 1.</param>
    /// <returns>Indices of the settings that may be on the front, rising; at least one.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is out of range.</exception>
    public static ImmutableArray<int> Members(
        IReadOnlyList<double[]> means, Func<int, int, int, double> differenceError, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 0.5);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, 1);
        var z = StandardNormal.UpperQuantile((1 - level) / Math.Max(1, means.Count - 1));
        var members = ImmutableArray.CreateBuilder<int>();
        for (var i = 0; i < means.Count; i++)
        {
            if (!Enumerable.Range(0, means.Count).Any(other => other != i && IsSurelyBetter(other, i)))
            {
                members.Add(i);
            }
        }

        return members.ToImmutable();

        bool IsSurelyBetter(int one, int other)
        {
            var isBetter = false;
            for (var k = 0; k < means[one].Length; k++)
            {
                var (gain, error) = (means[other][k] - means[one][k], differenceError(one, other, k));
                var isSure = gain > 0 && gain > z * error;
                if (!isSure && !(gain == 0 && error == 0))
                {
                    return false;
                }

                isBetter |= isSure;
            }

            return isBetter;
        }
    }

    private static double Square(double x) => x * x;
}
