namespace Escalation.Tests.Semantics;

/// <summary>How a level begins, moves between events, and is bounded.</summary>
internal sealed class LevelsTests
{
    [TestCase("4", 4, 4, 4, TestName = "A_plain_number_stays")]
    [TestCase("{starts: 4}", 4, 4, 4, TestName = "A_level_without_half_life_and_falls_stays")]
    [TestCase("{starts: 8, half_life: 2 d}", 8, 4, 0.5, TestName = "A_half_life_halves_again_and_again")]
    [TestCase("{starts: 9, rests_at: 1, half_life: 2 d}", 9, 5, 1.5, TestName = "A_half_life_leads_down_to_the_rest")]
    [TestCase("{starts: 0, rests_at: 8, half_life: 2 d}", 0, 4, 7.5, TestName = "A_half_life_leads_up_to_the_rest")]
    [TestCase("{starts: 8, falls: 1 per d}", 8, 6, 0, TestName = "Falls_leads_in_a_straight_line_to_0_and_stops_there")]
    [TestCase("{starts: 8, rests_at: 5, falls: 1 per d}", 8, 6, 5, TestName = "Falls_stops_at_the_rest")]
    [TestCase("{starts: 1, rests_at: 4, falls: 0.5 per d}", 1, 2, 4, TestName = "Falls_leads_up_from_below")]
    [TestCase("{rests_at: 3, half_life: 2 d}", 3, 3, 3, TestName = "A_level_without_starts_begins_at_its_rest")]
    [TestCase("{half_life: 2 d}", 0, 0, 0, TestName = "A_level_rests_at_0_unless_it_says_otherwise")]
    [TestCase("{starts: 2 * patience, half_life: patience * 1 d}", 4, 2, 0.25, TestName = "Starts_and_half_life_may_use_levers")]
    public void A_level_on_days_0_2_and_8(string level, double first, double second, double third)
    {
        var story = Story.Of("""
            levers: {patience: {value: 2, range: [1, 3]}}
            actors: {a: {levels: {fear: LEVEL}}}
            measures: {day0: {level: a.fear, at: 0 d}, day2: {level: a.fear, at: 2 d}, day8: {level: a.fear, at: 8 d}}
            """.Replace("LEVEL", level, StringComparison.Ordinal));

        Assert.That(story["day0"], Is.EqualTo(first).Within(1e-12));
        Assert.That(story["day2"], Is.EqualTo(second).Within(1e-12));
        Assert.That(story["day8"], Is.EqualTo(third).Within(1e-12));
    }

    [Test]
    public void A_level_is_evaluated_exactly_at_the_time_of_use()
    {
        var story = Story.Of("""
            actors:
              a:
                levels: {fear: {starts: 8, half_life: 2 d}, noted: 0}
                policy: [{name: look, at: 3 d, do: [{set: {noted: fear}}]}]
            measures: {noted: {level: a.noted}}
            """);

        Assert.That(story["noted"], Is.EqualTo(8 * Math.Pow(2, -1.5)).Within(1e-12));
    }

    [Test]
    public void A_change_starts_the_way_to_the_rest_anew()
    {
        var story = Story.Of("""
            actors:
              a:
                levels: {stock: {starts: 8, rests_at: 2, falls: 1 per d}}
                policy: [{name: spend, at: 1 d, do: [{set: {stock: 0}}]}]
            measures: {day2: {level: a.stock, at: 2 d}, later: {level: a.stock}}
            """);

        Assert.That(story["day2"], Is.EqualTo(1));
        Assert.That(story["later"], Is.EqualTo(2));
    }

    [Test]
    public void A_change_is_clipped_and_what_lies_beyond_the_bound_is_lost()
    {
        var story = Story.Of("""
            actors:
              a:
                levels: {stock: {starts: 8, min: 2, max: 10}}
                policy:
                  - {name: feast, at: 1 d, do: [{add: {stock: 100}}, {add: {stock: -3}}]}
                  - {name: famine, at: 3 d, do: [{add: {stock: -100}}, {add: {stock: 1}}]}
            measures: {feast: {level: a.stock, at: 2 d}, famine: {level: a.stock}}
            """);

        Assert.That(story["feast"], Is.EqualTo(7));
        Assert.That(story["famine"], Is.EqualTo(3));
    }

    [Test]
    public void A_start_is_drawn_once_a_replication()
    {
        var run = Story.Often("""
            actors: {a: {levels: {fear: {starts: "uniform(low=1, high=2)"}}}}
            measures: {before: {level: a.fear, at: 0 d}, after: {level: a.fear}}
            """);

        Assert.That(run["before"], Is.EqualTo(run["after"]));
        Assert.That(run["before"], Is.All.InRange(1, 2));
        Assert.That(run["before"], Is.Unique);
    }

    [Test]
    public void The_start_of_a_condition_may_be_weighted()
    {
        var run = Story.Often("""
            conditions: {truce: {states: [broken, cracked, holds], starts: {broken: 1, cracked: 0, holds: 3}}}
            actors: {a: {}}
            measures: {broken: {time: truce is broken}, cracked: {time: truce is cracked}, holds: {time: truce is holds}}
            """);

        Assert.That(run["cracked"], Is.All.Zero);
        Assert.That(run["broken"], Is.All.EqualTo(0).Or.EqualTo(20));
        Assert.That(run["holds"].Sum(), Is.GreaterThan(run["broken"].Sum()).And.LessThan(100 * 20));
    }

    [Test]
    public void The_world_has_levels_too()
    {
        var story = Story.Of("""
            actors: {a: {policy: [{name: look, at: 1 d, if: world.height == 3, do: [{note: high}]}]}}
            world: {levels: {height: 0}, policy: [{name: rise, at: 0 d, do: [{set: {height: 3}}]}]}
            """);

        Assert.That(story.Notes, Is.EqualTo(["1 a high"]));
    }
}
