using Escalation.Model;
using Escalation.Simulation;
using Escalation.Tests.Support;

namespace Escalation.Tests.Simulation;

/// <summary>Parameters that are given to each replication instead of being fixed by the program.</summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
internal sealed class OpenParameterTests
{
    private const ulong Seed = 5;

    private static IEnumerable<string> Files => Source.Files("scenarios", "*.yaml");

    [TestCaseSource(nameof(Files))]
    public void A_value_that_is_given_and_one_that_is_fixed_make_the_same_history(string file)
    {
        var scenario = ScenarioRun.Read(Source.Text(file));
        var settings = Enumerable.Range(0, scenario.Parameters.Length)
            .Where(index => scenario.Parameters[index].Value is not null)
            .Select(index => new ParameterSetting(index, scenario.Parameters[index].Value!.Value))
            .ToList();
        var open = settings.Select(setting => setting.Parameter).Except(ScenarioProgram.NeverOpen(scenario));
        var values = new double[scenario.Parameters.Length];
        Array.Fill(values, double.NaN);
        settings.ForEach(setting => values[setting.Parameter] = setting.Value);

        var closed = new World(ScenarioProgram.Compile(scenario, ParameterChoice.AsWritten));
        var opened = new World(ScenarioProgram.Compile(scenario, ParameterChoice.AsWritten with { Open = [.. open] }));
        opened.Give(values);

        for (var replication = 0; replication < 20; replication++)
        {
            closed.Run(Seed, replication);
            opened.Run(Seed, replication);
            Assert.That(opened.Row.ToArray(), Is.EqualTo(closed.Row.ToArray()), $"replication {replication}");
        }
    }
}
