using Escalation.Loading;

namespace Escalation.Tests.Semantics;

/// <summary>The effect <c>act</c>: how often, when, against whom, with what.</summary>
internal sealed class ActTests
{
    [TestCase("{act: hit}", "1", TestName = "An_act_happens_once_and_at_once")]
    [TestCase("{act: hit, times: 3}", "1 1 1", TestName = "Times_repeats_an_act_at_the_same_instant")]
    [TestCase("{act: hit, times: 0}", "", TestName = "Times_may_be_0")]
    [TestCase("{act: hit, times: \"binomial(n=2, p=1)\"}", "1 1", TestName = "Times_may_be_drawn")]
    [TestCase("{act: hit, spaced: 4 d}", "5", TestName = "A_spaced_act_waits_for_its_delay")]
    [TestCase("{act: hit, times: 2, spaced: 4 d}", "5 5", TestName = "All_spaced_acts_are_counted_from_the_execution")]
    [TestCase("{act: hit, spaced: 19 d}", "20", TestName = "A_spaced_act_on_the_horizon_counts")]
    [TestCase("{act: hit, spaced: 19.5 d}", "", TestName = "A_spaced_act_behind_the_horizon_does_not_happen")]
    public void An_act_comes_on_days(string effect, string days)
    {
        var story = Story.Of("""
            actions: {hit: {}}
            actors: {a: {policy: [{name: go, at: 1 d, do: [EFFECT]}]}}
            """.Replace("EFFECT", effect, StringComparison.Ordinal));

        var expected = days.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(day => $"{day} a hit");
        Assert.That(story.Acts, Is.EqualTo(expected));
    }

    [TestCase("foe", "foe", TestName = "A_target_may_be_an_actor")]
    [TestCase("world", "world", TestName = "A_target_may_be_the_world")]
    [TestCase("event.actor", "foe", TestName = "A_target_may_be_the_doer_of_the_event")]
    [TestCase("event.target", "victim", TestName = "A_target_may_be_the_target_of_the_event")]
    [TestCase("sponsor of event.actor", "godfather", TestName = "A_target_may_be_the_sponsor_of_the_doer")]
    [TestCase("my proxies", "one two", TestName = "A_target_may_be_each_of_my_proxies")]
    [TestCase("{foe: 0, victim: 2}", "victim", TestName = "A_target_may_be_chosen_by_weights")]
    [TestCase("{foe: event.size, victim: event.size - 1}", "foe", TestName = "Weights_are_expressions_of_the_event")]
    public void An_act_is_aimed(string target, string expected)
    {
        var story = Story.Of("""
            actions: {hit: {draws: {size: 1}}, answer: {}}
            actors:
              ear: {policy: [{name: r, upon: hit, do: [{act: answer, against: TARGET}]}]}
              foe: {sponsor: godfather, policy: [{name: go, at: 1 d, do: [{act: hit, against: victim}]}]}
              victim: {}
              godfather: {}
              one: {sponsor: ear}
              two: {sponsor: ear}
            """.Replace("TARGET", target, StringComparison.Ordinal));

        Assert.That(story.Acts.Skip(1), Is.EqualTo(expected.Split(' ').Select(name => $"1 ear answer {name}")));
    }

    [Test]
    public void An_act_may_be_against_nobody()
    {
        var story = Story.Of("""
            actions: {shout: {}}
            actors: {a: {policy: [{name: go, at: 1 d, do: [{act: shout}]}]}}
            """);

        Assert.That(story.Acts, Is.EqualTo(["1 a shout"]));
    }

    [Test]
    public void Each_spaced_act_draws_a_delay_of_its_own_from_the_execution()
    {
        var run = Story.Often("""
            actions: {hit: {}}
            actors:
              a:
                policy: [{name: go, at: 1 d, after: 2 d, do: [{act: hit, times: 3, spaced: "uniform(low=4 d, high=5 d)"}]}]
            measures: {one: {first: hit}, two: {nth: 2, of: hit}, three: {last: hit}}
            """);

        Assert.That(run["one_day"].Concat(run["three_day"]), Is.All.InRange(7, 8));
        Assert.That(run["one_day"].Zip(run["two_day"], run["three_day"]), Is.All.Matches<(double One, double Two, double Three)>(
            days => days.One < days.Two && days.Two < days.Three));
    }

    [Test]
    public void Times_is_drawn_at_the_execution()
    {
        var story = Story.Of("""
            actions: {hit: {}}
            actors:
              a:
                levels: {anger: 1}
                policy:
                  - {name: brood, at: 2 d, do: [{set: {anger: 3}}]}
                  - {name: go, at: 1 d, after: 2 d, do: [{act: hit, times: anger}]}
            """);

        Assert.That(story.Acts, Is.EqualTo(["3 a hit", "3 a hit", "3 a hit"]));
    }

    [Test]
    public void Delays_are_drawn_at_the_execution_and_stay()
    {
        var story = Story.Of("""
            actions: {hit: {}}
            actors:
              a:
                levels: {patience: 1}
                policy:
                  - {name: brood, at: [2 d, 4 d], do: [{add: {patience: 3}}]}
                  - {name: go, at: 1 d, after: 2 d, do: [{act: hit, spaced: patience * 1 d}]}
            """);

        Assert.That(story.Acts, Is.EqualTo(["7 a hit"]));
    }

    [Test]
    public void The_target_is_chosen_at_the_time_of_the_act()
    {
        var story = Story.Of("""
            actions: {hit: {}}
            actors:
              a:
                levels: {mild: 1}
                policy:
                  - {name: go, at: 1 d, do: [{act: hit, against: {b: mild, c: 1 - mild}, spaced: 4 d}]}
                  - {name: turn, at: 2 d, do: [{set: {mild: 0}}]}
              b: {}
              c: {}
            """);

        Assert.That(story.Acts, Is.EqualTo(["5 a hit c"]));
    }

    [Test]
    public void With_is_evaluated_at_the_time_of_the_act()
    {
        var story = Story.Of("""
            actions: {hit: {}}
            actors:
              a:
                levels: {anger: 1}
                policy:
                  - {name: go, at: 1 d, do: [{act: hit, spaced: 4 d, with: {force: anger}}]}
                  - {name: brood, at: 2 d, do: [{set: {anger: 7}}]}
            measures: {force: {sum: force, of: hit}}
            """);

        Assert.That(story["force"], Is.EqualTo(7));
    }

    [Test]
    public void Draws_are_made_at_the_time_of_the_act()
    {
        var story = Story.Of("""
            actions: {hit: {draws: {deaths: a.might}}}
            actors:
              a:
                levels: {might: 1}
                policy:
                  - {name: go, at: 1 d, do: [{act: hit, spaced: 4 d}]}
                  - {name: arm, at: 2 d, do: [{set: {might: 7}}]}
            measures: {deaths: {sum: deaths, of: hit}}
            """);

        Assert.That(story["deaths"], Is.EqualTo(7));
    }

    [Test]
    public void The_event_of_a_spaced_act_stays_that_of_its_occasion()
    {
        // The hits of days 1 and 2 have sizes 1 and 2; each answer hands on that of its own hit.
        var story = Story.Of("""
            actions: {hit: {draws: {size: day / 1 d}}, answer: {}}
            actors:
              a: {policy: [{name: go, at: [1 d, 2 d], do: [{act: hit}]}]}
              b: {policy: [{name: r, upon: hit, do: [{act: answer, spaced: 4 d, with: {owed: event.size}}]}]}
            measures: {early: {sum: owed, of: answer, until: 5 d}, late: {sum: owed, of: answer, from: 5 d}}
            """);

        Assert.That(story["early"], Is.EqualTo(1));
        Assert.That(story["late"], Is.EqualTo(2));
    }

    [Test]
    public void With_hands_a_field_on_to_those_who_hear_the_act()
    {
        var story = Story.Of("""
            actions: {hit: {}}
            actors:
              a: {policy: [{name: go, at: 1 d, do: [{act: hit, against: b, with: {severity: 3}}]}]}
              b: {levels: {pain: 0}, policy: [{name: feel, upon: hit against me, do: [{add: {pain: event.severity}}]}]}
            measures: {pain: {level: b.pain}}
            """);

        Assert.That(story["pain"], Is.EqualTo(3));
    }

    [Test]
    public void A_draw_may_use_what_with_hands_on_and_the_draws_before_it()
    {
        var story = Story.Of("""
            actions: {hit: {draws: {wounded: 2 * event.severity, deaths: event.wounded + 1}}}
            actors: {a: {policy: [{name: go, at: 1 d, do: [{act: hit, with: {severity: 3}}]}]}}
            measures: {deaths: {sum: deaths, of: hit}}
            """);

        Assert.That(story["deaths"], Is.EqualTo(7));
    }

    [Test]
    public void A_draw_may_read_the_levels_of_doer_and_target()
    {
        var story = Story.Of("""
            actions: {hit: {draws: {deaths: event.actor.might * event.target.weakness}}}
            actors:
              a: {levels: {might: 2}, policy: [{name: go, at: 1 d, do: [{act: hit, against: b}]}]}
              b: {levels: {weakness: 3}}
            measures: {deaths: {sum: deaths, of: hit}}
            """);

        Assert.That(story["deaths"], Is.EqualTo(6));
    }

    [Test]
    public void My_proxies_get_acts_of_their_own_by_one_count_and_one_delay()
    {
        var story = Story.Of("""
            actions: {order: {}}
            actors:
              p: {policy: [{name: arm, at: 1 d, do: [{act: order, against: my proxies, times: 2, spaced: 1 d}]}]}
              one: {sponsor: p}
              two: {sponsor: p}
            """);

        Assert.That(story.Acts.Order(), Is.EqualTo(["2 p order one", "2 p order one", "2 p order two", "2 p order two"]));
    }

    [Test]
    public void A_spaced_act_aims_at_what_the_world_is_then_and_is_dropped_where_all_weights_are_0_then()
    {
        var story = Story.Of("""
            actions: {hit: {}}
            actors:
              a:
                levels: {reach: 1}
                policy:
                  - {name: go, at: 1 d, do: [{act: hit, times: 2, spaced: 4 d, against: {b: reach}}]}
                  - {name: lose, at: 2 d, do: [{set: {reach: 0}}]}
              b: {}
            """);

        Assert.That(story.Acts, Is.Empty);
        Assert.That(story.Drops, Is.EqualTo(["5 a.go no_target", "5 a.go no_target"]));
    }

    [TestCase("draws: {deaths: event.severity}", "hit", TestName = "A_field_that_the_draws_use_must_be_handed_on")]
    [TestCase("", "hit, if: event.severity > 1", TestName = "A_field_that_a_listener_uses_must_be_handed_on")]
    public void An_act_that_leaves_out_a_field_is_an_error_of_the_file(string action, string pattern)
    {
        var reading = ScenarioReader.ReadText("story.yaml", Story.Whole($$"""
            actions: {hit: { {{action}} } }
            actors:
              a: {policy: [{name: go, at: 1 d, do: [{act: hit}]}]}
              b: {policy: [{name: hear, upon: {{pattern}}, do: [{note: heard}]}]}
            """));

        Assert.That(reading.Scenario, Is.Null);
        Assert.That(reading.Diagnostics.Select(diagnostic => diagnostic.Message), Has.Some.Contains("severity"));
    }
}
