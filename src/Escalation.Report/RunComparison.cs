using System.Collections.Immutable;
using System.Globalization;
using Escalation.Charts;
using Escalation.Charts.Figures;

namespace Escalation.Report;

/// <summary>Several runs side by side, each by itself: what they share in luck is not used.</summary>
/// <param name="runs">Two or more.</param>
public sealed class RunComparison(ImmutableArray<RunData> runs)
{
    /// <summary>A chart for each outcome and each measure that all runs have.</summary>
    public IEnumerable<Chart> Charts => Outcomes.Concat(Measures);

    /// <summary>The name of a run beside others: case and settings if these tell them apart, else the folder.</summary>
    public ImmutableArray<string> Labels
    {
        get
        {
            ImmutableArray<string> said = [.. runs.Select(Said)];
            return said.Distinct().Count() == runs.Length
                ? said
                : [.. runs.Select(run => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(run.Folder))))];
        }
    }

    private string Caption => string.Join("; ", runs.Zip(Labels, (run, label) => string.Create(
        CultureInfo.InvariantCulture,
        $"{label}: {run.Replications:N0} histories, seed {run.Manifest.Seed}")))
        + string.Create(CultureInfo.InvariantCulture, $". {100 * runs[0].Level:0.##} % intervals, each run by itself.");

    private IEnumerable<Chart> Outcomes =>
        from outcome in runs[0].Outcomes
        where runs.All(run => run.Outcomes.Any(other => other.Name == outcome.Name))
        select SideBySide.Of(
            outcome.Name,
            NumberStyle.Percent,
            Estimates(run => Ends(run.Outcomes.Single(other => other.Name == outcome.Name))),
            Caption);

    private IEnumerable<Chart> Measures =>
        from measure in runs[0].Measures
        where runs.All(run => run.Measures.Any(other => other.Name == measure.Name))
        select SideBySide.Of(
            measure.Name,
            NumberStyle.Plain,
            Estimates(run => Ends(run.Measures.Single(other => other.Name == measure.Name))),
            Caption);

    private static (double Value, double Low, double High) Ends(RunOutcome outcome) => (outcome.Share, outcome.Low, outcome.High);

    private static (double Value, double Low, double High) Ends(RunMeasure measure) =>
        (measure.Mean, measure.Mean - measure.HalfWidth, measure.Mean + measure.HalfWidth);

    private static string Said(RunData run)
    {
        var parts = new List<string>();
        if (run.Manifest.Case is { } title)
        {
            parts.Add(title);
        }

        parts.AddRange(run.Manifest.Settings);
        return parts.Count == 0 ? "as written" : string.Join(", ", parts);
    }

    private List<NamedEstimate> Estimates(Func<RunData, (double Value, double Low, double High)> estimate) =>
    [
        .. runs.Zip(Labels, (run, label) =>
        {
            var (value, low, high) = estimate(run);
            return new NamedEstimate(label, value, low, high);
        }),
    ];
}
