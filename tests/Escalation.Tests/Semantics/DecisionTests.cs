namespace Escalation.Tests.Semantics;

/// <summary>From the occasion to the execution: <c>if</c>, <c>chance</c>, <c>limits</c>, <c>after</c>, <c>unless</c>.</summary>
internal sealed class DecisionTests
{
    [TestCase("if: 0", "1 b.r if", TestName = "A_false_if_drops")]
    [TestCase("chance: 0", "1 b.r chance", TestName = "A_chance_that_goes_against_it_drops")]
    [TestCase("limits: {pending: 0}", "1 b.r limits", TestName = "A_limit_that_is_reached_drops")]
    [TestCase("unless: 1", "1 b.r unless", TestName = "A_true_unless_drops")]
    [TestCase("after: 40 d", "20 b.r horizon", TestName = "An_execution_behind_the_horizon_drops")]
    public void An_activation_is_dropped_and_its_reason_is_counted(string part, string expected)
    {
        var story = Story.Of("""
            actions: {hit: {}}
            actors:
              a: {policy: [{name: go, at: 1 d, do: [{act: hit}]}]}
              b: {policy: [{name: r, upon: hit, PART, do: [{note: done}]}]}
            measures: {lost: {dropped: b.r, because: REASON}, any_reason: {dropped: b.r}}
            """.Replace("PART", part, StringComparison.Ordinal)
            .Replace("REASON", expected.Split(' ')[^1], StringComparison.Ordinal));

        Assert.That(story.Drops, Is.EqualTo([expected]));
        Assert.That(story.Notes, Is.Empty);
        Assert.That(story["lost"], Is.EqualTo(1));
        Assert.That(story["any_reason"], Is.EqualTo(1));
    }

    [Test]
    public void Each_activation_that_is_cancelled_is_counted()
    {
        var story = Story.Of("""
            actors:
              a:
                policy:
                  - {name: plan, at: [1 d, 2 d], after: 5 d, do: [{note: done}]}
                  - {name: stop, at: 3 d, do: [{cancel: plan}]}
            measures: {lost: {dropped: a.plan, because: cancelled}}
            """);

        Assert.That(story.Drops, Is.EqualTo(["3 a.plan cancelled", "3 a.plan cancelled"]));
        Assert.That(story["lost"], Is.EqualTo(2));
    }

    [Test]
    public void A_rule_that_needs_the_level_of_an_unknown_doer_is_not_asked_even_for_its_if()
    {
        var story = Story.Of("""
            actions: {hit: {report: {attributed: 0}}}
            actors:
              a: {levels: {might: 3}, policy: [{name: go, at: 1 d, do: [{act: hit}]}]}
              b: {levels: {bold: 0}, policy: [{name: r, upon: hit, if: bold * event.actor.might > 2, do: [{note: done}]}]}
            """);

        Assert.That(story.Drops, Is.EqualTo(["1 b.r unknown"]));
    }

    [TestCase("event.actor")]
    [TestCase("sponsor of event.actor")]
    public void A_rule_that_aims_at_an_unknown_doer_is_not_asked(string target)
    {
        var story = Story.Of("""
            actions: {hit: {report: {attributed: 0}}, answer: {}}
            actors:
              s: {}
              a: {sponsor: s, policy: [{name: go, at: 1 d, do: [{act: hit}]}]}
              b: {policy: [{name: r, upon: hit, if: 0, do: [{act: answer, against: TARGET}]}]}
            """.Replace("TARGET", target, StringComparison.Ordinal));

        Assert.That(story.Drops, Is.EqualTo(["1 b.r unknown"]));
    }

    [Test]
    public void An_act_without_anybody_to_aim_at_is_dropped()
    {
        var story = Story.Of("""
            actions: {hit: {}, answer: {}}
            actors:
              a: {policy: [{name: go, at: 1 d, do: [{act: hit}]}]}
              b: {policy: [{name: r, upon: hit by a, do: [{act: answer, against: sponsor of event.actor}]}]}
            """);

        Assert.That(story.Drops, Is.EqualTo(["1 b.r no_target"]));
        Assert.That(story.Acts, Is.EqualTo(["1 a hit"]));
    }

    [Test]
    public void Chance_is_asked_only_where_if_is_true()
    {
        // A chance of 1/0 would be an error of the run.
        var story = Story.Of("""
            actors:
              a:
                levels: {ready: 0}
                policy:
                  - {name: arm, at: 2 d, do: [{set: {ready: 1}}]}
                  - {name: go, at: [1 d, 3 d], if: ready > 0, chance: 1 / ready, do: [{note: went}]}
            """);

        Assert.That(story.Drops, Is.EqualTo(["1 a.go if"]));
        Assert.That(story.Notes, Is.EqualTo(["3 a went"]));
    }

    [Test]
    public void Chance_is_asked_before_limits()
    {
        var story = Story.Of("""
            actors:
              a:
                policy:
                  - {name: go, at: [1 d, 2 d], chance: "if(day < 2 d, 1, 0)", limits: {cooldown: 9 d}, do: [{note: went}]}
            """);

        Assert.That(story.Notes, Is.EqualTo(["1 a went"]));
        Assert.That(story.Drops, Is.EqualTo(["2 a.go chance"]));
    }

    [Test]
    public void Limits_are_asked_before_the_delay_is_drawn()
    {
        // A delay of 1 d / 0 would be an error of the run.
        var story = Story.Of("""
            actors:
              a:
                levels: {ready: 0}
                policy: [{name: go, at: 1 d, limits: {pending: ready}, after: "max(0 d, 1 d / ready)", do: [{note: went}]}]
            """);

        Assert.That(story.Drops, Is.EqualTo(["1 a.go limits"]));
    }

    [Test]
    public void After_delays_the_execution()
    {
        var story = Story.Of("""
            actors: {a: {policy: [{name: go, at: 1 d, after: 36 h, do: [{note: went}]}]}}
            """);

        Assert.That(story.Notes, Is.EqualTo(["2.5 a went"]));
    }

    [Test]
    public void If_is_asked_at_the_occasion_and_unless_at_the_execution()
    {
        var story = Story.Of("""
            conditions: {truce: {states: [broken, holds], starts: broken}}
            actors:
              a:
                policy:
                  - {name: sign, at: 2 d, do: [{switch: {truce: holds}}]}
                  - {name: early, at: 1 d, if: truce is broken, after: 2 d, do: [{note: early}]}
                  - {name: late, at: 1 d, unless: truce is holds, after: 2 d, do: [{note: late}]}
            """);

        Assert.That(story.Notes, Is.EqualTo(["3 a early"]));
        Assert.That(story.Drops, Is.EqualTo(["3 a.late unless"]));
    }

    [Test]
    public void Unless_may_be_true_at_the_occasion()
    {
        var story = Story.Of("""
            conditions: {truce: {states: [broken, holds], starts: holds}}
            actors:
              a:
                policy:
                  - {name: tear, at: 2 d, do: [{switch: {truce: broken}}]}
                  - {name: go, at: 1 d, unless: truce is holds, after: 2 d, do: [{note: went}]}
            """);

        Assert.That(story.Notes, Is.EqualTo(["3 a went"]));
    }

    [Test]
    public void Effects_are_those_of_the_levels_at_the_execution()
    {
        var story = Story.Of("""
            actors:
              a:
                levels: {force: 1, shown: 0}
                policy:
                  - {name: arm, at: 2 d, do: [{set: {force: 5}}]}
                  - {name: go, at: 1 d, after: 2 d, do: [{set: {shown: force}}]}
            measures: {shown: {level: a.shown}}
            """);

        Assert.That(story["shown"], Is.EqualTo(5));
    }
}
