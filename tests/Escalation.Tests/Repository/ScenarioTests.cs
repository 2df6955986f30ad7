using Escalation.Experiments;
using Escalation.Loading;
using Escalation.Simulation;
using Escalation.Tests.Support;

namespace Escalation.Tests.Repository;

/// <summary>Every scenario that comes with the program is right and runs.</summary>
internal sealed class ScenarioTests
{
    private const int Replications = 128;

    private static IEnumerable<string> Scenarios => Source.Files("scenarios", "*.yaml");

    [Test]
    public void There_are_scenarios() =>
        Assert.That(Scenarios, Does.Contain("scenarios/first-steps.yaml").And.Contain("scenarios/iraq-syria-2023-10.yaml"));

    [TestCaseSource(nameof(Scenarios))]
    public void A_scenario_has_neither_errors_nor_warnings(string path)
    {
        var reading = ScenarioReader.ReadFile(Source.PathOf(path));

        var found = reading.Diagnostics.Select(diagnostic => DiagnosticText.Render(diagnostic, path, reading.Source));
        Assert.That(found, Is.Empty);
    }

    [TestCaseSource(nameof(Scenarios))]
    public void A_scenario_runs_with_every_case_and_with_its_priors(string path)
    {
        var scenario = ScenarioReader.ReadFile(Source.PathOf(path)).Scenario!;
        var choices = scenario.Cases.Select(known => new ParameterChoice(known.Settings, Sample: false))
            .Prepend(ParameterChoice.AsWritten)
            .Append(new ParameterChoice([], Sample: true));

        foreach (var choice in choices)
        {
            var program = ScenarioProgram.Compile(scenario, choice);
            var result = ReplicationRunner.Run(program, new(Replications, Seed: 1, Threads: 2));
            var summary = RunSummary.Of(program, result);

            Assert.That(result.IsComplete, Is.True);
            Assert.That(summary.ActCount, Is.Positive);
            Assert.That(summary.Steps, Is.AtLeast(summary.ActCount));
        }
    }
}
