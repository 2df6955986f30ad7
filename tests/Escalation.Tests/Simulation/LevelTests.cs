using Escalation.Model;
using Escalation.Simulation;
using Escalation.Tests.Support;

namespace Escalation.Tests.Simulation;

/// <summary>How levels begin, move and are bounded, and what a run draws at its start.</summary>
internal sealed class LevelTests
{
    private const string Header = """
        escalation: 1
        name: levels
        horizon: 10 d
        actions: {hit: {}}
        outcomes: {x: {at_end: 1}}

        """;

    [Test]
    public void Levels_begin_at_their_start_or_their_rest_and_move_to_it_from_both_sides()
    {
        var run = ScenarioRun.Of(Header + """
            actors:
              a:
                levels:
                  plain: 4
                  rests: {rests_at: 3}
                  nothing: {half_life: 2 d}
                  below: {starts: 0, rests_at: 8, half_life: 5 d}
                  above: {starts: 16, rests_at: 8, half_life: 5 d}
                  rises: {starts: 1, rests_at: 100, falls: 2 per d}
                  stops: {starts: 5, rests_at: 2, falls: 0.5 per d}
                  bound: {starts: 50, max: 20, min: 10}
            measures:
              plain: {level: a.plain}
              rests: {level: a.rests}
              nothing: {level: a.nothing}
              below: {level: a.below}
              above: {level: a.above}
              rises: {level: a.rises}
              stops: {level: a.stops, at: 5 d}
              stopped: {level: a.stops}
              bound: {level: a.bound}
            """);

        Assert.Multiple(() =>
        {
            Assert.That(run.Single("plain"), Is.EqualTo(4));
            Assert.That(run.Single("rests"), Is.EqualTo(3));
            Assert.That(run.Single("nothing"), Is.Zero);
            Assert.That(run.Single("below"), Is.EqualTo(6).Within(1e-12));
            Assert.That(run.Single("above"), Is.EqualTo(10).Within(1e-12));
            Assert.That(run.Single("rises"), Is.EqualTo(21));
            Assert.That(run.Single("stops"), Is.EqualTo(2.5));
            Assert.That(run.Single("stopped"), Is.EqualTo(2));
            Assert.That(run.Single("bound"), Is.EqualTo(20));
        });
    }

    [Test]
    public void Every_change_is_clipped_and_the_next_one_starts_from_there()
    {
        var run = ScenarioRun.Of(Header + """
            actors:
              a:
                levels: {stock: {starts: 8, min: 0, max: 10}}
                policy:
                  - {name: more, at: 1 d, do: [{add: {stock: 5}}]}
                  - {name: less, at: 2 d, do: [{add: {stock: -3}}]}
                  - {name: out, at: 3 d, do: [{set: {stock: -7}}, {add: {stock: 1}}]}
            measures:
              one: {level: a.stock, at: 1 d}
              two: {level: a.stock, at: 2 d}
              three: {level: a.stock}
            """);

        Assert.Multiple(() =>
        {
            Assert.That(run.Single("one"), Is.EqualTo(10));
            Assert.That(run.Single("two"), Is.EqualTo(7));
            Assert.That(run.Single("three"), Is.EqualTo(1));
        });
    }

    [Test]
    public void The_changes_of_one_effect_are_made_in_order()
    {
        var run = ScenarioRun.Of(Header + """
            actors:
              a:
                levels: {one: 1, two: 0}
                policy: [{name: go, at: 1 d, do: [{set: {one: 5, two: one + 1}}]}]
            measures: {two: {level: a.two}}
            """);

        Assert.That(run.Single("two"), Is.EqualTo(6));
    }

    [Test]
    public void A_level_of_an_actor_replaces_that_of_its_kind_whole()
    {
        var run = ScenarioRun.Of(Header + """
            kinds: {militia: {levels: {fear: {starts: 8, half_life: 1 d, max: 9}, zeal: 2}}}
            actors:
              a: {kind: militia}
              b: {kind: militia, levels: {fear: {starts: 12}}}
            measures: {a_fear: {level: a.fear}, b_fear: {level: b.fear}, zeal: {level: b.zeal}}
            """);

        Assert.Multiple(() =>
        {
            Assert.That(run.Single("a_fear"), Is.EqualTo(8.0 / 1024).Within(1e-15));
            Assert.That(run.Single("b_fear"), Is.EqualTo(12));
            Assert.That(run.Single("zeal"), Is.EqualTo(2));
        });
    }

    [Test]
    public void Rules_read_the_levels_of_sponsor_world_target_and_doer()
    {
        var run = ScenarioRun.Of(Header + """
            world: {levels: {height: 7}, policy: [{name: shock, at: 1 d, do: [{act: hit, against: p}]}]}
            kinds:
              militia:
                sponsor: patron
                levels: {sum: 0}
                policy:
                  - name: feel
                    upon: hit against me
                    do: [{set: {sum: sponsor.wealth + world.height + event.target.rank + event.actor.height}}]
            actors:
              patron: {levels: {wealth: 100}}
              p: {kind: militia, levels: {rank: 1000}}
              q: {kind: militia, levels: {rank: 1}}
            measures: {sum: {level: p.sum}}
            """);

        Assert.That(run.Single("sum"), Is.EqualTo(1114));
    }

    [Test]
    public void Starts_of_levels_and_conditions_are_drawn_once_a_replication()
    {
        const int N = 20_000;
        var run = ScenarioRun.Of(Header + """
            conditions: {truce: {states: [broken, holds], starts: {broken: 7, holds: 3}}}
            actors: {a: {levels: {mood: {starts: "uniform(low=0, high=1)"}, other: {starts: "uniform(low=0, high=1)"}}}}
            measures:
              mood: {level: a.mood}
              then: {level: a.mood, at: 2 d}
              holds: {level: "if(truce is holds, 1, 0)"}
              both: {level: a.mood * a.other}
              joint: {level: "if(truce is holds, a.mood, 0)"}
            """, N);

        // |z| < 4.42 each: false alarm 1e-5. Products of independent uniforms: mean 1/4, variance 1/9 − 1/16.
        Assert.Multiple(() =>
        {
            Assert.That(run["then"], Is.EqualTo(run["mood"]));
            Assert.That(Math.Abs(run.Mean("mood") - 0.5) / Math.Sqrt(1 / 12.0 / N), Is.LessThan(4.42));
            Assert.That(Math.Abs(run.Mean("holds") - 0.3) / Math.Sqrt(0.21 / N), Is.LessThan(4.42));
            Assert.That(Math.Abs(run.Mean("both") - 0.25) / Math.Sqrt(((1 / 9.0) - (1 / 16.0)) / N), Is.LessThan(4.42));
            Assert.That(Math.Abs(run.Mean("joint") - 0.15) / Math.Sqrt((0.1 - 0.0225) / N), Is.LessThan(4.42));
        });
    }

    [Test]
    public void An_uncertainty_is_its_value_or_is_drawn_where_a_run_samples_and_where_there_is_no_value()
    {
        const string Yaml = Header + """
            levers: {effort: {value: 2, range: [0, 5]}}
            uncertainties:
              known: {value: 3, prior: "uniform(low=10, high=11)"}
              plain: 4
              open: {prior: "uniform(low=20, high=21)"}
            actors: {a: {}}
            measures:
              m_effort: {level: effort}
              m_known: {level: known}
              m_plain: {level: plain}
              m_open: {level: open}
            """;
        var scenario = ScenarioRun.Read(Yaml);
        var written = Row(ParameterChoice.AsWritten);
        var sampled = Row(new ParameterChoice([], Sample: true));
        var known = Enumerable.Range(0, scenario.Parameters.Length).Single(i => scenario.Parameters[i].Name == "known");
        var set = Row(new ParameterChoice([new ParameterSetting(known, 1)], Sample: true));

        Assert.Multiple(() =>
        {
            Assert.That(written[..3], Is.EqualTo(new double[] { 2, 3, 4 }));
            Assert.That(written[3], Is.InRange(20, 21));
            Assert.That(sampled[0], Is.EqualTo(2));
            Assert.That(sampled[1], Is.InRange(10, 11));
            Assert.That(sampled[2..], Is.EqualTo(written[2..]), "The prior of one changes no draw of another.");
            Assert.That(set[1], Is.EqualTo(1));
            Assert.That(set[3], Is.EqualTo(written[3]));
        });

        double[] Row(ParameterChoice choice)
        {
            var world = new World(ScenarioProgram.Compile(scenario, choice));
            world.Run(seed: 1, replication: 0);
            return world.Row[2..6].ToArray();
        }
    }

    [Test]
    public void A_level_does_not_drift_beyond_its_bounds()
    {
        var run = ScenarioRun.Of("""
            escalation: 1
            name: bounds
            horizon: 30 d
            actors:
              a: {levels: {fear: {starts: 5, rests_at: 10, half_life: 1 d, max: 8}}}
            measures: {fear_at_end: {level: a.fear}, top: {max: a.fear}}
            outcomes: {beyond: {when: a.fear > 8}}
            """);

        Assert.That(run.Single("top"), Is.EqualTo(8).Within(1e-6));
        Assert.That(run.Single("fear_at_end"), Is.EqualTo(8).Within(1e-6));
        Assert.That(run.Single("beyond"), Is.Zero);
    }
}
