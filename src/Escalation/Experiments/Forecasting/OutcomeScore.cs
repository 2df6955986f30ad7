namespace Escalation.Experiments;

/// <summary>How bad the forecast of an outcome's chance was, once it is known whether the outcome came; the least score is the
/// best.</summary>
/// <remarks>Both scores are strictly proper (Gneiting and Raftery 2007, Journal of the American Statistical Association 102,
/// 359–378): whoever states the true chance has the least expected score.</remarks>
public static class OutcomeScore
{
    /// <summary>The logarithmic score of a stated chance: −ln of what was given to what came (Good 1952).</summary>
    /// <param name="chance">The chance that was stated, from 0 to 1.</param>
    /// <param name="hasCome">Whether the outcome came.</param>
    /// <returns>In nats, not negative; ln 2 for an even chance, +∞ if what came had been ruled out.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The chance is outside of 0 to 1.</exception>
    public static double Log(double chance, bool hasCome)
    {
        CheckChance(chance);
        return hasCome ? 0.0 - Math.Log(chance) : 0.0 - LogarithmNearOne.OfOnePlus(-chance);
    }

    /// <summary>The logarithmic score of a share of histories. It is finite, whatever comes: a forecast from so many histories
    /// cannot rule anything out.</summary>
    /// <param name="hits">Histories with the outcome; from 0 to <paramref name="count"/>.</param>
    /// <param name="count">All histories; not negative.</param>
    /// <param name="hasCome">Whether the outcome came.</param>
    /// <returns>In nats: that of the chance (hits + ½)/(count + 1).</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is out of its range.</exception>
    /// <remarks>With the prior Beta(½, ½) of Jeffreys for what share the model gives, the next history has the outcome with that
    /// chance. Without any histories it is even.</remarks>
    public static double Log(long hits, long count, bool hasCome)
    {
        CheckCounts(hits, count);
        return Math.Log((count + 1.0) / ((hasCome ? hits : count - hits) + 0.5));
    }

    /// <summary>The score of Brier (1950), Monthly Weather Review 78, 1–3: the squared distance of the chance from what
    /// came.</summary>
    /// <param name="chance">The chance that was stated, from 0 to 1.</param>
    /// <param name="hasCome">Whether the outcome came.</param>
    /// <returns>From 0 to 1; ¼ for an even chance.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The chance is outside of 0 to 1.</exception>
    public static double Brier(double chance, bool hasCome)
    {
        CheckChance(chance);
        var distance = chance - (hasCome ? 1 : 0);
        return distance * distance;
    }

    /// <summary>Brier's score of a share of histories without what it loses because they are few: on average over their luck it
    /// is that of the model's own chance.</summary>
    /// <param name="hits">Histories with the outcome; from 0 to <paramref name="count"/>.</param>
    /// <param name="count">All histories; at least 2.</param>
    /// <param name="hasCome">Whether the outcome came.</param>
    /// <returns>At most 1; may be a little below 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is out of its range.</exception>
    /// <remarks>The fair score of Ferro (2014), Quarterly Journal of the Royal Meteorological Society 140, 1917–1923:
    /// (p̂ − o)² − p̂ (1 − p̂)/(n − 1).</remarks>
    public static double Brier(long hits, long count, bool hasCome)
    {
        CheckCounts(hits, count);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        var share = (double)hits / count;
        return Brier(share, hasCome) - (share * (1 - share) / (count - 1));
    }

    private static void CheckChance(double chance)
    {
        if (!(chance >= 0 && chance <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(chance), chance, "A chance lies from 0 to 1.");
        }
    }

    private static void CheckCounts(long hits, long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfNegative(hits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hits, count);
    }
}
