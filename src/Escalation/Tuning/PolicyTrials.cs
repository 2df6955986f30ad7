using System.Collections.Immutable;
using Escalation.Experiments;

namespace Escalation.Tuning;

/// <summary>Tries policies for a search.</summary>
public abstract class PolicyTrials
{
    /// <summary>What each trial of a policy is counted in: "histories", or "futures".</summary>
    public abstract string Unit { get; }

    /// <summary>Histories that a unit takes.</summary>
    public abstract long HistoriesOfUnit { get; }

    /// <summary>Tries policies side by side.</summary>
    /// <param name="asked">The policies, and the number of the unit with whose luck each begins; those that begin with the same
    /// one have the same luck.</param>
    /// <param name="count">How many units each is tried on, at least 1.</param>
    /// <returns>What became of each.</returns>
    /// <exception cref="PointFaultException">A replication failed.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public abstract ImmutableArray<PolicyTrial> Run(IReadOnlyList<(Point Policy, long Luck)> asked, long count);

    /// <summary>Tries policies with the same luck.</summary>
    /// <param name="policies">The policies.</param>
    /// <param name="luck">Number of the unit with whose luck all begin.</param>
    /// <param name="count">How many units each is tried on.</param>
    /// <returns>What became of each.</returns>
    public ImmutableArray<PolicyTrial> Run(IEnumerable<Point> policies, long luck, long count) =>
        Run([.. policies.Select(policy => (policy, luck))], count);
}
