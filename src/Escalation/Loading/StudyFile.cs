using System.Collections.Immutable;
using Escalation.Language;
using Escalation.Model;

namespace Escalation.Loading;

/// <summary>Studies of a scenario that lies in another file.</summary>
/// <param name="Scenario">The file of the scenario as it is written.</param>
/// <param name="ScenarioPath">The same seen from where the program is: relative to the folder of the study file, unless it is
/// absolute. Whether there is such a file was not asked.</param>
/// <param name="ScenarioWhere">Where it is written.</param>
/// <param name="About">What the studies are about; may be empty.</param>
/// <param name="Studies">The studies, at least one.</param>
public sealed record StudyFile(
    string Scenario, string ScenarioPath, SourceSpan ScenarioWhere, string About, ImmutableArray<Study> Studies);

/// <summary>What reading a file of studies gave.</summary>
/// <param name="Source">The text; null if it could not be read.</param>
/// <param name="File">The studies; null if there is any error.</param>
/// <param name="Diagnostics">Errors and warnings, by position.</param>
public sealed record StudyFileReading(ScenarioText? Source, StudyFile? File, ImmutableArray<Diagnostic> Diagnostics);
