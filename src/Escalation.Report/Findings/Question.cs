using System.Collections.Immutable;

namespace Escalation.Report;

/// <summary>What an experiment is asked about.</summary>
/// <param name="Outcome">Index of the outcome.</param>
/// <param name="Measures">Indices of the measures that are shown beside it.</param>
public sealed record Question(int Outcome, ImmutableArray<int> Measures);
