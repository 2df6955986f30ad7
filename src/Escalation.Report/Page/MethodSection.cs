using Escalation.Results;

namespace Escalation.Report.Page;

/// <summary>How it was made, and how to make it again.</summary>
internal static class MethodSection
{
    /// <summary>Writes it.</summary>
    public static void Write(Html page, RunData run)
    {
        var facts = run.Manifest;
        page.Section("method");
        page.Element(
            "p",
            FormattableString.Invariant($"{run.Replications:N0} independent histories of {Words.Number(run.HorizonDays)} days ")
                + "were simulated, event by event. A history depends on the scenario, the values of its levers and "
                + "uncertainties, the seed and its number, and on nothing else: the same command gives the same bytes on any "
                + "machine and any number of threads.");
        page.Element(
            "p",
            FormattableString.Invariant($"Intervals are of {100 * run.Level:0.##} %: exact (Clopper–Pearson) for shares, ")
                + "Student's t for means, for chance alone. "
                + (facts.IsSampled
                    ? "Uncertainties were drawn from their priors, so shares and means are over what is not known as well."
                    : "Uncertainties were held at their values: how sure these are is not in the intervals."));
        page.Table(
            "The run",
            [("what", false), ("is", false)],
            [
                ["seed", facts.SeedText],
                ["scenario", facts.ScenarioPath],
                ["hash of the scenario (SHA-256)", facts.ScenarioSha256],
                ["program", $"escalate {facts.Version}"],
                ["ended", facts.End],
            ]);
        page.Element("h3", "To run it again").Element("pre", ShellLine.Of(facts.Command));
        page.Raw("</section>\n");
    }
}
