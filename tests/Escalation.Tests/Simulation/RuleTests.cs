using Escalation.Tests.Support;

namespace Escalation.Tests.Simulation;

/// <summary>Occasion, if, chance, limits, after, unless, effects.</summary>
internal sealed class RuleTests
{
    private const string Header = """
        escalation: 1
        name: test
        horizon: 30 d
        actions: {hit: {}, strike: {}, answer: {}, order: {}}
        outcomes: {x: {at_end: 1}}

        """;

    [Test]
    public void A_pending_activation_bars_another_until_it_is_executed()
    {
        var run = ScenarioRun.Of(Header + """
            actors:
              a: {policy: [{name: go, at: [1 d, 2 d, 5 d], do: [{act: hit, against: b}]}]}
              b: {policy: [{name: r, upon: hit, after: 3 d, limits: {pending: 1}, do: [{act: answer, against: a}]}]}
            measures: {answers: {count: answer}, last: {last: answer}, refused: {dropped: b.r, because: limits}}
            """);

        Assert.Multiple(() =>
        {
            Assert.That(run.Single("answers"), Is.EqualTo(2));
            Assert.That(run.Single("last_day"), Is.EqualTo(8));
            Assert.That(run.Single("refused"), Is.EqualTo(1));
        });
    }

    [Test]
    public void At_most_counts_executions_in_a_window_that_is_open_at_its_start()
    {
        // Executions at 1 and 2; at 8 the one at 1 has left (t − 7, t]; at 8.5 two are inside again.
        var run = ScenarioRun.Of(Header + """
            actors:
              a: {policy: [{name: go, at: [1 d, 2 d, 3 d, 8 d, 8.5 d, 9 d], do: [{act: hit, against: b}]}]}
              b: {policy: [{name: r, upon: hit, limits: {at_most: 2, within: 7 d}, do: [{act: answer, against: a}]}]}
            measures: {answers: {count: answer}, third: {nth: 3, of: answer}, fourth: {nth: 4, of: answer}}
            """);

        Assert.Multiple(() =>
        {
            Assert.That(run.Single("answers"), Is.EqualTo(4));
            Assert.That(run.Single("third_day"), Is.EqualTo(8));
            Assert.That(run.Single("fourth_day"), Is.EqualTo(9));
        });
    }

    [Test]
    public void An_activation_that_unless_drops_gives_its_place_back()
    {
        var run = ScenarioRun.Of(Header + """
            conditions: {truce: {states: [off, holds], starts: holds}}
            actors:
              a:
                policy:
                  - {name: go, at: [1 d, 4 d], do: [{act: hit, against: b}]}
                  - {name: end, at: 3 d, do: [{switch: {truce: off}}]}
              b:
                policy:
                  - name: r
                    upon: hit
                    after: 1 d
                    unless: truce is holds
                    limits: {at_most: 1, within: 30 d, cooldown: 20 d}
                    do: [{act: answer}]
            measures: {answers: {count: answer}, dropped: {dropped: b.r, because: unless}, when_answered: {first: answer}}
            """);

        Assert.Multiple(() =>
        {
            Assert.That(run.Single("answers"), Is.EqualTo(1));
            Assert.That(run.Single("dropped"), Is.EqualTo(1));
            Assert.That(run.Single("when_answered_day"), Is.EqualTo(5));
        });
    }

    [Test]
    public void Cancel_stands_down_waiting_activations_and_spaced_acts_but_not_what_others_were_ordered_to_do()
    {
        var run = ScenarioRun.Of(Header + """
            actors:
              patron:
                policy:
                  - {name: begin, at: 1 d, do: [{act: order, against: my proxies}, {act: hit, times: 3, spaced: 4 d}]}
                  - {name: slow, at: 1 d, after: 10 d, do: [{act: strike}]}
                  - {name: stop, at: 3 d, do: [{cancel: all}, {act: answer}]}
              proxy: {sponsor: patron, policy: [{name: obey, upon: order by my sponsor, after: 5 d, do: [{act: hit}]}]}
            measures:
              own: {count: hit by patron}
              proxied: {count: hit by proxy}
              strikes: {count: strike}
              went_on: {count: answer}
              stood_down: {dropped: patron.slow, because: cancelled}
            """);

        Assert.Multiple(() =>
        {
            Assert.That(run.Single("own"), Is.Zero);
            Assert.That(run.Single("proxied"), Is.EqualTo(1));
            Assert.That(run.Single("strikes"), Is.Zero);
            Assert.That(run.Single("went_on"), Is.EqualTo(1), "The running `do` goes on after a cancel.");
            Assert.That(run.Single("stood_down"), Is.EqualTo(1));
        });
    }

    [Test]
    public void An_act_against_my_proxies_reaches_each_of_them()
    {
        var run = ScenarioRun.Of(Header + """
            actors:
              patron: {policy: [{name: begin, at: 1 d, do: [{act: order, against: my proxies, times: 2}]}]}
              p1:
                sponsor: patron
                policy: [{name: obey, upon: order by my sponsor against me, do: [{act: hit, against: patron}]}]
              p2:
                sponsor: patron
                policy: [{name: obey, upon: order by my sponsor against me, do: [{act: hit, against: sponsor of event.actor}]}]
            measures: {orders: {count: order}, hits: {count: hit against patron}, lost: {dropped: p2.obey, because: no_target}}
            """);

        Assert.Multiple(() =>
        {
            Assert.That(run.Single("orders"), Is.EqualTo(4));
            Assert.That(run.Single("hits"), Is.EqualTo(2));
            Assert.That(run.Single("lost"), Is.EqualTo(2), "The patron has no sponsor: counted per act.");
        });
    }

    [Test]
    public void Fields_are_handed_on_and_drawn_in_order()
    {
        var run = ScenarioRun.Of("""
            escalation: 1
            name: fields
            horizon: 5 d
            actions:
              hit: {draws: {force: event.severity * 2, deaths: event.force + 1}}
              answer: {}
            actors:
              a: {policy: [{name: go, at: 1 d, do: [{act: hit, against: b, with: {severity: 1.5}}]}]}
              b:
                levels: {pain: 0}
                policy:
                  - {name: feel, upon: hit against me, do: [{add: {pain: event.deaths}}]}
            measures: {deaths: {sum: deaths, of: hit}, pain: {level: b.pain}}
            outcomes: {x: {at_end: 1}}
            """);

        Assert.Multiple(() =>
        {
            Assert.That(run.Single("deaths"), Is.EqualTo(4));
            Assert.That(run.Single("pain"), Is.EqualTo(4));
        });
    }

    [Test]
    public void A_weighted_target_is_chosen_by_its_weights_and_no_weight_means_no_act()
    {
        var run = ScenarioRun.Of(Header + """
            actors:
              a:
                levels: {reach: 0}
                policy:
                  - {name: go, every: 1 d, do: [{act: hit, against: {b: 1, c: 3}}]}
                  - {name: nobody, every: 1 d, do: [{act: strike, against: {b: reach, c: reach}}]}
              b: {}
              c: {}
            measures:
              hits: {count: hit}
              c_hits: {count: hit against c}
              strikes: {count: strike}
              lost: {dropped: a.nobody, because: no_target}
            """, replications: 2000);

        var share = run["c_hits"].Sum() / run["hits"].Sum();
        Assert.Multiple(() =>
        {
            // 60,000 draws: the standard error of a share of 3/4 is 0.00177; |z| < 4.42 has a false-alarm rate of 1e-5.
            Assert.That(Math.Abs(share - 0.75) / Math.Sqrt(0.75 * 0.25 / 60_000), Is.LessThan(4.42));
            Assert.That(run["strikes"].Sum(), Is.Zero);
            Assert.That(run["lost"], Is.All.EqualTo(30));
        });
    }

    [Test]
    public void A_rule_of_an_actor_replaces_the_rule_of_its_kind_with_the_same_title()
    {
        var run = ScenarioRun.Of(Header + """
            kinds:
              militia:
                levels: {zeal: 1}
                policy:
                  - {name: go, at: 1 d, do: [{act: hit, times: zeal}]}
                  - {name: more, at: 2 d, do: [{act: hit}]}
            actors:
              a: {kind: militia}
              b: {kind: militia, levels: {zeal: 3}, policy: [{name: more, at: 2 d, do: [{act: strike}]}]}
            measures: {a_hits: {count: hit by a}, b_hits: {count: hit by b}, strikes: {count: strike by militia}}
            """);

        Assert.Multiple(() =>
        {
            Assert.That(run.Single("a_hits"), Is.EqualTo(2));
            Assert.That(run.Single("b_hits"), Is.EqualTo(3));
            Assert.That(run.Single("strikes"), Is.EqualTo(1));
        });
    }
}
