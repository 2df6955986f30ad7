using Escalation.Tests.Support;

namespace Escalation.Tests.Simulation;

/// <summary>When a rule is asked, and in which order.</summary>
internal sealed class OccasionTests
{
    private const string Header = """
        escalation: 1
        name: occasions
        horizon: 20 d
        actions: {hit: {}, echo: {}, ring: {}, boom: {}}
        outcomes: {x: {at_end: 1}}

        """;

    [Test]
    public void A_when_that_is_true_at_day_0_fires_after_the_occasions_of_day_0_and_before_their_acts()
    {
        var acts = Told.Acts(Header + """
            actors:
              a:
                policy:
                  - {name: ready, when: 1, do: [{act: ring}]}
                  - {name: go, at: 0 d, do: [{act: hit}]}
            """);

        Assert.That(acts, Is.EqualTo(new[] { "0 a hit", "0 a ring" }));
    }

    [Test]
    public void The_occasion_of_a_when_queues_behind_what_waits_at_its_instant()
    {
        // The hit makes the truth true; its hearings wait already, so the echoes are scheduled before the occasion is taken.
        var acts = Told.Acts(Header + """
            actors:
              a:
                policy:
                  - {name: go, at: 1 d, do: [{act: hit}]}
                  - {name: notice, when: hits >= 1, do: [{act: ring}]}
              b: {policy: [{name: e, upon: hit, do: [{act: echo}]}]}
            measures: {hits: {count: hit}}
            """);

        Assert.That(acts, Is.EqualTo(new[] { "1 a hit", "1 b echo", "1 a ring" }));
    }

    [Test]
    public void A_dropped_when_comes_again_only_after_it_has_been_false()
    {
        var run = ScenarioRun.Of(Header + """
            actors:
              a:
                levels: {heat: 0, open: 0}
                policy:
                  - {name: warm, at: [1 d, 5 d], do: [{set: {heat: 1}}]}
                  - {name: open, at: 2 d, do: [{set: {open: 1}}]}
                  - {name: cool, at: 4 d, do: [{set: {heat: 0}}]}
                  - {name: fire, when: heat > 0, if: open == 1, do: [{act: boom}]}
            measures: {fired: {count: boom}, first: {first: boom}, missed: {dropped: a.fire, because: if}}
            """);

        Assert.Multiple(() =>
        {
            Assert.That(run.Single("fired"), Is.EqualTo(1));
            Assert.That(run.Single("first_day"), Is.EqualTo(5));
            Assert.That(run.Single("missed"), Is.EqualTo(1));
        });
    }

    [Test]
    public void Every_is_renewed_from_its_occasion_even_where_the_rule_is_dropped_or_delayed()
    {
        var acts = Told.Acts(Header + """
            actors:
              a:
                policy:
                  - {name: beat, every: 4 d, if: day != 8 d, after: 1 d, do: [{act: hit}]}
                  - {name: clock, every: "if(day < 9 d, 9 d, 10 d)", do: [{act: ring}]}
            """);

        // Occasions of beat: 4, 8 (dropped), 12, 16, 20; acts a day later, the last behind the horizon.
        Assert.That(acts, Is.EqualTo(new[] { "5 a hit", "9 a ring", "13 a hit", "17 a hit", "19 a ring" }));
    }

    [Test]
    public void At_takes_days_and_dates_in_any_order()
    {
        var acts = Told.Acts("""
            escalation: 1
            name: dates
            start: 2023-10-17
            horizon: 20 d
            actions: {hit: {}}
            actors: {a: {policy: [{name: go, at: [2023-10-27, 3 d, 2023-10-18, 40 d], do: [{act: hit}]}]}}
            outcomes: {x: {at_end: 1}}
            """);

        Assert.That(acts, Is.EqualTo(new[] { "1 a hit", "3 a hit", "10 a hit" }));
    }

    [Test]
    public void All_given_times_are_scheduled_from_the_start_so_that_file_order_decides_who_goes_first()
    {
        var acts = Told.Acts(Header + """
            actors:
              a: {policy: [{name: go, at: [1 d, 2 d, 2 d], do: [{act: hit}]}]}
              b: {policy: [{name: go, at: 2 d, do: [{act: echo}]}]}
            """);

        Assert.That(acts, Is.EqualTo(new[] { "1 a hit", "2 a hit", "2 a hit", "2 b echo" }));
    }

    [Test]
    public void An_outcome_at_the_end_may_read_one_that_stands_behind_it()
    {
        var run = ScenarioRun.Of(Header.Replace("x: {at_end: 1}", "calm: {at_end: not noisy}, noisy: {at_end: hits == 2}",
            StringComparison.Ordinal) + """
            actors: {a: {policy: [{name: go, at: [1 d, 2 d], do: [{act: hit}]}]}}
            measures: {hits: {count: hit}}
            """);

        Assert.Multiple(() =>
        {
            Assert.That(run.Single("noisy"), Is.EqualTo(1));
            Assert.That(run.Single("calm"), Is.Zero);
        });
    }

    [Test]
    public void An_event_that_matches_two_patterns_of_a_rule_counts_once()
    {
        var acts = Told.Acts(Header + """
            actors:
              a: {policy: [{name: go, at: 1 d, do: [{act: hit, against: b}]}]}
              b: {policy: [{name: e, upon: [hit, any action by a, hit against me, boom], do: [{act: echo}]}]}
            """);

        Assert.That(acts, Is.EqualTo(new[] { "1 a hit b", "1 b echo" }));
    }

    [Test]
    public void A_switch_is_heard_on_a_change_only_by_world_first_and_its_own_actor_too()
    {
        var acts = Told.Acts(Header + """
            conditions: {truce: {states: [off, holds], starts: holds}}
            actors:
              a:
                policy:
                  - {name: same, at: 1 d, do: [{switch: {truce: holds}}]}
                  - {name: other, at: 2 d, do: [{switch: {truce: off}}, {act: hit}]}
                  - {name: own, upon: truce becomes off, do: [{act: ring}]}
              b: {policy: [{name: e, upon: [truce becomes off, truce becomes holds], do: [{act: echo}]}]}
            world: {policy: [{name: w, upon: truce becomes off, do: [{act: boom}]}]}
            """);

        // The hit is queued behind the three hearings, and what they do behind the hit.
        Assert.That(acts, Is.EqualTo(new[] { "2 a hit", "2 world boom", "2 a ring", "2 b echo" }));
    }

    [Test]
    public void An_outcome_is_heard_once_and_outcomes_that_need_each_other_are_reached_in_one_step()
    {
        var run = ScenarioRun.Of("""
            escalation: 1
            name: outcomes
            horizon: 20 d
            actions: {hit: {}, echo: {}}
            actors:
              a: {policy: [{name: go, at: [1 d, 2 d, 3 d], do: [{act: hit}]}]}
              b:
                policy:
                  - {name: e, upon: outcome bad, do: [{act: echo}]}
                  - {name: w, upon: outcome worse, do: [{act: echo}]}
            measures: {hits: {count: hit}, echoes: {count: echo}, told: {count: outcome bad}}
            outcomes:
              worse: {when: bad and hits >= 2}
              bad: {when: hits == 2}
              over: {when: hits == 3, ends: true}
            """);

        Assert.Multiple(() =>
        {
            Assert.That(run.Single("worse_day"), Is.EqualTo(2));
            Assert.That(run.Single("bad_day"), Is.EqualTo(2));
            Assert.That(run.Single("bad"), Is.EqualTo(1), "An outcome that was reached stays reached.");
            Assert.That(run.Single("echoes"), Is.EqualTo(2));
            Assert.That(run.Single("told"), Is.EqualTo(1));
            Assert.That(run.Single("ended_day"), Is.EqualTo(3));
        });
    }

    [Test]
    public void All_outcomes_of_a_step_are_reached_before_one_of_them_ends_it()
    {
        var run = ScenarioRun.Of("""
            escalation: 1
            name: outcomes
            horizon: 20 d
            actions: {hit: {}, echo: {}}
            actors: {a: {policy: [{name: go, at: 1 d, do: [{act: hit}]}, {name: w, when: hits == 1, do: [{act: echo}]}]}}
            measures: {hits: {count: hit}, echoes: {count: echo}}
            outcomes:
              over: {when: hits == 1, ends: true}
              also: {when: hits == 1}
              end: {at_end: over and echoes == 0}
            """);

        Assert.Multiple(() =>
        {
            Assert.That(run.Single("also_day"), Is.EqualTo(1));
            Assert.That(run.Single("end"), Is.EqualTo(1));
        });
    }

    [Test]
    public void A_crossing_at_the_instant_of_an_event_comes_after_it()
    {
        // Pressure falls to 2 exactly at day 8; the hit of that day comes first.
        var acts = Told.Acts(Header + """
            actors:
              a:
                levels: {pressure: {starts: 10, falls: 1 per d}}
                policy:
                  - {name: go, at: 8 d, do: [{act: hit}]}
                  - {name: calm, when: pressure <= 2, do: [{act: ring}]}
            """);

        Assert.That(acts.Select(act => act[^6..]), Is.EqualTo(new[] { " a hit", "a ring" }));
    }

    [Test]
    public void What_falls_on_the_horizon_by_crossing_and_by_expiry_counts()
    {
        var run = ScenarioRun.Of(Header + """
            actors:
              a:
                policy:
                  - {name: go, at: 16 d, do: [{act: hit}]}
                  - {name: calm, when: day > 17 d and recent == 0, do: [{act: ring}]}
                  - {name: last, when: day >= 20 d, do: [{act: boom}]}
            measures: {recent: {count: hit, within: 4 d}, rings: {first: ring}, booms: {count: boom}}
            """);

        Assert.Multiple(() =>
        {
            Assert.That(run.Single("rings_day"), Is.EqualTo(20));
            Assert.That(run.Single("booms"), Is.EqualTo(1));
        });
    }

    [Test]
    public void The_worth_of_nothing_compares_and_only_the_branch_taken_is_evaluated()
    {
        var run = ScenarioRun.Of(Header + """
            actors:
              a:
                policy:
                  - {name: go, at: [1 d, 3 d], do: [{act: hit}]}
                  - {name: quiet, when: "if(hits > 0, day - last >= 5 d, 0 == 1)", do: [{act: ring}]}
                  - {name: none, when: never < 1000 d, do: [{act: boom}]}
            measures: {hits: {count: hit}, last: {last: hit}, never: {first: echo}, rings: {first: ring}, booms: {count: boom}}
            """);

        Assert.Multiple(() =>
        {
            Assert.That(run.Single("rings_day"), Is.EqualTo(8).Within(2e-6));
            Assert.That(run.Single("booms"), Is.Zero);
        });
    }
}
