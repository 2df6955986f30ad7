using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Escalation.Loading;
using Escalation.Model;

namespace Escalation.Cli;

/// <summary>A scenario that was read without errors.</summary>
/// <param name="Source">Its text.</param>
/// <param name="Scenario">What it says.</param>
internal sealed record LoadedScenario(ScenarioText Source, Scenario Scenario)
{
    /// <summary>The files beside it that it names.</summary>
    internal ImmutableArray<ScenarioText> Beside { get; init; } = [];

    /// <summary>What rows of its histories follow from, beside the seed: the hash of its text, unless more is followed than the
    /// text asks for.</summary>
    internal string Identity { get; init; } = Source.Sha256Hex;

    /// <summary>Reads a scenario and says on standard error what was found.</summary>
    /// <param name="path">The path, as given.</param>
    /// <param name="terminal">Where messages go.</param>
    /// <param name="isQuiet">True: errors only, no warnings.</param>
    /// <param name="loaded">The scenario.</param>
    /// <returns>True if there is no error.</returns>
    internal static bool TryRead(string path, Terminal terminal, bool isQuiet, [NotNullWhen(true)] out LoadedScenario? loaded)
    {
        var reading = ScenarioReader.ReadFile(path);
        foreach (var diagnostic in reading.Diagnostics)
        {
            if (diagnostic.Severity == Severity.Error || !isQuiet)
            {
                terminal.Error.WriteLine(DiagnosticText.Render(diagnostic, path, reading.Source));
            }
        }

        loaded = reading is { Source: { } source, Scenario: { } scenario }
            ? new(source, scenario) { Beside = reading.Beside }
            : null;
        return loaded is not null;
    }
}
