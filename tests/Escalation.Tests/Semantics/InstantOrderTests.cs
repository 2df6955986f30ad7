namespace Escalation.Tests.Semantics;

/// <summary>What comes first where several things fall on one instant.</summary>
internal sealed class InstantOrderTests
{
    [Test]
    public void An_act_is_heard_by_its_doer_then_the_world_then_the_actors_in_file_order()
    {
        var story = Story.Of("""
            actions: {hit: {}}
            actors:
              a: {policy: [{name: hear, upon: hit, do: [{note: heard}]}]}
              b: {policy: [{name: hear, upon: hit, do: [{note: heard}]}, {name: go, at: 1 d, do: [{act: hit}]}]}
              c: {policy: [{name: hear, upon: hit, do: [{note: heard}]}]}
            world: {policy: [{name: hear, upon: hit, do: [{note: heard}]}]}
            """);

        Assert.That(story.Tale, Is.EqualTo(["1 b hit", "1 b heard", "1 world heard", "1 a heard", "1 c heard"]));
    }

    [Test]
    public void Becomes_and_outcome_are_heard_by_the_world_first_then_by_the_actors_in_file_order()
    {
        var story = Story.Of("""
            conditions: {truce: {states: [broken, holds], starts: holds}}
            kinds:
              ear:
                policy:
                  - {name: outcome, upon: outcome war, do: [{note: war}]}
                  - {name: truce, upon: truce becomes broken, do: [{note: broken}]}
            actors:
              a: {kind: ear}
              b: {kind: ear, policy: [{name: tear, at: 1 d, do: [{switch: {truce: broken}}]}]}
            world: {policy: [{name: hear, upon: [truce becomes broken, outcome war], do: [{note: both}]}]}
            outcomes: {war: {when: truce is broken}}
            """);

        Assert.That(story.Notes, Is.EqualTo(
            ["1 world both", "1 a broken", "1 b broken", "1 world both", "1 a war", "1 b war"]));
    }

    [Test]
    public void Occasions_of_one_time_come_in_file_order()
    {
        var story = Story.Of("""
            actors:
              a: {policy: [{name: second, at: 1 d, do: [{note: a2}]}, {name: first, at: 1 d, do: [{note: a1}]}]}
              b: {policy: [{name: first, at: 1 d, do: [{note: b1}]}]}
            """);

        Assert.That(story.Notes, Is.EqualTo(["1 a a2", "1 a a1", "1 b b1"]));
    }

    [Test]
    public void What_was_scheduled_first_comes_first()
    {
        // The execution of a is scheduled on day 1, that of b on day 2, both for day 5.
        var story = Story.Of("""
            actors:
              b: {policy: [{name: go, at: 2 d, after: 3 d, do: [{note: scheduled second}]}]}
              a: {policy: [{name: go, at: 1 d, after: 4 d, do: [{note: scheduled first}]}]}
            """);

        Assert.That(story.Notes, Is.EqualTo(["5 a scheduled first", "5 b scheduled second"]));
    }

    [Test]
    public void An_act_is_queued_behind_all_that_waits_at_its_instant()
    {
        var story = Story.Of("""
            actions: {hit: {}}
            actors:
              a: {policy: [{name: go, at: 1 d, do: [{act: hit}]}]}
              b: {policy: [{name: wait, at: 1 d, do: [{note: waited}]}]}
            """);

        Assert.That(story.Tale, Is.EqualTo(["1 b waited", "1 a hit"]));
    }

    [Test]
    public void No_step_is_inside_another_so_that_answers_come_after_all_hearings()
    {
        var story = Story.Of("""
            actions: {hit: {}, answer: {}}
            actors:
              a: {policy: [{name: go, at: 1 d, do: [{act: hit}]}]}
              b: {policy: [{name: r, upon: hit, do: [{act: answer}, {note: heard}]}]}
              c: {policy: [{name: r, upon: hit, do: [{act: answer}, {note: heard}]}]}
            """);

        Assert.That(story.Tale, Is.EqualTo(["1 a hit", "1 b heard", "1 c heard", "1 b answer", "1 c answer"]));
    }

    [Test]
    public void A_rule_without_after_does_all_its_effects_before_the_next_rule_is_asked()
    {
        var story = Story.Of("""
            actions: {hit: {}}
            actors:
              a: {policy: [{name: go, at: 1 d, do: [{act: hit}]}]}
              b:
                levels: {calm: 1}
                policy:
                  - {name: rage, upon: hit, do: [{set: {calm: 0}}, {note: raging}]}
                  - {name: think, upon: hit, if: calm == 1, do: [{note: thinking}]}
            """);

        Assert.That(story.Notes, Is.EqualTo(["1 b raging"]));
        Assert.That(story.Drops, Is.EqualTo(["1 b.think if"]));
    }

    [Test]
    public void Draws_come_before_measures_and_measures_before_the_hearings()
    {
        // The draw does not see its own act in the measure; those who hear of it do.
        var story = Story.Of("""
            actions: {hit: {draws: {number: hits}}}
            actors:
              a: {policy: [{name: go, at: [1 d, 2 d], do: [{act: hit}]}]}
              b: {levels: {seen: 0}, policy: [{name: r, upon: hit, do: [{add: {seen: hits}}]}]}
            measures: {hits: {count: hit}, drawn: {sum: number, of: hit}, seen: {level: b.seen}}
            """);

        Assert.That(story["drawn"], Is.EqualTo(0 + 1));
        Assert.That(story["seen"], Is.EqualTo(1 + 2));
    }

    [Test]
    public void Cancel_takes_away_what_would_be_executed_later_in_the_same_instant()
    {
        var story = Story.Of("""
            actors:
              a:
                policy:
                  - {name: plan, at: 1 d, after: 2 d, do: [{note: done}]}
                  - {name: stop, at: 3 d, do: [{cancel: plan}]}
            """);

        // The occasion of stop was scheduled at the start, the execution of plan on day 1.
        Assert.That(story.Notes, Is.Empty);
    }

    [Test]
    public void Outcomes_and_when_are_asked_after_every_step()
    {
        // The heat lasts from one step to the next of the same instant.
        var story = Story.Of("""
            actors:
              a:
                levels: {heat: 0}
                policy:
                  - {name: up, at: 1 d, do: [{set: {heat: 1}}]}
                  - {name: down, at: 1 d, do: [{set: {heat: 0}}]}
                  - {name: alarm, when: heat == 1, do: [{note: alarm}]}
            outcomes: {hot: {when: a.heat == 1}}
            """);

        Assert.That(story["hot_day"], Is.EqualTo(1));
        Assert.That(story.Notes, Is.EqualTo(["1 a alarm"]));
    }

    [Test]
    public void What_lasts_only_within_one_step_is_seen_by_nobody()
    {
        var story = Story.Of("""
            actors:
              a:
                levels: {heat: 0}
                policy:
                  - {name: flash, at: 1 d, do: [{set: {heat: 1}}, {set: {heat: 0}}]}
                  - {name: alarm, when: heat == 1, do: [{note: alarm}]}
            outcomes: {hot: {when: a.heat == 1}}
            """);

        Assert.That(story["hot"], Is.Zero);
        Assert.That(story.Notes, Is.Empty);
    }

    [Test]
    public void Outcomes_come_before_when_after_the_same_step()
    {
        var story = Story.Of("""
            actors:
              a:
                levels: {heat: 0}
                policy:
                  - {name: up, at: 1 d, do: [{set: {heat: 1}}]}
                  - {name: down, at: 1 d, do: [{set: {heat: 0}}]}
                  - {name: alarm, when: heat == 1 and hot, do: [{note: alarm}]}
            outcomes: {hot: {when: a.heat == 1}}
            """);

        Assert.That(story.Notes, Is.EqualTo(["1 a alarm"]));
    }

    [Test]
    public void When_rules_fire_in_file_order_the_world_first_and_behind_what_waits()
    {
        var story = Story.Of("""
            actors:
              a:
                levels: {heat: 0}
                policy:
                  - {name: late, when: heat == 1, do: [{note: a2}]}
                  - {name: later, when: heat > 0, do: [{note: a3}]}
                  - {name: up, at: 1 d, do: [{set: {heat: 1}}]}
                  - {name: waits, at: 1 d, do: [{note: waited}]}
              b: {policy: [{name: last, when: a.heat == 1, do: [{note: b4}]}]}
            """);

        Assert.That(story.Notes, Is.EqualTo(["1 a waited", "1 a a2", "1 a a3", "1 b b4"]));
    }

    [Test]
    public void Ends_drops_the_rest_of_the_instant()
    {
        var story = Story.Of("""
            actors:
              a:
                levels: {heat: 0}
                policy:
                  - {name: up, at: 1 d, do: [{set: {heat: 1}}, {note: my do goes on}]}
                  - {name: next, at: 1 d, do: [{note: never}]}
                  - {name: alarm, when: heat == 1, do: [{note: never}]}
            outcomes: {hot: {when: a.heat == 1, ends: true}}
            """);

        Assert.That(story.Notes, Is.EqualTo(["1 a my do goes on"]));
        Assert.That(story["ended_day"], Is.EqualTo(1));
    }

    [Test]
    public void Windows_expire_after_all_other_steps_of_the_instant()
    {
        var story = Story.Of("""
            actions: {hit: {}}
            actors:
              a:
                policy:
                  - {name: calm, when: recent == 0 and hits > 0, do: [{note: calm}]}
                  - {name: go, at: 1 d, do: [{act: hit}]}
                  - {name: look, at: 4 d, after: 0 d, if: recent == 1, do: [{note: still there}]}
            measures: {hits: {count: hit}, recent: {count: hit, within: 3 d}}
            """);

        Assert.That(story.Notes, Is.EqualTo(["4 a still there", "4 a calm"]));
    }

    [Test]
    public void A_hit_at_the_instant_of_the_expiry_keeps_the_window_from_being_empty()
    {
        var story = Story.Of("""
            actions: {hit: {}}
            actors:
              a:
                policy:
                  - {name: go, at: [1 d, 4 d], do: [{act: hit}]}
                  - {name: calm, when: recent == 0 and hits > 0, do: [{note: calm}]}
            measures: {hits: {count: hit}, recent: {count: hit, within: 3 d}}
            """);

        Assert.That(story.Notes, Is.EqualTo(["7 a calm"]));
    }

    [Test]
    public void A_value_at_a_day_is_taken_after_the_steps_and_the_expiries_of_that_instant()
    {
        var story = Story.Of("""
            actions: {hit: {}}
            actors: {a: {policy: [{name: go, at: [1 d, 4 d], do: [{act: hit, times: 2}]}]}}
            measures: {all_hits: {count: hit, at: 4 d}, recent: {count: hit, within: 3 d, at: 4 d}}
            """);

        Assert.That(story["all_hits"], Is.EqualTo(4));
        Assert.That(story["recent"], Is.EqualTo(2));
    }

    [Test]
    public void What_falls_on_the_horizon_counts()
    {
        var story = Story.Of("""
            horizon: 5 d
            actions: {hit: {}, answer: {}}
            actors:
              a: {policy: [{name: go, at: 5 d, do: [{act: hit}]}]}
              b: {policy: [{name: r, upon: hit, do: [{act: answer}]}]}
            measures: {answers: {count: answer}}
            outcomes: {answered: {when: answers > 0}}
            """);

        Assert.That(story["answered"], Is.EqualTo(1));
        Assert.That(story["answered_day"], Is.EqualTo(5));
        Assert.That(story["ended_day"], Is.EqualTo(5));
    }

    [Test]
    public void A_rule_with_a_delay_of_0_is_executed_behind_what_waits_and_not_before_the_next_rule()
    {
        var story = Story.Of("""
            actions: {hit: {}}
            actors:
              a: {policy: [{name: go, at: 1 d, do: [{act: hit}]}]}
              b:
                policy:
                  - {name: slow, upon: hit, after: 0 d, do: [{note: slow}]}
                  - {name: quick, upon: hit, do: [{note: quick}]}
              c: {policy: [{name: ear, upon: hit, do: [{note: heard}]}]}
            """);

        Assert.That(story.Notes, Is.EqualTo(["1 b quick", "1 c heard", "1 b slow"]));
    }
}
