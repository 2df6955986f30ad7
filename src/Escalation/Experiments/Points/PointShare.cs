using System.Collections.Immutable;
using Escalation.Simulation;

namespace Escalation.Experiments;

/// <summary>What the workers of an experiment share: the next unit of work, the tables that fill up, the first fault.</summary>
/// <typeparam name="T">What becomes of the rows of a point.</typeparam>
internal sealed class PointShare<T>
{
    private readonly PointPlan plan;
    private readonly IPointStore? store;
    private readonly PointProgress progress;
    private readonly Func<int, ReplicationTable, T> summarise;
    private readonly CancellationToken cancellation;
    private readonly ImmutableArray<RowColumn> columns;
    private readonly ImmutableArray<PointBatch> batches;
    private readonly ReplicationTable?[] tables;
    private readonly long[] missing;
    private readonly Lock gate = new();
    private int batch;
    private int unit;
    private bool isStopped;
    private (int Batch, int Unit) faultPlace = (int.MaxValue, int.MaxValue);

    internal PointShare(
        PointPlan plan,
        ImmutableArray<RowColumn> columns,
        Func<int, ReplicationTable, T> summarise,
        IPointStore? store,
        PointProgress progress,
        CancellationToken cancellation)
    {
        (this.plan, this.columns, this.summarise) = (plan, columns, summarise);
        (this.store, this.progress, this.cancellation) = (store, progress, cancellation);
        batches = PointBatch.Cut(plan, store);
        tables = new ReplicationTable[plan.Points.Length];
        missing = new long[plan.Points.Length];
        Array.Fill(missing, plan.Replications);
        Results = new T?[plan.Points.Length];
        IsDone = new bool[plan.Points.Length];
    }

    /// <summary>What became of each point.</summary>
    internal T?[] Results { get; }

    /// <summary>Which points are whole.</summary>
    internal bool[] IsDone { get; }

    /// <summary>The fault of the first unit among those that failed.</summary>
    internal PointFaultException? Fault { get; private set; }

    /// <summary>Takes units until there are no more.</summary>
    internal void Work(PointWorker worker)
    {
        try
        {
            while (Take() is var (place, unit))
            {
                Do(worker, place, unit);
            }
        }
        finally
        {
            // Whatever ends this worker early ends the others too.
            Stop();
        }
    }

    private void Do(PointWorker worker, int place, int unit)
    {
        var present = batches[place];
        var (part, span, isKept) = present.UnitAt(unit);
        var rows = isKept ? store?.Read(span) : null;
        if (isKept && rows is null)
        {
            isKept = false;
            present.Lose(part);
        }

        try
        {
            rows ??= worker.Run(span);
        }
        catch (Exception fault) when (fault is ReplicationFaultException or ScenarioFaultException)
        {
            Fail((place, unit), new PointFaultException(span.Point, fault));
            return;
        }

        progress.Count(span.Count, isKept);
        if (present.Fill(unit, rows))
        {
            Close(present);
        }
    }

    // After a wish to stop the batches under way are seen through: nothing that was computed is lost.
    private (int Batch, int Unit)? Take()
    {
        lock (gate)
        {
            if (isStopped || batch == batches.Length || (unit == 0 && cancellation.IsCancellationRequested))
            {
                return null;
            }

            var taken = (batch, unit);
            if (++unit == batches[batch].UnitCount)
            {
                (batch, unit) = (batch + 1, 0);
            }

            return taken;
        }
    }

    private void Close(PointBatch full)
    {
        if (store is not null && full.NewRows() is { Count: > 0 } rows)
        {
            store.Write(rows);
        }

        for (var part = 0; part < full.PartCount; part++)
        {
            var point = full.PointOf(part);
            full.HandOver(part, TableOf(point));
            if (Interlocked.Add(ref missing[point], -full.SpanOf(part).Count) == 0)
            {
                var table = TableOf(point);
                tables[point] = null;
                table.Close(plan.Replications);
                Results[point] = summarise(point, table);
                Volatile.Write(ref IsDone[point], true);
                progress.CountPoint();
            }
        }
    }

    private ReplicationTable TableOf(int point)
    {
        lock (gate)
        {
            return tables[point] ??= new ReplicationTable(columns, plan.Replications);
        }
    }

    private void Stop()
    {
        lock (gate)
        {
            isStopped = true;
        }
    }

    // Units are taken in order, so every lower one is done or under way, and what stays is the first fault in that order,
    // whatever the number of threads.
    private void Fail((int Batch, int Unit) place, PointFaultException fault)
    {
        lock (gate)
        {
            isStopped = true;
            if (place.CompareTo(faultPlace) < 0)
            {
                (faultPlace, Fault) = (place, fault);
            }
        }
    }
}
