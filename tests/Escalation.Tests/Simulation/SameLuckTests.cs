using Escalation.Simulation;
using Escalation.Tests.Support;

namespace Escalation.Tests.Simulation;

/// <summary>Luck follows cause.</summary>
internal sealed class SameLuckTests
{
    private const string Yaml = """
        escalation: 1
        name: luck
        horizon: 100 d
        levers: {reply: {value: 0.5, range: [0, 1]}}
        actions:
          attack: {draws: {deaths: poisson(mean=0.4)}, report: {after: exponential(mean=1 d), attributed: 0.9}}
          strike: {draws: {deaths: poisson(mean=2)}}
        actors:
          us:
            levels: {pressure: {half_life: 10 d}}
            policy:
              - {name: feel, upon: attack against me, do: [{add: {pressure: event.deaths}}]}
              - {name: answer, upon: attack against me, chance: reply, after: exponential(mean=2 d), limits: {pending: 1}, do: [{act: strike, against: event.actor}]}
          p:
            levels: {fear: {half_life: 20 d}}
            policy:
              - {name: attack, rate: 0.3 * exp(-(0.2 * fear)) per d, do: [{act: attack, against: us}]}
              - {name: fear, upon: strike against me, do: [{add: {fear: 1}}]}
              - {name: avenge, upon: strike against me, do: [{act: attack, against: us, times: poisson(mean=0.5), spaced: exponential(mean=2 d)}]}
          q:
            policy:
              - {name: attack, rate: 0.1 per d, do: [{act: attack, against: us}]}
        # EXTRA
        measures: {attacks: {count: attack}, deaths: {sum: deaths, of: attack}, strikes: {count: strike}, q_attacks: {count: attack by q}}
        outcomes: {bad: {when: us.pressure > 5}}
        """;

    [Test]
    public void The_same_seed_and_replication_give_the_same_row_in_any_order()
    {
        var program = ScenarioProgram.Compile(ScenarioRun.Read(Yaml), ParameterChoice.AsWritten);
        var (one, other) = (new World(program), new World(program));
        one.Run(seed: 5, replication: 3);
        var row = one.Row.ToArray();
        for (var replication = 9; replication >= 3; replication--)
        {
            other.Run(seed: 5, replication, replication == 3 ? new Trace() : null);
        }

        Assert.That(other.Row.ToArray(), Is.EqualTo(row));
    }

    [Test]
    public void A_rule_that_never_fires_an_actor_and_a_measure_change_no_other_number()
    {
        var plain = ScenarioRun.Of(Yaml, replications: 200);
        var extended = ScenarioRun.Of(
            Yaml.Replace("# EXTRA", """
                  r:
                    levels: {mood: {starts: "uniform(low=0, high=1)", half_life: 3 d}}
                    policy:
                      - {name: never, upon: attack, if: day < 0 d, do: [{act: strike, against: q}]}
                      - {name: mood, upon: attack, do: [{add: {mood: 0.1}}]}
                """, StringComparison.Ordinal)
            .Replace("measures: {", "measures: {extra: {max: us.pressure}, recent: {count: attack, within: 3 d}, ", StringComparison.Ordinal)
            .Replace("  us:\n", "  aaa: {}\n  us:\n", StringComparison.Ordinal),
            replications: 200);

        foreach (var column in new[] { "attacks", "deaths", "strikes", "q_attacks", "bad", "bad_day" })
        {
            Assert.That(extended[column], Is.EqualTo(plain[column]), column);
        }
    }

    [Test]
    public void Another_policy_of_one_actor_leaves_the_own_initiative_of_others_as_it_was()
    {
        var plain = ScenarioRun.Of(Yaml, replications: 200);
        var hard = ScenarioRun.Of(Yaml.Replace("value: 0.5", "value: 1", StringComparison.Ordinal), replications: 200);

        Assert.That(hard["q_attacks"], Is.EqualTo(plain["q_attacks"]));
        Assert.That(hard["strikes"].Sum(), Is.GreaterThan(plain["strikes"].Sum()));
    }
}
