using System.Collections.Immutable;
using System.Globalization;
using Escalation.Charts;
using Escalation.Charts.Figures;

namespace Escalation.Report;

/// <summary>Several runs side by side, each by itself: what they share in luck is not used.</summary>
public sealed class RunComparison
{
    private readonly ImmutableArray<RunData> runs;
    private readonly string caption;

    /// <summary>Sets runs side by side.</summary>
    /// <param name="runs">Two or more.</param>
    public RunComparison(ImmutableArray<RunData> runs)
    {
        this.runs = runs;
        Labels = LabelsOf(runs);
        caption = string.Join("; ", runs.Zip(Labels, (run, label) => string.Create(
            CultureInfo.InvariantCulture,
            $"{label}: {run.Replications:N0} histories, seed {run.Manifest.Seed}")))
            + string.Create(CultureInfo.InvariantCulture, $". {100 * runs[0].Level:0.##} % intervals, each run by itself.");
    }

    /// <summary>The name of a run beside others: case and settings if these tell them apart, else the folder.</summary>
    public ImmutableArray<string> Labels { get; }

    /// <summary>A chart for each outcome and each measure that all runs have.</summary>
    public IEnumerable<Chart> Charts =>
    [
        .. Side(
            NumberStyle.Percent,
            run => run.Outcomes.Select(one => new NamedEstimate(one.Name, one.Share, one.Low, one.High))),
        .. Side(
            NumberStyle.Plain,
            run => run.Measures.Select(one =>
                new NamedEstimate(one.Name, one.Mean, one.Mean - one.HalfWidth, one.Mean + one.HalfWidth))),
    ];

    // What all runs estimate, in the order of the first.
    private IEnumerable<Chart> Side(NumberStyle style, Func<RunData, IEnumerable<NamedEstimate>> estimates)
    {
        var known = runs.Select(run => estimates(run).ToDictionary(one => one.Name)).ToList();
        return
            from name in estimates(runs[0]).Select(one => one.Name)
            where known.All(run => run.ContainsKey(name))
            select SideBySide.Of(name, style, [.. known.Zip(Labels, (run, label) => run[name] with { Name = label })], caption);
    }

    private static ImmutableArray<string> LabelsOf(ImmutableArray<RunData> runs)
    {
        ImmutableArray<string> said = [.. runs.Select(Said)];
        return said.Distinct().Count() == runs.Length
            ? said
            : [.. runs.Select(run => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(run.Folder))))];
    }

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
}
