namespace Escalation.Experiments;

/// <summary>The exact test of whether an outcome is as frequent in the second runs of pairs as in the first ones.</summary>
/// <remarks>McNemar (1947), Psychometrika 12, 153–157, with the binomial law instead of the normal one: if both are as
/// frequent, each discordant pair is a fair coin. Pairs that agree say nothing about the difference.</remarks>
public static class McNemar
{
    /// <summary>How likely discordant pairs are split at least as unevenly, if both runs have the outcome as often.</summary>
    /// <param name="firstOnly">Pairs in which only the first run has it; not negative.</param>
    /// <param name="secondOnly">Pairs in which only the second run has it; not negative.</param>
    /// <returns>The two-sided p-value, twice the smaller tail and at most 1; 1 without discordant pairs.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static double TwoSidedP(long firstOnly, long secondOnly)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstOnly);
        ArgumentOutOfRangeException.ThrowIfNegative(secondOnly);
        var discordant = firstOnly + secondOnly;
        return discordant == 0 ? 1 : BinomialTest.TwoSidedP(firstOnly, discordant, 0.5);
    }
}
