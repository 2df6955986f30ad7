using System.Collections;
using Escalation.Experiments;
using Escalation.Model;

namespace Escalation.Report;

/// <summary>What a sweep keeps of a point: its figures, and which histories reached the outcome that is asked about, so that
/// points can be paired.</summary>
/// <param name="Summary">The figures.</param>
/// <param name="Hits">By history, whether it reached the outcome.</param>
public sealed record SweepPoint(PointSummary Summary, BitArray Hits)
{
    /// <summary>Sums up the rows of a point.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="outcome">Index of the outcome that is asked about.</param>
    /// <returns>What is kept.</returns>
    public static SweepPoint Of(Scenario scenario, ReplicationTable rows, int outcome)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var column = rows.Columns.ToList().FindIndex(known =>
            known.Kind == Simulation.ColumnKind.Outcome && known.Index == outcome);
        var hits = new BitArray((int)rows.Count);
        for (var replication = 0; replication < hits.Length; replication++)
        {
            hits[replication] = rows.Row(replication)[column] > 0;
        }

        return new(PointSummary.Of(scenario, rows), hits);
    }

    /// <summary>Counts pairs of histories with the same luck.</summary>
    /// <param name="second">The other point.</param>
    /// <returns>The counts, this point being the first.</returns>
    internal PairedCounts PairsWith(SweepPoint second)
    {
        var (both, firstOnly, secondOnly) = (0L, 0L, 0L);
        for (var replication = 0; replication < Hits.Length; replication++)
        {
            var (here, there) = (Hits[replication], second.Hits[replication]);
            both += here && there ? 1 : 0;
            firstOnly += here && !there ? 1 : 0;
            secondOnly += !here && there ? 1 : 0;
        }

        return new(both, firstOnly, secondOnly, Hits.Length - both - firstOnly - secondOnly);
    }
}
