using System.Collections.Immutable;
using System.Globalization;
using Escalation.Charts;
using Escalation.Charts.Figures;
using Escalation.Experiments;
using Escalation.Model;
using Escalation.Report.Page;
using Escalation.Results;

namespace Escalation.Report;

/// <summary>What a sweep found.</summary>
public sealed class SweepFindings
{
    private const double Level = 0.95;

    private readonly Scenario scenario;
    private readonly ImmutableArray<PointAxis> axes;
    private readonly PointResults<SweepPoint> results;
    private readonly Question question;
    private readonly ImmutableArray<int> done;
    private readonly string caption;

    private SweepFindings(ImmutableArray<PointAxis> axes, PointResults<SweepPoint> results, Question question, string sha256)
    {
        (this.axes, this.results, this.question) = (axes, results, question);
        scenario = results.Plan.Scenario;
        done = [.. Enumerable.Range(0, results.Plan.Points.Length).Where(results.Has)];
        caption = FindingsText.Caption(results.Plan, sha256);
    }

    /// <summary>Makes the findings of a sweep.</summary>
    /// <param name="axes">Along what the points lie.</param>
    /// <param name="isGrid">True: the points are all combinations of the values of the axes; false: they are spread, and axes
    /// have no values.</param>
    /// <param name="results">What became of the points; at least one is whole.</param>
    /// <param name="question">What is asked about.</param>
    /// <param name="scenarioSha256">SHA-256 of the scenario file.</param>
    /// <returns>The findings.</returns>
    public static Findings Of(
        ImmutableArray<PointAxis> axes, bool isGrid, PointResults<SweepPoint> results, Question question, string scenarioSha256)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(question);
        var sweep = new SweepFindings(axes, results, question, scenarioSha256);
        return new()
        {
            Experiment = "sweep",
            ScenarioName = sweep.scenario.Name,
            Answer = sweep.Answer(),
            Notes = sweep.Notes(),
            Tables = [sweep.Table()],
            Data = [sweep.Data()],
            Charts = isGrid ? sweep.Charts() : sweep.Scatters(),
        };
    }

    private OutcomeSummary Asked(int point) => results[point].Summary.Outcomes[question.Outcome];

    private string Answer()
    {
        var least = done.MinBy(point => Asked(point).Share.Value);
        var most = done.MaxBy(point => Asked(point).Share.Value);
        var name = scenario.Outcomes[question.Outcome].Name;
        if (Asked(least).Share.Hits == Asked(most).Share.Hits)
        {
            return $"{name} comes true in {ShareText.Of(Asked(least).Share)} of the histories of every point.";
        }

        return $"{name} comes true least often at {Place(least)}: in {Told(least)} of {Words.Count(results.Plan.Replications)} "
            + $"histories; most often at {Place(most)}: in {Told(most)}.{Others(least)}";
    }

    private string Told(int point)
    {
        var share = Asked(point).Share;
        return $"{ShareText.Of(share)} ({Figures(Level)} interval {ShareText.Interval(share)})";
    }

    // All points have the same luck, so they can be told apart more sharply than their intervals show.
    private string Others(int least)
    {
        var others = done.Where(point => point != least).ToList();
        var p = others.Select(point => PairedShares.Of(results[least].PairsWith(results[point])).P).ToArray();
        var same = Holm.Adjust(p).Count(adjusted => adjusted > 1 - Level);
        return same switch
        {
            0 => others.Count > 0 ? " History by history, no other point can be mistaken for the least." : "",
            1 => " History by history, one other point cannot be told from the least.",
            _ => FormattableString.Invariant($" History by history, {same} other points cannot be told from the least."),
        };
    }

    private string Place(int point) =>
        FindingsText.Place(scenario, axes.Select(axis => axis.Parameter), results.Plan.Points[point]);

    private ImmutableArray<string> Notes()
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        if (!results.IsComplete)
        {
            notes.Add($"The sweep was interrupted: {Words.Count(done.Length)} of {Words.Count(results.Plan.Points.Length)} "
                + "points are done, and this is about them.");
        }

        notes.Add("All points have the same luck: history k of one is history k of another, but for what the levers change. So "
            + "differences between points are surer than their intervals, which stand for each point by itself, suggest.");
        notes.Add($"Intervals are of {Figures(Level)}: exact (Clopper–Pearson) for shares, Student's t for means. Which points "
            + "can be told from the least is tested pair by pair (McNemar's exact test), with Holm's correction for their "
            + "number; that the least was picked among many makes it look a little lower than it is.");
        return notes.ToImmutable();
    }

    private DataTable Data()
    {
        var table = new DataTable(
            "points",
            [
                "point", .. axes.Select(axis => scenario.Parameters[axis.Parameter].Name), .. FindingsText.SummaryColumns,
            ]);
        foreach (var point in done)
        {
            DataCell[] place = [point, .. axes.Select(axis => FindingsText.Cell(
                results.Plan.Points[point].Values[axis.Parameter], scenario.Parameters[axis.Parameter]))];
            FindingsText.AddSummary(table, place, results[point].Summary);
        }

        return table;
    }

    // What is asked about has its interval; the others have theirs in the file, for a table must fit a page.
    private FindingsTable Table()
    {
        var measures = question.Measures;
        var others = Enumerable.Range(0, scenario.Outcomes.Length).Where(outcome => outcome != question.Outcome).ToList();
        return new(
            $"The points, of {Words.Count(results.Plan.Replications)} histories each; {Figures(Level)} intervals",
            [
                .. axes.Select(axis => (scenario.Parameters[axis.Parameter].Name, true)),
                (scenario.Outcomes[question.Outcome].Name, true), ("interval", true),
                .. others.Select(outcome => (scenario.Outcomes[outcome].Name, true)),
                .. measures.Select(measure => ($"{scenario.Measures[measure].Name} (mean)", true)),
            ],
            [
                .. done.Select(point => (string[])
                [
                    .. axes.Select(axis => Shown(results.Plan.Points[point].Values[axis.Parameter], axis.Parameter)),
                    ShareText.Of(Asked(point).Share), ShareText.Interval(Asked(point).Share),
                    .. others.Select(outcome => ShareText.Of(results[point].Summary.Outcomes[outcome].Share)),
                    .. measures.Select(measure => FindingsText.Mean(results[point].Summary.Measures[measure])),
                ]),
            ]);
    }

    private string Shown(double value, int parameter) => scenario.Parameters[parameter].Word(value) ?? Words.Number(value);

    private ImmutableArray<Chart> Charts() => axes.Length switch
    {
        _ when axes.Any(axis => !scenario.Parameters[axis.Parameter].Choices.IsEmpty) => Named(),
        1 => Curves(),
        2 => Maps(),
        _ => [],
    };

    // Words have no place on an axis of numbers.
    private ImmutableArray<Chart> Named() => axes.Length > 2 ? [] :
    [
        .. scenario.Outcomes.Select((outcome, index) => SideBySide.Of(
            outcome.Name, NumberStyle.Percent, [.. done.Select(point => Estimate(point, index))], caption)),
    ];

    private NamedEstimate Estimate(int point, int outcome)
    {
        var share = results[point].Summary.Outcomes[outcome].Share;
        return new(Place(point), share.Value, share.Interval.Lower, share.Interval.Upper);
    }

    private ImmutableArray<Chart> Curves()
    {
        var lever = scenario.Parameters[axes[0].Parameter].Name;
        var ordered = done.OrderBy(point => results.Plan.Points[point].Values[axes[0].Parameter]).ToList();
        var shares = scenario.Outcomes.Select((outcome, index) => Curve(outcome.Name, point =>
            Share(results[point].Summary.Outcomes[index].Share))).ToList();

        // First what is asked about: the title is about it.
        var asked = shares[question.Outcome];
        shares.RemoveAt(question.Outcome);
        var charts = ImmutableArray.CreateBuilder<Chart>();
        charts.Add(SweepCurve.Of(lever, "Share of histories", NumberStyle.Percent, [asked, .. shares], caption) with
        {
            Name = "sweep-outcomes",
        });
        foreach (var measure in question.Measures)
        {
            var name = scenario.Measures[measure].Name;
            var curve = Curve($"mean of {name}", point => Mean(results[point].Summary.Measures[measure].Mean));
            charts.Add(SweepCurve.Of(lever, $"Mean of {name}", NumberStyle.Plain, [curve], caption) with
            {
                Name = "sweep-" + FindingsText.FileName(name),
            });
        }

        return charts.ToImmutable();

        Curve Curve(string name, Func<int, (double Value, Interval Interval)> estimate) => new(name, [.. ordered.Select(point =>
        {
            var (value, interval) = estimate(point);
            return new CurvePoint(
                results.Plan.Points[point].Values[axes[0].Parameter], value, interval.Lower, interval.Upper);
        }).Where(point => double.IsFinite(point.Value))]);
    }

    private ImmutableArray<Chart> Maps()
    {
        var charts = ImmutableArray.CreateBuilder<Chart>();
        for (var outcome = 0; outcome < scenario.Outcomes.Length; outcome++)
        {
            var index = outcome;
            charts.Add(Map(scenario.Outcomes[index].Name, NumberStyle.Percent, point =>
                results[point].Summary.Outcomes[index].Share.Value));
        }

        charts.AddRange(question.Measures.Select(measure => Map(
            $"mean of {scenario.Measures[measure].Name}", NumberStyle.Plain, point =>
                results[point].Summary.Measures[measure].Mean.Mean)));
        return charts.ToImmutable();
    }

    private ImmutableArray<Chart> Scatters()
    {
        var name = scenario.Outcomes[question.Outcome].Name;
        return
        [
            .. axes.Select(axis => Scatter.Of(
                scenario.Parameters[axis.Parameter].Name,
                name,
                NumberStyle.Percent,
                [
                    .. done.Select(point => new CurvePoint(
                        results.Plan.Points[point].Values[axis.Parameter],
                        Asked(point).Share.Value,
                        Asked(point).Share.Interval.Lower,
                        Asked(point).Share.Interval.Upper)),
                ],
                caption)),
        ];
    }

    private Chart Map(string quantity, NumberStyle style, Func<int, double> value)
    {
        // Sorted, whatever the order of the values on the command line.
        var (down, across) = (Sorted(axes[0]), Sorted(axes[1]));
        var values = down.SelectMany(row => across.Select(column =>
        {
            var point = (row.Place * axes[1].Values.Length) + column.Place;
            return results.Has(point) ? value(point) : double.NaN;
        }));
        return HeatMap.Of(
            quantity,
            style,
            (scenario.Parameters[axes[1].Parameter].Name, [.. across.Select(one => one.Value)]),
            (scenario.Parameters[axes[0].Parameter].Name, [.. down.Select(one => one.Value)]),
            [.. values],
            caption) with
        {
            Name = "heat-" + FindingsText.FileName(quantity),
        };

        static List<(double Value, int Place)> Sorted(PointAxis axis) =>
            [.. axis.Values.Select((one, place) => (one, place)).OrderBy(one => one.one)];
    }

    private static (double Value, Interval Interval) Share(ProportionEstimate share) => (share.Value, share.Interval);

    private static (double Value, Interval Interval) Mean(MeanEstimate mean) => (mean.Mean, mean.Interval);

    private static string Figures(double level) => (100 * level).ToString("0.##", CultureInfo.InvariantCulture) + " %";
}
