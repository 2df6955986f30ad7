using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Escalation.Charts;
using Escalation.Charts.Figures;
using Escalation.Experiments;

namespace Escalation.Studies;

/// <summary>Writes the page on the dilemma: what comes of never answering, of always answering, and of what lies between.</summary>
/// <param name="seed">The seed of all runs.</param>
internal sealed class DilemmaPage(ulong seed)
{
    private const string ClosedFormFile = "scenarios/dilemma-closed-form.yaml";
    private const string AutumnFile = "scenarios/iraq-syria-2023-10.yaml";
    private const int ClosedFormReplications = 100_000;
    private const int Replications = 10_000;
    private const int ReplicationsOfChanges = 4_000;

    private static readonly double[] Responses = [0, 0.01, 0.025, 0.05, 0.1, 0.2, 0.4, 0.7, 1];
    private static readonly double[] Severities = [0, 0.2, 0.4, 0.8, 1.2, 2, 3];
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    private readonly Study autumn = new(AutumnFile, seed, Replications);

    /// <summary>The page and its pictures; it takes some minutes.</summary>
    public (string Text, ImmutableArray<Chart> Charts) Make()
    {
        var text = new StringBuilder(DilemmaText.Head);
        text.Append(DilemmaText.ClosedForm).Append(ClosedForm());
        var often = Sweep(autumn);
        text.Append(DilemmaText.HowOften).Append(OutcomeTable("us_response", Responses, often)).Append(Least(often));
        var hard = Severities.Select(severity => autumn.Run(("us_response", 0.2), ("us_severity", severity))).ToArray();
        text.Append(DilemmaText.HowHard).Append(OutcomeTable("us_severity", Severities, hard));
        text.Append(DilemmaText.WhatMovesIt).Append(WhatMovesIt(often));
        return (
            text.Append(DilemmaText.Tail).ToString(),
            [
                Picture("dilemma-how-often", "us_response", Responses, often),
                Picture("dilemma-how-hard", "us_severity", Severities, hard),
            ]);
    }

    private Chart Picture(string name, string lever, double[] values, StudyPoint[] points)
    {
        var caption = string.Create(
            Invariant,
            $"{Replications:N0} histories a point on the same luck, seed {seed}; bands: 95 % intervals; {AutumnFile}.");
        var chart = SweepCurve.Of(
            lever, "Share of histories", NumberStyle.Percent, [Curve("spiral"), Curve("near_war")], caption);
        return chart with { Name = name };

        Curve Curve(string outcome) => new(
            outcome,
            [
                .. from pair in values.Zip(points)
                   let share = pair.Second.Share(outcome)
                   select new CurvePoint(pair.First, share.Value, share.Interval.Lower, share.Interval.Upper),
            ]);
    }

    private string ClosedForm()
    {
        var study = new Study(ClosedFormFile, seed, ClosedFormReplications);
        double[] severities = [0, 0.25, 0.5, 0.75, 1, 1.1667, 1.4, 1.6, 1.8];
        return Table.Of(["severity", "exact", "simulated", "difference in standard errors"], severities.Select(severity =>
        {
            var found = study.Run(("severity", severity)).Mean("attacks");
            var exact = 100 * Math.Exp(-1.2 * severity) / (1 - (0.5 * severity));
            var error = found.StandardDeviation / Math.Sqrt(found.Count);
            return new[]
            {
                Number(severity, 4), Number(exact, 2), $"{Number(found.Mean, 2)} ± {Number(found.HalfWidth, 2)}",
                Number((found.Mean - exact) / error, 1),
            };
        }));
    }

    private static StudyPoint[] Sweep(Study study, params (string Name, double Value)[] settings) =>
        [.. Responses.Select(response => study.Run([.. settings, ("us_response", response)]))];

    private static string OutcomeTable(string lever, double[] values, StudyPoint[] points) => Table.Of(
        [lever, "spiral, %", "near war, %", "attacks", "US dead", "US strikes", "doubt at the end"],
        values.Zip(points).Select(row => new[]
        {
            Number(row.First, 3), Percent(row.Second.Share("spiral")), Percent(row.Second.Share("near_war")),
            Estimate(row.Second.Mean("attacks"), 0), Estimate(row.Second.Mean("us_deaths"), 2),
            Estimate(row.Second.Mean("operations"), 1), Number(row.Second.LastMeans["kataib.doubt"], 1),
        }));

    private static string Least(StudyPoint[] points) => string.Create(
        Invariant,
        $"The chance of a spiral is least at us_response = {LeastAt(points, SpiralShare)}, " +
        $"the mean of the American dead at {LeastAt(points, Dead)}.\n\n");

    private string WhatMovesIt(StudyPoint[] curve)
    {
        (string Name, double Value)[] changes =
        [
            ("deterrence", 0), ("deterrence", 1), ("doubt_gain", 0), ("doubt_gain", 0.2), ("provocation", 0.7), ("provocation", 5.6),
            ("misjudgement", 0), ("misjudgement", 0.08),
        ];
        var changed = new Study(AutumnFile, seed, ReplicationsOfChanges);
        var rows = changes.Select(change =>
            Row(Invariant, $"{change.Name} = {change.Value}", Sweep(changed, change)));
        return Table.Of(
            [
                "with", "spiral, never answering, %", "spiral, least, %", "at us_response", "spiral, always answering, %",
                "US dead, never", "US dead, least", "at us_response", "US dead, always",
            ],
            rows.Prepend(Row(Invariant, $"as written", curve)));

        static string[] Row(IFormatProvider culture, FormattableString title, StudyPoint[] points) =>
        [
            title.ToString(culture),
            Number(100 * SpiralShare(points[0]), 1), Number(100 * points.Min(SpiralShare), 1), LeastAt(points, SpiralShare),
            Number(100 * SpiralShare(points[^1]), 1),
            Number(Dead(points[0]), 2), Number(points.Min(Dead), 2), LeastAt(points, Dead), Number(Dead(points[^1]), 2),
        ];
    }

    private static double SpiralShare(StudyPoint point) => point.Share("spiral").Value;

    private static double Dead(StudyPoint point) => point.Mean("us_deaths").Mean;

    private static string LeastAt(StudyPoint[] points, Func<StudyPoint, double> value) =>
        Number(Responses[Array.IndexOf(points, points.MinBy(value))], 3);

    private static string Percent(ProportionEstimate share) =>
        $"{Number(100 * share.Value, 1)} ({Number(100 * share.Interval.Lower, 1)}–{Number(100 * share.Interval.Upper, 1)})";

    private static string Estimate(MeanEstimate mean, int digits) => $"{Number(mean.Mean, digits)} ± {Number(mean.HalfWidth, digits)}";

    private static string Number(double value, int digits) => Math.Round(value, digits).ToString($"0.{new string('#', digits)}", Invariant);
}
