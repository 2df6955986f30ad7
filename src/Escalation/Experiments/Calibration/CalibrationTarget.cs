using System.Collections.Immutable;
using Escalation.Engine;

namespace Escalation.Experiments;

/// <summary>Something observed, as calibration fits it.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Observed">The observed number; a whole one, at least 0, if the noise is that of counts.</param>
/// <param name="Noise">The law of its error.</param>
public sealed record CalibrationTarget(string Title, double Observed, ObservationNoise Noise)
{
    /// <summary>Says whether targets have a likelihood: all of them are counts about an expected count.</summary>
    /// <param name="targets">The targets.</param>
    public static bool HaveLikelihood(ImmutableArray<CalibrationTarget> targets) =>
        targets.All(target => target.Noise.IsCount);

    /// <summary>What the model gives for targets, as samplers take it.</summary>
    /// <param name="targets">The targets.</param>
    /// <param name="values">What the model gives, one a target.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="name">What it is for; another name draws other errors.</param>
    /// <param name="number">Number of the proposal, from which the errors that are drawn follow.</param>
    /// <returns>Observations with their noise, and the likelihood if there is one.</returns>
    public static Simulated Judge(
        ImmutableArray<CalibrationTarget> targets, ReadOnlySpan<TargetValue> values, ulong seed, string name, long number)
    {
        var key = DesignKey.Of(seed, "observation", name);
        var observations = ImmutableArray.CreateBuilder<double>(targets.Length);
        var logLikelihood = 0.0;
        for (var index = 0; index < targets.Length; index++)
        {
            var (target, value) = (targets[index], values[index]);
            var stream = KeyedStream.Derive(key, (ulong)index, (ulong)number);
            observations.Add(target.Noise.Draw(value.Value, value.Variance, ref stream));
            logLikelihood += target.Noise.IsCount
                ? target.Noise.LogLikelihood(target.Observed, value.Expected, value.Variance)
                : double.NaN;
        }

        return new(observations.MoveToImmutable(), logLikelihood);
    }
}

/// <summary>What the model gives for a target.</summary>
/// <param name="Value">Of one history, or over all of them; NaN if there is none.</param>
/// <param name="Variance">Of the histories; NaN if there is only one.</param>
/// <param name="Histories">How many histories it is from.</param>
public readonly record struct TargetValue(double Value, double Variance, long Histories)
{
    /// <summary>An expected count, which is above 0.</summary>
    /// <remarks>No event in R histories says that the expectation is of the order of 1/R or less, not that it is 0, at which an
    /// observed event would be impossible: half an event in all of them is taken.</remarks>
    public double Expected => double.IsNaN(Value) ? Value : Math.Max(Value, 0.5 / Histories);
}
