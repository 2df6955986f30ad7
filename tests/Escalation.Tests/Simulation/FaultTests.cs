using Escalation.Simulation;
using Escalation.Tests.Support;

namespace Escalation.Tests.Simulation;

/// <summary>What ends a replication with an error, and what the error names.</summary>
internal sealed class FaultTests
{
    private const string Header = """
        escalation: 1
        name: faults
        horizon: 20 d
        max_events: 50000
        actions: {hit: {draws: {size: 1}}, echo: {}}
        outcomes: {x: {at_end: 1}}

        """;

    [TestCase("{set: {fear: 1 / none}}", TestName = "A_division_by_zero_is_a_fault")]
    [TestCase("{set: {fear: nothing}}", TestName = "A_level_that_would_be_nothing_is_a_fault")]
    [TestCase("{add: {fear: nothing + 1}}", TestName = "Arithmetic_with_nothing_is_a_fault")]
    [TestCase("{set: {fear: log(none - 1)}}", TestName = "A_logarithm_of_a_negative_number_is_a_fault")]
    [TestCase("{act: hit, times: none - 1}", TestName = "A_negative_count_is_a_fault")]
    [TestCase("{act: hit, times: none + 0.5}", TestName = "A_count_that_is_not_whole_is_a_fault")]
    [TestCase("{act: hit, times: \"poisson(mean=none - 1)\"}", TestName = "A_negative_mean_is_a_fault")]
    [TestCase("{act: hit, against: {b: none - 1, c: 1}}", TestName = "A_negative_weight_is_a_fault")]
    public void An_effect_that_cannot_be_taken_names_rule_day_and_replication(string effect)
    {
        var fault = Assert.Throws<ReplicationFaultException>(() => ScenarioRun.Of(Header + $$$"""
            actors:
              a:
                levels: {fear: 0, none: 0}
                policy:
                  - {name: go, at: 2 d, do: [{{{effect}}}]}
                  - {name: never, at: 19 d, do: [{add: {none: 1}}]}
              b: {}
              c: {}
            measures: {nothing: {max: size, of: hit}}
            """))!;

        Assert.Multiple(() =>
        {
            Assert.That(fault.Message, Does.Contain("'a.go'").And.Contain("day 2").And.Contain("replication 0"));
            Assert.That(fault.Rules, Is.EqualTo(new[] { "a.go" }));
        });
    }

    [TestCase("chance: 1.5 + none", "chance")]
    [TestCase("limits: {pending: none - 1}", "pending")]
    [TestCase("limits: {at_most: none + 0.5, within: 3 d}", "at_most")]
    public void A_rule_with_an_impossible_part_names_itself(string part, string expected)
    {
        var fault = Assert.Throws<ReplicationFaultException>(() => ScenarioRun.Of(Header + $$$"""
            actors:
              a:
                levels: {none: {starts: 0, min: -10, max: 10}}
                policy:
                  - {name: go, at: 2 d, {{{part}}}, do: [{act: hit}]}
                  - {name: never, at: 19 d, do: [{add: {none: 1}}]}
            """))!;

        Assert.That(fault.Message, Does.Contain("'a.go'").And.Contain("day 2").And.Contain(expected));
    }

    [Test]
    public void A_pair_that_feeds_itself_through_when_and_set_is_named()
    {
        AssertEndless("""
            actors:
              c: {policy: [{name: bystander, at: 1 d, do: [{act: hit}]}]}
              a:
                levels: {flag: 0}
                policy:
                  - {name: begin, at: 1 d, do: [{set: {flag: 1}}]}
                  - {name: up, when: flag == 0 and day >= 1 d, do: [{set: {flag: 1}}]}
                  - {name: down, when: flag == 1, do: [{set: {flag: 0}}]}
            """, "a.down", "a.up");
    }

    [Test]
    public void A_pair_that_feeds_itself_through_a_condition_is_named()
    {
        AssertEndless("""
            conditions: {truce: {states: [off, holds], starts: off}}
            actors:
              a:
                policy:
                  - {name: begin, at: 1 d, do: [{switch: {truce: holds}}]}
                  - {name: down, upon: truce becomes holds, do: [{switch: {truce: off}}]}
              b: {policy: [{name: up, upon: truce becomes off, do: [{switch: {truce: holds}}]}]}
            """, "a.down", "b.up");
    }

    [Test]
    public void A_clock_without_an_interval_is_named_even_if_its_rule_is_always_dropped()
    {
        AssertEndless("""
            actors:
              c: {policy: [{name: bystander, at: 0.5 d, do: [{act: hit}]}]}
              a:
                levels: {none: 0}
                policy: [{name: beat, every: "if(day < 1 d, 1 d, none * 1 d)", if: none > 0, do: [{add: {none: 1}}]}]
            """, "a.beat");
    }

    [Test]
    public void A_replication_that_passes_max_events_names_the_last_rules()
    {
        var fault = Assert.Throws<ReplicationFaultException>(() => ScenarioRun.Of(
            Header.Replace("50000", "100", StringComparison.Ordinal) + """
            actors: {a: {policy: [{name: beat, every: 0.1 d, do: [{act: hit}]}]}}
            """))!;

        Assert.That(fault.Message, Does.Contain("max_events").And.Contain("'a.beat'").And.Contain("replication 0"));
    }

    [Test]
    public void A_replication_after_a_fault_is_as_if_there_had_been_none()
    {
        const string Yaml = Header + """
            actors:
              a:
                levels: {luck: {starts: "uniform(low=0, high=1)"}, gain: 0}
                policy:
                  - {name: go, rate: 1 per d, after: 3 d, do: [{act: hit, times: 2, spaced: 1 d}]}
                  - {name: break, at: 5 d, do: [{set: {gain: "1 / if(luck < 0.5, 0, 1)"}}]}
            measures: {hits: {count: hit}, recent: {count: hit, within: 4 d}, gain: {level: a.gain + a.luck}}
            """;
        var program = ScenarioProgram.Compile(ScenarioRun.Read(Yaml), ParameterChoice.AsWritten);
        var (used, faults) = (new World(program), 0);
        for (var replication = 0; replication < 20; replication++)
        {
            try
            {
                used.Run(seed: 1, replication);
            }
            catch (ReplicationFaultException)
            {
                faults++;
                continue;
            }

            var fresh = new World(program);
            fresh.Run(seed: 1, replication);
            Assert.That(used.Row.ToArray(), Is.EqualTo(fresh.Row.ToArray()));
        }

        Assert.That(faults, Is.InRange(1, 19));
    }

    private static void AssertEndless(string actors, params string[] rules)
    {
        var fault = Assert.Throws<ReplicationFaultException>(() => ScenarioRun.Of(Header + actors))!;

        Assert.Multiple(() =>
        {
            Assert.That(fault.Rules, Is.EquivalentTo(rules));
            Assert.That(fault.Message, Does.Contain("10,000 steps").And.Contain("day 1 of replication 0"));
        });
    }
}
