namespace Escalation.Tests.Semantics;

/// <summary>Truths that turn between events, where a level moves: found to a millionth of a day.</summary>
internal sealed class CrossingsTests
{
    private const double Tolerance = 1e-6;

    // Fear halves every 2 days from 8; stock falls by one a day from 8 and stops at 2; hope rises from 0 to 5 within 10 days.
    [TestCase("a.fear < 3", 2.830074998557688, TestName = "An_exponential_falls_below_a_bound")]
    [TestCase("a.stock <= 2.5", 5.5, TestName = "A_straight_line_falls_to_a_bound")]
    [TestCase("a.stock == 2", 6, TestName = "A_straight_line_comes_to_its_rest")]
    [TestCase("a.hope >= 1.25", 2.5, TestName = "A_straight_line_rises_to_a_bound")]
    [TestCase("a.hope > a.stock", 5.333333333333333, TestName = "Two_levels_cross")]
    [TestCase("day >= 36 h", 1.5, TestName = "The_day_passes_a_time")]
    [TestCase("abs(a.stock - 5) < 0.001", 2.999, TestName = "A_truth_that_lasts_for_three_minutes_is_not_missed")]
    [TestCase("a.stock < 3 or a.hope > 1", 2, TestName = "The_first_of_two_crossings_counts")]
    [TestCase("a.stock < 3 and a.hope > 1", 5, TestName = "The_last_of_two_crossings_makes_both_true")]
    [TestCase("a.fear + a.stock < 7", 3.433698774433866, TestName = "A_sum_of_moving_levels_passes_a_bound")]
    [TestCase("a.stock * a.hope > 7.9999", 3.9858578643762691, TestName = "A_hump_is_met_on_its_way_up")]
    public void A_crossing_is_found(string truth, double day)
    {
        var story = Story.Of("""
            actions: {cross: {}}
            actors:
              a:
                levels:
                  fear: {starts: 8, half_life: 2 d}
                  stock: {starts: 8, rests_at: 2, falls: 1 per d}
                  hope: {starts: 0, rests_at: 5, falls: 0.5 per d}
                policy: [{name: cross, when: TRUTH, do: [{act: cross}]}]
            measures: {crossed: {first: cross}}
            outcomes: {reached: {when: TRUTH}}
            """.Replace("TRUTH", truth, StringComparison.Ordinal));

        Assert.That(story["crossed_day"], Is.EqualTo(day).Within(Tolerance));
        Assert.That(story["reached_day"], Is.EqualTo(day).Within(Tolerance));
    }

    [Test]
    public void A_change_on_the_way_moves_the_crossing()
    {
        var story = Story.Of("""
            actors:
              a: {levels: {stock: {starts: 8, falls: 1 per d}}, policy: [{name: buy, at: 2 d, do: [{add: {stock: 3}}]}]}
            outcomes: {low: {when: a.stock <= 5}}
            """);

        Assert.That(story["low_day"], Is.EqualTo(6).Within(Tolerance));
    }

    [Test]
    public void Each_crossing_after_the_truth_was_false_is_an_occasion()
    {
        // The stock of 4 is spent in 4 days and bought anew each 7 days.
        var story = Story.Of("""
            actions: {call: {}}
            actors:
              a:
                levels: {stock: {starts: 4, falls: 1 per d}}
                policy:
                  - {name: buy, every: 7 d, do: [{set: {stock: 4}}]}
                  - {name: call, when: stock <= 1, do: [{act: call}]}
            measures: {calls: {count: call}, second: {nth: 2, of: call}, third: {nth: 3, of: call}}
            """);

        Assert.That(story["calls"], Is.EqualTo(3));
        Assert.That(story["second_day"], Is.EqualTo(10).Within(Tolerance));
        Assert.That(story["third_day"], Is.EqualTo(17).Within(Tolerance));
    }

    [Test]
    public void A_bound_that_is_only_approached_is_not_crossed()
    {
        var story = Story.Of("""
            actors: {a: {levels: {fear: {starts: 8, rests_at: 1, half_life: 1 h}}}}
            outcomes: {calm: {when: a.fear < 1}}
            """);

        Assert.That(story["calm"], Is.Zero);
        Assert.That(story["calm_day"], Is.NaN);
    }

    [Test]
    public void The_time_of_a_truth_ends_where_a_level_crosses()
    {
        var story = Story.Of("""
            actors: {a: {levels: {fear: {starts: 8, half_life: 2 d}}}}
            measures: {afraid: {time: a.fear > 1}}
            """);

        Assert.That(story["afraid"], Is.EqualTo(6).Within(Tolerance));
    }
}
