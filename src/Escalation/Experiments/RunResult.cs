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

    /// <summary>True if all replications that were asked for are there, and all of their twins; false after an
    /// interruption.</summary>
    public bool IsComplete => Rows.Count == Plan.Replications && (Twins is null || Twins.IsComplete);
}
