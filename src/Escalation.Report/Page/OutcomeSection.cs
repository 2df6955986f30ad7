using Escalation.Results;

namespace Escalation.Report.Page;

/// <summary>How often each outcome comes true, by when, and how high histories climb.</summary>
internal static class OutcomeSection
{
    /// <summary>Writes it.</summary>
    public static void Write(Html page, RunData run, RunFigures figures)
    {
        page.Section("outcomes");
        page.Table(
            FormattableString.Invariant($"In how many of {run.Replications:N0} histories; intervals of {100 * run.Level:0.##} %"),
            [
                ("outcome", false), ("share", true), ("interval", true), ("histories", true), ("median day", true),
                ("meaning", false),
            ],
            run.Outcomes.Select(outcome => new[]
            {
                outcome.Name, ShareText.Of(outcome.Share, outcome.Low, outcome.High),
                ShareText.Interval(outcome.Low, outcome.High), Words.Count(outcome.Hits), Words.Number(outcome.MedianDay),
                outcome.About,
            }));
        foreach (var chart in figures.Main)
        {
            page.Figure(chart);
        }

        page.Raw("</section>\n");
    }
}
