using Escalation.Tests.Support;

namespace Escalation.Tests.Simulation.Random;

internal sealed class RandomScenarioTests
{
    [Test]
    public void Every_scenario_is_read_without_errors()
    {
        for (var seed = 1UL; seed <= 300; seed++)
        {
            var yaml = RandomScenario.Yaml(seed);

            Assert.That(() => ScenarioRun.Read(yaml), Throws.Nothing, $"seed {seed}");
        }
    }
}
