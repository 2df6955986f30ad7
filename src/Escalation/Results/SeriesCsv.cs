using System.Globalization;
using Escalation.Experiments;

namespace Escalation.Results;

/// <summary>The tidy table <c>series.csv</c>: one row a path and sample.</summary>
public static class SeriesCsv
{
    private static readonly string[] Header = ["series", "day", "date", "n", "mean", "p05", "p25", "p50", "p75", "p95"];

    /// <summary>Writes the table. <c>n</c> counts the replications that had not ended at that day.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="series">The sampled paths.</param>
    /// <param name="start">The date of day 0; null: the column <c>date</c> is empty.</param>
    /// <exception cref="IOException">The stream does not take it.</exception>
    public static void Write(Stream stream, SeriesTable series, DateTime? start)
    {
        var csv = new CsvWriter(stream);
        foreach (var name in Header)
        {
            csv.Cell(name);
        }

        csv.EndRow();
        for (var label = 0; label < series.Plan.Labels.Length; label++)
        {
            for (var sample = 0; sample < series.Plan.SampleCount; sample++)
            {
                var day = sample * series.Plan.EveryDays;
                csv.Cell(series.Plan.Labels[label]);
                csv.Cell(day);
                csv.Cell(DateOf(start, day, series.Plan.EveryDays));
                Write(csv, series.Point(label, sample));
            }
        }

        csv.Flush();
    }

    private static void Write(CsvWriter csv, SeriesPoint point)
    {
        csv.Cell(point.Count);
        csv.Cell(point.Mean);
        csv.Cell(point.P05);
        csv.Cell(point.P25);
        csv.Cell(point.P50);
        csv.Cell(point.P75);
        csv.Cell(point.P95);
        csv.EndRow();
    }

    /// <summary>A date where samples lie whole days apart, else a date with its time; empty beyond the calendar.</summary>
    private static string DateOf(DateTime? start, double day, double everyDays)
    {
        if (start is not { } zero || day > (DateTime.MaxValue - zero).TotalDays - 1)
        {
            return "";
        }

        var isWhole = everyDays == Math.Truncate(everyDays) && zero.TimeOfDay == TimeSpan.Zero;
        return isWhole
            ? zero.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : zero.AddSeconds(Math.Round(day * 86_400)).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
    }
}
