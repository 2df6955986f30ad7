using Escalation.Tests.Support;

namespace Escalation.Tests.Simulation;

/// <summary>Levels that move between events, thinning, and crossings.</summary>
internal sealed class MovingLevelTests
{
    [Test]
    public void A_when_rule_fires_where_a_decaying_level_passes_its_threshold()
    {
        // 8 · 2^(−t / 5) = 3 at t = 5 · log2(8/3) = 7.0751874…
        var run = ScenarioRun.Of("""
            escalation: 1
            name: decay
            horizon: 30 d
            actions: {calm: {}}
            actors:
              a: {levels: {fear: {starts: 8, half_life: 5 d}}, policy: [{name: calm, when: fear < 3, do: [{act: calm}]}]}
            measures: {calmed: {first: calm}, times: {count: calm}, at_end: {level: a.fear}}
            outcomes: {x: {when: a.fear <= 1}}
            """);

        Assert.Multiple(() =>
        {
            Assert.That(run.Single("calmed_day"), Is.EqualTo(5 * Math.Log2(8.0 / 3)).Within(1e-6));
            Assert.That(run.Single("times"), Is.EqualTo(1));
            Assert.That(run.Single("x_day"), Is.EqualTo(15).Within(1e-6));
            Assert.That(run.Single("at_end"), Is.EqualTo(8 * Math.Pow(2, -6)).Within(1e-12));
        });
    }

    [Test]
    public void A_when_rule_fires_again_only_after_it_has_been_false_between_events()
    {
        // Jumps to 4 at 1 and 10; below 2 at 2 and 11: true, false, true.
        var run = ScenarioRun.Of("""
            escalation: 1
            name: twice
            horizon: 30 d
            actions: {act: {}}
            actors:
              a:
                levels: {anger: {half_life: 1 d}}
                policy:
                  - {name: up, at: [1 d, 1.5 d, 10 d], do: [{set: {anger: 4}}]}
                  - {name: fire, when: anger > 2, do: [{act: act}]}
            measures: {fired: {count: act}, last: {last: act}, hot: {time: a.anger > 2}}
            outcomes: {x: {at_end: 1}}
            """);

        Assert.Multiple(() =>
        {
            Assert.That(run.Single("fired"), Is.EqualTo(2));
            Assert.That(run.Single("last_day"), Is.EqualTo(10));
            Assert.That(run.Single("hot"), Is.EqualTo(1.5 + 1).Within(3e-6));
        });
    }

    [Test]
    public void A_level_falls_in_a_straight_line_and_stops_at_its_rest()
    {
        var run = ScenarioRun.Of("""
            escalation: 1
            name: falls
            horizon: 30 d
            actors:
              a: {levels: {rung: {starts: 6, rests_at: 2, falls: 0.5 per d}, low: {starts: 0, rests_at: 1, falls: 0.25 per d}}}
            measures: {low: {level: a.low}, top: {max: a.rung}, mean: {mean: a.rung}}
            outcomes: {four: {when: a.rung <= 4}, rest: {when: a.rung <= 2}, risen: {when: a.low >= 1}}
            """);

        Assert.Multiple(() =>
        {
            Assert.That(run.Single("four_day"), Is.EqualTo(4).Within(1e-6));
            Assert.That(run.Single("rest_day"), Is.EqualTo(8).Within(1e-6));
            Assert.That(run.Single("risen_day"), Is.EqualTo(4).Within(1e-6));
            Assert.That(run.Single("low"), Is.EqualTo(1));
            Assert.That(run.Single("top"), Is.EqualTo(6));
            Assert.That(run.Single("mean"), Is.EqualTo(((8 * 4) + (22 * 2)) / 30.0).Within(1e-9));
        });
    }

    [Test]
    public void A_rate_that_falls_with_a_decaying_level_has_the_exact_mean()
    {
        // E N(30) with rate exp(−0.5 x), x + 1 at each attack, decay 0.1/d: 8.96… by the exact reference (case V26).
        var run = ScenarioRun.Of("""
            escalation: 1
            name: perceived cost
            horizon: 30 d
            actions: {attack: {}}
            actors:
              a:
                levels: {cost: {half_life: 6.931471805599453 d}}
                policy:
                  - {name: attack, rate: exp(-0.5 * cost) per d, do: [{act: attack}, {add: {cost: 1}}]}
            measures: {attacks: {count: attack}}
            outcomes: {x: {at_end: 1}}
            """, replications: 40_000);

        var reference = Reference.Find("V26-perceived-cost", "mean");
        var z = (run.Mean("attacks") - reference.Value) / (reference.StandardDeviation / Math.Sqrt(40_000));
        Assert.That(Math.Abs(z), Is.LessThan(4.42), $"z = {z}");
    }

    [Test]
    public void A_rate_that_depends_on_the_day_has_the_exact_mean_and_variance()
    {
        // Integral of 2 exp(−day/10) over (0, 40]: Poisson with mean 20 (1 − e^−4).
        const int N = 40_000;
        var run = ScenarioRun.Of("""
            escalation: 1
            name: day
            horizon: 40 d
            actions: {attack: {}}
            actors:
              a: {policy: [{name: attack, rate: 2 * exp(-(day / 10 d)) per d, if: day < 50 d, do: [{act: attack}]}]}
            measures: {attacks: {count: attack}}
            outcomes: {x: {at_end: 1}}
            """, replications: N);

        var mean = 20 * (1 - Math.Exp(-4));
        var estimate = run.Mean("attacks");
        var variance = run["attacks"].Sum(x => (x - estimate) * (x - estimate)) / (N - 1);
        Assert.Multiple(() =>
        {
            Assert.That(Math.Abs((estimate - mean) / Math.Sqrt(mean / N)), Is.LessThan(4.42));
            Assert.That(Math.Abs((variance - mean) / Math.Sqrt(((2 * mean * mean) + mean) / N)), Is.LessThan(4.42));
        });
    }
}
