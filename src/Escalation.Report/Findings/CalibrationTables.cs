using System.Collections.Immutable;
using Escalation.Experiments;
using Escalation.Results;

namespace Escalation.Report;

/// <summary>The tables of a calibration for programs.</summary>
internal static class CalibrationTables
{
    private const double Level = 0.95;

    /// <summary>The tables; that of uncertainties is the main one.</summary>
    public static ImmutableArray<DataTable> Of(CalibrationResult result) =>
        [Uncertainties(result), Targets(result), Pairs(result), Particles(result), Generations(result)];

    private static DataTable Uncertainties(CalibrationResult result)
    {
        var table = new DataTable(
            "uncertainties", "uncertainty", "unit", "prior_mean", "prior_sd", "prior_p025", "prior_p50", "prior_p975",
            "posterior_mean", "posterior_sd", "posterior_p025", "posterior_p50", "posterior_p975", "contraction",
            "kolmogorov_distance", "distance_by_chance", "is_informed", "effective_particles");
        for (var index = 0; index < result.Learnings.Length; index++)
        {
            var learning = result.Learnings[index];
            var parameter = result.Plan.Readings.Scenario.Parameters[result.Plan.Space.Inputs[index].Parameter];
            table.Add([
                parameter.Name, JsonText.Unit(parameter.Quantity), .. Law(learning.Prior), .. Law(learning.Posterior),
                learning.Contraction, learning.Distance, learning.DistanceByChance, learning.IsInformed ? 1 : 0,
                learning.Posterior.EffectiveCount,
            ]);
        }

        return table;
    }

    private static DataTable Targets(CalibrationResult result)
    {
        var table = new DataTable(
            "targets", "target", "of", "table", "since_day", "at_day", "observed", "noise", "prior_mean", "prior_sd",
            "prior_p025", "prior_p50", "prior_p975", "posterior_mean", "posterior_sd", "posterior_p025", "posterior_p50",
            "posterior_p975", "tail_probability", "dispersion");
        foreach (var fit in result.Fits)
        {
            var target = fit.Target;
            table.Add([
                target.Title, target.Of, target.Table, target.SinceDay ?? double.NaN, target.AtDay ?? double.NaN, target.Observed,
                target.Noise.Kind.ToString(), .. Law(fit.Prior), .. Law(fit.Posterior), fit.TailProbability, fit.Dispersion,
            ]);
        }

        return table;
    }

    private static DataTable Pairs(CalibrationResult result)
    {
        var names = result.Plan.Space.Names;
        var table = new DataTable("pairs", "first", "second", "rank_correlation", "is_confounded");
        foreach (var pair in result.Pairs)
        {
            table.Add(names[pair.First], names[pair.Second], pair.Rank, pair.IsConfounded ? 1 : 0);
        }

        return table;
    }

    private static DataTable Particles(CalibrationResult result)
    {
        var table = new DataTable("posterior", ["particle", "weight", .. result.Plan.Space.Names]);
        var cloud = result.Sampler.Cloud;
        for (var particle = 0; particle < cloud.Count; particle++)
        {
            var cells = ImmutableArray.CreateBuilder<DataCell>();
            cells.AddRange(particle, cloud.Weights[particle]);
            for (var input = 0; input < result.Learnings.Length; input++)
            {
                cells.Add(result.ValuesOf(input)[particle]);
            }

            table.Add(cells.ToImmutable());
        }

        return table;
    }

    private static DataTable Generations(CalibrationResult result)
    {
        var table = new DataTable(
            "generations", "generation", "tolerance", "power", "proposals", "accepted", "effective_particles", "is_used");
        foreach (var generation in result.Sampler.Generations)
        {
            table.Add(
                generation.Number, generation.Tolerance, generation.Temperature, generation.Proposals, generation.Accepted,
                generation.EffectiveCount, generation.Number == result.Sampler.UsedGeneration ? 1 : 0);
        }

        return table;
    }

    private static DataCell[] Law(WeightedSample? sample)
    {
        if (sample is null)
        {
            return [.. Enumerable.Repeat((DataCell)double.NaN, 5)];
        }

        var range = sample.CentralRange(Level);
        return [sample.Mean, sample.StandardDeviation, range.Lower, sample.Quantile(0.5), range.Upper];
    }
}
