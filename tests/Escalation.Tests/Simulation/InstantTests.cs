using Escalation.Tests.Support;

namespace Escalation.Tests.Simulation;

/// <summary>The order of things within one instant.</summary>
internal sealed class InstantTests
{
    [Test]
    public void The_conventions_of_time_hold_in_the_deterministic_case()
    {
        // A attacks at 0, 2.5, 5, 7.5, 10; three attacks within a closed window of 5 d by day 5; B answers at 0, 5, 10.
        var run = ScenarioRun.Of("""
            escalation: 1
            name: conventions
            horizon: 10 d
            actions: {attack: {}, answer: {}}
            actors:
              a:
                policy:
                  - {name: begin, at: 0 d, do: [{act: attack, against: b}]}
                  - {name: again, upon: attack by me, after: 2.5 d, do: [{act: attack, against: b}]}
              b:
                policy:
                  - {name: answer, upon: attack by a against me, limits: {cooldown: 5 d}, do: [{act: answer, against: a}]}
            measures:
              attacks: {count: attack by a against b}
              recent: {count: attack by a against b, within: 5 d}
              answers: {count: answer by b against a}
              refused: {dropped: b.answer, because: limits}
            outcomes:
              spiral: {when: recent >= 3}
            """);

        Assert.Multiple(() =>
        {
            Assert.That(run.Single("attacks"), Is.EqualTo(5));
            Assert.That(run.Single("spiral"), Is.EqualTo(1));
            Assert.That(run.Single("spiral_day"), Is.EqualTo(5));
            Assert.That(run.Single("answers"), Is.EqualTo(3));
            Assert.That(run.Single("refused"), Is.EqualTo(2));
            Assert.That(run.Single("ended_day"), Is.EqualTo(10));
            Assert.That(run.Single("events"), Is.EqualTo(8));
        });
    }

    [Test]
    public void The_doer_hears_first_then_the_others_in_file_order()
    {
        // Each hearer sets a field of the order in which it acts: the count of acts so far tells who was first.
        var run = ScenarioRun.Of("""
            escalation: 1
            name: order
            horizon: 1 d
            actions: {shout: {}, echo: {}}
            actors:
              first: {policy: [{name: e, upon: shout, do: [{act: echo}]}]}
              doer:
                policy:
                  - {name: s, at: 0.5 d, do: [{act: shout}]}
                  - {name: e, upon: shout, do: [{act: echo}]}
              last: {policy: [{name: e, upon: shout, do: [{act: echo}]}]}
            measures:
              doer_first: {count: echo by first, if: doer_echoes == 1}
              doer_echoes: {count: echo by doer}
              first_echoes: {count: echo by first}
              last_after: {count: echo by last, if: first_echoes == 1 and doer_echoes == 1}
            outcomes: {x: {at_end: 1}}
            """);

        Assert.Multiple(() =>
        {
            Assert.That(run.Single("doer_first"), Is.EqualTo(1));
            Assert.That(run.Single("last_after"), Is.EqualTo(1));
        });
    }

    [Test]
    public void Later_rules_of_one_hearing_see_the_effects_of_earlier_ones_and_acts_wait_behind()
    {
        var run = ScenarioRun.Of("""
            escalation: 1
            name: hearing
            horizon: 1 d
            actions: {hit: {}, one: {}, two: {}}
            actors:
              a: {policy: [{name: go, at: 0 d, do: [{act: hit, against: b}]}]}
              b:
                levels: {anger: 0}
                policy:
                  - {name: feel, upon: hit against me, do: [{act: one}, {add: {anger: 1}}]}
                  - {name: react, upon: hit against me, if: anger == 1 and ones == 0, do: [{act: two}]}
            measures:
              ones: {count: one}
              twos: {count: two}
            outcomes: {x: {at_end: 1}}
            """);

        Assert.That(run.Single("twos"), Is.EqualTo(1));
    }

    [Test]
    public void An_outcome_that_ends_drops_the_rest_of_the_instant()
    {
        var run = ScenarioRun.Of("""
            escalation: 1
            name: ends
            horizon: 5 d
            actions: {hit: {}, revenge: {}}
            actors:
              a: {policy: [{name: go, at: [1 d, 2 d], do: [{act: hit, against: b}]}]}
              b: {policy: [{name: r, upon: hit against me, do: [{act: revenge, against: a}]}]}
            measures:
              hits: {count: hit}
              revenges: {count: revenge}
            outcomes:
              over: {when: hits >= 2, ends: true}
              sure: {at_end: hits == 2}
            """);

        Assert.Multiple(() =>
        {
            Assert.That(run.Single("revenges"), Is.EqualTo(1), "The second revenge was queued behind the hit that ended it.");
            Assert.That(run.Single("over_day"), Is.EqualTo(2));
            Assert.That(run.Single("ended_day"), Is.EqualTo(2));
            Assert.That(run.Single("sure"), Is.EqualTo(1));
        });
    }

    [Test]
    public void What_falls_on_the_horizon_counts_and_what_lies_behind_it_does_not()
    {
        var run = ScenarioRun.Of("""
            escalation: 1
            name: horizon
            horizon: 3 d
            actions: {hit: {}}
            actors:
              a: {policy: [{name: go, every: 1 d, do: [{act: hit}]}, {name: late, at: 2 d, after: 1.5 d, do: [{act: hit}]}]}
            measures:
              hits: {count: hit}
              missed: {dropped: a.late, because: horizon}
            outcomes: {x: {at_end: 1}}
            """);

        Assert.Multiple(() =>
        {
            Assert.That(run.Single("hits"), Is.EqualTo(3));
            Assert.That(run.Single("missed"), Is.EqualTo(1));
        });
    }

    [Test]
    public void Rules_that_feed_each_other_at_one_instant_are_named_and_stopped()
    {
        const string Yaml = """
            escalation: 1
            name: endless
            horizon: 3 d
            actions: {hit: {}, back: {}}
            actors:
              a:
                policy:
                  - {name: go, at: 1 d, do: [{act: hit, against: b}]}
                  - {name: again, upon: back, do: [{act: hit, against: b}]}
              b: {policy: [{name: answer, upon: hit, do: [{act: back, against: a}]}]}
            measures: {hits: {count: hit}}
            outcomes: {x: {at_end: 1}}
            """;

        var fault = Assert.Throws<Escalation.Simulation.ReplicationFaultException>(() => ScenarioRun.Of(Yaml))!;

        Assert.Multiple(() =>
        {
            Assert.That(fault.Rules, Is.EquivalentTo(new[] { "a.again", "b.answer" }));
            Assert.That(fault.Message, Does.Contain("'a.again' and 'b.answer'"));
            Assert.That(fault.Message, Does.Contain("day 1").And.Contain("replication 0"));
        });
    }
}
