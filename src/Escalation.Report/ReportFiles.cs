using Escalation.Charts;
using Escalation.Report.Page;
using Escalation.Results;
using Escalation.Simulation;

namespace Escalation.Report;

/// <summary>Writes charts and report of a run beside its tables.</summary>
public static class ReportFiles
{
    /// <summary>Reads a run folder and writes <c>charts/</c> and <c>report.html</c> into it.</summary>
    /// <param name="folder">Its path.</param>
    /// <param name="program">The scenario as it was run.</param>
    /// <exception cref="RunFolderException">The folder cannot be read or written.</exception>
    public static void Write(string folder, ScenarioProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        var run = RunData.Read(folder);
        var target = RunFolder.At(folder);
        var figures = new RunFigures(run, StartOf(program));
        foreach (var chart in figures.All)
        {
            WriteChart(target, chart);
        }

        target.Write("report.html", ReportPage.Of(run, figures, program));
    }

    /// <summary>Writes a chart, its table and its specification.</summary>
    /// <param name="folder">The run folder.</param>
    /// <param name="chart">The chart.</param>
    /// <exception cref="RunFolderException">It cannot be written.</exception>
    public static void WriteChart(RunFolder folder, Chart chart)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(chart);
        folder.WriteChart(chart.Name + ".svg", ChartRenderer.Current.Draw(chart));
        folder.WriteChart(chart.Name + ".csv", ChartTable.Csv(chart));
        folder.WriteChart(chart.Name + ".vl.json", VegaLite.Json(chart));
    }

    /// <summary>The date of day 0; null if the scenario has none.</summary>
    public static DateOnly? StartOf(ScenarioProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        return program.Scenario.Start is { } start ? DateOnly.FromDateTime(start) : null;
    }
}
