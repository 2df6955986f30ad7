using System.Collections.Immutable;
using Escalation.Loading;
using Escalation.Model;

namespace Escalation.Cli;

/// <summary>A file that holds studies: a scenario, or one of studies alone.</summary>
/// <param name="Text">Its text.</param>
/// <param name="ScenarioPath">The scenario that they are of.</param>
/// <param name="Studies">The studies.</param>
internal sealed record StudySource(ScenarioText Text, string ScenarioPath, ImmutableArray<Study> Studies)
{
    /// <summary>Reads a file and says on standard error what is wrong with it.</summary>
    /// <param name="terminal">Where messages go.</param>
    /// <param name="path">The path, as given.</param>
    /// <returns>The studies; null if there is an error, which has been told.</returns>
    internal static StudySource? Read(Terminal terminal, string path)
    {
        var reading = ScenarioReader.ReadFile(path);
        if (reading.Source is { } text && StudyFileReader.Recognises(text))
        {
            var file = StudyFileReader.Read(text);
            Tell(terminal, path, text, file.Diagnostics);
            return file.File is { } found ? new(text, found.ScenarioPath, found.Studies) : null;
        }

        Tell(terminal, path, reading.Source, reading.Diagnostics.Where(one => one.Severity == Severity.Error));
        if (reading is not { Source: { } source, Scenario: { } scenario })
        {
            return null;
        }

        if (scenario.Studies.IsEmpty)
        {
            terminal.Fail($"'{path}' has no studies: write some under 'studies:', see 'escalate language studies'");
            return null;
        }

        return new(source, path, scenario.Studies);
    }

    /// <summary>The study of a title.</summary>
    internal Study? Find(string title) => Studies.FirstOrDefault(study => study.Title == title);

    private static void Tell(Terminal terminal, string path, ScenarioText? source, IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            terminal.Error.WriteLine(DiagnosticText.Render(diagnostic, path, source));
        }
    }
}
