using Escalation.Tests.Support;

namespace Escalation.Tests.Simulation;

/// <summary>What effects read and change.</summary>
internal sealed class EffectTests
{
    private const string Header = """
        escalation: 1
        name: effects
        horizon: 30 d
        actions: {hit: {draws: {deaths: 3, size: 7}}, strike: {}, answer: {}, order: {}}
        outcomes: {x: {at_end: 1}}

        """;

    [Test]
    public void An_effect_behind_a_switch_that_is_counted_still_reads_its_event()
    {
        var run = ScenarioRun.Of(Header + """
            conditions: {truce: {states: [holds, off], starts: holds}}
            actors:
              a: {levels: {anger: 5}, policy: [{name: go, at: 1 d, do: [{act: hit, against: b}]}]}
              b:
                levels: {pain: 0, size: 0, mood: 0}
                policy:
                  - name: feel
                    upon: hit against me
                    do:
                      - {switch: {truce: off}}
                      - {add: {pain: event.deaths, size: event.size, mood: event.actor.anger}}
                      - {act: strike, against: event.actor, times: event.deaths}
            measures:
              broken: {count: truce becomes off}
              pain: {level: b.pain}
              size: {level: b.size}
              mood: {level: b.mood}
              strikes: {count: strike against a}
            """);

        Assert.Multiple(() =>
        {
            Assert.That(run.Single("broken"), Is.EqualTo(1));
            Assert.That(run.Single("pain"), Is.EqualTo(3));
            Assert.That(run.Single("size"), Is.EqualTo(7));
            Assert.That(run.Single("mood"), Is.EqualTo(5));
            Assert.That(run.Single("strikes"), Is.EqualTo(3));
        });
    }

    [Test]
    public void Cancel_of_a_named_rule_leaves_the_others_and_the_acts_that_are_at_once()
    {
        var acts = Told.Acts(Header + """
            actors:
              a:
                policy:
                  - {name: salvo, at: 1 d, do: [{act: hit, times: 2, spaced: 4 d}, {act: answer, times: 2}]}
                  - {name: slow, at: 1 d, after: 6 d, do: [{act: strike}]}
                  - {name: stop, at: 3 d, do: [{cancel: salvo}]}
            """);

        Assert.That(acts, Is.EqualTo(new[] { "1 a answer", "1 a answer", "7 a strike" }));
    }

    [Test]
    public void A_rule_that_cancels_itself_goes_on_with_what_it_is_doing()
    {
        var acts = Told.Acts(Header + """
            actors:
              a:
                policy:
                  - name: turn
                    at: [1 d, 2 d]
                    after: 3 d
                    do: [{act: hit, spaced: 2 d}, {act: answer}, {cancel: all}, {act: strike, spaced: 1 d}]
            """);

        // At day 4 the first is executed: it cancels the second, which waits, and its own spaced hit, not what comes behind.
        Assert.That(acts, Is.EqualTo(new[] { "4 a answer", "5 a strike" }));
    }

    [Test]
    public void Times_may_be_none_and_spaced_acts_are_all_counted_from_the_execution()
    {
        var acts = Told.Acts(Header + """
            actors:
              a:
                levels: {none: 0}
                policy:
                  - {name: nothing, at: 1 d, do: [{act: hit, times: none}, {act: hit, times: none, spaced: 1 d}]}
                  - {name: three, at: 1 d, do: [{act: strike, times: 3, spaced: 2 d}]}
                  - {name: late, at: 29 d, do: [{act: answer, times: 2, spaced: 2 d}]}
            """);

        Assert.That(acts, Is.EqualTo(new[] { "3 a strike", "3 a strike", "3 a strike" }));
    }

    [Test]
    public void Target_and_fields_of_a_spaced_act_are_those_of_its_own_time_and_its_event_is_that_of_the_occasion()
    {
        var run = ScenarioRun.Of("""
            escalation: 1
            name: later
            horizon: 30 d
            actions: {hit: {draws: {deaths: day / 1 d}}, reply: {draws: {told: event.severity}}}
            actors:
              a: {policy: [{name: go, at: [1 d, 2 d], do: [{act: hit, against: b}]}]}
              b:
                levels: {aim_a: 1, anger: 1}
                policy:
                  - name: avenge
                    upon: hit against me
                    do:
                      - act: reply
                        against: {a: aim_a, c: 1 - aim_a}
                        times: event.deaths
                        spaced: 5 d
                        with: {severity: anger * event.deaths}
                  - {name: turn, at: 6.5 d, do: [{set: {aim_a: 0, anger: 10}}]}
              c: {}
            measures:
              a_replies: {count: reply against a}
              c_replies: {count: reply against c}
              a_told: {sum: told, of: reply against a}
              c_told: {sum: told, of: reply against c}
            outcomes: {x: {at_end: 1}}
            """);

        // The hit of day 1 (1 death) is avenged at day 6 against a; that of day 2 (2 deaths) at day 7, twice, against c.
        Assert.Multiple(() =>
        {
            Assert.That(run.Single("a_replies"), Is.EqualTo(1));
            Assert.That(run.Single("c_replies"), Is.EqualTo(2));
            Assert.That(run.Single("a_told"), Is.EqualTo(1));
            Assert.That(run.Single("c_told"), Is.EqualTo(40));
        });
    }

    [Test]
    public void Each_proxy_gets_the_same_count_at_the_same_times()
    {
        var run = ScenarioRun.Of(Header + """
            actors:
              patron:
                policy:
                  - name: arm
                    at: 1 d
                    do: [{act: order, against: my proxies, times: poisson(mean=2), spaced: exponential(mean=1 d)}]
              p: {sponsor: patron}
              q: {sponsor: patron}
            measures:
              p_orders: {count: order against p}
              q_orders: {count: order against q}
              p_first: {first: order against p}
              q_first: {first: order against q}
              p_last: {last: order against p}
              q_last: {last: order against q}
            """, replications: 50);

        Assert.Multiple(() =>
        {
            Assert.That(run["p_orders"].Distinct().Count(), Is.GreaterThan(2));
            Assert.That(run["q_orders"], Is.EqualTo(run["p_orders"]));
            Assert.That(run["q_first_day"], Is.EqualTo(run["p_first_day"]));
            Assert.That(run["q_last_day"], Is.EqualTo(run["p_last_day"]));
        });
    }

    [Test]
    public void Acts_against_my_proxies_without_any_are_dropped_one_by_one()
    {
        var run = ScenarioRun.Of(Header + """
            actors: {a: {policy: [{name: go, at: 1 d, do: [{act: order, against: my proxies, times: 3}]}]}}
            measures: {lost: {dropped: a.go, because: no_target}}
            """);

        Assert.That(run.Single("lost"), Is.EqualTo(3));
    }

    [Test]
    public void A_report_on_its_way_arrives_after_its_doer_stood_down()
    {
        var acts = Told.Acts("""
            escalation: 1
            name: report
            horizon: 30 d
            actions: {hit: {report: {after: 5 d}}, answer: {}}
            actors:
              a:
                policy:
                  - {name: go, at: 1 d, do: [{act: hit, against: b}]}
                  - {name: stop, at: 2 d, do: [{cancel: all}]}
              b: {policy: [{name: r, upon: hit against me, do: [{act: answer, against: event.actor}]}]}
            outcomes: {x: {at_end: 1}}
            """);

        Assert.That(acts, Is.EqualTo(new[] { "1 a hit b", "6 b answer a" }));
    }
}
