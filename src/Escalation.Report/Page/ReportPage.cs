using Escalation.Charts;
using Escalation.Charts.Svg;
using Escalation.Simulation;

namespace Escalation.Report.Page;

/// <summary>The report of a run: one page of HTML that needs nothing else.</summary>
public static class ReportPage
{
    private static readonly (string Id, string Title)[] Sections =
    [
        ("outcomes", "Outcomes"), ("measures", "Measures"), ("paths", "Paths over time"), ("histories", "Three histories"),
        ("scenario", "The scenario"), ("method", "Method"),
    ];

    /// <summary>Writes the page.</summary>
    /// <param name="run">What the run left.</param>
    /// <param name="figures">Its charts.</param>
    /// <param name="program">The scenario as it was run, to tell histories again.</param>
    public static string Of(RunData run, RunFigures figures, ScenarioProgram program)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(figures);
        var body = new Html();
        OutcomeSection.Write(body, run, figures);
        MeasureSection.Write(body, run, figures);
        var hasPaths = !run.Paths.IsEmpty;
        if (hasPaths)
        {
            PathSection.Write(body, figures);
        }

        HistorySection.Write(body, run, program);
        ScenarioSection.Write(body, run, program);
        MethodSection.Write(body, run);
        var sections = Sections.Where(section => section.Id != "paths" || hasPaths);
        return PageFrame.Of(run.ScenarioName, Lead(run), [.. sections], body.ToString(), run.Manifest.Version);
    }

    private static string Lead(RunData run)
    {
        var lead = new Html();
        if (run.Answer.Length > 0)
        {
            lead.Element("p class=\"answer\"", run.Answer);
        }

        if (!run.Manifest.IsComplete)
        {
            lead.Element("p", "This run was interrupted: the report is about the histories that were done.");
        }

        return lead.ToString();
    }

    /// <summary>Opens a section.</summary>
    internal static Html Section(this Html page, string id) =>
        page.Raw($"<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{Sections.Single(one => one.Id == id).Title}</h2>\n");

    /// <summary>Writes a chart with its numbers below it.</summary>
    internal static Html Figure(this Html page, Chart chart, string before = "")
    {
        // The style sheet stands once in the page.
        var svg = ChartRenderer.Current.Draw(chart).Replace(SvgRenderer.StyleElement, "", StringComparison.Ordinal);
        page.Raw($"<figure>{before}").Raw(svg);
        ChartNumbers.Write(page, chart);
        return page.Raw("</figure>\n");
    }
}
