using System.Collections.Immutable;
using System.Globalization;
using Escalation.Charts;
using Escalation.Charts.Figures;
using Escalation.Experiments;
using Escalation.Model;
using Escalation.Report.Page;
using Escalation.Results;

namespace Escalation.Report;

/// <summary>What a sensitivity analysis found: which inputs a result hangs on, and how much of it is luck.</summary>
public sealed class SensitivityFindings
{
    private const int InputsTold = 3;

    private readonly Scenario scenario;
    private readonly SensitivityPlan plan;
    private readonly PointResults<double[][]> results;
    private readonly ImmutableArray<ResultSensitivity> found;
    private readonly string caption;

    private SensitivityFindings(
        SensitivityPlan plan, ImmutableArray<AskedResult> asked, PointResults<double[][]> results, string sha256)
    {
        (this.plan, this.results) = (plan, results);
        scenario = results.Plan.Scenario;
        found = [.. asked.Select((result, place) => ResultSensitivity.Of(plan, result, results, place))];
        caption = string.Create(
            CultureInfo.InvariantCulture, $"{results.Plan.AllReplications:N0} histories, seed {plan.Seed}; 95 % bootstrap ")
            + $"intervals; scenario {sha256[..12]}.";
    }

    /// <summary>Makes the findings of a sensitivity analysis.</summary>
    /// <param name="plan">The points.</param>
    /// <param name="asked">The results that are asked about.</param>
    /// <param name="results">For each point and each result its numbers, one a history; all points are whole.</param>
    /// <param name="scenarioSha256">SHA-256 of the scenario file.</param>
    /// <returns>The findings.</returns>
    public static Findings Of(
        SensitivityPlan plan, ImmutableArray<AskedResult> asked, PointResults<double[][]> results, string scenarioSha256)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(results);
        var sensitivity = new SensitivityFindings(plan, asked, results, scenarioSha256);
        return new()
        {
            Experiment = "sensitivity",
            ScenarioName = sensitivity.scenario.Name,
            Answer = string.Join(' ', sensitivity.found.Select(sensitivity.Sentence)),
            Notes = sensitivity.Notes(),
            Tables = [.. sensitivity.found.Where(one => one.IsKnown).Select(sensitivity.Table)],
            Data = [.. sensitivity.Data()],
            Charts = [.. sensitivity.found.Where(one => one.IsKnown).SelectMany(sensitivity.Charts)],
        };
    }

    private ImmutableArray<string> Names => plan.Space.Names;

    private string Sentence(ResultSensitivity one)
    {
        if (one.Problem is { } problem)
        {
            return problem;
        }

        if (one.Sobol is not { } sobol)
        {
            var seen = one.Ranking
                .Where(input => one.Morris!.Value[input].IsEffectSeen).Take(InputsTold).Select(input => Names[input]);
            return $"{one.Result.Name} hangs most on {List(seen)} (Morris).";
        }

        if (!sobol.IsVarianceSeen)
        {
            return $"{one.Result.Name}: {sobol.Verdict}";
        }

        // The first in any case, others if they can be told from nothing.
        var told = one.Ranking.Take(InputsTold).Where((input, rank) =>
            rank == 0 || sobol.Inputs[input].Total.Interval.Lower > 0).Select(input =>
            $"{Names[input]} ({Percent(sobol.Inputs[input].Total.Value)} of the variance, {Range(sobol.Inputs[input].Total)})");
        return $"{one.Result.Name} hangs most on {List(told)}; {Percent(sobol.NoiseShare)} of what varies between points is "
            + "luck.";
    }

    private static string List(IEnumerable<string> parts)
    {
        var all = parts.ToList();
        return all.Count switch
        {
            0 => "nothing that could be told from luck",
            1 => all[0],
            _ => string.Join(", ", all.SkipLast(1)) + " and " + all[^1],
        };
    }

    private static string Percent(double part) => double.IsFinite(part)
        ? (Math.Round(100 * part) + 0.0).ToString("0;−0;0", CultureInfo.InvariantCulture) + " %"
        : "–";

    private static string Range(BootstrapEstimate estimate) => double.IsFinite(estimate.Interval.HalfWidth)
        ? $"{Percent(estimate.Interval.Lower)[..^2]} to {Percent(estimate.Interval.Upper)}"
        : "–";

    private ImmutableArray<string> Notes() =>
    [
        plan.Cost + ".",
        "First order: the part of the variance of the expected result that would go if this input were known. Total: the part "
            + "that "
            + "would stay if all others were known; what it has more comes from working together with other inputs. Negative "
            + "values are small ones: they are shown as they were found.",
        "The luck of the histories is taken out of the indices and shown by itself. The points of a row share their luck, so "
            + "that "
            + "their differences are due to the inputs.",
        "PAWN: how far the law of the result moves where the input lies in one of ten slices, from 0 to 1; 'as luck': no "
            + "farther than an input that does nothing would in one case of twenty.",
        "Morris: μ* is the mean size of the effect of a step over half of the range of an input's law, in units of the whole; an "
            + "input has no effect seen if even the upper end of μ* lies below what luck alone would show.",
    ];

    private FindingsTable Table(ResultSensitivity one)
    {
        var columns = ImmutableArray.CreateBuilder<(string, bool)>();
        columns.Add(("input", false));
        if (one.Sobol is not null)
        {
            columns.AddRange(("total", true), ("interval", true), ("first order", true), ("interval", true), ("PAWN", true));
        }

        if (one.Morris is not null)
        {
            columns.AddRange(("μ*", true), ("σ", true), ("Morris", false));
        }

        return new(
            $"{one.Result.Name}: parts of the variance of its expected value",
            columns.ToImmutable(),
            [
                .. one.Ranking.Select(input => (string[])
                [
                    Names[input],
                    .. one.Sobol is { } sobol
                        ? [
                            Percent(sobol.Inputs[input].Total.Value), Range(sobol.Inputs[input].Total),
                            Percent(sobol.Inputs[input].First.Value), Range(sobol.Inputs[input].First),
                            one.Pawn[input].Greatest.ToString("0.00", CultureInfo.InvariantCulture)
                                + (one.Pawn[input].IsSeen ? "" : " (as luck)"),
                        ]
                        : Array.Empty<string>(),
                    .. one.Morris is { } morris
                        ? [
                            Words.Number(morris[input].MuStar.Value), Words.Number(morris[input].Sigma.Value),
                            morris[input].Verdict,
                        ]
                        : Array.Empty<string>(),
                ]),
            ]);
    }

    private IEnumerable<DataTable> Data()
    {
        var indices = new DataTable(
            "indices", "result", "input", "first", "first_low", "first_high", "total", "total_low", "total_high", "pawn",
            "pawn_of_dummy", "low_fifth", "high_fifth", "variance", "noise_variance", "noise_share", "rows", "replications");
        var effects = new DataTable(
            "effects", "result", "input", "mu", "mu_star", "mu_star_low", "mu_star_high", "sigma", "noise_level", "verdict",
            "trajectories", "replications");
        foreach (var one in found.Where(one => one.IsKnown))
        {
            for (var input = 0; input < Names.Length; input++)
            {
                one.AddIndex(indices, Names[input], input, plan);
                one.AddEffect(effects, Names[input], input, plan);
            }
        }

        return [.. new[] { indices, effects }.Where(table => table.Rows.Count > 0), PointTable()];
    }

    private DataTable PointTable()
    {
        var table = new DataTable(
            "points",
            [
                "point", "design", "row", .. Names,
                .. found.Select(one => (one.Result.IsOutcome ? "share_of_" : "mean_of_") + one.Result.Name),
            ]);
        for (var point = 0; point < plan.Points.Length; point++)
        {
            var isMorris = point < plan.MorrisCount;
            var row = isMorris
                ? point / (Names.Length + 1)
                : (point - plan.MorrisCount) / SaltelliDesign.PointsPerRowOf(Names.Length);
            table.Add([
                point, isMorris ? "morris" : "saltelli", row,
                .. plan.Space.Inputs.Select(input => (DataCell)plan.Points[point].Values[input.Parameter]),
                .. results[point].Select(numbers => (DataCell)numbers.Average()),
            ]);
        }

        return table;
    }

    private IEnumerable<Chart> Charts(ResultSensitivity one)
    {
        var (name, file) = (one.Result.Name, FindingsText.FileName(one.Result.Name));
        if (one.Sobol is { } sobol)
        {
            var style = one.Result.IsOutcome ? NumberStyle.Percent : NumberStyle.Plain;
            var bars = one.Ranking.Select(input => new TornadoBar(Names[input], one.Fifths[input].Low, one.Fifths[input].High));
            yield return Tornado.Of(name, style, one.Mean, [.. bars], FifthsCaption, "mean") with { Name = "tornado-" + file };
            yield return Interactions.Of(name, [.. one.Ranking.Select(Bar)], NoiseCaption(sobol)) with
            {
                Name = "interactions-" + file,
            };
        }

        if (one.Morris is { } morris)
        {
            var noise = morris.Max(effect => effect.NoiseLevel);
            yield return MorrisPlane.Of(name, [.. one.Ranking.Select(Effect)], noise, caption) with { Name = "morris-" + file };
        }

        InteractionBar Bar(int input)
        {
            var (first, total) = one.Sobol!.Inputs[input];
            return new(
                Names[input], first.Value, first.Interval.Lower, first.Interval.Upper, total.Value, total.Interval.Lower,
                total.Interval.Upper);
        }

        MorrisPoint Effect(int input)
        {
            var effect = one.Morris.Value[input];
            return new(
                Names[input], effect.MuStar.Value, effect.MuStar.Interval.Lower, effect.MuStar.Interval.Upper, effect.Sigma.Value,
                effect.IsEffectSeen);
        }
    }

    private string FifthsCaption => "Means where an input lies in the lowest and in the highest fifth of its law. " + caption;

    private string NoiseCaption(SobolIndices sobol) =>
        $"{Percent(sobol.NoiseShare)} of what varies between points is luck, which is taken out. " + caption;
}
