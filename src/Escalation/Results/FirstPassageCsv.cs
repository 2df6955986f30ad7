using Escalation.Experiments;
using Escalation.Simulation;

namespace Escalation.Results;

/// <summary>The tidy table <c>first_passage.csv</c>: in what share of the replications an outcome has come by each day.</summary>
public static class FirstPassageCsv
{
    private const int MostDays = 400;
    private const int Steps = 200;

    private static readonly string[] Header = ["outcome", "day", "share", "low", "high", "band_low", "band_high"];

    /// <summary>Says whether there is anything to write: an outcome that comes on a day, and is not judged at the end.</summary>
    /// <param name="program">The scenario that was run.</param>
    /// <returns><see langword="true"/> if so.</returns>
    public static bool HasRows(ScenarioProgram program) => program.Columns.Any(column => column.Kind == ColumnKind.OutcomeDay);

    /// <summary>Writes the table: of each outcome the share on every day to the horizon, or on 200 days at equal distances where
    /// it is longer than 400 days or no whole number of them. <c>low</c> and <c>high</c> hold for one day, the band for all days
    /// of an outcome together.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="program">The scenario that was run.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="level">Confidence, between 0 and 1, both excluded.</param>
    /// <exception cref="IOException">The stream does not take it.</exception>
    public static void Write(Stream stream, ScenarioProgram program, ReplicationTable rows, double level)
    {
        var csv = new CsvWriter(stream);
        foreach (var name in Header)
        {
            csv.Cell(name);
        }

        csv.EndRow();
        var horizon = program.HorizonDays;
        var steps = horizon == Math.Truncate(horizon) && horizon <= MostDays ? (int)horizon : Steps;
        for (var column = 0; column < program.Columns.Length; column++)
        {
            if (program.Columns[column].Kind != ColumnKind.OutcomeDay)
            {
                continue;
            }

            var days = rows.Present(column);
            Array.Sort(days);
            var band = FirstPassageBand.Of(days, rows.Count, level);
            for (var step = 0; step <= steps; step++)
            {
                var day = horizon * step / steps;
                Write(csv, program.Scenario.Outcomes[program.Columns[column].Index].Name, day, band);
            }
        }

        csv.Flush();
    }

    private static void Write(CsvWriter csv, string outcome, double day, FirstPassageBand band)
    {
        var (share, limits) = (band.ShareBy(day), band.BandAt(day));
        csv.Cell(outcome);
        csv.Cell(day);
        csv.Cell(share.Value);
        csv.Cell(share.Interval.Lower);
        csv.Cell(share.Interval.Upper);
        csv.Cell(limits.Lower);
        csv.Cell(limits.Upper);
        csv.EndRow();
    }
}
