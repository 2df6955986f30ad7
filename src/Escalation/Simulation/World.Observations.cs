using Escalation.Engine;

namespace Escalation.Simulation;

/// <content>What is written down: samples of paths, values frozen at a day, the row of results.</content>
public sealed partial class World
{
    private readonly double[] row;
    private readonly double[] seriesValues;
    private readonly double[] sampleDays;
    private double nextFreezeDay;
    private double nextObservationDay;

    // Up to here events follow each other without an observation.
    private double pauseDay;
    private int nextSample;

    private void StartObservations()
    {
        nextSample = 0;
        Array.Fill(seriesValues, double.NaN);
        FindNextFreeze();
        FindNextObservation();
    }

    private double NextSampleDay => nextSample < sampleDays.Length ? sampleDays[nextSample] : double.PositiveInfinity;

    private static double[] DaysOf(SeriesPlan? series, double horizon) =>
        [.. Enumerable.Range(0, series?.SampleCount ?? 0).Select(sample =>
            Math.Min(Instant.After(0, sample * series!.EveryDays), horizon))];

    private void FindNextFreeze()
    {
        nextFreezeDay = double.PositiveInfinity;
        foreach (var index in program.FrozenMeasures)
        {
            if (!measures[index].IsFrozen)
            {
                nextFreezeDay = Math.Min(nextFreezeDay, measures[index].AtDay);
            }
        }
    }

    private void FindNextObservation()
    {
        nextObservationDay = Math.Min(NextSampleDay, nextFreezeDay);
        pauseDay = Math.Min(nextObservationDay, horizon);
    }

    // An observation is the last thing of its instant: it is made when the clock is about to leave that instant.
    private void ObserveBefore(double day)
    {
        while (nextObservationDay < day)
        {
            Observe(nextObservationDay);
        }
    }

    private void ObserveUntil(double day)
    {
        while (nextObservationDay <= day)
        {
            Observe(nextObservationDay);
        }
    }

    private void Observe(double day)
    {
        var now = Now;
        Now = day;
        Me = -1;
        ClearEvent();
        if (!isEnded || day < endDay)
        {
            BeginExpiries(day);
        }

        if (nextFreezeDay <= day)
        {
            Freeze(day);
        }

        if (NextSampleDay <= day)
        {
            var values = program.SeriesValues;
            for (var path = 0; path < values.Length; path++)
            {
                site = Site.Series(path);
                seriesValues[(nextSample * values.Length) + path] = Cell(values[path].In(this));
            }

            nextSample++;
        }

        Now = now;
        FindNextObservation();
    }

    private void Freeze(double day)
    {
        foreach (var index in program.FrozenMeasures)
        {
            if (!measures[index].IsFrozen && measures[index].AtDay <= day)
            {
                site = Site.Measure(index);
                BringUpToDate(program.Dependents.OverTimeOfMeasure[index]);
                measures[index].FrozenValue = MeasureValue(index);
                measures[index].IsFrozen = true;
            }
        }

        FindNextFreeze();
    }

    private void WriteRow()
    {
        for (var index = 0; index < row.Length; index++)
        {
            var column = program.Columns[index];
            site = column.Kind == ColumnKind.Measure ? Site.Measure(column.Index) : default;
            row[index] = column.Kind switch
            {
                ColumnKind.Outcome => OutcomeTruths[column.Index],
                ColumnKind.OutcomeDay => Cell(outcomeDays[column.Index]),
                ColumnKind.Measure => Cell(MeasureValue(column.Index)),
                ColumnKind.EndedDay => endDay,
                ColumnKind.Events => acts,
                _ => highestRung >= 0 ? highestRung : double.NaN,
            };
        }
    }

    private static double Cell(double value) => double.IsFinite(value) ? value : double.NaN;
}
