namespace Escalation.Tests.Semantics;

/// <summary>What a measure counts, adds up, compares and follows.</summary>
internal sealed class MeasuresTests
{
    // Hits of sizes 1, 2, 4 and 8 on days 0, 1, 4 and 8, the last against nobody; talks on days 4 and 9; limits drop one talk.
    private const string Common = """
        ladder: [words, blows]
        conditions: {truce: {states: [broken, holds], starts: holds}}
        actions:
          hit: {rung: blows, draws: {size: "step(day, 1, 1 d, 2, 4 d, 4, 8 d, 8)"}}
          talk: {rung: words}
          pray: {}
        actors:
          a:
            levels: {fear: {starts: 8, falls: 1 per d}}
            policy:
              - {name: go, at: [0 d, 1 d, 4 d], do: [{act: hit, against: b}]}
              - {name: rage, at: 8 d, do: [{act: hit}]}
          b:
            policy:
              - {name: say, at: [4 d, 9 d, 10 d], limits: {cooldown: 5 d}, do: [{act: talk, against: a}]}
              - {name: hope, at: 3 d, do: [{act: pray}, {switch: {truce: broken}}]}
              - {name: mend, at: 5 d, do: [{switch: {truce: holds}}]}

        """;

    [TestCase("{count: hit}", 4, TestName = "Count_counts_acts")]
    [TestCase("{count: hit against b}", 3, TestName = "A_pattern_with_against_leaves_out_acts_against_nobody")]
    [TestCase("{count: [hit by a against b, talk by b]}", 5, TestName = "Count_takes_a_list_of_patterns")]
    [TestCase("{count: [hit, any action by a]}", 4, TestName = "An_act_that_matches_two_patterns_is_counted_once")]
    [TestCase("{count: any action}", 7, TestName = "Count_takes_any_action")]
    [TestCase("{count: truce becomes holds}", 1, TestName = "Count_takes_a_switch")]
    [TestCase("{count: outcome won}", 1, TestName = "Count_takes_an_outcome")]
    [TestCase("{sum: size, of: hit}", 15, TestName = "Sum_adds_up_a_field")]
    [TestCase("{sum: size, of: [hit against b, talk]}", 7, TestName = "Sum_passes_over_acts_without_the_field")]
    [TestCase("{max: size, of: any action}", 8, TestName = "Max_of_a_field_is_its_greatest_value")]
    [TestCase("{min: size, of: any action}", 1, TestName = "Min_of_a_field_is_its_least_value")]
    [TestCase("{max: rung, of: any action}", 1, TestName = "The_rung_is_a_field_that_counts_from_0")]
    [TestCase("{min: rung, of: any action}", 0, TestName = "An_action_without_a_rung_is_passed_over")]
    [TestCase("{count: any action, if: event.size > 1}", 3, TestName = "If_passes_over_acts_without_its_field")]
    [TestCase("{count: hit, if: event.size > 1 and truce is holds}", 2, TestName = "If_sees_event_and_world_at_that_moment")]
    [TestCase("{level: a.fear * 2}", 0, TestName = "Level_is_an_expression_at_the_end")]
    [TestCase("{level: a.fear, at: 3 d}", 5, TestName = "Level_at_a_day_is_the_expression_on_that_day")]
    [TestCase("{dropped: b.say}", 1, TestName = "Dropped_counts_activations_for_all_reasons")]
    [TestCase("{dropped: b.say, because: limits}", 1, TestName = "Dropped_because_counts_one_reason")]
    [TestCase("{dropped: b.say, from: 9 d, until: 10 d}", 1, TestName = "Dropped_may_have_a_beginning_and_an_end")]
    [TestCase("{dropped: b.say, at: 9 d}", 0, TestName = "Dropped_at_a_day_counts_until_then")]
    [TestCase("{dropped: b.say, because: if}", 0, TestName = "Dropped_because_does_not_count_other_reasons")]
    [TestCase("{time: truce is holds}", 18, TestName = "Time_adds_up_how_long_a_truth_held")]
    [TestCase("{time: a.fear > 6 or truce is broken}", 4, TestName = "Time_follows_moving_levels")]
    [TestCase("{max: a.fear}", 8, TestName = "Max_without_of_is_the_greatest_value_over_time")]
    [TestCase("{min: a.fear, until: 3 d}", 5, TestName = "Min_without_of_is_the_least_value_over_time")]
    [TestCase("{mean: a.fear}", 1.6, TestName = "Mean_is_the_average_over_time")]
    [TestCase("{mean: a.fear, until: 4 d}", 6, TestName = "Mean_may_have_an_end")]
    [TestCase("{mean: a.fear, from: 4 d, until: 12 d}", 1, TestName = "Mean_may_have_a_beginning_and_an_end")]
    [TestCase("{max: 2 * a.fear, from: 3 d}", 10, TestName = "Max_over_time_may_have_a_beginning")]
    [TestCase("{mean: \"if(truce is holds, 1, 0)\"}", 0.9, TestName = "Mean_of_0_and_1_is_a_share_of_time")]
    public void A_measure_is(string measure, double expected)
    {
        var story = Story.Of(With(measure));

        Assert.That(story["it"], Is.EqualTo(expected).Within(1e-6));
    }

    [TestCase("{first: hit}", 0, TestName = "First_is_the_time_of_the_first")]
    [TestCase("{last: hit}", 8, TestName = "Last_is_the_time_of_the_last")]
    [TestCase("{nth: 3, of: hit}", 4, TestName = "Nth_is_the_time_of_the_one_with_that_number")]
    [TestCase("{nth: 5, of: hit}", double.NaN, TestName = "A_time_that_has_not_come_is_empty")]
    [TestCase("{first: hit, if: event.size > 2}", 4, TestName = "First_may_ask_of_the_event")]
    [TestCase("{first: hit, from: 1 d}", 4, TestName = "First_may_have_a_beginning")]
    [TestCase("{last: hit, at: 6 d}", 4, TestName = "Last_at_a_day_is_the_last_until_then")]
    [TestCase("{first: truce becomes broken}", 3, TestName = "First_takes_a_switch")]
    [TestCase("{last: outcome won}", 4, TestName = "Last_takes_an_outcome")]
    public void A_time_is(string measure, double expected)
    {
        var story = Story.Of(With(measure));

        Assert.That(story["it_day"], Is.EqualTo(expected));
    }

    [TestCase("until: 4 d", 3, TestName = "Without_from_day_0_counts_and_until_is_inclusive")]
    [TestCase("from: 0 d", 3, TestName = "From_leaves_out_its_own_time")]
    [TestCase("from: 1 d, until: 8 d", 2, TestName = "From_and_until_bound_t1_t2_open_at_its_start")]
    [TestCase("within: 12 d", 0, TestName = "At_the_end_what_is_just_as_old_as_the_window_has_expired")]
    [TestCase("within: 12.5 d", 1, TestName = "At_the_end_a_window_holds_what_has_not_expired")]
    [TestCase("within: 4 d, at: 7 d", 1, TestName = "A_window_at_a_day_reaches_back_from_it")]
    [TestCase("at: 1 d", 2, TestName = "At_freezes_the_value_with_what_falls_on_that_day")]
    [TestCase("at: 20 d", 4, TestName = "At_the_horizon_is_as_at_the_end")]
    [TestCase("from: 0 d, at: 4 d", 2, TestName = "From_and_at_go_together")]
    public void A_count_of_hits_is_bounded(string bounds, double expected)
    {
        var story = Story.Of($"{Common}measures: {{it: {{count: hit, {bounds}}}}}");

        Assert.That(story["it"], Is.EqualTo(expected));
    }

    [Test]
    public void A_window_is_closed_at_its_start()
    {
        // On day 8 the window [4, 8] still holds the hit of day 4.
        var story = Story.Of(Common + """
            measures: {recent: {count: hit, within: 4 d}}
            outcomes: {early: {when: recent >= 2}, three: {when: recent >= 3}, late: {when: day > 5 d and recent >= 2}}
            """);

        Assert.That(story["early_day"], Is.EqualTo(1));
        Assert.That(story["three_day"], Is.EqualTo(4));
        Assert.That(story["late_day"], Is.EqualTo(8));
    }

    [Test]
    public void An_early_end_keeps_the_last_value()
    {
        var story = Story.Of(Common + """
            measures: {hits: {count: hit}, later: {count: hit, at: 15 d}, fear: {level: a.fear, at: 15 d}}
            outcomes: {over: {when: hits == 3, ends: true}}
            """);

        Assert.That(story["ended_day"], Is.EqualTo(4));
        Assert.That(story["later"], Is.EqualTo(3));
        Assert.That(story["fear"], Is.EqualTo(4));
    }

    [TestCase("never > 1000000 d", TestName = "A_time_that_has_not_come_is_later_than_any_time")]
    [TestCase("most < -1000000", TestName = "A_maximum_of_nothing_is_less_than_any_number")]
    [TestCase("least > 1000000", TestName = "A_minimum_of_nothing_is_more_than_any_number")]
    [TestCase("total == 0 and number == 0", TestName = "A_count_and_a_sum_of_nothing_are_0")]
    public void The_worth_of_nothing_compares(string truth)
    {
        var story = Story.Of($$"""
            {{Common}}measures:
              never: {first: hit by b}
              most: {max: size, of: hit by b}
              least: {min: size, of: hit by b}
              total: {sum: size, of: hit by b}
              number: {count: hit by b}
            outcomes: {so: {at_end: {{truth}} } }
            """);

        Assert.That(story["so"], Is.EqualTo(1));
        Assert.That(new[] { story["never_day"], story["most"], story["least"] }, Is.All.NaN);
    }

    [Test]
    public void Measures_feed_rules()
    {
        var story = Story.Of(Common.Replace("levels: {fear:", "levels: {seen: 0, fear:", StringComparison.Ordinal) + """
            world: {policy: [{name: look, at: 6 d, if: total == 7 and first_hit == 0 d and truce is holds, do: [{note: so}]}]}
            measures: {total: {sum: size, of: hit}, first_hit: {first: hit}}
            """);

        Assert.That(story.Notes, Is.EqualTo(["6 world so"]));
    }

    [Test]
    public void The_row_tells_end_events_and_highest_rung()
    {
        var story = Story.Of(Common);

        Assert.That(story["ended_day"], Is.EqualTo(20));
        Assert.That(story["events"], Is.EqualTo(7));
        Assert.That(story["highest_rung"], Is.EqualTo(1));
    }

    private static string With(string measure) => Common + $$"""
        measures: {it: {{measure}}, wins: {count: hit} }
        outcomes: {won: {when: wins >= 3} }
        """;
}
