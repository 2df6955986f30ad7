using Escalation.Simulation;
using Escalation.Tests.Support;
using Escalation.Verification;

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
              - name: answer
                upon: attack against me
                chance: reply
                after: exponential(mean=2 d)
                limits: {pending: 1}
                do: [{act: strike, against: event.actor}]
          p:
            levels: {fear: {half_life: 20 d}}
            policy:
              - {name: attack, rate: 0.3 * exp(-(0.2 * fear)) per d, do: [{act: attack, against: us}]}
              - {name: fear, upon: strike against me, do: [{add: {fear: 1}}]}
              - name: avenge
                upon: strike against me
                do: [{act: attack, against: us, times: poisson(mean=0.5), spaced: exponential(mean=2 d)}]
          q:
            policy:
              - {name: attack, rate: 0.1 per d, do: [{act: attack, against: us}]}
        # EXTRA
        measures:
          attacks: {count: attack}
          deaths: {sum: deaths, of: attack}
          strikes: {count: strike}
          q_attacks: {count: attack by q}
          q_last: {last: attack by q}
          # MORE
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
            .Replace("# MORE", """
                extra: {max: us.pressure}
                  recent: {count: attack, within: 3 d}
                  peace: {time: recent == 0}
                """, StringComparison.Ordinal)
            .Replace("  us:\n", "  aaa: {}\n  us:\n", StringComparison.Ordinal),
            replications: 200);

        foreach (var column in new[] { "attacks", "deaths", "strikes", "q_attacks", "q_last_day", "bad", "bad_day" })
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

    [Test]
    public void Renaming_a_measure_an_outcome_and_a_lever_changes_no_number()
    {
        var plain = ScenarioRun.Of(Yaml, replications: 50);
        var renamed = ScenarioRun.Of(
            Yaml.Replace("deaths: {sum", "lives: {sum", StringComparison.Ordinal)
                .Replace("{bad:", "{aa_worse:", StringComparison.Ordinal)
                .Replace("reply", "answering", StringComparison.Ordinal),
            replications: 50);

        Assert.Multiple(() =>
        {
            Assert.That(renamed["lives"], Is.EqualTo(plain["deaths"]));
            Assert.That(renamed["aa_worse_day"], Is.EqualTo(plain["bad_day"]));
            Assert.That(renamed["strikes"], Is.EqualTo(plain["strikes"]));
        });
    }

    [Test]
    public void Renaming_one_rule_gives_new_luck_to_it_alone()
    {
        var plain = ScenarioRun.Of(Yaml, replications: 100);
        var renamed = ScenarioRun.Of(Yaml.Replace("name: answer", "name: punish", StringComparison.Ordinal), replications: 100);

        Assert.Multiple(() =>
        {
            Assert.That(renamed["q_last_day"], Is.EqualTo(plain["q_last_day"]));
            Assert.That(renamed["strikes"], Is.Not.EqualTo(plain["strikes"]));
        });
    }

    [Test]
    public void Holding_back_one_event_takes_away_its_descendants_and_nothing_else()
    {
        const string Clusters = """
            escalation: 1
            name: clusters
            horizon: 60 d
            actions: {seed: {}, attack: {draws: {deaths: poisson(mean=0.5)}, report: {after: exponential(mean=1 d)}}}
            actors:
              a:
                policy:
                  - {name: one, at: 1 d, do: [{act: seed, against: b}]}
                  - {name: two, at: 2 d, do: [{act: seed, against: c}]}
              b:
                policy:
                  - {name: start, upon: seed against me, do: [{act: attack, times: 3, spaced: exponential(mean=2 d)}]}
                  - name: breed
                    upon: attack by me
                    do: [{act: attack, times: poisson(mean=0.7), spaced: exponential(mean=2 d)}]
              c:
                policy:
                  - {name: start, upon: seed against me, do: [{act: attack, times: 3, spaced: exponential(mean=2 d)}]}
                  - name: breed
                    upon: attack by me
                    do: [{act: attack, times: poisson(mean=0.7), spaced: exponential(mean=2 d)}]
            measures:
              by_c: {count: attack by c}
              deaths: {sum: deaths, of: attack by c}
              last: {last: attack by c}
              by_b: {count: attack by b}
            outcomes: {x: {at_end: 1}}
            """;
        var both = ScenarioRun.Of(Clusters, replications: 100);
        var one = ScenarioRun.Of(
            Clusters.Replace("name: one, at: 1 d", "name: one, at: 1 d, if: 0", StringComparison.Ordinal), replications: 100);

        Assert.Multiple(() =>
        {
            Assert.That(one["by_b"], Is.All.Zero);
            Assert.That(one["by_c"], Is.EqualTo(both["by_c"]));
            Assert.That(one["deaths"], Is.EqualTo(both["deaths"]));
            Assert.That(one["last_day"], Is.EqualTo(both["last_day"]));
            Assert.That(both["by_b"], Is.Not.EqualTo(both["by_c"]), "Two clusters have luck of their own.");
        });
    }

    [Test]
    public void Pairs_with_a_higher_rate_vary_less_than_independent_ones()
    {
        // The case V33: X and Y with rates 0.3 and 0.36; independent differences would have the variance 0.332.
        const int N = 20_000;
        var scenario = ReferenceCases.Find("V33")!.ScenarioText;
        var low = ScenarioRun.Of(scenario, N);
        var high = ScenarioRun.Of(scenario.Replace("value: 0.3,", "value: 0.36,", StringComparison.Ordinal), N);
        var differences = high["spiral"].Zip(low["spiral"], (y, x) => y - x).ToArray();
        var mean = differences.Average();
        var variance = differences.Sum(d => (d - mean) * (d - mean)) / (N - 1);

        var exact = Reference.Find("V33-common-random-numbers", "diff");
        Assert.Multiple(() =>
        {
            Assert.That(Math.Abs(mean - exact.Value) / Math.Sqrt(variance / N), Is.LessThan(4.42));
            Assert.That(variance, Is.LessThan(0.3));
        });
    }

    [Test]
    public void A_name_of_the_author_never_shares_its_luck_with_a_draw_of_the_engine()
    {
        // Levels, fields and actions may be called what the engine calls its own draws: each has a luck of its own.
        const int N = 20_000;
        var run = ScenarioRun.Of("""
            escalation: 1
            name: names
            horizon: 5 d
            actions:
              hit: {draws: {against: "uniform(low=0, high=1)"}}
              pick: {}
            actors:
              a:
                levels: {chance: -1, after: -1}
                policy:
                  - {name: draw, at: 1 d, chance: 0.5, do: [{set: {chance: "uniform(low=0, high=1)"}}]}
                  - name: wait
                    at: 1 d
                    after: "uniform(low=0 d, high=1 d)"
                    do: [{set: {after: "uniform(low=0, high=1)"}}, {act: pick}]
                  - {name: hit, at: 1 d, do: [{act: hit, against: {b: 1, c: 1}}]}
              b: {}
              c: {}
            measures:
              lucky: {level: a.chance}
              waited: {level: a.after}
              picked: {first: pick}
              at_b: {sum: against, of: hit against b}
              at_c: {sum: against, of: hit against c}
            outcomes: {x: {at_end: 1}}
            """, N);

        // Uniform numbers have the mean 1/2 and the standard deviation 0.289, whatever else was drawn.
        var lucky = run["lucky"].Where(value => value >= 0).ToArray();
        var early = run["waited"].Where((_, i) => run["picked_day"][i] < 1.5).ToArray();
        var atB = run["at_b"].Where(value => value > 0).ToArray();
        Assert.Multiple(() =>
        {
            foreach (var values in new[] { lucky, early, atB })
            {
                Assert.That(Math.Abs(values.Average() - 0.5) / (0.2887 / Math.Sqrt(values.Length)), Is.LessThan(4.42));
            }
        });
    }
}
