using Escalation.Results;

namespace Escalation.Report.Page;

/// <summary>The report of an experiment: one page of HTML that needs nothing else.</summary>
internal static class FindingsPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="findings">What was found.</param>
    /// <param name="manifest">What was run.</param>
    internal static string Of(Findings findings, ExperimentManifest manifest)
    {
        var body = new Html();
        body.Raw("<section aria-labelledby=\"charts\">\n<h2 id=\"charts\">Charts</h2>\n");
        foreach (var chart in findings.Charts)
        {
            body.Figure(chart);
        }

        body.Raw("</section>\n<section aria-labelledby=\"tables\">\n<h2 id=\"tables\">Tables</h2>\n");
        foreach (var table in findings.Tables)
        {
            body.Table(table.Caption, [.. table.Columns], table.Rows);
        }

        body.Raw("</section>\n<section aria-labelledby=\"method\">\n<h2 id=\"method\">Method</h2>\n");
        foreach (var note in findings.Notes)
        {
            body.Element("p", note);
        }

        body.Table(
            "The experiment",
            [("what", false), ("is", false)],
            [
                ["points", Words.Count(manifest.Points)],
                ["histories a point", Words.Count(manifest.Replications)],
                ["seed", FormattableString.Invariant($"{manifest.Seed}")],
                ["scenario", manifest.ScenarioPath],
                ["hash of the scenario (SHA-256)", manifest.ScenarioSha256],
                ["program", $"escalate {manifest.Version}"],
            ]);
        body.Element("h3", "To run it again").Element("pre", ShellLine.Of(manifest.Command));
        body.Raw("</section>\n");
        var lead = new Html().Element("p class=\"answer\"", findings.Answer).ToString();
        return PageFrame.Of(
            $"{findings.ScenarioName}: {findings.Experiment}",
            lead,
            [("charts", "Charts"), ("tables", "Tables"), ("method", "Method")],
            body.ToString(),
            manifest.Version);
    }
}
