namespace Escalation.Report.Page;

/// <summary>How measures are distributed.</summary>
internal static class MeasureSection
{
    // The page stays small; what has more measures finds all of them in the folder of charts.
    private const int MostCharts = 24;

    /// <summary>Writes it.</summary>
    public static void Write(Html page, RunData run, RunFigures figures)
    {
        page.Section("measures");
        page.Table(
            FormattableString.Invariant($"Over {run.Replications:N0} histories; ± is half of the ")
                + FormattableString.Invariant($"{100 * run.Level:0.##} % interval of the mean"),
            [
                ("measure", false), ("mean", true), ("±", true), ("sd", true), ("5 %", true), ("median", true), ("95 %", true),
                ("none", true), ("meaning", false),
            ],
            run.Measures.Select(measure => new[]
            {
                measure.Unit.Length == 0 ? measure.Name : $"{measure.Name} ({measure.Unit})", Words.Number(measure.Mean),
                Words.Number(measure.HalfWidth), Words.Number(measure.StandardDeviation), Words.Number(measure.P05),
                Words.Number(measure.P50), Words.Number(measure.P95), Words.Count(measure.Missing), measure.About,
            }));
        page.Raw("<div class=\"pair\">\n");
        foreach (var chart in figures.Histograms.Take(MostCharts))
        {
            page.Figure(chart);
        }

        page.Raw("</div>\n");
        if (run.Measures.Length > MostCharts)
        {
            page.Element("p", FormattableString.Invariant(
                $"The other {run.Measures.Length - MostCharts} measures have their charts in the folder of the run."));
        }

        page.Raw("</section>\n");
    }
}
