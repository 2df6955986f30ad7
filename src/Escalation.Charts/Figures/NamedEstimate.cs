namespace Escalation.Charts.Figures;

/// <summary>A number that has a name and an interval.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">The number.</param>
/// <param name="Low">Lower end of its interval; NaN if it has none.</param>
/// <param name="High">Upper end.</param>
public sealed record NamedEstimate(string Name, double Value, double Low, double High);
