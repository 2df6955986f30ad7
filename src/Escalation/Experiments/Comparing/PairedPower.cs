namespace Escalation.Experiments;

/// <summary>How many pairs tell a difference, and what difference so many pairs tell.</summary>
/// <remarks>Two-sided at the level, with a power of 80 %. For shares Connor (1987), Biometrics 43, 207–211:
/// n = (z √ψ + w √(ψ − δ²))²/δ², where ψ is the share of discordant pairs, δ the difference, z the normal quantile of
/// the level and w that of the power. For means n = (z + w)² s²/δ² + z²/2, where s is the standard deviation of the
/// differences and the last term makes up for Student's t: Guenther (1981), The American Statistician 35, 243–244.</remarks>
internal static class PairedPower
{
    private const double Power = 0.8;

    private static double PowerQuantile { get; } = StandardNormal.UpperQuantile(1 - Power);

    /// <summary>Pairs for a difference of shares; +∞ for none, NaN for what is no number.</summary>
    public static double RequiredPairs(double discordant, double difference, double level)
    {
        var sum = (LevelQuantile(level) * Math.Sqrt(discordant))
            + (PowerQuantile * Math.Sqrt(Math.Max(discordant - (difference * difference), 0)));
        return difference == 0 ? double.PositiveInfinity : Math.Ceiling(sum * sum / (difference * difference));
    }

    /// <summary>Pairs for a difference of means; +∞ for none, NaN for what is no number.</summary>
    public static double RequiredPairs(double difference, double standardDeviation, double level, long least)
    {
        var z = LevelQuantile(level);
        var ratio = (z + PowerQuantile) * standardDeviation / difference;
        return difference == 0 ? double.PositiveInfinity : Math.Max(least, Math.Ceiling((ratio * ratio) + (z * z / 2)));
    }

    /// <summary>The least difference of shares that so many pairs tell; NaN if they tell none.</summary>
    public static double DetectableDifference(double discordant, long count, double level)
    {
        // Connor's equation solved for δ: (n + w²) δ² − 2 z √(n ψ) δ + (z² − w²) ψ = 0.
        var (z, w) = (LevelQuantile(level), PowerQuantile);
        var spare = count - (z * z) + (w * w);
        var difference = Math.Sqrt(discordant) * ((z * Math.Sqrt(count)) + (w * Math.Sqrt(spare))) / (count + (w * w));

        // A difference is at most the share of discordant pairs. If that was too small for any to be told, the least one that
        // is told makes all of them discordant to one side: ψ = δ and n δ = (z + w √(1 − δ))², whose right side falls as δ
        // grows.
        return discordant > 0 && difference <= discordant ? difference : OneSidedDifference(count, z, w);
    }

    /// <summary>The least difference of means that so many pairs tell; NaN if they tell none.</summary>
    public static double DetectableDifference(long count, double standardDeviation, double level)
    {
        var z = LevelQuantile(level);
        return (z + PowerQuantile) * standardDeviation / Math.Sqrt(count - (z * z / 2));
    }

    private static double OneSidedDifference(long count, double z, double w)
    {
        if (!(count >= z * z))
        {
            return double.NaN;
        }

        var (low, high) = (0.0, 1.0);
        while (high - low > 1e-12 * high)
        {
            var middle = (low + high) / 2;
            var sum = z + (w * Math.Sqrt(1 - middle));
            (low, high) = count * middle < sum * sum ? (middle, high) : (low, middle);
        }

        return high;
    }

    private static double LevelQuantile(double level) => StandardNormal.UpperQuantile(BinomialInterval.TailOf(level));
}
