using Escalation.Tests.Support;

namespace Escalation.Tests.Simulation;

/// <summary>Several parts of the language at work together.</summary>
internal sealed class TogetherTests
{
    private const string Header = """
        escalation: 1
        name: together
        horizon: 10 d
        actions: {hit: {draws: {deaths: 2}}, echo: {}, ring: {}}
        conditions: {truce: {states: [off, holds], starts: off}}

        """;

    [Test]
    public void Crossings_are_found_for_frozen_held_extreme_and_mean_values()
    {
        var run = ScenarioRun.Of(Header + """
            actors:
              a:
                levels: {fear: {starts: 10, falls: 1 per d}, anger: {starts: 4, half_life: 2 d}}
                policy:
                  - {name: one, when: frozen < 5, do: [{act: ring}]}
                  - {name: two, when: held >= 4 d and a.fear < 5, do: [{act: echo}]}
                  - {name: three, when: peak - fear > 3, do: [{act: hit}]}
            measures:
              frozen: {level: a.fear, at: 3 d}
              held: {time: a.anger < 4 and a.anger > 1}
              peak: {max: a.fear}
              mean: {mean: a.fear}
              rings: {count: ring}
              echoes: {first: echo}
              hits: {first: hit}
            outcomes: {x: {when: held >= 4 d}, y: {when: mean <= 8}}
            """);
        Assert.Multiple(() =>
        {
            Assert.That(run.Single("rings"), Is.EqualTo(0));
            Assert.That(run.Single("frozen"), Is.EqualTo(7));
            Assert.That(run.Single("held"), Is.EqualTo(4).Within(3e-6));
            Assert.That(run.Single("hits_day"), Is.EqualTo(3).Within(3e-6));
            Assert.That(run.Single("y_day"), Is.EqualTo(4).Within(3e-6));
        });
    }

    [Test]
    public void Actors_of_one_kind_have_limits_and_levels_of_their_own()
    {
        var run = ScenarioRun.Of(Header + """
            kinds:
              m:
                levels: {n: 0}
                policy:
                  - {name: r, upon: ring, limits: {cooldown: 5 d}, do: [{add: {n: 1}}, {act: hit, against: {p: n, q: 0}}]}
            actors:
              a: {policy: [{name: go, at: [1 d, 2 d, 7 d], do: [{act: ring}]}]}
              p: {kind: m}
              q: {kind: m, levels: {n: 5}}
            measures: {pn: {level: p.n}, qn: {level: q.n}, hits: {count: hit by m against p}}
            outcomes: {x: {at_end: 1}}
            """);
        Assert.Multiple(() =>
        {
            Assert.That(run.Single("pn"), Is.EqualTo(2));
            Assert.That(run.Single("qn"), Is.EqualTo(7));
            Assert.That(run.Single("hits"), Is.EqualTo(4));
        });
    }

    [Test]
    public void A_delayed_answer_keeps_its_event_and_an_unknown_doer_stays_unknown()
    {
        var acts = Told.Acts("""
            escalation: 1
            name: together
            horizon: 30 d
            actions: {hit: {draws: {deaths: day / 1 d}, report: {attributed: 0, after: 1 d}}, echo: {}, ring: {}}
            actors:
              a: {sponsor: s, policy: [{name: go, at: [1 d, 2 d, 3 d], do: [{act: hit, against: b}]}]}
              s: {}
              b:
                policy:
                  - {name: r, upon: hit against me, after: 10 d, do: [{act: echo, times: event.deaths}]}
                  - {name: o, upon: hit by others, if: event.attributed == 0, do: [{act: ring}]}
                  - {name: k, upon: hit by a, do: [{act: ring, times: 5}]}
                  - {name: sp, upon: hit, do: [{act: ring, against: sponsor of event.actor}]}
            outcomes: {x: {at_end: 1}}
            """);
        Assert.Multiple(() =>
        {
            Assert.That(acts.Count(act => act.EndsWith("echo", StringComparison.Ordinal)), Is.EqualTo(6));
            Assert.That(acts.Count(act => act.EndsWith("ring", StringComparison.Ordinal)), Is.EqualTo(3));
            Assert.That(acts, Does.Contain("14 b echo"));
        });
    }

    [Test]
    public void The_world_acts_hears_and_may_be_a_target()
    {
        var acts = Told.Acts(Header + """
            world:
              policy:
                - {name: w, upon: hit against me, do: [{act: ring}]}
                - {name: accident, at: 5 d, do: [{act: echo, against: a}]}
            actors:
              a:
                policy:
                  - {name: go, at: 1 d, do: [{act: hit, against: world}]}
                  - {name: reply, upon: echo by world against me, do: [{act: ring, against: event.actor}]}
            outcomes: {x: {at_end: 1}}
            """);
        Assert.That(acts, Is.EqualTo(new[] { "1 a hit world", "1 world ring", "5 world echo a", "5 a ring world" }));
    }

    [Test]
    public void Switches_are_counted_in_windows_too()
    {
        var run = ScenarioRun.Of(Header + """
            actors:
              a:
                policy:
                  - {name: on, at: [1 d, 4 d], do: [{switch: {truce: holds}}]}
                  - {name: off, at: [3 d, 6 d], do: [{switch: {truce: off}}]}
                  - {name: no, at: [5 d, 8 d], if: truce is holds, do: [{act: hit}]}
                  - {name: bell, when: changes >= 2, do: [{act: ring}]}
            measures:
              changes: {count: [truce becomes holds, truce becomes off], within: 1.5 d}
              last_break: {last: truce becomes off}
              second: {nth: 2, of: truce becomes holds}
              belled: {first: ring}
              struck: {first: hit}
            outcomes: {x: {at_end: 1}}
            """);
        Assert.Multiple(() =>
        {
            Assert.That(run.Single("belled_day"), Is.EqualTo(4));
            Assert.That(run.Single("last_break_day"), Is.EqualTo(6));
            Assert.That(run.Single("second_day"), Is.EqualTo(4));
            Assert.That(run.Single("struck_day"), Is.EqualTo(5));
        });
    }
}
