namespace Escalation.Tests.Semantics;

/// <summary>Truths about a history: when they are reached, and what they end.</summary>
internal sealed class OutcomesTests
{
    // Five hits on days 2, 4, …, 10.
    private const string Common = """
        horizon: 10 d
        actions: {hit: {}}
        actors: {a: {policy: [{name: go, every: 2 d, do: [{act: hit}]}]}}
        measures: {hits: {count: hit}, recent: {count: hit, within: 2 d}}

        """;

    [TestCase("hits >= 2", 4, TestName = "The_first_time_that_it_is_true_is_recorded")]
    [TestCase("hits == 2", 4, TestName = "An_outcome_that_was_reached_stays_reached")]
    [TestCase("hits >= 0", 0, TestName = "An_outcome_may_be_true_from_the_start")]
    [TestCase("hits >= 5", 10, TestName = "The_horizon_is_inclusive")]
    [TestCase("day >= 10 d", 10, TestName = "The_day_of_the_horizon_comes")]
    [TestCase("recent", 2, TestName = "A_number_other_than_0_is_true")]
    public void An_outcome_is_reached(string truth, double day)
    {
        var story = Story.Of($"{Common}outcomes: {{so: {{when: {truth}}}}}");

        Assert.That(story["so"], Is.EqualTo(1));
        Assert.That(story["so_day"], Is.EqualTo(day));
    }

    [Test]
    public void An_outcome_that_was_not_reached_has_no_day()
    {
        var story = Story.Of(Common + """
            outcomes: {so: {when: hits > 5}}
            """);

        Assert.That(story["so"], Is.Zero);
        Assert.That(story["so_day"], Is.NaN);
        Assert.That(story["ended_day"], Is.EqualTo(10));
    }

    [Test]
    public void Ends_ends_the_replication_there()
    {
        var run = Story.Often(Common + """
            outcomes: {over: {when: hits >= 3, ends: true}}
            """, replications: 1);

        Assert.That(run.Single("ended_day"), Is.EqualTo(6));
        Assert.That(run.Single("hits"), Is.EqualTo(3));
        Assert.That(run.Tally.EndedEarly, Is.EqualTo(1));
    }

    [Test]
    public void An_outcome_without_ends_ends_nothing()
    {
        var run = Story.Often(Common + """
            outcomes: {over: {when: hits >= 3}}
            """, replications: 1);

        Assert.That(run.Single("hits"), Is.EqualTo(5));
        Assert.That(run.Tally.EndedEarly, Is.Zero);
    }

    [TestCase("hits == 5", 1, TestName = "At_end_is_judged_at_the_horizon")]
    [TestCase("hits == 4", 0, TestName = "At_end_does_not_care_for_what_was_true_before")]
    [TestCase("late and hits < 6", 1, TestName = "At_end_may_read_other_outcomes")]
    public void At_end_is_judged(string truth, double expected)
    {
        var story = Story.Of($"{Common}outcomes: {{so: {{at_end: {truth}}}, late: {{when: day > 9 d}}}}");

        Assert.That(story["so"], Is.EqualTo(expected));
    }

    [Test]
    public void At_end_is_judged_where_another_outcome_ends_the_replication()
    {
        var story = Story.Of(Common + """
            outcomes: {over: {when: hits >= 3, ends: true}, few: {at_end: hits == 3 and day == 6 d}}
            """);

        Assert.That(story["few"], Is.EqualTo(1));
    }

    [Test]
    public void Outcomes_that_hold_after_the_same_step_are_all_reached_before_one_ends_it()
    {
        var story = Story.Of(Common + """
            outcomes: {over: {when: hits >= 3, ends: true}, also: {when: hits >= 3}, then: {when: also}}
            """);

        Assert.That(story["also_day"], Is.EqualTo(6));
        Assert.That(story["then_day"], Is.EqualTo(6));
    }

    [Test]
    public void An_outcome_may_be_read_by_rules()
    {
        var story = Story.Of("""
            horizon: 10 d
            actions: {hit: {}}
            actors: {a: {policy: [{name: go, every: 2 d, if: not enough, do: [{act: hit}]}]}}
            measures: {hits: {count: hit}}
            outcomes: {enough: {when: hits >= 2}}
            """);

        Assert.That(story["hits"], Is.EqualTo(2));
    }

    [Test]
    public void An_outcome_may_wait_for_a_condition()
    {
        var story = Story.Of("""
            conditions: {war: {states: [no, yes], starts: no}}
            actors: {a: {policy: [{name: go, at: 3 d, do: [{switch: {war: yes}}]}]}}
            outcomes: {war_broke_out: {when: war is yes}}
            """);

        Assert.That(story["war_broke_out_day"], Is.EqualTo(3));
    }

    [Test]
    public void A_history_in_which_nothing_can_happen_ends_quietly_at_its_horizon()
    {
        var story = Story.Of("""
            horizon: 9 d
            actors: {a: {}}
            outcomes: {calm: {at_end: 1}}
            """);

        Assert.That(story["ended_day"], Is.EqualTo(9));
        Assert.That(story["calm"], Is.EqualTo(1));
        Assert.That(story["events"], Is.Zero);
    }
}
