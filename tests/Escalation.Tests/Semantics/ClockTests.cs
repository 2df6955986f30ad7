using Escalation.Tests.Support;

namespace Escalation.Tests.Semantics;

/// <summary>Occasions that come by themselves: <c>rate</c>, <c>every</c> and <c>at</c>.</summary>
internal sealed class ClockTests
{
    [Test]
    public void A_rate_is_a_poisson_process()
    {
        const int N = 10_000;
        var run = Story.Often("""
            actions: {hit: {}}
            actors: {a: {policy: [{name: go, rate: 0.2 per d, do: [{act: hit}]}]}}
            measures: {hits: {count: hit}}
            """, N);

        // Mean and variance are 0.2 · 20; |z| > 4.42 has probability 1e-5. A count of mean 4 has excess kurtosis 1/4.
        Assert.That(Math.Abs(Statistical.MeanZ(run["hits"], mean: 4, variance: 4)), Is.LessThan(Statistical.ZBound));
        Assert.That(Math.Abs(Statistical.VarianceZ(run["hits"], 4, 4, excessKurtosis: 0.25)), Is.LessThan(Statistical.ZBound));
    }

    [Test]
    public void A_rate_follows_the_day_and_the_levels()
    {
        const int N = 10_000;
        var run = Story.Often("""
            actions: {hit: {}}
            actors:
              a:
                levels: {urge: {starts: 10, falls: 1 per d}}
                policy: [{name: go, rate: "if(day < 2 d, 0, 0.1 * urge) per d", do: [{act: hit}]}]
            measures: {early: {count: hit, until: 2 d}, late: {count: hit, from: 10 d}, hits: {count: hit}}
            """, N);

        // The rate falls from 0.8 on day 2 to 0 on day 10: 3.2 acts on average.
        Assert.That(run["early"], Is.All.Zero);
        Assert.That(run["late"], Is.All.Zero);
        Assert.That(Math.Abs(Statistical.MeanZ(run["hits"], mean: 3.2, variance: 3.2)), Is.LessThan(Statistical.ZBound));
    }

    [Test]
    public void A_rate_is_0_while_its_if_is_false()
    {
        var story = Story.Of("""
            actions: {hit: {}}
            conditions: {truce: {states: [broken, holds], starts: broken}}
            actors:
              a:
                policy:
                  - {name: go, rate: 5 per d, if: truce is broken, do: [{act: hit}]}
                  - {name: calm, at: 2 d, do: [{switch: {truce: holds}}]}
            measures: {before: {count: hit, until: 2 d}, hits: {count: hit}, refused: {dropped: a.go}}
            """);

        Assert.That(story["hits"], Is.EqualTo(story["before"]).And.Positive);
        Assert.That(story["refused"], Is.Zero);
    }

    [Test]
    public void A_rate_of_0_never_comes()
    {
        var story = Story.Of("""
            actors: {a: {policy: [{name: go, rate: 0 per d, do: [{note: went}]}]}}
            """);

        Assert.That(story.Notes, Is.Empty);
    }

    [Test]
    public void Every_comes_first_after_one_interval()
    {
        var story = Story.Of("""
            actors: {a: {policy: [{name: beat, every: 6 d, do: [{note: tick}]}]}}
            """);

        Assert.That(story.Notes, Is.EqualTo(["6 a tick", "12 a tick", "18 a tick"]));
    }

    [Test]
    public void Every_counts_the_next_interval_from_the_occasion_and_not_from_the_execution()
    {
        var story = Story.Of("""
            actors: {a: {policy: [{name: beat, every: 6 d, after: 1 d, do: [{note: tick}]}]}}
            """);

        Assert.That(story.Notes, Is.EqualTo(["7 a tick", "13 a tick", "19 a tick"]));
    }

    [Test]
    public void Every_draws_each_interval_anew()
    {
        var run = Story.Often("""
            actions: {tick: {}}
            actors: {a: {policy: [{name: beat, every: "uniform(low=2 d, high=3 d)", do: [{act: tick}]}]}}
            measures: {one: {first: tick}, two: {nth: 2, of: tick}}
            """);

        var gaps = run["two_day"].Zip(run["one_day"], (two, one) => two - one).ToArray();
        Assert.That(run["one_day"], Is.All.InRange(2, 3));
        Assert.That(gaps, Is.All.InRange(2, 3));
        Assert.That(gaps, Is.Not.EqualTo(run["one_day"]));
    }

    [Test]
    public void Every_draws_its_next_interval_at_the_occasion()
    {
        var story = Story.Of("""
            actors:
              a:
                levels: {pace: 2}
                policy:
                  - {name: beat, every: pace * 1 d, do: [{note: tick}]}
                  - {name: tire, at: 3 d, do: [{set: {pace: 8}}]}
            """);

        Assert.That(story.Notes, Is.EqualTo(["2 a tick", "4 a tick", "12 a tick", "20 a tick"]));
    }

    [Test]
    public void At_takes_one_time_or_a_list()
    {
        var story = Story.Of("""
            actors:
              a:
                policy:
                  - {name: once, at: 3 d, do: [{note: once}]}
                  - {name: often, at: [2 d, 12 h], do: [{note: often}]}
            """);

        Assert.That(story.Notes, Is.EqualTo(["0.5 a often", "2 a often", "3 a once"]));
    }

    [Test]
    public void A_date_is_a_time_since_the_start()
    {
        var story = Story.Of("""
            start: 2024-02-28
            actors: {a: {policy: [{name: go, at: 2024-03-01, do: [{note: leap day is over}]}]}}
            """);

        Assert.That(story.Notes, Is.EqualTo(["2 a leap day is over"]));
    }

    [Test]
    public void A_time_may_be_an_expression_of_levers()
    {
        var story = Story.Of("""
            levers: {patience: {value: 4 d, range: [0 d, 9 d]}}
            actors: {a: {policy: [{name: go, at: patience * 2 + 6 h, do: [{note: enough}]}]}}
            """);

        Assert.That(story.Notes, Is.EqualTo(["8.25 a enough"]));
    }

    [Test]
    public void Every_goes_on_where_its_if_is_false_and_the_occasion_is_counted_as_dropped()
    {
        var story = Story.Of("""
            actors: {a: {policy: [{name: beat, every: 6 d, if: day != 12 d, do: [{note: tick}]}]}}
            """);

        Assert.That(story.Notes, Is.EqualTo(["6 a tick", "18 a tick"]));
        Assert.That(story.Drops, Is.EqualTo(["12 a.beat if"]));
    }
}
