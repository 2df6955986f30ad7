using Escalation.Simulation;
using Escalation.Tests.Support;

namespace Escalation.Tests.Simulation;

/// <summary>The bounds under which moving rates are thinned.</summary>
internal sealed class RateBoundTests
{
    private static readonly string[] Rates =
    [
        "exp(-fear) per d",
        "2 * exp(0.5 * (1 - (fear + 1) / (1 + doubt))) per d",
        "(0.1 + 0.4 * fear) per d",
        "max(0, fear - 2) per d",
        "if(doubt > 0.5, 0.3, fear) * 0.2 per d",
        "clip(fear / 4, 0.5, 2) / (1 + day / 10 d) per d",
        "sqrt(fear) * log(2 + doubt) per d",
        "(3 - rung) * min(fear, 1) per d",
        "1 / (1 + fear) per d",
        "abs(fear - 2) per d",
        "step(fear, 0.1, 1, 0.5, 3, 2) per d",
        "if(fear < 3, 1, 0.2) per d",
        "fear ^ 2 per d",
    ];

    [TestCaseSource(nameof(Rates))]
    public void A_bound_is_nowhere_below_the_rate_and_near_it_on_short_stretches(string rate)
    {
        var scenario = MovingLevels.With($"rate: \"{rate}\"");
        var program = ScenarioProgram.Compile(scenario, ParameterChoice.AsWritten, Translation.AtOnce);
        var interpreted = ScenarioProgram.Compile(scenario, ParameterChoice.AsWritten, Translation.Never);
        var clock = program.Clocks[0];
        var world = new World(program);
        world.Run(seed: 1, replication: 0);
        world.Me = 1;

        foreach (var (from, to) in new[] { (0.0, 100.0), (0, 10), (3, 3.5), (20, 60), (7, 7.001) })
        {
            world.Now = from;
            var bound = clock.Rate.Bound!.Run(world, to, isChecked: false);
            var asData = interpreted.Clocks[0].Rate.Bound!.Run(world, to, isChecked: false);
            Assert.That(asData, Is.EqualTo(bound), "interpreted, the same bits");
            var greatest = Enumerable.Range(0, 501).Max(i => RateAt(from + ((to - from) * i / 500)));
            Assert.That(bound, Is.GreaterThanOrEqualTo(greatest), $"from {from} to {to}");
            if (to - from < 0.01)
            {
                Assert.That(bound, Is.LessThan((greatest * 1.1) + 0.01), $"from {from} to {to}");
            }
        }

        // The rule changes nothing, so the levels of the finished world still move from their start.
        double RateAt(double day)
        {
            world.Now = day;
            return clock.Rate.Value.In(world);
        }
    }

    [Test]
    public void No_step_allocates()
    {
        var program = ScenarioProgram.Compile(
            ScenarioRun.Read(Source.Text("scenarios/iraq-syria-2023-10.yaml")),
            ParameterChoice.AsWritten,
            Translation.AtOnce);
        var world = new World(program);
        for (var replication = 0; replication < 100; replication++)
        {
            world.Run(seed: 3, replication);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var replication = 0; replication < 100; replication++)
        {
            world.Run(seed: 3, replication);
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }
}
