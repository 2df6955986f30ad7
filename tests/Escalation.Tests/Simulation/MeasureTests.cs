using Escalation.Tests.Support;

namespace Escalation.Tests.Simulation;

/// <summary>What is counted and followed.</summary>
internal sealed class MeasureTests
{
    [Test]
    public void Windows_filters_and_frozen_values_count_what_they_say()
    {
        var run = ScenarioRun.Of("""
            escalation: 1
            name: measures
            horizon: 20 d
            ladder: [low, high]
            actions: {hit: {rung: low, draws: {size: day / 1 d}}, boom: {rung: high}, quiet: {}}
            actors:
              a:
                policy:
                  - {name: go, at: [0 d, 1 d, 5 d, 9 d, 18 d], do: [{act: hit, against: b}]}
                  - {name: boom, at: 7 d, do: [{act: boom}, {act: quiet}]}
              b: {}
            measures:
              hits: {count: hit}
              big: {count: hit, if: event.size >= 5}
              middle: {count: hit, from: 1 d, until: 9 d}
              recent: {count: hit, within: 10 d}
              frozen: {count: hit, at: 9 d}
              window_frozen: {count: hit, within: 4 d, at: 9.5 d}
              total: {sum: size, of: hit}
              worst: {max: rung, of: any action}
              least: {min: size, of: hit, from: 2 d}
              never: {first: hit by b}
              nothing: {max: size, of: hit by b}
              third: {nth: 3, of: hit}
              tension: {level: hits * 2}
            outcomes: {x: {at_end: third < never and nothing < 0}}
            """);

        Assert.Multiple(() =>
        {
            Assert.That(run.Single("hits"), Is.EqualTo(5));
            Assert.That(run.Single("big"), Is.EqualTo(3));
            Assert.That(run.Single("middle"), Is.EqualTo(2));
            Assert.That(run.Single("recent"), Is.EqualTo(1));
            Assert.That(run.Single("frozen"), Is.EqualTo(4));
            Assert.That(run.Single("window_frozen"), Is.EqualTo(1));
            Assert.That(run.Single("total"), Is.EqualTo(33));
            Assert.That(run.Single("worst"), Is.EqualTo(1));
            Assert.That(run.Single("least"), Is.EqualTo(5));
            Assert.That(run.Single("never_day"), Is.NaN);
            Assert.That(run.Single("nothing"), Is.NaN);
            Assert.That(run.Single("third_day"), Is.EqualTo(5));
            Assert.That(run.Single("tension"), Is.EqualTo(10));
            Assert.That(run.Single("x"), Is.EqualTo(1));
            Assert.That(run.Single("highest_rung"), Is.EqualTo(1));
        });
    }

    [Test]
    public void A_rung_is_absent_where_the_action_has_none()
    {
        var run = ScenarioRun.Of("""
            escalation: 1
            name: rungs
            horizon: 10 d
            ladder: [low, middle, high]
            actions: {hit: {rung: low}, echo: {rung: middle}, ring: {}}
            actors:
              a: {policy: [{name: go, at: 1 d, do: [{act: hit}, {act: echo}, {act: ring}]}]}
              b: {policy: [{name: u, upon: [hit, echo], if: event.rung >= 1, do: [{act: ring}]}]}
            measures:
              high: {count: any action, if: event.rung >= 1}
              total: {sum: rung, of: any action}
              rings: {count: ring}
              none: {max: rung, of: any action by b}
            outcomes: {x: {at_end: none < 0}}
            """);

        Assert.Multiple(() =>
        {
            Assert.That(run.Single("high"), Is.EqualTo(1));
            Assert.That(run.Single("total"), Is.EqualTo(1));
            Assert.That(run.Single("rings"), Is.EqualTo(2));
            Assert.That(run.Single("x"), Is.EqualTo(1));
            Assert.That(run.Single("highest_rung"), Is.EqualTo(1));
        });
    }

    [Test]
    public void A_window_of_calm_makes_a_truth_between_events()
    {
        var run = ScenarioRun.Of("""
            escalation: 1
            name: calm
            horizon: 60 d
            actions: {hit: {}, peace: {}}
            conditions: {truce: {states: [off, holds], starts: off}}
            world:
              policy:
                - {name: calm, when: recent == 0, do: [{switch: {truce: holds}}]}
                - {name: told, upon: truce becomes holds, do: [{act: peace}]}
            actors:
              a: {policy: [{name: go, at: [0 d, 3 d, 5 d], do: [{act: hit}]}]}
            measures:
              recent: {count: hit, within: 30 d}
              peace: {first: peace}
              held: {time: truce is holds}
              became: {count: truce becomes holds}
            outcomes: {x: {at_end: 1}}
            """);

        Assert.Multiple(() =>
        {
            // At day 0 `recent` is 0 before the hit of that instant, and true at day 0 counts.
            Assert.That(run.Single("became"), Is.EqualTo(1));
            Assert.That(run.Single("peace_day"), Is.EqualTo(0));
            Assert.That(run.Single("held"), Is.EqualTo(60));
        });
    }
}
