using System.CommandLine;
using Escalation.Loading;
using Escalation.Model;

namespace Escalation.Cli;

/// <summary><c>validate</c>: every error of each file.</summary>
internal static class ValidateVerb
{
    internal static Verb Make(Session session)
    {
        var files = new Argument<string[]>("files")
        {
            HelpName = "SCENARIO",
            Description = "Scenario files.",
            Arity = ArgumentArity.OneOrMore,
        };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Only errors: no warnings, no line a file." };
        var verb = new Verb(
            "validate",
            "Checks scenario files and shows every error with its place and how to mend it. Exit code 1 if there is any.",
            "escalate validate scenarios/iraq-syria-2023-10.yaml",
            "escalate validate --quiet scenarios/*.yaml && echo fine") { files, quiet };
        verb.SetAction(parsed =>
        {
            var isValid = true;
            foreach (var path in parsed.GetRequiredValue(files))
            {
                isValid &= Validate(path, session.Terminal, parsed.GetValue(quiet));
            }

            return isValid ? ExitCode.Done : ExitCode.Failed;
        });
        return verb;
    }

    private static bool Validate(string path, Terminal terminal, bool isQuiet)
    {
        var reading = ScenarioReader.ReadFile(path);
        foreach (var diagnostic in reading.Diagnostics)
        {
            if (diagnostic.Severity == Severity.Error || !isQuiet)
            {
                terminal.Out.WriteLine(DiagnosticText.Render(diagnostic, path, reading.Source));
            }
        }

        if (!isQuiet)
        {
            terminal.Out.WriteLine($"{Prose.Harmless(path)}: {Verdict(reading)}");
        }

        return reading.Scenario is not null;
    }

    private static string Verdict(ScenarioReading reading)
    {
        var errors = reading.Diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Error);
        var warnings = reading.Diagnostics.Length - errors;
        var found = warnings == 0 ? "" : $", {Prose.Counted(warnings, "warning")}";
        return reading.Scenario is { } scenario
            ? $"valid{found}: {Content(scenario)}"
            : $"{Prose.Counted(errors, "error")}{found}";
    }

    private static string Content(Scenario scenario) => string.Join(
        ", ",
        Prose.Counted(scenario.Actors.Length - 1, "actor"),
        Prose.Counted(scenario.Actors.Sum(actor => actor.Policy.Length), "rule"),
        Prose.Counted(scenario.LeverCount, "lever"),
        scenario.Parameters.Length - scenario.LeverCount == 1
            ? "1 uncertainty"
            : $"{Figures.Count(scenario.Parameters.Length - scenario.LeverCount)} uncertainties",
        Prose.Counted(scenario.Measures.Length, "measure"),
        Prose.Counted(scenario.Outcomes.Length, "outcome"));
}
