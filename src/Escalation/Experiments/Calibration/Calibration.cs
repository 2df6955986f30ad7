using System.Collections.Immutable;
using Escalation.Model;

namespace Escalation.Experiments;

/// <summary>Fits uncertainties to what was observed: from targets to weighted particles and what is to be said of them.</summary>
/// <remarks>Every proposal has luck of its own: with the same for all, the posterior would be about that luck.</remarks>
public static class Calibration
{
    /// <summary>Draws of the prior that need no histories.</summary>
    private const int PriorDraws = 4096;

    /// <summary>Points that are run at a time.</summary>
    private const int MostAtOnce = 8192;

    /// <summary>Predictions have replications beyond all those of proposals.</summary>
    private const long PredictionLuck = 1L << 44;

    /// <summary>Calibrates.</summary>
    /// <param name="plan">What is to be done.</param>
    /// <param name="session">Runs the points: those of the scenario that <see cref="TargetReadings.Scenario"/> holds, with the
    /// inputs of the plan as what varies and with its seed.</param>
    /// <returns>The posterior; the same for any number of threads and after any interruption.</returns>
    /// <exception cref="PointFaultException">A replication failed.</exception>
    /// <exception cref="Language.FormulaFaultException">A prior has no value at some point.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public static CalibrationResult Run(CalibrationPlan plan, PointSession session)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(session);
        var sampler = plan.Sampler();
        var ofPrior = new List<Simulated>(plan.Particles);
        while (!sampler.IsDone)
        {
            var proposals = sampler.Ask(Math.Clamp(sampler.WantedCount, 1, MostAtOnce));
            var found = Simulate(plan, plan.Readings, session, proposals, luck: 0, CalibrationPlan.Name, out _);
            ofPrior.AddRange(found.Take(plan.Particles - ofPrior.Count));
            sampler.Tell(found);
        }

        var posterior = sampler.Result();
        var chosen = posterior.Cloud.Resample(plan.Seed, CalibrationPlan.Name, plan.Particles);
        ImmutableArray<Proposal> again =
            [.. chosen.Select((particle, place) => new Proposal(place, posterior.Cloud.UnitAt(particle)))];
        var predicted = Simulate(plan, plan.Readings, session, again, PredictionLuck, "predictive", out var values);
        return new(plan, posterior, Prior(plan), Particles(plan, posterior.Cloud), Fits(plan, ofPrior, predicted, values));
    }

    /// <summary>What would be observed at proposals: histories with luck of their own, then the noise.</summary>
    internal static ImmutableArray<Simulated> Simulate(
        CalibrationPlan plan,
        TargetReadings readings,
        PointSession session,
        ImmutableArray<Proposal> proposals,
        long luck,
        string name,
        out ImmutableArray<ImmutableArray<TargetValue>> values)
    {
        ImmutableArray<Point> points =
        [
            .. proposals.Select(proposal => plan.Space.At(
                proposal.Coordinates.AsSpan(), luck + (proposal.Number * plan.Replications))),
        ];
        values = session.Run(points, plan.Replications, (point, rows) => readings.In(rows, points[point]));
        return
        [
            .. proposals.Zip(values, (proposal, given) => CalibrationTarget.Judge(
                readings.Targets, given.AsSpan(), plan.Seed, name, proposal.Number)),
        ];
    }

    private static double[][] Prior(CalibrationPlan plan)
    {
        var draws = SobolSequence.Scrambled(plan.Seed, "calibrate prior", PriorDraws, plan.Space.Inputs.Length);
        return Columns(plan, [.. Enumerable.Range(0, PriorDraws).Select(row => plan.Space.At(draws.Row(row)))]);
    }

    private static double[][] Particles(CalibrationPlan plan, ParticleCloud cloud) => Columns(
        plan, [.. Enumerable.Range(0, cloud.Count).Select(particle => plan.Space.At(cloud.UnitAt(particle).AsSpan()))]);

    private static double[][] Columns(CalibrationPlan plan, ImmutableArray<Point> points) =>
        [.. plan.Space.Inputs.Select(input => points.Select(point => point.Values[input.Parameter]).ToArray())];

    private static ImmutableArray<TargetFit> Fits(
        CalibrationPlan plan,
        List<Simulated> prior,
        ImmutableArray<Simulated> posterior,
        ImmutableArray<ImmutableArray<TargetValue>> values) =>
    [
        .. plan.Readings.Source.Select((target, index) => new TargetFit(
            target,
            WeightedSample.Of(prior.Select(one => one.Observations[index]).ToArray()),
            WeightedSample.Of(posterior.Select(one => one.Observations[index]).ToArray()))
        {
            Dispersion = values.Average(one => one[index].Variance) / values.Average(one => one[index].Value),
        }),
    ];
}

/// <summary>What a calibration found.</summary>
public sealed class CalibrationResult
{
    private readonly double[][] prior;
    private readonly double[][] values;

    internal CalibrationResult(
        CalibrationPlan plan, SamplerResult sampler, double[][] prior, double[][] values, ImmutableArray<TargetFit> fits)
    {
        (Plan, Sampler, Fits, this.prior, this.values) = (plan, sampler, fits, prior, values);
        Learnings = PosteriorLearning.Of(prior, values, sampler.Cloud.Weights);
        Pairs = PosteriorPair.Of(values, sampler.Cloud.Weights);
    }

    /// <summary>What was to be done.</summary>
    public CalibrationPlan Plan { get; }

    /// <summary>The particles and how they were found.</summary>
    public SamplerResult Sampler { get; }

    /// <summary>What the data taught about each input, in the order of the space.</summary>
    public ImmutableArray<PosteriorLearning> Learnings { get; }

    /// <summary>How the inputs hang together.</summary>
    public ImmutableArray<PosteriorPair> Pairs { get; }

    /// <summary>How each target is met.</summary>
    public ImmutableArray<TargetFit> Fits { get; }

    /// <summary>Whether there are enough particles.</summary>
    public PosteriorSize Size => PosteriorSizes.Of(Sampler.Cloud.EffectiveCount);

    /// <summary>Draws of an input from its prior.</summary>
    /// <param name="input">Its place in the space.</param>
    public ReadOnlySpan<double> PriorOf(int input) => prior[input];

    /// <summary>The values of an input, one a particle.</summary>
    /// <param name="input">Its place in the space.</param>
    public ReadOnlySpan<double> ValuesOf(int input) => values[input];
}

/// <summary>How a target is met.</summary>
/// <param name="Target">The target.</param>
/// <param name="Prior">What the prior says would be observed; null if no history has a value.</param>
/// <param name="Posterior">What the posterior says would be observed, on fresh histories; null if no history has a
/// value.</param>
public sealed record TargetFit(Target Target, WeightedSample? Prior, WeightedSample? Posterior)
{
    /// <summary>The chance, if the posterior is right, of an observation as far out as the real one; NaN without
    /// predictions.</summary>
    public double TailProbability => Posterior?.TwoSidedTail(Target.Observed) ?? double.NaN;

    /// <summary>Variance of the histories of a particle over their mean, which for counts of independent events is 1.</summary>
    public double Dispersion { get; init; } = double.NaN;
}
