namespace Escalation.Experiments;

/// <summary>How intervals are found by drawing rows anew.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Name">What is estimated: another name draws other rows.</param>
/// <param name="Resamples">How often the rows are drawn anew; at least 100.</param>
/// <param name="Level">Confidence, between 0 and 1, both excluded.</param>
public sealed record BootstrapPlan(ulong Seed, string Name, int Resamples = 1_000, double Level = 0.95);
