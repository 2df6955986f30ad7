namespace Escalation.Experiments;

/// <summary>Stops when the interval of a mean is narrow enough.</summary>
/// <remarks>Chow and Robbins (1965), Ann. Math. Stat. 36, 457–462: at the first n with n ≥ (z/h)² (s² + 1/n) the interval x̄ ± h
/// covers with the level as h becomes small, for any law with a variance. Here with Student's t for z, after at least 1,000
/// replications, and at looks some 5 % apart; the least number stands for their term 1/n, which has no unit. It is no guarantee
/// for a given h: a rare large value that has not come yet is not in s. Replications without a value take no part.</remarks>
internal sealed class SequentialMeanRule(PrecisionGoal goal, double level, long mostCount) : StoppingRule
{
    private const long LeastCount = 1_000;

    private readonly ExactMoments moments = new();
    private long nextLook = Math.Min(
        mostCount, (LeastCount + ReplicationTable.BlockSize - 1) / ReplicationTable.BlockSize * ReplicationTable.BlockSize);

    /// <inheritdoc/>
    public override long NextCount => nextLook;

    /// <inheritdoc/>
    public override bool Add(double value)
    {
        Count++;
        moments.Add(value);
        if (Count < nextLook)
        {
            return false;
        }

        nextLook = Math.Min(LookSchedule.After(Count), mostCount);
        return Count == mostCount || (moments.Count >= LeastCount && IsNarrow());
    }

    /// <inheritdoc/>
    public override PrecisionReport Report(bool isInterrupted)
    {
        var mean = MeanEstimate.Of(moments, level);
        var isReached = !isInterrupted && moments.Count >= LeastCount && IsNarrow();
        return new(goal, isReached, Count, mean.Mean, mean.Interval, PrecisionMethod.SequentialStudent);
    }

    private bool IsNarrow() => MeanEstimate.Of(moments, level).HalfWidth <= goal.Target;
}
