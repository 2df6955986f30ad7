namespace Escalation.Tuning;

/// <summary>The shares of a budget that make it likeliest to tell the least mean: optimal computing budget
/// allocation.</summary>
/// <remarks>Chen, Lin, Yücesan and Chick (2000), Discrete Event Dynamic Systems 10, 251–270, theorem 1: with δ_i the distance
/// of mean i from the least one, N_i : N_j = (σ_i/δ_i)² : (σ_j/δ_j)², and N_b = σ_b √Σ (N_i/σ_i)² for the best. It is optimal
/// for large budgets; for small ones it may be worse than equal shares.</remarks>
public static class OcbaAllocation
{
    /// <summary>The shares.</summary>
    /// <param name="means">Mean of each choice; the least is best, the first of equals.</param>
    /// <param name="variances">Variance of one replication of each; not negative.</param>
    /// <returns>One share a choice; their sum is 1. A choice as good as the best one gets all with others of its kind, in
    /// proportion to the variances; without any variance shares are equal.</returns>
    /// <exception cref="ArgumentException">There are not as many variances as means.</exception>
    public static double[] Shares(ReadOnlySpan<double> means, ReadOnlySpan<double> variances)
    {
        var best = IndexOfLeast(means);
        var gaps = new double[means.Length];
        for (var i = 0; i < gaps.Length; i++)
        {
            gaps[i] = means[i] - means[best];
        }

        return OfGaps(gaps, variances, best);
    }

    /// <summary>The first of the least numbers.</summary>
    internal static int IndexOfLeast(ReadOnlySpan<double> means)
    {
        ArgumentOutOfRangeException.ThrowIfZero(means.Length, nameof(means));
        var best = 0;
        for (var i = 1; i < means.Length; i++)
        {
            best = means[i] < means[best] ? i : best;
        }

        return best;
    }

    /// <summary>The shares from distances to the best one.</summary>
    internal static double[] OfGaps(ReadOnlySpan<double> gaps, ReadOnlySpan<double> variances, int best)
    {
        if (gaps.Length != variances.Length)
        {
            throw new ArgumentException("Each choice has a mean and a variance.", nameof(variances));
        }

        // Only ratios count, so gaps are taken relative to the least of those that vary, and variances to the greatest: no
        // square overflows or vanishes, and ties, whose share would be infinite, are the limit of a gap that vanishes.
        var (least, most) = (double.PositiveInfinity, 0.0);
        for (var i = 0; i < gaps.Length; i++)
        {
            least = i != best && variances[i] > 0 ? Math.Min(least, gaps[i]) : least;
            most = Math.Max(most, variances[i]);
        }

        var shares = new double[gaps.Length];
        var squares = 0.0;
        var sum = 0.0;
        for (var i = 0; i < gaps.Length; i++)
        {
            if (i != best && variances[i] > 0)
            {
                var nearness = least == gaps[i] ? 1 : least / gaps[i];
                shares[i] = variances[i] / most * nearness * nearness;
                squares += shares[i] * nearness * nearness;
                sum += shares[i];
            }
        }

        // (N_i/σ_i)² is N_i/δ_i² up to the common factor.
        shares[best] = most > 0 ? Math.Sqrt(variances[best] / most * squares) : 0;
        sum += shares[best];
        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] = sum > 0 ? shares[i] / sum : 1.0 / shares.Length;
        }

        return shares;
    }
}
