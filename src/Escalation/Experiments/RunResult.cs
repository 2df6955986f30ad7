using System.Diagnostics;
using Escalation.Simulation;

namespace Escalation.Experiments;

/// <summary>What a run yields: rows, series and whole-number totals.</summary>
/// <param name="Rows">One row a replication, from the first of the plan on without a gap.</param>
/// <param name="Series">The sampled paths; null if the scenario asks for none, and of twins.</param>
/// <param name="Tally">Totals over the replications of <paramref name="Rows"/>.</param>
/// <param name="Plan">What was asked for.</param>
public sealed record RunResult(ReplicationTable Rows, SeriesTable? Series, Tally Tally, RunPlan Plan)
{
    /// <summary>The twins, of which row k belongs to row k of <see cref="Rows"/>; after an interruption there are fewer of
    /// them, or none. Null if no twins were asked for.</summary>
    public RunResult? Twins { get; init; }

    /// <summary>How the run got on with the precision that was asked for; null if none was.</summary>
    public PrecisionReport? Precision { get; init; }

    /// <summary>True if all replications that were asked for are there, or as many as the precision took, and all of their twins;
    /// false after an interruption.</summary>
    public bool IsComplete =>
        (Rows.Count == Plan.Replications || Precision is { IsReached: true }) && (Twins is null || Twins.IsComplete);

    /// <summary>This run with the replications that follow its last one.</summary>
    /// <param name="next">They; what is there of them already must not change any more. This must end with a whole block.</param>
    /// <returns>Both as one, the same to the bit as if they had been run at once.</returns>
    internal RunResult FollowedBy(RunResult next)
    {
        Debug.Assert(next.Plan.First == Plan.First + Rows.Count, "No gap.");
        Tally.Add(next.Tally);
        Series?.Merge(next.Series!);
        return this with { Rows = Rows.FollowedBy(next.Rows) };
    }
}
