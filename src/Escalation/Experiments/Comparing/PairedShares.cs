namespace Escalation.Experiments;

/// <summary>How much more often an outcome comes in the second runs of pairs than in the first ones, with all that a shown
/// figure must carry.</summary>
/// <param name="Counts">The pairs.</param>
/// <param name="Level">Confidence of the interval, between 0 and 1.</param>
/// <param name="Interval">Limits of the difference by Tango's score, from −1 to 1; everything without pairs.</param>
/// <param name="P">Two-sided p-value of McNemar's exact test; 1 without discordant pairs.</param>
public sealed record PairedShares(PairedCounts Counts, double Level, Interval Interval, double P)
{
    /// <summary>Gets the share of first runs; NaN without pairs, as all that follows.</summary>
    public double First => (double)Counts.FirstHits / Counts.Count;

    /// <summary>Gets the share of second runs.</summary>
    public double Second => (double)Counts.SecondHits / Counts.Count;

    /// <summary>Gets the share of second runs less that of first ones; from −1 to 1.</summary>
    public double Difference => (double)(Counts.SecondOnly - Counts.FirstOnly) / Counts.Count;

    /// <summary>Gets the part of the variance that pairing saved, against as many runs with luck of their own: 1 − Var D/(Var
    /// A + Var B), at most 1. At 0 or below pairs were of no use or worse; NaN if neither run varies.</summary>
    public double VarianceSaved
    {
        get
        {
            var (first, second, discordant) = (First, Second, (double)Counts.Discordant / Counts.Count);
            var apart = (first * (1 - first)) + (second * (1 - second));
            return 1 - ((discordant - (Difference * Difference)) / apart);
        }
    }

    /// <summary>Gets how many pairs it takes to tell this difference from none, at the level and with a power of 80 %, if
    /// shares and discordant pairs are as seen; +∞ if no difference was seen.</summary>
    public double RequiredPairs => PairedPower.RequiredPairs((double)Counts.Discordant / Counts.Count, Difference, Level);

    /// <summary>Gets the least difference that as many pairs would tell from none, at the level and with a power of 80 %; NaN
    /// if they are too few for any.</summary>
    public double DetectableDifference =>
        PairedPower.DetectableDifference((double)Counts.Discordant / Counts.Count, Counts.Count, Level);

    /// <summary>Compares the two runs of pairs.</summary>
    /// <param name="counts">The pairs; none of the counts is negative.</param>
    /// <param name="level">Confidence, between 0 and 1, both excluded.</param>
    /// <returns>The difference with its interval.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the level out of its range.</exception>
    public static PairedShares Of(PairedCounts counts, double level = 0.95)
    {
        counts.Check();
        BinomialInterval.CheckLevel(level);
        var interval = counts.Count == 0 ? new Interval(-1, 1) : TangoInterval.Of(counts, level);
        return new(counts, level, interval, McNemar.TwoSidedP(counts.FirstOnly, counts.SecondOnly));
    }
}
