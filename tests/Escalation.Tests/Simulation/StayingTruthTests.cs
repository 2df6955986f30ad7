using Escalation.Language;
using Escalation.Simulation;

namespace Escalation.Tests.Simulation;

/// <summary>Truths of which one look tells that they stay what they are.</summary>
internal sealed class StayingTruthTests
{
    [TestCase("fear > 6", false, true)]
    [TestCase("fear > 4", true, false)]
    [TestCase("fear > 0.4", true, true)]
    [TestCase("doubt > 2.1", false, true)]
    [TestCase("doubt >= 1", false, false)]
    [TestCase("doubt < 2.5", true, true)]
    [TestCase("rung <= 3.5", true, true)]
    [TestCase("rung > 2", true, false)]
    [TestCase("fear + 1 > doubt - 2", true, true)]
    [TestCase("fear > 3 * doubt", true, false)]
    [TestCase("exp(-fear) > 0.9", false, true)]
    [TestCase("doubt * rung < 7", true, true)]
    public void Tells_only_what_is_certain(string truth, bool isTrue, bool stays)
    {
        var (world, watch) = Watched(truth);

        Assert.Multiple(() =>
        {
            Assert.That(watch.Truth.In(world) != 0, Is.EqualTo(isTrue));
            Assert.That(watch.Staying!.Stays(world, isTrue, 100), Is.EqualTo(stays));
            Assert.That(Crossing.Next(watch.Truth.Node, isTrue, world, 0, 100).Found, Is.EqualTo(!stays), "what the search says");
        });
    }

    [TestCase("fear > 6 or doubt > 9")]
    [TestCase("fear ^ 2 > 40")]
    [TestCase("step(fear, 0.1, 1, 0.5, 3, 2) > 5")]
    public void Leaves_other_forms_to_the_search(string truth) => Assert.That(Watched(truth).Watch.Staying, Is.Null);

    [Test]
    public void Says_nothing_of_a_truth_on_the_line()
    {
        var (world, watch) = Watched("fear > 5");

        Assert.That(watch.Staying!.Stays(world, isTrue: false, 100), Is.False, "5 > 5 by a rounding error would be true");
    }

    private static (World World, Watch Watch) Watched(string truth)
    {
        var scenario = MovingLevels.With($"when: \"{truth}\"");
        var program = ScenarioProgram.Compile(scenario, ParameterChoice.AsWritten, Translation.AtOnce);
        var world = new World(program);
        world.Run(seed: 1, replication: 0);

        // The rule changes nothing, so the levels of the finished world still move from their start.
        (world.Me, world.Now) = (1, 0);
        return (world, program.Watches[0]);
    }
}
