namespace Escalation.Charts.Scales;

/// <summary>A place on an axis that is labelled.</summary>
/// <param name="Value">The place.</param>
/// <param name="Label">What is written there.</param>
internal readonly record struct Tick(double Value, string Label);
