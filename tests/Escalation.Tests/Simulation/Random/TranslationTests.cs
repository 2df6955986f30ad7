using System.Collections.Immutable;
using Escalation.Model;
using Escalation.Simulation;
using Escalation.Tests.Support;

namespace Escalation.Tests.Simulation.Random;

/// <summary>A scenario gives the same bits whether it is interpreted, compiled, or compiled while it runs.</summary>
internal sealed class TranslationTests
{
    private const int SeedCount = 90;
    private const int GroupCount = 6;
    private const int Replications = 8;

    // Code is compiled at the thousandth question: so many replications get there and go on.
    private const int LongReplications = 100;
    private const int SeedsBetweenLong = 10;

    /// <summary>The seeds of the scenarios that are compared.</summary>
    public static ImmutableArray<ulong> Seeds { get; } = [.. Enumerable.Range(1, SeedCount).Select(seed => (ulong)seed)];

    // An `if` with a bound in one branch only: which branch is taken must not decide who bounds the rate.
    [Test]
    public void A_rate_with_half_a_bound_gives_the_same_bits()
    {
        const string Yaml = """
            escalation: 1
            name: bound
            horizon: 19 d
            actions: {probe: {}}
            actors:
              a: {policy: [{name: go, rate: "if(x, 1, abs(day / 5 d)) per d", do: [{act: probe}]}]}
            measures: {m: {last: probe}}
            outcomes: {x: {when: 1}}
            """;
        var scenario = ScenarioRun.Read(Yaml);
        var (interpreted, compiled) = (Rows(Translation.Never), Rows(Translation.AtOnce));

        Assert.That(compiled, Is.EqualTo(interpreted));

        double[] Rows(Translation translation)
        {
            var world = new World(ScenarioProgram.Compile(scenario, ParameterChoice.AsWritten, translation));
            world.Run(seed: 1, replication: 0);
            return world.Row.ToArray();
        }
    }

    [Test]
    public void Interpreted_and_compiled_scenarios_give_the_same_bits([Range(0, GroupCount - 1)] int group)
    {
        foreach (var seed in Seeds.Where(seed => seed % GroupCount == (ulong)group))
        {
            var scenario = ScenarioRun.Read(RandomScenario.Yaml(seed));
            var replications = seed % SeedsBetweenLong == 0 ? LongReplications : Replications;
            var reference = Telling.Of(scenario, Translation.Never, seed, replications);

            Assert.Multiple(() =>
            {
                Compare(reference, scenario, Translation.AtOnce, seed);
                Compare(reference, scenario, Translation.WhenHot, seed);
                Assert.That(
                    reference.DifferenceToTraced(Replications - 1), Is.Null, $"seed {seed}, Never, untraced and traced");
            });
        }
    }

    private static void Compare(Telling reference, Scenario scenario, Translation translation, ulong seed)
    {
        var other = Telling.Of(scenario, translation, seed, reference.Count);

        Assert.That(reference.DifferenceTo(other), Is.Null, $"seed {seed}, Never and {translation}");
        Assert.That(
            other.DifferenceToTraced(Replications - 1), Is.Null, $"seed {seed}, {translation}, untraced and traced");
    }
}
