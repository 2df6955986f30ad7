using System.Collections.Immutable;
using Escalation.Model;

namespace Escalation.Experiments;

/// <summary>What the replications of a point say: the figures that a run of that point alone would give.</summary>
/// <param name="Replications">How many there are.</param>
/// <param name="Outcomes">The outcomes, in the order of the file.</param>
/// <param name="Measures">The measures, in the order of the file.</param>
public sealed record PointSummary(
    long Replications, ImmutableArray<OutcomeSummary> Outcomes, ImmutableArray<MeasureSummary> Measures)
{
    /// <summary>Sums up the rows of a point.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="rows">The rows, at least one.</param>
    /// <param name="level">Confidence of the intervals, between 0 and 1.</param>
    /// <returns>The summary.</returns>
    public static PointSummary Of(Scenario scenario, ReplicationTable rows, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(rows);
        var columns = new ColumnEstimates(scenario, rows, twins: null, level);
        return new(rows.Count, columns.Outcomes(), columns.Measures());
    }
}
