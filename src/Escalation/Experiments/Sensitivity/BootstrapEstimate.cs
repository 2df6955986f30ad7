namespace Escalation.Experiments;

/// <summary>An estimate and its percentile interval by drawing rows anew.</summary>
/// <param name="Value">The estimate; NaN where there is none.</param>
/// <param name="Interval">Its interval; an end is infinite where too many of the resamples had no value.</param>
public readonly record struct BootstrapEstimate(double Value, Interval Interval)
{
    /// <summary>Gets what is known where nothing can be estimated.</summary>
    internal static BootstrapEstimate None { get; } = new(double.NaN, new(double.NaN, double.NaN));
}
