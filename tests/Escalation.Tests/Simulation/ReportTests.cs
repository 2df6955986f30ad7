using Escalation.Tests.Support;

namespace Escalation.Tests.Simulation;

/// <summary>What others learn of an act.</summary>
internal sealed class ReportTests
{
    [Test]
    public void A_late_report_arrives_after_the_act_and_conditions_are_the_truth_of_that_moment()
    {
        var run = ScenarioRun.Of("""
            escalation: 1
            name: late
            horizon: 10 d
            actions: {hit: {report: {after: 2 d}}, answer: {}}
            actors:
              a: {policy: [{name: go, at: 1 d, do: [{act: hit, against: b}]}, {name: know, upon: hit by me, do: [{act: answer}]}]}
              b: {policy: [{name: r, upon: hit by a against me, do: [{act: answer}]}]}
            measures: {own: {first: answer by a}, other: {first: answer by b}, hit: {first: hit}}
            outcomes: {x: {at_end: 1}}
            """);

        Assert.Multiple(() =>
        {
            Assert.That(run.Single("hit_day"), Is.EqualTo(1));
            Assert.That(run.Single("own_day"), Is.EqualTo(1));
            Assert.That(run.Single("other_day"), Is.EqualTo(3));
        });
    }

    [Test]
    public void An_unknown_doer_is_matched_by_anyone_and_others_but_not_by_a_name()
    {
        var run = ScenarioRun.Of("""
            escalation: 1
            name: unknown
            horizon: 10 d
            actions: {hit: {report: {attributed: 0}}, one: {}, two: {}, three: {}, four: {}, five: {}}
            actors:
              a: {policy: [{name: go, at: 1 d, do: [{act: hit, against: b}]}]}
              b:
                policy:
                  - {name: named, upon: hit by a against me, do: [{act: one}]}
                  - {name: any, upon: hit against me, do: [{act: two}]}
                  - {name: other, upon: hit by others, do: [{act: three}]}
                  - {name: back, upon: hit by anyone, do: [{act: four, against: event.actor}]}
                  - {name: told, upon: hit, if: event.attributed == 0, do: [{act: five}]}
            measures:
              ones: {count: one}
              twos: {count: two}
              threes: {count: three}
              fours: {count: four}
              fives: {count: five}
              blind: {dropped: b.back, because: unknown}
            outcomes: {x: {at_end: 1}}
            """);

        Assert.Multiple(() =>
        {
            Assert.That(run.Single("ones"), Is.Zero);
            Assert.That(run.Single("twos"), Is.EqualTo(1));
            Assert.That(run.Single("threes"), Is.EqualTo(1));
            Assert.That(run.Single("fours"), Is.Zero);
            Assert.That(run.Single("blind"), Is.EqualTo(1));
            Assert.That(run.Single("fives"), Is.EqualTo(1));
        });
    }

    [Test]
    public void Chance_and_attribution_are_drawn_for_each_observer_by_itself()
    {
        var run = ScenarioRun.Of("""
            escalation: 1
            name: observers
            horizon: 100.5 d
            actions: {hit: {report: {chance: 0.5 * observer.skill, attributed: 0.8}}, seen: {}}
            actors:
              a: {policy: [{name: go, every: 1 d, do: [{act: hit}]}]}
              b: {levels: {skill: 1}, policy: [{name: s, upon: hit by a, do: [{act: seen}]}]}
              c: {levels: {skill: 2}, policy: [{name: s, upon: hit by a, do: [{act: seen}]}]}
            measures: {hits: {count: hit}, b_saw: {count: seen by b}, c_saw: {count: seen by c}}
            outcomes: {x: {at_end: 1}}
            """, replications: 1000);

        // 100,000 acts; standard errors 0.00155 and 0.00126; |z| < 4.42 each: false alarm 1e-5.
        Assert.Multiple(() =>
        {
            Assert.That(Math.Abs((run["b_saw"].Sum() / run["hits"].Sum()) - 0.4) / Math.Sqrt(0.24 / 100_000), Is.LessThan(4.42));
            Assert.That(Math.Abs((run["c_saw"].Sum() / run["hits"].Sum()) - 0.8) / Math.Sqrt(0.16 / 100_000), Is.LessThan(4.42));
        });
    }
}
