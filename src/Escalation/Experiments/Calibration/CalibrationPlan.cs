namespace Escalation.Experiments;

/// <summary>What a calibration is to do.</summary>
/// <param name="Space">The uncertainties, with their priors.</param>
/// <param name="Readings">What was observed.</param>
/// <param name="Particles">Number of particles of a generation; at least 2.</param>
/// <param name="Replications">Histories a proposal; at least 1.</param>
/// <param name="Budget">At most how many histories; at least those of three generations.</param>
/// <param name="Seed">The seed.</param>
public sealed record CalibrationPlan(
    InputSpace Space, TargetReadings Readings, int Particles, int Replications, long Budget, ulong Seed)
{
    /// <summary>What its luck is named after.</summary>
    internal const string Name = "calibrate";

    /// <summary>Histories of one generation.</summary>
    public long Generation => (long)Particles * Replications;

    /// <summary>Gets a value indicating whether the targets have a likelihood; else they are met by distance.</summary>
    public bool HasLikelihood => CalibrationTarget.HaveLikelihood(Readings.Targets);

    /// <summary>The fewest histories that a calibration takes: the prior, one generation after it, and what the posterior
    /// predicts.</summary>
    public long LeastBudget => 3 * Generation;

    /// <summary>The sampler. One generation is set aside for what the posterior predicts.</summary>
    internal IParticleSampler Sampler()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Budget, LeastBudget);
        var plan = new SamplerPlan(Space.Inputs.Length, Particles, Seed, Name, (Budget - Generation) / Replications);
        return HasLikelihood ? new TemperedSampler(plan, Readings.Targets) : new AbcSmc(plan, Readings.Targets);
    }
}
