using System.Collections.Immutable;
using System.Globalization;
using Escalation.Charts;
using Escalation.Charts.Figures;
using Escalation.Experiments;
using Escalation.Results;

namespace Escalation.Report;

/// <summary>The charts of a run.</summary>
public sealed class RunFigures
{
    // Steps of a curve that can be told apart.
    private const int MostSteps = 400;

    private readonly RunData run;
    private readonly Lazy<ImmutableArray<Chart>> main;
    private readonly Lazy<ImmutableArray<Chart>> histograms;
    private readonly Lazy<ImmutableArray<Chart>> distributions;
    private readonly Lazy<ImmutableArray<Chart>> fans;

    /// <summary>Makes ready to draw; each chart is made once, when it is first asked for.</summary>
    /// <param name="run">What the run left.</param>
    /// <param name="start">The date of day 0; null if the scenario has none.</param>
    public RunFigures(RunData run, DateOnly? start)
    {
        ArgumentNullException.ThrowIfNull(run);
        this.run = run;
        Caption = CaptionOf(run);
        main = new(() =>
        [
            OutcomeShares.Of([.. run.Outcomes.Select(one => Named(one.Name, one.Share, one.Low, one.High))], Caption),
            FirstPassage.Of([.. run.Outcomes.Select(Passage).Where(curve => !curve.Points.IsEmpty)], start, Caption),
            .. run.Rungs.Any(rung => rung.Title.Length > 0) ? new[] { HighestRungs.Of(Rungs(), Caption) } : [],
        ]);
        histograms = new(() => [.. run.Measures.Select(one => Histogram.Of(one.Name, one.Unit, Column(one), Caption))]);
        distributions = new(() => [.. run.Measures.Select(one => Ecdf.Of(one.Name, one.Unit, Column(one), Caption))]);
        fans = new(() => [.. run.Paths.Select(path => Fan.Of(path.Name, path.Points, start, Caption))]);
    }

    /// <summary>What stands below each chart: how many, how sure, from where.</summary>
    public string Caption { get; }

    /// <summary>Those that every run has: outcomes, first passage, highest rungs.</summary>
    public ImmutableArray<Chart> Main => main.Value;

    /// <summary>A histogram for each measure.</summary>
    public ImmutableArray<Chart> Histograms => histograms.Value;

    /// <summary>The share at or below each value, for each measure.</summary>
    public ImmutableArray<Chart> Distributions => distributions.Value;

    /// <summary>A fan for each sampled path.</summary>
    public ImmutableArray<Chart> Fans => fans.Value;

    /// <summary>All of them, in this order.</summary>
    public ImmutableArray<Chart> All => [.. Main, .. Histograms, .. Distributions, .. Fans];

    private static string CaptionOf(RunData run) =>
        string.Create(CultureInfo.InvariantCulture, $"{run.Replications:N0} histories")
        + (run.Manifest.Case is { } title ? $", case '{title}'" : "")
        + string.Create(CultureInfo.InvariantCulture, $", seed {run.Manifest.Seed}; {100 * run.Level:0.##} % intervals ")
        + $"(Clopper–Pearson); scenario {run.Manifest.ScenarioSha256[..Math.Min(12, run.Manifest.ScenarioSha256.Length)]}.";

    private double[] Column(RunMeasure measure) => run.Rows[measure.Name].ToArray();

    private List<NamedEstimate> Rungs() =>
        [.. run.Rungs.Select(rung => Named(rung.Title.Length > 0 ? rung.Title : "none", rung.Share, rung.Low, rung.High))];

    private static NamedEstimate Named(string name, double share, double low, double high) =>
        new(name, share, low, high) { Text = ShareText.Of(share, low, high) };

    private Curve Passage(RunOutcome outcome)
    {
        var days = run.Rows[outcome.Name + "_day"].ToArray().Where(double.IsFinite).Order().ToArray();
        if (days.Length == 0)
        {
            return new Curve(outcome.Name, []);
        }

        // Of many steps every so-manieth, and the last.
        var every = 1 + (days.Length / MostSteps);
        var points = ImmutableArray.CreateBuilder<CurvePoint>();
        points.Add(Point(0, 0));
        for (var place = 0; place < days.Length; place++)
        {
            if ((place + 1) % every == 0 || place == days.Length - 1)
            {
                points.Add(Point(days[place], place + 1));
            }
        }

        points.Add(Point(run.HorizonDays, days.Length));
        return new Curve(outcome.Name, points.ToImmutable());

        CurvePoint Point(double day, long hits)
        {
            var share = ProportionEstimate.Of(hits, run.Replications, run.Level);
            return new CurvePoint(day, share.Value, share.Interval.Lower, share.Interval.Upper);
        }
    }
}
