namespace Escalation.Tests.Semantics;

/// <summary>The effect <c>cancel</c>: standing down.</summary>
internal sealed class StandDownTests
{
    [TestCase("one", "6 a two", TestName = "Cancel_with_a_title_takes_away_what_that_rule_waits_for")]
    [TestCase("all", "", TestName = "Cancel_all_takes_away_what_all_my_rules_wait_for")]
    public void Cancel_takes_away(string title, string expected)
    {
        var story = Story.Of("""
            actors:
              a:
                policy:
                  - {name: one, at: 1 d, after: 5 d, do: [{note: one}]}
                  - {name: two, at: 1 d, after: 5 d, do: [{note: two}]}
                  - {name: stop, at: 3 d, do: [{cancel: TITLE}]}
            """.Replace("TITLE", title, StringComparison.Ordinal));

        Assert.That(story.Notes, Is.EqualTo(expected.Length > 0 ? new[] { expected } : []));
    }

    [Test]
    public void Cancel_takes_away_the_spaced_acts_that_have_not_come()
    {
        var story = Story.Of("""
            actions: {hit: {}}
            actors:
              a:
                policy:
                  - {name: salvo, at: [1 d, 2 d], do: [{act: hit, times: 2, spaced: 4 d}]}
                  - {name: stop, at: 5.5 d, do: [{cancel: salvo}]}
            """);

        Assert.That(story.Acts, Is.EqualTo(["5 a hit", "5 a hit"]));
    }

    [Test]
    public void Cancel_leaves_a_rule_of_that_title_of_another_actor()
    {
        var story = Story.Of("""
            actors:
              a:
                policy:
                  - {name: plan, at: 1 d, after: 5 d, do: [{note: done}]}
                  - {name: stop, at: 3 d, do: [{cancel: plan}]}
              b: {policy: [{name: plan, at: 1 d, after: 5 d, do: [{note: done}]}]}
            """);

        Assert.That(story.Notes, Is.EqualTo(["6 b done"]));
    }

    [Test]
    public void Cancel_leaves_clocks_running()
    {
        var story = Story.Of("""
            actors:
              a:
                policy:
                  - {name: beat, every: 4 d, do: [{note: tick}]}
                  - {name: date, at: 10 d, do: [{note: dinner}]}
                  - {name: stop, at: 5 d, do: [{cancel: all}]}
            """);

        Assert.That(story.Notes, Is.EqualTo(["4 a tick", "8 a tick", "10 a dinner", "12 a tick", "16 a tick", "20 a tick"]));
    }

    [Test]
    public void Cancel_leaves_a_clock_running_whose_activation_it_takes_away()
    {
        var story = Story.Of("""
            actors:
              a:
                policy:
                  - {name: beat, every: 6 d, after: 2 d, do: [{note: tick}]}
                  - {name: stop, at: 7 d, do: [{cancel: beat}]}
            """);

        Assert.That(story.Notes, Is.EqualTo(["14 a tick", "20 a tick"]));
        Assert.That(story.Drops[0], Is.EqualTo("7 a.beat cancelled"));
    }

    [Test]
    public void Cancel_leaves_what_others_were_ordered_to_do()
    {
        var story = Story.Of("""
            actions: {order: {}}
            actors:
              patron:
                policy:
                  - {name: send, at: 1 d, do: [{act: order, against: my proxies}]}
                  - {name: stop, at: 2 d, do: [{cancel: all}]}
              proxy: {sponsor: patron, policy: [{name: obey, upon: order by my sponsor, after: 4 d, do: [{note: obeyed}]}]}
            """);

        Assert.That(story.Notes, Is.EqualTo(["5 proxy obeyed"]));
    }

    [Test]
    public void Cancel_leaves_reports_on_their_way()
    {
        var story = Story.Of("""
            actions: {hit: {report: {after: 4 d}}}
            actors:
              a:
                policy:
                  - {name: go, at: 1 d, do: [{act: hit}]}
                  - {name: stop, at: 2 d, do: [{cancel: all}]}
              b: {policy: [{name: hear, upon: hit by a, do: [{note: heard}]}]}
            """);

        Assert.That(story.Notes, Is.EqualTo(["5 b heard"]));
    }

    [Test]
    public void The_running_do_goes_on_behind_a_cancel()
    {
        var story = Story.Of("""
            actions: {hit: {}}
            actors:
              a: {policy: [{name: go, at: 1 d, do: [{cancel: all}, {act: hit}, {act: hit, spaced: 2 d}, {note: done}]}]}
            """);

        Assert.That(story.Tale, Is.EqualTo(["1 a done", "1 a hit", "3 a hit"]));
    }

    [Test]
    public void What_is_decided_after_a_cancel_stands()
    {
        var story = Story.Of("""
            actors:
              a:
                policy:
                  - {name: stop, at: 2 d, do: [{cancel: all}]}
                  - {name: plan, at: [1 d, 2 d], after: 4 d, do: [{note: done}]}
            """);

        Assert.That(story.Notes, Is.EqualTo(["6 a done"]));
    }
}
