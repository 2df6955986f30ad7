namespace Escalation.Tuning;

/// <summary>How a search among choices spends its replications.</summary>
/// <param name="Budget">Replications in all, of all choices together; at least one chunk a choice.</param>
public sealed record OcbaOptions(long Budget)
{
    /// <summary>Replications of each choice before shares are computed, n₀; at least 2, made up to whole chunks.</summary>
    public long FirstReplications { get; init; } = 64;

    /// <summary>Replications, of all choices together, between two computations of shares; at least 1, made up to whole
    /// chunks.</summary>
    public long Increment { get; init; } = 64;

    /// <summary>Replications come in multiples of this; at least 1.</summary>
    public long Chunk { get; init; } = 64;

    /// <summary>The search ends when the probability that its choice is the best reaches this; above 0, at most 1, where 1
    /// means that it never ends before the budget.</summary>
    /// <remarks>That is a posterior probability, under which choices may lie anywhere, and no promise for each case: where nine
    /// choices were equally near to the best one, 0.99 was right in 0.965 of 200 searches, where they lay apart in all.
    /// <see cref="KnSelection"/> promises.</remarks>
    public double Level { get; init; } = 1;

    /// <summary>Gaps to the best one are lessened by so many of their own standard errors; not negative.</summary>
    /// <remarks>The rule of shares takes means for true, so a good choice with bad luck in its first replications is given
    /// hardly any more. With 1 instead of 0 the search is right more often where the budget suffices to be right at all, and
    /// about as often where it does not; beyond 1 it pays for large budgets alone (measured).</remarks>
    public double Optimism { get; init; } = 1;

    /// <summary>Refuses what is out of range.</summary>
    internal void Check(int choices)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(FirstReplications, 2, nameof(FirstReplications));
        ArgumentOutOfRangeException.ThrowIfLessThan(Increment, 1, nameof(Increment));
        ArgumentOutOfRangeException.ThrowIfLessThan(Chunk, 1, nameof(Chunk));
        ArgumentOutOfRangeException.ThrowIfLessThan(Budget, Chunk * choices, nameof(Budget));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Level, nameof(Level));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Level, 1, nameof(Level));
        ArgumentOutOfRangeException.ThrowIfNegative(Optimism, nameof(Optimism));
    }
}
