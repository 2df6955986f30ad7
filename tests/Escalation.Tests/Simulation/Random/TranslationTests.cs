using Escalation.Model;
using Escalation.Simulation;
using Escalation.Tests.Support;

namespace Escalation.Tests.Simulation.Random;

/// <summary>A scenario gives the same bits whether it is interpreted, compiled, or compiled while it runs.</summary>
internal sealed class TranslationTests
{
    private const int Groups = 10;
    private const int SeedsOfGroup = 20;
    private const int Replications = 8;

    // Code is compiled at the thousandth question: so many replications get there and go on.
    private const int LongReplications = 100;

    [Test]
    public void Interpreted_and_compiled_scenarios_give_the_same_bits([Range(0, Groups - 1)] int group)
    {
        var tellings = new List<Telling>();
        for (var seed = FirstSeed(group); seed < FirstSeed(group + 1); seed++)
        {
            var scenario = ScenarioRun.Read(RandomScenario.Yaml(seed));
            var isLong = seed % SeedsOfGroup == 0;
            var reference = Telling.Of(scenario, Translation.Never, seed, isLong ? LongReplications : Replications);
            tellings.Add(reference);

            Assert.Multiple(() =>
            {
                Compare(reference, scenario, Translation.AtOnce, seed);
                Compare(reference, scenario, Translation.WhenHot, seed);
                Assert.That(
                    reference.DifferenceToTraced(Replications - 1), Is.Null, $"seed {seed}, Never, untraced and traced");
            });
        }

        TestContext.Out.WriteLine(Described(tellings));
    }

    private static void Compare(Telling reference, Scenario scenario, Translation translation, ulong seed)
    {
        var other = Telling.Of(scenario, translation, seed, reference.Count);

        Assert.That(reference.DifferenceTo(other), Is.Null, $"seed {seed}, Never and {translation}");
        Assert.That(
            other.DifferenceToTraced(Replications - 1), Is.Null, $"seed {seed}, {translation}, untraced and traced");
    }

    private static ulong FirstSeed(int group) => (ulong)((group * SeedsOfGroup) + 1);

    private static string Described(List<Telling> tellings)
    {
        var count = tellings.Sum(telling => telling.Count);
        return FormattableString.Invariant($"{count} replications, {tellings.Sum(telling => telling.LongCount)} long, ")
            + FormattableString.Invariant($"{tellings.Sum(telling => telling.FaultCount)} with a fault, ")
            + FormattableString.Invariant($"{tellings.Sum(telling => telling.Steps) / count} steps each on average");
    }
}
