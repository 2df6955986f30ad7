namespace Escalation.Tests.Semantics;

/// <summary>How others learn of an act: whether, when, and of whom.</summary>
internal sealed class ReportsTests
{
    [Test]
    public void Without_report_others_learn_at_once_surely_and_truly()
    {
        var story = Story.Of("""
            actions: {hit: {}}
            actors:
              a: {policy: [{name: go, every: 6 d, do: [{act: hit}]}]}
              b: {policy: [{name: hear, upon: hit by a, if: event.attributed == 1, do: [{note: heard}]}]}
            """);

        Assert.That(story.Notes, Is.EqualTo(["6 b heard", "12 b heard", "18 b heard"]));
    }

    [Test]
    public void Each_observer_has_a_chance_a_delay_and_an_attribution_of_its_own()
    {
        var story = Story.Of("""
            actions:
              hit: {report: {chance: observer.ears, after: observer.distance * 1 d, attributed: observer.eyes}}
            kinds:
              ear:
                policy:
                  - {name: anyone, upon: hit, do: [{note: heard of it}]}
                  - {name: named, upon: hit by a, do: [{note: knows who}]}
            actors:
              a: {policy: [{name: go, at: 1 d, do: [{act: hit}]}]}
              deaf: {kind: ear, levels: {ears: 0, eyes: 1, distance: 0}}
              far: {kind: ear, levels: {ears: 1, eyes: 1, distance: 5}}
              blind: {kind: ear, levels: {ears: 1, eyes: 0, distance: 2}}
            """);

        Assert.That(story.Notes, Is.EqualTo(["3 blind heard of it", "6 far heard of it", "6 far knows who"]));
    }

    [Test]
    public void Delays_are_drawn_for_each_observer()
    {
        var run = Story.Often("""
            actions: {hit: {report: {after: "uniform(low=1 d, high=2 d)"}}, echo: {}}
            actors:
              a: {policy: [{name: go, at: 1 d, do: [{act: hit}]}]}
              b: {policy: [{name: r, upon: hit, do: [{act: echo}]}]}
              c: {policy: [{name: r, upon: hit, do: [{act: echo}]}]}
            measures: {b_heard: {first: echo by b}, c_heard: {first: echo by c}}
            """);

        var days = run["b_heard_day"].Concat(run["c_heard_day"]).ToArray();
        Assert.That(days, Is.All.InRange(2, 3));
        Assert.That(days, Is.Unique);
    }

    [Test]
    public void One_report_serves_all_rules_of_an_observer()
    {
        var run = Story.Often("""
            actions: {hit: {report: {chance: 0.5}}, one: {}, two: {}}
            actors:
              a: {policy: [{name: go, every: 1 d, do: [{act: hit}]}]}
              b:
                policy:
                  - {name: one, upon: hit, do: [{act: one}]}
                  - {name: two, upon: hit by a, do: [{act: two}]}
            measures: {ones: {count: one}, twos: {count: two}}
            """);

        Assert.That(run["ones"], Is.EqualTo(run["twos"]).And.Some.GreaterThan(0).And.All.LessThan(20));
    }

    [Test]
    public void The_doer_knows_at_once_and_for_sure_that_it_was_itself()
    {
        var story = Story.Of("""
            actions: {hit: {report: {chance: 0, after: 5 d, attributed: 0}}}
            actors:
              a:
                policy:
                  - {name: go, at: 1 d, do: [{act: hit}]}
                  - {name: know, upon: hit by me, if: event.attributed == 1, do: [{note: it was me}]}
            """);

        Assert.That(story.Notes, Is.EqualTo(["1 a it was me"]));
    }

    [TestCase("hit", true)]
    [TestCase("hit by anyone", true)]
    [TestCase("hit by others", true)]
    [TestCase("any action", true)]
    [TestCase("hit against me", true)]
    [TestCase("hit by a", false)]
    [TestCase("hit by militia", false)]
    [TestCase("hit by my proxies", false)]
    [TestCase("hit by me", false)]
    public void An_unknown_doer_is_not_matched_by_name(string pattern, bool isHeard)
    {
        var story = Story.Of("""
            actions: {hit: {report: {attributed: 0}}}
            kinds: {militia: {sponsor: b}}
            actors:
              a: {kind: militia, policy: [{name: go, at: 1 d, do: [{act: hit, against: b}]}]}
              b: {policy: [{name: hear, upon: PATTERN, if: event.attributed == 0, do: [{note: heard}]}]}
            """.Replace("PATTERN", pattern, StringComparison.Ordinal));

        Assert.That(story.Notes, isHeard ? Is.EqualTo(["1 b heard"]) : Is.Empty);
    }

    [Test]
    public void An_unknown_sponsor_is_not_matched_as_my_sponsor()
    {
        var story = Story.Of("""
            actions: {order: {report: {attributed: 0}}}
            actors:
              a: {policy: [{name: go, at: 1 d, do: [{act: order, against: my proxies}]}]}
              b: {sponsor: a, policy: [{name: hear, upon: order by my sponsor, do: [{note: heard}]}]}
            """);

        Assert.That(story.Notes, Is.Empty);
    }

    [Test]
    public void The_target_and_the_fields_in_a_report_are_true_though_the_doer_is_unknown()
    {
        var story = Story.Of("""
            actions: {hit: {draws: {deaths: 3}, report: {after: 2 d, attributed: 0}}}
            actors:
              a: {policy: [{name: go, at: 1 d, do: [{act: hit, against: b}]}]}
              b: {levels: {pain: 0}, policy: [{name: feel, upon: hit against me, do: [{add: {pain: event.deaths}}]}]}
            measures: {before: {level: b.pain, at: 2 d}, pain: {level: b.pain}}
            """);

        Assert.That(story["before"], Is.Zero);
        Assert.That(story["pain"], Is.EqualTo(3));
    }

    [Test]
    public void Measures_see_what_happens_and_not_what_is_reported()
    {
        var story = Story.Of("""
            actions: {hit: {report: {chance: 0, attributed: 0}}}
            actors: {a: {policy: [{name: go, at: 1 d, do: [{act: hit}]}]}, b: {}}
            measures: {hits: {count: hit by a}, begun: {first: hit}}
            """);

        Assert.That(story["hits"], Is.EqualTo(1));
        Assert.That(story["begun_day"], Is.EqualTo(1));
    }

    [Test]
    public void If_and_when_see_the_truth_of_the_moment_though_no_report_has_come()
    {
        var story = Story.Of("""
            actions: {hit: {report: {after: 9 d}}}
            actors:
              a: {policy: [{name: go, at: 1 d, do: [{act: hit}]}]}
              b:
                policy:
                  - {name: sense, when: hits > 0, do: [{note: sensed}]}
                  - {name: look, at: 2 d, if: hits > 0, do: [{note: saw}]}
                  - {name: hear, upon: hit, do: [{note: heard}]}
            measures: {hits: {count: hit}}
            """);

        Assert.That(story.Notes, Is.EqualTo(["1 b sensed", "2 b saw", "10 b heard"]));
    }

    [Test]
    public void The_level_of_the_doer_is_that_of_the_moment_of_hearing_and_not_of_the_act()
    {
        var story = Story.Of("""
            actions: {hit: {report: {after: 4 d}}}
            actors:
              a:
                levels: {anger: 1}
                policy:
                  - {name: go, at: 1 d, do: [{act: hit}]}
                  - {name: brood, at: 2 d, do: [{set: {anger: 7}}]}
              b: {levels: {seen: 0}, policy: [{name: hear, upon: hit, do: [{set: {seen: event.actor.anger}}]}]}
            measures: {seen: {level: b.seen}}
            """);

        Assert.That(story["seen"], Is.EqualTo(7));
    }

    [Test]
    public void Only_acts_go_through_reports_and_a_switch_is_known_at_once()
    {
        var story = Story.Of("""
            actions: {hit: {report: {after: 9 d}}}
            conditions: {truce: {states: [broken, holds], starts: holds}}
            actors:
              a: {policy: [{name: go, at: 1 d, do: [{act: hit}, {switch: {truce: broken}}]}]}
              b: {policy: [{name: hear, upon: [hit, truce becomes broken], do: [{note: heard}]}]}
            """);

        Assert.That(story.Notes, Is.EqualTo(["1 b heard", "10 b heard"]));
    }
}
