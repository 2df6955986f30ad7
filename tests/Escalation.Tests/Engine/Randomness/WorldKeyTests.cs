using Escalation.Engine;
using Escalation.Simulation;
using Escalation.Tests.Support;

namespace Escalation.Tests.Engine.Randomness;

/// <summary>The keys of <see cref="KeyInterleavings"/> are those under which a <see cref="World"/> draws.</summary>
internal sealed class WorldKeyTests
{
    private const ulong Seed = 7;
    private const int Replications = 6;
    private const double Rounding = 1e-9;

    private const string Yaml = """
        escalation: 1
        name: keys
        horizon: 1000 d
        uncertainties: {provocation: {prior: "uniform(low=0, high=1)", about: a number}}
        actions:
          attack:
            draws: {deaths: "uniform(low=0, high=1)"}
            report: {chance: 0.5, after: exponential(mean=1 d), attributed: 0.5}
          strike: {draws: {deaths: "uniform(low=0, high=1)"}}
        actors:
          militia:
            levels: {heat: {starts: 0}}
            policy:
              - name: attack
                rate: 0.5 per d
                limits: {at_most: 1, within: 1000 d}
                do: [{add: {heat: provocation}}, {act: attack, against: us}]
          us:
            levels: {sure: {starts: 0}}
            policy:
              - name: answer
                upon: attack
                after: exponential(mean=1 d)
                do:
                  - {act: strike, against: militia, times: 2, spaced: exponential(mean=1 d)}
                  - {set: {sure: event.attributed}}
        measures:
          attacked: {first: attack}
          deaths: {sum: deaths, of: attack}
          struck: {first: strike}
          struck_again: {last: strike}
          struck_deaths: {sum: deaths, of: strike}
          heat: {level: militia.heat}
          sure: {level: us.sure}
        outcomes: {war: {when: attacked < 0 d}}
        """;

    private ScenarioRun run = null!;

    [OneTimeSetUp]
    public void Run() => run = ScenarioRun.Of(Yaml, Replications, Seed);

    [Test]
    public void A_prior_is_drawn_under_replication_and_name([Range(0, Replications - 1)] int replication)
    {
        var stream = KeyedStream.Derive(ReplicationKey(replication), Names.Parameter ^ Key.OfName("provocation"));

        Assert.That(run["heat"][replication], Is.EqualTo(Uniform(stream)));
    }

    [Test]
    public void A_gap_is_drawn_under_replication_rule_and_ordinal([Range(0, Replications - 1)] int replication)
    {
        var stream = KeyedStream.Derive(Clock(replication), Names.Gap, 0);

        Assert.That(run["attacked_day"][replication], Is.EqualTo(ExponentialVariate.DrawUnit(ref stream) / 0.5).Within(Rounding));
    }

    [Test]
    public void A_field_is_drawn_under_activation_action_and_name([Range(0, Replications - 1)] int replication) =>
        Assert.That(
            run["deaths"][replication],
            Is.EqualTo(Uniform(KeyedStream.Derive(Attack(replication), Names.OfValue("deaths")))));

    [Test]
    public void A_report_is_drawn_under_act_and_observer([Range(0, Replications - 1)] int replication)
    {
        var report = Report(Attack(replication));
        var isKnown = Uniform(KeyedStream.Derive(Key.Derive(report, Names.Attributed), Names.Chance)) < 0.5;

        Assert.That(double.IsFinite(run["struck_day"][replication]), Is.EqualTo(IsReported(replication)));
        Assert.That(run["sure"][replication], Is.EqualTo(IsReported(replication) && isKnown ? 1 : 0));
    }

    [Test]
    public void Siblings_are_drawn_under_activation_and_ordinal()
    {
        var reported = Enumerable.Range(0, Replications).Where(IsReported).ToList();

        Assert.That(reported, Has.Count.AtLeast(2));
        foreach (var replication in reported)
        {
            var attack = Attack(replication);
            var answer = Key.Derive(attack, RuleInstance.NameOf("us", "answer"));
            var delays = Wait(KeyedStream.Derive(Report(attack), Names.After)) + Wait(KeyedStream.Derive(answer, Names.After));
            var day = run["attacked_day"][replication] + delays;
            var spaced = Names.Spaced ^ Key.OfName("strike");
            var (one, other) = (Wait(KeyedStream.Derive(answer, spaced, 0)), Wait(KeyedStream.Derive(answer, spaced, 1)));
            var deaths = Strike(answer, 0) + Strike(answer, 1);

            Assert.That(run["struck_day"][replication], Is.EqualTo(day + Math.Min(one, other)).Within(Rounding));
            Assert.That(run["struck_again_day"][replication], Is.EqualTo(day + Math.Max(one, other)).Within(Rounding));
            Assert.That(run["struck_deaths"][replication], Is.EqualTo(deaths).Within(Rounding));
        }
    }

    private static bool IsReported(int replication) =>
        Uniform(KeyedStream.Derive(Report(Attack(replication)), Names.Chance)) < 0.5;

    private static ulong Report(ulong attack) => Key.Derive(attack, Names.Report ^ Key.OfName("us"));

    private static double Strike(ulong answer, ulong ordinal) =>
        Uniform(KeyedStream.Derive(Key.Derive(answer, Key.OfName("strike"), ordinal), Names.OfValue("deaths")));

    private static ulong Attack(int replication) => Key.Derive(FirstGap(replication), Key.OfName("attack"));

    private static ulong FirstGap(int replication) => Key.Derive(Clock(replication), Names.Gap, 0);

    private static ulong Clock(int replication) =>
        Key.Derive(ReplicationKey(replication), RuleInstance.NameOf("militia", "attack"));

    private static ulong ReplicationKey(int replication) => Key.Derive(Seed, Names.Replication, (ulong)replication);

    private static double Uniform(KeyedStream stream) => stream.NextUniform();

    private static double Wait(KeyedStream stream) => ExponentialVariate.DrawUnit(ref stream);
}
