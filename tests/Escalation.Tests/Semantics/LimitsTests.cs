namespace Escalation.Tests.Semantics;

/// <summary>What <c>pending</c>, <c>cooldown</c> and <c>at_most … within …</c> count.</summary>
internal sealed class LimitsTests
{
    private const string Common = """
        actions: {hit: {}}
        conditions: {truce: {states: [broken, holds], starts: holds}}

        """;

    [TestCase("[1 d, 2 d, 4.5 d]", "pending: 1", "4 7.5", TestName = "One_pending_bars_another_until_it_is_executed")]
    [TestCase("[1 d, 2 d, 3 d]", "pending: 2", "4 5", TestName = "Two_may_be_pending_at_once")]
    [TestCase("[1 d, 2 d, 10 d]", "cooldown: 4 d", "4 13", TestName = "One_under_way_counts_for_the_cooldown_as_if_executed_now")]
    [TestCase("[1 d, 7.5 d, 8 d]", "cooldown: 4 d", "4 11", TestName = "The_cooldown_runs_from_the_execution_and_ends_at_4_days")]
    [TestCase("[1 d, 2 d, 3 d]", "at_most: 2, within: 4 d", "4 5", TestName = "Those_under_way_count_in_a_window_too")]
    [TestCase("[1 d, 7.5 d, 8 d]", "at_most: 1, within: 4 d", "4 11", TestName = "The_window_counts_from_the_execution")]
    public void A_rule_that_waits_three_days(string hits, string limits, string executions)
    {
        var story = Story.Of(Common + """
            actors:
              a: {policy: [{name: go, at: HITS, do: [{act: hit}]}]}
              b: {policy: [{name: r, upon: hit, after: 3 d, limits: {LIMITS}, do: [{note: done}]}]}
            """.Replace("HITS", hits, StringComparison.Ordinal).Replace("LIMITS", limits, StringComparison.Ordinal));

        Assert.That(story.Notes, Is.EqualTo(executions.Split(' ').Select(day => $"{day} b done")));
        Assert.That(story.Drops, Has.Length.EqualTo(1).And.All.EndsWith("b.r limits"));
    }

    [TestCase("pending: 1", "1 2 4 5", TestName = "What_is_executed_at_once_is_never_pending")]
    [TestCase("cooldown: 3 d", "1 4", TestName = "A_cooldown_allows_again_at_exactly_its_end")]
    [TestCase("at_most: 1, within: 3 d", "1 4", TestName = "A_window_is_open_at_its_start")]
    [TestCase("at_most: 2, within: 4 d", "1 2 5", TestName = "At_most_two_within_a_window")]
    public void A_rule_that_waits_for_nothing(string limits, string executions)
    {
        var story = Story.Of(Common + """
            actors:
              a: {policy: [{name: go, at: [1 d, 2 d, 4 d, 5 d], do: [{act: hit}]}]}
              b: {policy: [{name: r, upon: hit, limits: {LIMITS}, do: [{note: done}]}]}
            """.Replace("LIMITS", limits, StringComparison.Ordinal));

        Assert.That(story.Notes, Is.EqualTo(executions.Split(' ').Select(day => $"{day} b done")));
    }

    [Test]
    public void An_occasion_that_limits_dropped_does_not_prolong_them()
    {
        var story = Story.Of(Common + """
            actors: {a: {policy: [{name: go, every: 1 d, limits: {cooldown: 8 d}, do: [{note: done}]}]}}
            """);

        Assert.That(story.Notes, Is.EqualTo(["1 a done", "9 a done", "17 a done"]));
    }

    [TestCase("pending: 1")]
    [TestCase("cooldown: 9 d")]
    [TestCase("at_most: 1, within: 9 d")]
    public void What_unless_drops_gives_its_place_back(string limits)
    {
        var story = Story.Of(Common + """
            actors:
              a:
                policy:
                  - {name: tear, at: 3 d, do: [{switch: {truce: broken}}]}
                  - {name: go, at: [1 d, 4 d], after: 1 d, unless: truce is holds, limits: {LIMITS}, do: [{note: done}]}
            """.Replace("LIMITS", limits, StringComparison.Ordinal));

        Assert.That(story.Notes, Is.EqualTo(["5 a done"]));
        Assert.That(story.Drops, Is.EqualTo(["2 a.go unless"]));
    }

    [TestCase("pending: 1")]
    [TestCase("cooldown: 9 d")]
    [TestCase("at_most: 1, within: 9 d")]
    public void What_is_cancelled_gives_its_place_back(string limits)
    {
        var story = Story.Of(Common + """
            actors:
              a:
                policy:
                  - {name: go, at: [1 d, 3 d], after: 5 d, limits: {LIMITS}, do: [{note: done}]}
                  - {name: stop, at: 2 d, do: [{cancel: go}]}
            """.Replace("LIMITS", limits, StringComparison.Ordinal));

        Assert.That(story.Notes, Is.EqualTo(["8 a done"]));
        Assert.That(story.Drops, Is.EqualTo(["2 a.go cancelled"]));
    }

    [Test]
    public void An_execution_counts_even_if_its_acts_are_none()
    {
        var story = Story.Of(Common + """
            actors:
              a:
                policy: [{name: go, at: [1 d, 2 d], limits: {cooldown: 9 d}, do: [{act: hit, times: 0}]}]
            """);

        Assert.That(story.Drops, Is.EqualTo(["2 a.go limits"]));
    }

    [Test]
    public void All_limits_of_a_rule_must_allow_it()
    {
        var story = Story.Of(Common + """
            actors:
              a:
                policy:
                  - {name: go, every: 1 d, limits: {cooldown: 2 d, at_most: 2, within: 10 d}, do: [{note: done}]}
            """);

        Assert.That(story.Notes, Is.EqualTo(["1 a done", "3 a done", "11 a done", "13 a done"]));
    }

    [TestCase("pending: 1", "after: 0 d,", TestName = "Pending_holds_between_decision_and_execution_of_one_instant")]
    [TestCase("cooldown: 1 d", "", TestName = "A_cooldown_holds_within_one_instant")]
    [TestCase("at_most: 1, within: 1 d", "", TestName = "At_most_holds_within_one_instant")]
    public void Of_three_hits_at_once_one_is_answered(string limits, string delay)
    {
        var story = Story.Of(Common + """
            actors:
              a: {policy: [{name: go, at: 1 d, do: [{act: hit, times: 3}]}]}
              b: {policy: [{name: r, upon: hit, DELAY limits: {LIMITS}, do: [{note: done}]}]}
            """.Replace("LIMITS", limits, StringComparison.Ordinal).Replace("DELAY", delay, StringComparison.Ordinal));

        Assert.That(story.Notes, Is.EqualTo(["1 b done"]));
        Assert.That(story.Drops, Is.EqualTo(["1 b.r limits", "1 b.r limits"]));
    }
}
