using System.CommandLine;
using Escalation.Loading;
using Escalation.Report;
using Escalation.Results;
using Escalation.Simulation;

namespace Escalation.Cli;

/// <summary>A run that lies in its folder, with its scenario as it was run.</summary>
/// <param name="Data">What it left.</param>
/// <param name="Program">The scenario as it was run.</param>
internal sealed record FinishedRun(RunData Data, ScenarioProgram Program)
{
    /// <summary>Reads a folder.</summary>
    /// <param name="folder">Its path.</param>
    /// <exception cref="RunFolderException">It is no run folder, or is damaged.</exception>
    internal static FinishedRun Read(string folder)
    {
        var data = RunData.Read(folder);
        var path = Path.Combine(folder, "scenario.yaml");
        var facts = data.Manifest;
        if (ScenarioReader.ReadFile(path).Scenario is not { } scenario)
        {
            throw new RunFolderException(
                $"cannot read '{path}': it is not the scenario of a run; see 'escalate validate {path}'");
        }

        return new ParameterRequest(facts.Case, facts.Settings, facts.IsSampled).Resolve(scenario, out var choice) is { } problem
            ? throw new RunFolderException($"cannot read '{folder}': manifest.json does not fit scenario.yaml ({problem})")
            : new(data, ScenarioProgram.Compile(scenario, choice));
    }

    /// <summary>An argument for one run folder or several.</summary>
    internal static Argument<string[]> Argument() => new("run")
    {
        HelpName = "RUN",
        Description = "Folder of a run, as 'escalate run' names it; several stand side by side.",
        Arity = ArgumentArity.OneOrMore,
    };
}
