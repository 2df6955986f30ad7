using System.Diagnostics;

namespace Escalation.Experiments;

/// <summary>The score interval for a difference of shares of the same pairs.</summary>
/// <remarks>
/// <para>Tango (1998), Statistics in Medicine 17, 891–908: all differences Δ with |c − b − nΔ| ≤ z √(n (2 q + Δ (1 − Δ))),
/// where b and c count the pairs with the outcome in the first and in the second run only, and q is the likeliest chance of
/// the former if the difference is Δ: the greater root of 2n q² + (−b − c + (2n − c + b) Δ) q − b Δ (1 − Δ) = 0, with the
/// roles of b and c as here, where the difference is second minus first.</para>
/// <para>It depends on discordant pairs and their number alone. With common random numbers hardly any pair is discordant, and
/// there the interval of Newcombe (1998), Statistics in Medicine 17, 2635–2650, method 10, comes out too narrow: without any
/// discordant pair among 10,000 it ends at 2·10⁻⁴ from equal shares of one half, though 3·10⁻⁴ leaves no trace in one case of
/// twenty. Tango's ends at z²/(n + z²) = 3.8·10⁻⁴.</para>
/// </remarks>
internal static class TangoInterval
{
    // Each step halves the bracket, so 70 of them reach the last digit of a limit near ±1 and 10⁻¹⁶ of one near 0.
    private const int Halvings = 70;

    /// <summary>The interval of the share of second runs less that of first ones.</summary>
    /// <param name="counts">The pairs; at least one.</param>
    /// <param name="level">Confidence, between 0 and 1, both excluded.</param>
    /// <returns>Limits from −1 to 1, around the difference seen.</returns>
    public static Interval Of(PairedCounts counts, double level)
    {
        Debug.Assert(counts.Count > 0, "There is something to compare.");
        var z = StandardNormal.UpperQuantile(BinomialInterval.TailOf(level));
        var n = (double)counts.Count;
        var upper = Upper(counts.FirstOnly / n, counts.SecondOnly / n, z * z / n);
        var lower = -Upper(counts.SecondOnly / n, counts.FirstOnly / n, z * z / n);
        return new(lower, upper);
    }

    /// <summary>The greatest difference that the counts, as shares b and c of all pairs, are not too far from.</summary>
    private static double Upper(double b, double c, double squaredQuantilePerPair)
    {
        // Below the difference seen nothing is rejected, and at 1 all is, but for c = 1.
        var (low, high) = (c - b, 1.0);
        for (var step = 0; step < Halvings; step++)
        {
            var middle = low + ((high - low) / 2);
            var off = c - b - middle;
            var q = LikeliestFirstOnly(b, c, middle);
            var variance = (2 * q) + (middle * (1 - middle));
            (low, high) = off * off <= squaredQuantilePerPair * variance ? (middle, high) : (low, middle);
        }

        return low;
    }

    private static double LikeliestFirstOnly(double b, double c, double difference)
    {
        var linear = -b - c + ((2 - c + b) * difference);
        var constant = -b * difference * (1 - difference);
        var root = Math.Sqrt(Math.Max((linear * linear) - (8 * constant), 0));

        // Of the two forms of the root the one that does not subtract. A chance is not negative, nor is that of the second
        // alone.
        var q = linear <= 0 ? (root - linear) / 4 : -2 * constant / (root + linear);
        return Math.Max(Math.Max(q, 0), -difference);
    }
}
