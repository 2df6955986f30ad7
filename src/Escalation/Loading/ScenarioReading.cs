using System.Collections.Immutable;
using Escalation.Model;

namespace Escalation.Loading;

/// <summary>What reading a file gave.</summary>
/// <param name="Source">The text; null if it could not be read.</param>
/// <param name="Scenario">The scenario; null if there is any error.</param>
/// <param name="Diagnostics">Errors and warnings, by position.</param>
public sealed record ScenarioReading(ScenarioText? Source, Scenario? Scenario, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The files beside the scenario that were read with it.</summary>
    public ImmutableArray<ScenarioText> Beside { get; init; } = [];
}
