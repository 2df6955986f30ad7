using System.Collections.Immutable;

namespace Escalation.Report.Page;

/// <summary>One page of several runs side by side.</summary>
public static class ComparisonPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="runs">Two or more.</param>
    public static string Of(ImmutableArray<RunData> runs)
    {
        var comparison = new RunComparison(runs);
        var body = new Html();
        body.Raw("<section aria-labelledby=\"runs\">\n<h2 id=\"runs\">Runs</h2>\n");
        body.Table(
            "The runs, each by itself: charts of their differences need the same luck, see 'escalate compare'",
            [("run", false), ("scenario", false), ("histories", true), ("seed", true), ("answer", false)],
            runs.Zip(comparison.Labels, (run, label) => new[]
            {
                label, run.ScenarioName, Words.Count(run.Replications), run.Manifest.SeedText, run.Answer,
            }));
        body.Raw("</section>\n<section aria-labelledby=\"charts\">\n<h2 id=\"charts\">Side by side</h2>\n<div class=\"pair\">\n");
        foreach (var chart in comparison.Charts)
        {
            body.Figure(chart);
        }

        body.Raw("</div>\n</section>\n");
        return PageFrame.Of(
            string.Join(" and ", runs.Select(run => run.ScenarioName).Distinct()),
            lead: "",
            [("runs", "Runs"), ("charts", "Side by side")],
            body.ToString(),
            runs[0].Manifest.Version);
    }
}
