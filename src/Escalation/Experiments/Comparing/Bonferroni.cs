namespace Escalation.Experiments;

/// <summary>Many intervals at once, which hold all together.</summary>
/// <remarks>By the inequality of Bonferroni, whatever the dependence: Dunn (1961), J. Am. Stat. Assoc. 56, 52–64. Holm's
/// adjustment, which tests more sharply, gives no simple intervals: how far it lets one difference go depends on which others
/// were rejected, and the region that belongs to it bounds rejected differences only by 0 (Strassburger and Bretz 2008,
/// Statistics in Medicine 27, 4914–4927). So tests here are Holm's and intervals Bonferroni's, and an interval may include 0
/// although its test rejects.</remarks>
public static class Bonferroni
{
    /// <summary>The level of each of several intervals that hold together with the level wanted.</summary>
    /// <param name="level">Confidence that all hold, between 0 and 1, both excluded.</param>
    /// <param name="count">How many intervals; at least 1.</param>
    /// <returns>1 − (1 − level)/count.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static double LevelOfEach(double level, int count)
    {
        BinomialInterval.CheckLevel(level);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return 1 - ((1 - level) / count);
    }
}
