namespace Escalation.Tests.Semantics;

/// <summary>Occasions that come when something turns: <c>becomes</c>, <c>outcome</c> and <c>when</c>.</summary>
internal sealed class TurningTests
{
    [Test]
    public void Becomes_is_heard_on_a_change_only()
    {
        var story = Story.Of("""
            conditions: {truce: {states: [broken, holds], starts: broken}}
            actors:
              a: {policy: [{name: sign, at: [1 d, 2 d], do: [{switch: {truce: holds}}]}]}
              b: {policy: [{name: hear, upon: truce becomes holds, do: [{note: peace}]}]}
            """);

        Assert.That(story.Notes, Is.EqualTo(["1 b peace"]));
    }

    [Test]
    public void A_condition_does_not_become_the_state_it_starts_in()
    {
        var story = Story.Of("""
            conditions: {truce: {states: [broken, holds], starts: holds}}
            actors: {a: {policy: [{name: hear, upon: truce becomes holds, do: [{note: peace}]}]}}
            """);

        Assert.That(story.Notes, Is.Empty);
    }

    [Test]
    public void Becomes_is_heard_by_the_one_who_switched_too()
    {
        var story = Story.Of("""
            conditions: {truce: {states: [broken, holds], starts: broken}}
            actors:
              a:
                policy:
                  - {name: sign, at: 1 d, do: [{switch: {truce: holds}}]}
                  - {name: hear, upon: truce becomes holds, do: [{note: peace}]}
            """);

        Assert.That(story.Notes, Is.EqualTo(["1 a peace"]));
    }

    [Test]
    public void A_list_may_mix_acts_and_switches()
    {
        var story = Story.Of("""
            actions: {hit: {}}
            conditions: {truce: {states: [broken, holds], starts: holds}}
            actors:
              a:
                policy:
                  - {name: go, at: 1 d, do: [{act: hit}]}
                  - {name: tear, at: 2 d, do: [{switch: {truce: broken}}]}
              b: {policy: [{name: hear, upon: [hit, truce becomes broken], do: [{note: trouble}]}]}
            """);

        Assert.That(story.Notes, Is.EqualTo(["1 b trouble", "2 b trouble"]));
    }

    [Test]
    public void An_outcome_is_heard_when_it_is_reached()
    {
        var story = Story.Of("""
            actors:
              a:
                levels: {heat: 0}
                policy:
                  - {name: warm, every: 1 d, do: [{add: {heat: 1}}]}
                  - {name: hear, upon: outcome boiling, do: [{note: it boils}]}
            outcomes: {boiling: {when: a.heat >= 3}}
            """);

        Assert.That(story.Notes, Is.EqualTo(["3 a it boils"]));
    }

    [Test]
    public void When_fires_as_its_truth_begins_and_not_while_it_lasts()
    {
        var story = Story.Of("""
            actors:
              a:
                levels: {heat: 0}
                policy:
                  - {name: warm, every: 1 d, do: [{add: {heat: 1}}]}
                  - {name: alarm, when: heat > 2, do: [{note: hot}]}
            """);

        Assert.That(story.Notes, Is.EqualTo(["3 a hot"]));
    }

    [Test]
    public void When_fires_again_only_after_its_truth_has_been_false()
    {
        var story = Story.Of("""
            actors:
              a:
                levels: {heat: 0}
                policy:
                  - {name: warm, at: [1 d, 2 d, 4 d], do: [{set: {heat: 1}}]}
                  - {name: cool, at: 3 d, do: [{set: {heat: 0}}]}
                  - {name: alarm, when: heat == 1, do: [{note: hot}]}
            """);

        Assert.That(story.Notes, Is.EqualTo(["1 a hot", "4 a hot"]));
    }

    [Test]
    public void When_that_is_true_at_day_0_fires_after_at_0_d()
    {
        var story = Story.Of("""
            actors:
              a:
                levels: {heat: 5}
                policy:
                  - {name: alarm, when: heat > 2, do: [{note: hot}]}
                  - {name: begin, at: 0 d, do: [{note: begun}]}
            """);

        Assert.That(story.Notes, Is.EqualTo(["0 a begun", "0 a hot"]));
    }

    [Test]
    public void When_that_was_dropped_does_not_come_again_while_its_truth_lasts()
    {
        var story = Story.Of("""
            actors:
              a:
                levels: {heat: 0, armed: 0}
                policy:
                  - {name: warm, at: 1 d, do: [{set: {heat: 1}}]}
                  - {name: arm, at: 2 d, do: [{set: {armed: 1}}]}
                  - {name: fire, when: heat == 1, if: armed == 1, do: [{note: fired}]}
            """);

        Assert.That(story.Notes, Is.Empty);
        Assert.That(story.Drops, Is.EqualTo(["1 a.fire if"]));
    }

    [Test]
    public void When_follows_the_windows_of_measures_as_they_expire()
    {
        var story = Story.Of("""
            actions: {hit: {}}
            actors:
              a:
                policy:
                  - {name: go, at: [1 d, 3 d], do: [{act: hit}]}
                  - {name: relax, when: hits > 0 and recent == 0, do: [{note: quiet}]}
            measures: {hits: {count: hit}, recent: {count: hit, within: 4 d}}
            """);

        Assert.That(story.Notes, Is.EqualTo(["7 a quiet"]));
    }

    [Test]
    public void When_may_wait_for_another_actor_and_for_a_condition()
    {
        var story = Story.Of("""
            conditions: {truce: {states: [broken, holds], starts: holds}}
            actors:
              a:
                levels: {heat: 0}
                policy:
                  - {name: warm, at: 1 d, do: [{set: {heat: 1}}]}
                  - {name: tear, at: 2 d, do: [{switch: {truce: broken}}]}
              b: {policy: [{name: worry, when: a.heat == 1 and truce is broken, do: [{note: worried}]}]}
            """);

        Assert.That(story.Notes, Is.EqualTo(["2 b worried"]));
    }

    [Test]
    public void Each_change_is_heard_even_where_one_rule_switches_back_and_forth()
    {
        var story = Story.Of("""
            conditions: {truce: {states: [broken, holds], starts: broken}}
            actors:
              a:
                policy:
                  - {name: waver, at: 1 d, do: [{switch: {truce: holds}}, {switch: {truce: broken}}, {switch: {truce: holds}}]}
              b:
                policy:
                  - {name: joy, upon: truce becomes holds, do: [{note: peace}]}
                  - {name: grief, upon: truce becomes broken, do: [{note: war}]}
            """);

        Assert.That(story.Notes, Is.EqualTo(["1 b peace", "1 b war", "1 b peace"]));
    }

    [Test]
    public void An_outcome_that_is_true_from_the_start_is_heard_on_day_0()
    {
        var story = Story.Of("""
            actors: {a: {policy: [{name: hear, upon: outcome begun, do: [{note: heard}]}]}}
            outcomes: {begun: {when: day >= 0 d}}
            """);

        Assert.That(story.Notes, Is.EqualTo(["0 a heard"]));
    }
}
