using Escalation.Engine;

namespace Escalation.Experiments;

/// <summary>Stops at a number of hits that was fixed beforehand, such that the interval of a share is narrow relative to the
/// share.</summary>
/// <remarks>
/// <para>Huber (2017), Random Structures &amp; Algorithms 50, 173–182, after Haldane (1945), Biometrika 33, 222–225: each
/// replication takes a time that is exponential with mean 1, and T is the time to the k-th hit. Then p T has the law Gamma(k)
/// whatever p is, so that (k − 1)/T is unbiased and the interval from the quantiles of that law over T is exact.</para>
/// <para>A run may come to its end before the k-th hit. A twentieth of the error is kept for the interval that is given then; so
/// both together miss with at most the error.</para>
/// <para>The times come from a stream of their own key, so that no other luck changes.</para>
/// </remarks>
internal sealed class GammaBernoulliRule : StoppingRule
{
    private const double PartAtEnd = 0.05;

    // Below it the hits still to come are waited for block by block; a trial round may run too far and be run again in part.
    private const double Caution = 0.5;

    private readonly PrecisionGoal goal;
    private readonly double level;
    private readonly long mostCount;
    private readonly ulong key;
    private readonly double tail;
    private long hits;
    private double time;

    /// <summary>Fixes the number of hits.</summary>
    public GammaBernoulliRule(PrecisionGoal goal, double level, long mostCount, ulong seed)
    {
        (this.goal, this.level, this.mostCount) = (goal, level, mostCount);
        key = Key.Derive(Key.Mix(seed), Key.OfName("times of precision"));
        tail = (1 - level) * (1 - PartAtEnd) / 2;
        Hits = RequiredHits(goal.Target, tail);
    }

    /// <summary>Gets the number of hits at which the run stops.</summary>
    public long Hits { get; }

    /// <inheritdoc/>
    public override long NextCount
    {
        get
        {
            // Half of what the hits still wanted will take by the share so far, with one hit more than there was for caution.
            var perHit = (Count + ReplicationTable.BlockSize) / (hits + 1.0);
            var blocks = Math.Max(1, Math.Floor(Caution * (Hits - hits) * perHit / ReplicationTable.BlockSize));
            return (long)Math.Min(mostCount, Count + (blocks * ReplicationTable.BlockSize));
        }
    }

    /// <summary>The least number of hits whose interval is narrow enough.</summary>
    /// <param name="halfWidth">Half of its width, relative to the estimate.</param>
    /// <param name="tail">Chance on each side.</param>
    public static long RequiredHits(double halfWidth, double tail)
    {
        var (low, high) = (1L, 4L);
        while (RelativeHalfWidth(high, tail) > halfWidth)
        {
            (low, high) = (high, high * 2);
        }

        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = RelativeHalfWidth(middle, tail) > halfWidth ? (middle, high) : (low, middle);
        }

        return high;
    }

    /// <inheritdoc/>
    public override bool Add(double value)
    {
        var stream = KeyedStream.Derive(key, (ulong)Count);
        time -= Math.Log(stream.NextOpenUniform());
        Count++;
        hits += value > 0 ? 1 : 0;
        return hits == Hits || Count == mostCount;
    }

    /// <inheritdoc/>
    public override PrecisionReport Report(bool isInterrupted)
    {
        if (hits == Hits)
        {
            var interval = new Interval(
                GammaLaw.LowerQuantile(Hits, tail) / time, Math.Min(1, GammaLaw.UpperQuantile(Hits, tail) / time));
            return new(goal, IsReached: true, Count, Math.Min(1, (Hits - 1) / time), interval, PrecisionMethod.GammaBernoulli)
            {
                LevelOfFormula = 1 - (2 * tail),
            };
        }

        var share = (double)hits / Count;
        if (isInterrupted)
        {
            var sequence = ConfidenceSequence.At(hits, Count, level);
            return new(goal, IsReached: false, Count, share, sequence, PrecisionMethod.ConfidenceSequence);
        }

        var levelAtEnd = 1 - ((1 - level) * PartAtEnd);
        var atEnd = BinomialInterval.ClopperPearson(hits, Count, levelAtEnd);
        return new(goal, IsReached: false, Count, share, atEnd, PrecisionMethod.ClopperPearsonAtEnd)
        {
            LevelOfFormula = levelAtEnd,
        };
    }

    private static double RelativeHalfWidth(long hits, double tail) =>
        (GammaLaw.UpperQuantile(hits, tail) - GammaLaw.LowerQuantile(hits, tail)) / (2 * (hits - 1.0));
}
