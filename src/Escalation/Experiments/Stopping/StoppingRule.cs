namespace Escalation.Experiments;

/// <summary>Takes in one figure a replication, in order of their numbers, and says after which one the run stops.</summary>
/// <remarks>It sees nothing but that prefix, so where a run stops does not depend on threads or time.</remarks>
internal abstract class StoppingRule
{
    /// <summary>Makes the rule for a goal.</summary>
    /// <param name="goal">What is wanted.</param>
    /// <param name="level">Confidence of its interval, between 0 and 1, both excluded.</param>
    /// <param name="mostCount">The replications at which a run stops in any case; at least 1.</param>
    /// <param name="seed">The seed of the run, for rules that need luck of their own.</param>
    /// <exception cref="ArgumentOutOfRangeException">The goal or another argument is out of range.</exception>
    public static StoppingRule For(PrecisionGoal goal, double level, long mostCount, ulong seed)
    {
        goal.Check();
        BinomialInterval.CheckLevel(level);
        ArgumentOutOfRangeException.ThrowIfLessThan(mostCount, 1);
        return goal.Kind switch
        {
            PrecisionKind.Share => new FixedWidthRule(goal, level, mostCount),
            PrecisionKind.RelativeShare => new GammaBernoulliRule(goal, level, mostCount, seed),
            PrecisionKind.Mean => new SequentialMeanRule(goal, level, mostCount),
            _ => throw new ArgumentOutOfRangeException(nameof(goal), goal.Kind, "No such kind."),
        };
    }

    /// <summary>Gets the number of replications taken in.</summary>
    public long Count { get; protected set; }

    /// <summary>Gets up to how many replications are worth running before the rule is asked again: there it may stop, and hardly
    /// before.</summary>
    public abstract long NextCount { get; }

    /// <summary>Takes in the next replication.</summary>
    /// <param name="value">Its figure: above 0 for a hit, or the value of a measure.</param>
    /// <returns>True: the run stops here, either precise enough or at its end.</returns>
    public abstract bool Add(double value);

    /// <summary>What is known after the replications taken in.</summary>
    /// <param name="isInterrupted">True: the run did not stop by its rule but because someone wanted it to.</param>
    public abstract PrecisionReport Report(bool isInterrupted);
}
