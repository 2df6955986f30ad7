namespace Escalation.Experiments;

/// <summary>What part of the variance of a result an input explains.</summary>
/// <param name="First">S: the part that goes away, on average, when this input alone is known.</param>
/// <param name="Total">ST: the part that is left when all other inputs are known; S and what this input does together with
/// others.</param>
/// <remarks>Estimates are shown as they are, with their intervals: one of nothing may be negative, and S may be above ST by
/// chance.</remarks>
public readonly record struct SobolIndex(BootstrapEstimate First, BootstrapEstimate Total);
