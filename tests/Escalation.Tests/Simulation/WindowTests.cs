using Escalation.Tests.Support;

namespace Escalation.Tests.Simulation;

/// <summary>Where windows begin and end.</summary>
internal sealed class WindowTests
{
    private const string Header = """
        escalation: 1
        name: windows
        horizon: 10 d
        actions: {hit: {}, ring: {}, boom: {}}

        """;

    [Test]
    public void A_window_is_closed_where_an_outcome_ends_the_replication()
    {
        var run = ScenarioRun.Of(Header + """
            actors:
              a: {policy: [{name: go, at: [1 d, 5 d], do: [{act: hit}]}]}
            measures:
              hits: {count: hit}
              recent: {count: hit, within: 4 d}
              frozen: {count: hit, within: 4 d, at: 5 d}
              peak: {count: hit, within: 4 d}
            series: {every: 1 d, of: [recent]}
            outcomes:
              over: {when: peak >= 2, ends: true}
              both: {at_end: recent >= 2}
            """);

        Assert.Multiple(() =>
        {
            Assert.That(run.Single("over_day"), Is.EqualTo(5));
            Assert.That(run.Single("both"), Is.EqualTo(1));
            Assert.That(run.Single("recent"), Is.EqualTo(2));
            Assert.That(run.Single("peak"), Is.EqualTo(2));
            Assert.That(run.Single("frozen"), Is.EqualTo(2));
        });
    }

    [Test]
    public void At_the_horizon_the_windows_have_expired_for_the_row_and_for_outcomes_alike()
    {
        var run = ScenarioRun.Of(Header + """
            actors:
              a: {policy: [{name: go, at: 6 d, do: [{act: hit}]}]}
            measures:
              recent: {count: hit, within: 4 d}
              watched: {count: hit, within: 4 d}
            outcomes:
              seen: {when: watched >= 1}
              unwatched_there: {at_end: recent >= 1}
              watched_there: {at_end: watched >= 1}
            """);

        Assert.Multiple(() =>
        {
            Assert.That(run.Single("recent"), Is.EqualTo(run.Single("watched")));
            Assert.That(run.Single("unwatched_there"), Is.EqualTo(run.Single("recent")));
            Assert.That(run.Single("watched_there"), Is.EqualTo(run.Single("watched")));
        });
    }

    [TestCase(false)]
    [TestCase(true)]
    public void A_window_that_nothing_waits_for_expires_with_those_that_something_waits_for(bool isWaitedFor)
    {
        // Both windows expire at day 5, and the calm begins: the second one is empty then whether or not a rule waits for it.
        var acts = Told.Acts(Header + """
            actors:
              a:
                policy:
                  - {name: go, at: 1 d, do: [{act: hit}]}
                  - {name: calm, when: day > 2 d and recent == 0, if: other == 0, do: [{act: ring}]}
                  - {name: look, when: WAITED >= 5, do: [{act: boom}]}
            measures:
              recent: {count: hit, within: 4 d}
              other: {count: hit, within: 4 d}
            outcomes: {x: {at_end: 1}}
            """.Replace("WAITED", isWaitedFor ? "other" : "recent", StringComparison.Ordinal));

        Assert.That(acts, Does.Contain("5 a ring"));
    }

    [Test]
    public void Within_an_instant_a_window_is_closed_at_its_start()
    {
        // The answer at day 5 still sees the hit of day 1; the one behind the expiry does not.
        var run = ScenarioRun.Of(Header + """
            actors:
              a:
                policy:
                  - {name: go, at: 1 d, do: [{act: hit}]}
                  - {name: look, at: 5 d, if: recent == 1, do: [{act: ring}]}
            measures: {recent: {count: hit, within: 4 d}, rings: {count: ring}}
            outcomes: {x: {at_end: rings == 1}}
            """);

        Assert.That(run.Single("x"), Is.EqualTo(1));
    }

    [Test]
    public void What_lies_in_a_window_has_a_sum_a_greatest_and_a_least()
    {
        var run = ScenarioRun.Of("""
            escalation: 1
            name: windows
            horizon: 10 d
            actions: {hit: {draws: {size: "step(day, 5, 2 d, 1, 8 d, 3)"}}}
            actors: {a: {policy: [{name: go, at: [1 d, 7 d, 9 d], do: [{act: hit}]}]}}
            measures:
              total: {sum: size, of: hit, within: 4 d}
              most: {max: size, of: hit, within: 4 d}
              least: {min: size, of: hit, within: 4 d}
              none: {max: size, of: hit, within: 0.5 d}
            outcomes: {x: {when: total >= 5}, y: {at_end: none < -1000000}}
            """);

        Assert.Multiple(() =>
        {
            Assert.That(run.Single("total"), Is.EqualTo(4));
            Assert.That(run.Single("most"), Is.EqualTo(3));
            Assert.That(run.Single("least"), Is.EqualTo(1));
            Assert.That(run.Single("none"), Is.NaN);
            Assert.That(run.Single("x_day"), Is.EqualTo(1));
            Assert.That(run.Single("y"), Is.EqualTo(1));
        });
    }
}
