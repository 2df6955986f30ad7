using System.Collections.Immutable;
using System.Globalization;
using Escalation.Charts;
using Escalation.Charts.Figures;
using Escalation.Experiments;
using Escalation.Report.Page;
using Escalation.Results;

namespace Escalation.Report;

/// <summary>The charts of a calibration.</summary>
internal static class CalibrationCharts
{
    private const double Level = 0.95;
    private const int MostDensities = 12;

    /// <summary>The charts.</summary>
    public static ImmutableArray<Chart> Of(CalibrationResult result, string scenarioSha256)
    {
        var plan = result.Plan;
        var caption = string.Create(
            CultureInfo.InvariantCulture,
            $"{plan.Particles:N0} particles worth {result.Sampler.Cloud.EffectiveCount:N0}, ")
            + string.Create(CultureInfo.InvariantCulture, $"{Words.Histories(plan.Replications)} each, seed {plan.Seed}; ")
            + $"scenario {scenarioSha256[..12]}.";
        return
        [
            .. Enumerable.Range(0, Math.Min(MostDensities, result.Learnings.Length))
                .Select(input => Density(result, input, caption)),
            .. Predictions(result, caption),
            Path(result, caption),
        ];
    }

    private static Chart Density(CalibrationResult result, int input, string caption)
    {
        var parameter = result.Plan.Readings.Scenario.Parameters[result.Plan.Space.Inputs[input].Parameter];
        var weights = result.Sampler.Cloud.Weights.ToArray();
        return PriorPosterior.Of(
            parameter.Name,
            JsonText.Unit(parameter.Quantity),
            result.PriorOf(input).ToArray(),
            [.. result.ValuesOf(input).ToArray().Zip(weights)],
            parameter.Value ?? double.NaN,
            caption);
    }

    private static IEnumerable<Chart> Predictions(CalibrationResult result, string caption)
    {
        var single = result.Fits.Where(fit => fit.Target.Table.Length == 0 && fit.Posterior is not null).ToList();
        if (single.Count > 0)
        {
            yield return PredictedTargets.Of([.. single.Select(Scaled)], "Medians and 95 % ranges. " + caption);
        }

        foreach (var table in result.Fits.Where(fit => fit.Target.Table.Length > 0).GroupBy(fit => fit.Target.Table))
        {
            var start = result.Plan.Readings.Scenario.Start;
            yield return PredictedTargets.OfTable(
                table.Key,
                new("predicted", [.. table.Select(Range)]),
                [.. table.Select(fit => new CurvePoint(fit.Target.AtDay!.Value, fit.Target.Observed, double.NaN, double.NaN))],
                start is { } date ? DateOnly.FromDateTime(date) : null,
                "Median and 95 % range of each step by itself. " + caption);
        }
    }

    private static PredictedTarget Scaled(TargetFit fit)
    {
        var sample = fit.Posterior!;
        var unit = sample.StandardDeviation > 0 ? sample.StandardDeviation : 1;
        double Off(double value) => (value - fit.Target.Observed) / unit;
        var range = sample.CentralRange(Level);
        return new(fit.Target.Title, Off(sample.Quantile(0.5)), Off(range.Lower), Off(range.Upper));
    }

    private static CurvePoint Range(TargetFit fit)
    {
        var (day, sample) = (fit.Target.AtDay!.Value, fit.Posterior);
        return sample is null
            ? new(day, double.NaN, double.NaN, double.NaN)
            : new(day, sample.Quantile(0.5), sample.CentralRange(Level).Lower, sample.CentralRange(Level).Upper);
    }

    private static Chart Path(CalibrationResult result, string caption)
    {
        var (generations, particles) = (result.Sampler.Generations, (double)result.Plan.Particles);
        Curve Curve(string name, Func<SamplerGeneration, double> share) => new(
            name,
            [.. generations.Select(one => new CurvePoint(one.Number, share(one), double.NaN, double.NaN))]);

        var effective = Curve("effective particles", one => one.EffectiveCount / particles);
        if (result.Plan.HasLikelihood)
        {
            return SamplerPath.Of(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The likelihood reached power {generations[^1].Temperature:G3} in {generations.Length} generations"),
                [Curve("power of the likelihood", one => one.Temperature), effective],
                caption);
        }

        var first = generations.FirstOrDefault(one => double.IsFinite(one.Tolerance) && one.Tolerance > 0)?.Tolerance ?? 1;
        var left = Math.Min(generations[result.Sampler.UsedGeneration].Tolerance / first, 1);
        return SamplerPath.Of(
            string.Create(CultureInfo.InvariantCulture, $"The tolerance fell to {100 * left:G3} % of its first value"),
            [
                Curve(
                    "tolerance, of its first value",
                    one => double.IsFinite(one.Tolerance) ? one.Tolerance / first : double.NaN),
                Curve("accepted proposals", one => (double)one.Accepted / one.Proposals),
                effective,
            ],
            caption);
    }
}
