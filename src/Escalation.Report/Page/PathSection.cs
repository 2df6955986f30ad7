namespace Escalation.Report.Page;

/// <summary>Sampled paths over time.</summary>
internal static class PathSection
{
    private const int MostCharts = 12;

    /// <summary>Writes it.</summary>
    public static void Write(Html page, RunFigures figures)
    {
        page.Section("paths").Raw("<div class=\"pair\">\n");
        foreach (var chart in figures.Fans.Take(MostCharts))
        {
            page.Figure(chart);
        }

        page.Raw("</div>\n</section>\n");
    }
}
