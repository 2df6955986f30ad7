namespace Escalation.Tests.Semantics;

/// <summary>Ties of times that are written in hours: an hour is no binary fraction of a day, yet 4 h + 1 h is 5 h.</summary>
internal sealed class HourTests
{
    [Test]
    public void A_cooldown_in_hours_allows_again_at_exactly_that_time()
    {
        var story = Story.Of("""
            actors: {a: {policy: [{name: go, at: [7 h, 8 h], limits: {cooldown: 1 h}, do: [{note: done}]}]}}
            """);

        Assert.That(story.Drops, Is.Empty);
    }

    [Test]
    public void A_window_of_limits_in_hours_is_open_at_its_start()
    {
        var story = Story.Of("""
            actors: {a: {policy: [{name: go, at: [7 h, 8 h], limits: {at_most: 1, within: 1 h}, do: [{note: done}]}]}}
            """);

        Assert.That(story.Drops, Is.Empty);
    }

    [Test]
    public void A_window_of_a_measure_in_hours_is_closed_at_its_start()
    {
        var story = Story.Of("""
            actions: {hit: {}}
            actors: {a: {policy: [{name: go, at: [4 h, 5 h], do: [{act: hit}]}]}}
            measures: {recent: {count: hit, within: 1 h}}
            outcomes: {both: {when: recent == 2}}
            """);

        Assert.That(story["both"], Is.EqualTo(1));
    }

    [Test]
    public void What_falls_on_one_hour_is_one_instant_in_which_the_first_scheduled_comes_first()
    {
        var story = Story.Of("""
            conditions: {truce: {states: [broken, holds], starts: broken}}
            actors:
              a:
                policy:
                  - {name: go, at: 3 h, after: 2 h, unless: truce is holds, do: [{note: done}]}
                  - {name: sign, at: 5 h, do: [{switch: {truce: holds}}]}
            """);

        Assert.That(story.Notes, Is.Empty);
    }
}
