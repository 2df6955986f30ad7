using Escalation.Tests.Support;

namespace Escalation.Tests.Simulation;

/// <summary>Measures that follow an expression or a truth over time.</summary>
internal sealed class OverTimeTests
{
    private const string Header = """
        escalation: 1
        name: over time
        horizon: 10 d
        actions: {hit: {}}
        conditions: {truce: {states: [off, holds], starts: off}}

        """;

    [Test]
    public void The_time_for_which_a_truth_held_can_be_followed_itself()
    {
        // Held on (2, 6]: the time is 0, rises to 4 and stays. Its integral is 8 + 4 · 4.
        var run = ScenarioRun.Of(Header + """
            actors:
              a:
                policy:
                  - {name: up, at: 2 d, do: [{switch: {truce: holds}}]}
                  - {name: down, at: 6 d, do: [{switch: {truce: off}}]}
                  - {name: bell, when: held >= 3 d, do: [{act: hit}]}
            measures:
              held: {time: truce is holds}
              mean: {mean: held / 1 d}
              most: {max: held / 1 d}
              rung: {first: hit}
            outcomes: {x: {when: held >= 1.5 d}}
            """);

        Assert.Multiple(() =>
        {
            Assert.That(run.Single("held"), Is.EqualTo(4));
            Assert.That(run.Single("mean"), Is.EqualTo(2.4).Within(1e-9));
            Assert.That(run.Single("most"), Is.EqualTo(4).Within(1e-9));
            Assert.That(run.Single("rung_day"), Is.EqualTo(5).Within(2e-6));
            Assert.That(run.Single("x_day"), Is.EqualTo(3.5).Within(2e-6));
        });
    }

    [Test]
    public void From_until_and_at_bound_what_is_followed()
    {
        var run = ScenarioRun.Of(Header + """
            actors:
              a:
                levels: {fear: {starts: 10, falls: 1 per d}}
                policy:
                  - {name: up, at: 2 d, do: [{switch: {truce: holds}}]}
                  - {name: again, at: 9 d, do: [{set: {fear: 50}}]}
            measures:
              held: {time: truce is holds, from: 3 d, until: 5 d}
              early: {time: truce is holds, at: 4 d}
              mean_held: {mean: held / 1 d}
              mean_early: {mean: early / 1 d}
              peak: {max: a.fear, from: 2 d, until: 8 d}
              least: {min: a.fear, until: 4 d}
              mean: {mean: a.fear, from: 2 d, until: 6 d}
              fear_then: {level: a.fear, at: 3 d}
              mean_then: {mean: fear_then}
              tail: {mean: a.fear, at: 4 d}
            outcomes: {x: {at_end: 1}}
            """);

        Assert.Multiple(() =>
        {
            Assert.That(run.Single("held"), Is.EqualTo(2));
            Assert.That(run.Single("early"), Is.EqualTo(2));
            Assert.That(run.Single("mean_held"), Is.EqualTo((2 + (5 * 2)) / 10.0).Within(1e-9));
            Assert.That(run.Single("mean_early"), Is.EqualTo((2 + (6 * 2)) / 10.0).Within(1e-9));
            Assert.That(run.Single("peak"), Is.EqualTo(8).Within(1e-9));
            Assert.That(run.Single("least"), Is.EqualTo(6).Within(1e-9));
            Assert.That(run.Single("mean"), Is.EqualTo(6).Within(1e-9));
            Assert.That(run.Single("fear_then"), Is.EqualTo(7));
            Assert.That(run.Single("mean_then"), Is.EqualTo(((3 * 8.5) + (7 * 7)) / 10).Within(1e-9));
            Assert.That(run.Single("tail"), Is.EqualTo(8).Within(1e-9));
        });
    }

    [Test]
    public void The_mean_of_a_running_maximum_takes_it_as_it_was_at_each_time()
    {
        // Fear 0 until day 4, then 3: the running maximum is 0 for 4 days and 3 for 6, whichever stands first in the file.
        var run = ScenarioRun.Of(Header + """
            actors:
              a:
                levels: {fear: 0}
                policy:
                  - {name: up, at: 4 d, do: [{set: {fear: 3}}]}
                  - {name: down, at: 8 d, do: [{set: {fear: 1}}]}
            measures:
              peak: {max: a.fear}
              mean_below: {mean: peak}
              mean: {mean: a.fear}
              mean_of_mean: {mean: mean}
            outcomes: {x: {at_end: 1}}
            """);

        // The running mean is 0 until 4, 3 − 12/t until 8, 1 + 4/t from there (12 + (t − 8) over t).
        var meanOfMean = ((3 * 4) - (12 * Math.Log(2)) + 2 + (4 * Math.Log(1.25))) / 10;
        Assert.Multiple(() =>
        {
            Assert.That(run.Single("mean_below"), Is.EqualTo(1.8).Within(1e-9));
            Assert.That(run.Single("mean"), Is.EqualTo(1.4).Within(1e-9));
            Assert.That(run.Single("mean_of_mean"), Is.EqualTo(meanOfMean).Within(1e-6));
        });
    }

    [Test]
    public void Activations_that_the_horizon_drops_do_not_reach_back_into_paths_and_means()
    {
        const string Yaml = Header + """
            actors:
              a:
                levels: {fear: {starts: 10, falls: 1 per d}}
                policy: [{name: late, at: 1 d, after: 20 d, do: [{act: hit}]}]
            measures:
              lost: {dropped: a.late, because: horizon}
              mean_lost: {mean: lost}
            series: {every: 5 d, of: [lost]}
            outcomes: {x: {at_end: lost == 1}}
            """;
        var program = Escalation.Simulation.ScenarioProgram.Compile(
            ScenarioRun.Read(Yaml), Escalation.Simulation.ParameterChoice.AsWritten);
        var world = new Escalation.Simulation.World(program);
        world.Run(seed: 1, replication: 0);

        Assert.Multiple(() =>
        {
            Assert.That(world.SeriesValues.ToArray(), Is.EqualTo(new double[] { 0, 0, 1 }));
            Assert.That(ScenarioRun.Of(Yaml).Single("mean_lost"), Is.Zero);
            Assert.That(ScenarioRun.Of(Yaml).Single("x"), Is.EqualTo(1));
        });
    }

    [Test]
    public void The_last_sample_of_a_path_lies_on_the_horizon_whatever_rounding_says()
    {
        const string Yaml = """
            escalation: 1
            name: samples
            horizon: 0.3 d
            actors: {a: {levels: {fear: 1}}}
            series: {every: 0.1 d, of: [a.fear]}
            outcomes: {x: {at_end: 1}}
            """;
        var program = Escalation.Simulation.ScenarioProgram.Compile(
            ScenarioRun.Read(Yaml), Escalation.Simulation.ParameterChoice.AsWritten);
        var world = new Escalation.Simulation.World(program);
        world.Run(seed: 1, replication: 0);

        Assert.That(world.SeriesValues.ToArray(), Is.All.EqualTo(1));
    }

    [Test]
    public void An_early_end_keeps_the_last_value_of_what_would_be_frozen_later()
    {
        var run = ScenarioRun.Of(Header + """
            actors:
              a:
                levels: {fear: {starts: 8, half_life: 2 d}}
                policy: [{name: go, at: [1 d, 4 d], do: [{act: hit}]}]
            measures:
              hits: {count: hit, at: 9 d}
              fear: {level: a.fear, at: 9 d}
              off: {time: truce is off, at: 9 d}
              last: {last: hit}
              missing: {nth: 3, of: hit}
            outcomes: {over: {when: hits >= 2, ends: true}, calm: {at_end: a.fear < 3}}
            """);

        Assert.Multiple(() =>
        {
            Assert.That(run.Single("ended_day"), Is.EqualTo(4));
            Assert.That(run.Single("hits"), Is.EqualTo(2));
            Assert.That(run.Single("fear"), Is.EqualTo(2));
            Assert.That(run.Single("off"), Is.EqualTo(4));
            Assert.That(run.Single("last_day"), Is.EqualTo(4));
            Assert.That(run.Single("missing_day"), Is.NaN);
            Assert.That(run.Single("calm"), Is.EqualTo(1));
        });
    }
}
