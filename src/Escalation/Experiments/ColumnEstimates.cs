using System.Collections.Immutable;
using Escalation.Model;
using Escalation.Simulation;

namespace Escalation.Experiments;

/// <summary>Estimates from the columns of the rows, and of those of their twins.</summary>
internal sealed class ColumnEstimates(Scenario scenario, ReplicationTable rows, ReplicationTable? twins, double level)
{
    /// <summary>The part of the sets of parameters that the range of an outcome is about.</summary>
    private const double LevelOfRange = 0.9;

    internal ImmutableArray<OutcomeSummary> Outcomes()
    {
        var summaries = ImmutableArray.CreateBuilder<OutcomeSummary>();
        foreach (var (column, at) in ColumnsOf(ColumnKind.Outcome))
        {
            var outcome = scenario.Outcomes[column.Index];
            var hits = rows.Present(at).LongCount(value => value > 0);
            var share = ProportionEstimate.Of(hits, rows.Count, level);
            summaries.Add(new(outcome, share, outcome.When is null ? null : MedianDay(column.Index))
            {
                Ignorance = OutcomeIgnorance(at),
            });
        }

        return summaries.ToImmutable();
    }

    internal ImmutableArray<MeasureSummary> Measures()
    {
        var summaries = ImmutableArray.CreateBuilder<MeasureSummary>();
        foreach (var (column, at) in ColumnsOf(ColumnKind.Measure))
        {
            var mean = MeanEstimate.Of(MomentsOf(at), level);
            var sorted = Sorted(at);
            summaries.Add(new(
                scenario.Measures[column.Index],
                column.Name,
                mean,
                OrderStatistics.Quantile(sorted, 0.05),
                OrderStatistics.Quantile(sorted, 0.5),
                OrderStatistics.Quantile(sorted, 0.95))
            {
                P05Interval = OrderStatistics.QuantileInterval(sorted, 0.05, level),
                P50Interval = OrderStatistics.QuantileInterval(sorted, 0.5, level),
                P95Interval = OrderStatistics.QuantileInterval(sorted, 0.95, level),
                Tail = ConditionalTail.Of(sorted, 0.95, level),
                Ignorance = HasPairs ? IgnoranceEstimate.OfNumbers(Pairs(at)) : null,
            });
        }

        return summaries.ToImmutable();
    }

    private bool HasPairs => twins is { Count: > 0 };

    private OutcomeIgnorance? OutcomeIgnorance(int column)
    {
        if (!HasPairs)
        {
            return null;
        }

        var pairs = Pairs(column);
        var spread = IgnoranceEstimate.OfTruths(pairs);
        var range = double.IsNaN(spread.Explained)
            ? new Interval(double.NaN, double.NaN)
            : new BetaLaw(pairs.Mean, spread.Explained).CentralRange(LevelOfRange);
        return new(spread, pairs.Mean, LevelOfRange, range);
    }

    private PairMoments Pairs(int column)
    {
        var (first, second) = (new double[twins!.Count], new double[twins.Count]);
        for (var replication = 0L; replication < twins.Count; replication++)
        {
            first[replication] = rows.Row(replication)[column];
            second[replication] = twins.Row(replication)[column];
        }

        return PairMoments.Of(first, second);
    }

    private double? MedianDay(int outcome)
    {
        var days = ColumnsOf(ColumnKind.OutcomeDay).Where(pair => pair.Column.Index == outcome).Select(pair => Sorted(pair.At));
        return days.SingleOrDefault() is { Length: > 0 } sorted ? OrderStatistics.Quantile(sorted, 0.5) : null;
    }


    private ExactMoments MomentsOf(int column)
    {
        var moments = new ExactMoments();
        for (var replication = 0L; replication < rows.Count; replication++)
        {
            moments.Add(rows.Row(replication)[column]);
        }

        return moments;
    }

    private double[] Sorted(int column)
    {
        var present = rows.Present(column);
        Array.Sort(present);
        return present;
    }

    private IEnumerable<(RowColumn Column, int At)> ColumnsOf(ColumnKind kind) =>
        rows.Columns.Select((column, at) => (column, at)).Where(pair => pair.column.Kind == kind);
}
