using Escalation.Simulation;
using Escalation.Tests.Support;

namespace Escalation.Tests.Simulation;

/// <summary>Own initiative whose rate depends on what happened. |z| &lt; 4.42 has a false-alarm rate of 1e-5.</summary>
internal sealed class RateTests
{
    private const int N = 40_000;

    [TestCase("rate: \"if(recent == 0, 0.8, 0) per d\"")]
    [TestCase("rate: 0.8 per d, if: recent == 0")]
    [TestCase("rate: 0.8 per d, if: not (recent >= 1)")]
    [TestCase("rate: \"max(0, 0.8 - recent) per d\"")]
    [TestCase("rate: 0.8 per d, limits: {cooldown: 3 d}")]
    [TestCase("rate: 0.8 per d, limits: {at_most: 1, within: 3 d}")]
    public void A_rate_that_waits_for_a_window_to_be_empty_is_a_counter_with_dead_time(string rate)
    {
        // The renewal process of the case V29: after each act nothing for 3 d.
        var run = ScenarioRun.Of($$"""
            escalation: 1
            name: dead time
            horizon: 25 d
            actions: {hit: {} }
            actors:
              a:
                policy: [{name: own, {{rate}}, do: [{act: hit}]}]
            measures: {recent: {count: hit, within: 3 d}, hits: {count: hit} }
            outcomes: {six: {at_end: hits >= 6} }
            """, N, seed: 7);

        AssertExact(run, "hits", Reference.Find("V29-cooldown", "mean"));
        AssertExact(run, "six", Reference.Find("V29-cooldown", "p_ge_6"));
    }

    [TestCase("0.1 * (held / 1 d) per d")]
    [TestCase("0.1 * (day / 1 d) per d")]
    [TestCase("0.1 * a.clock per d")]
    [TestCase("0.1 * peak per d")]
    [TestCase("0.2 * average per d")]
    [TestCase("if(clock >= 5, 0.1 * clock, 0.1 * (day / 1 d)) per d")]
    [TestCase("step(clock, 0.1 * clock, 10, 0.1 * peak) per d")]
    public void A_rate_that_grows_with_time_in_any_guise_has_the_exact_mean(string rate)
    {
        // 0.1 t on (0, 20]: Poisson with mean 20.
        var run = ScenarioRun.Of($$"""
            escalation: 1
            name: growth
            horizon: 20 d
            actions: {hit: {} }
            actors:
              a:
                levels: {clock: {starts: 0, rests_at: 1000, falls: 1 per d}, other: 0}
                policy:
                  - {name: own, rate: "{{rate}}", do: [{act: hit}, {add: {other: 1} }]}
            measures:
              held: {time: a.other >= 0}
              peak: {max: a.clock}
              average: {mean: a.clock}
              hits: {count: hit}
              squares: {level: (hits - 20) ^ 2}
            outcomes: {none: {at_end: hits == 0} }
            """, 10_000, seed: 3);

        AssertExact(run, "hits", new ExactValue(20, Math.Sqrt(20)));
        AssertExact(run, "squares", new ExactValue(20, Math.Sqrt(20 + (2 * 400))));
    }

    [Test]
    public void A_constant_rate_that_events_change_keeps_the_law_of_a_switched_process()
    {
        // On for 1 d, off for 1 d, at 2 a day while on: Poisson with mean 20 over 20 d, and nothing while off.
        var run = ScenarioRun.Of("""
            escalation: 1
            name: switched
            horizon: 20 d
            conditions: {power: {states: [off, on], starts: on}}
            actions: {hit: {}}
            actors:
              a:
                policy:
                  - {name: own, rate: "if(power is on, 2, 0) per d", do: [{act: hit}]}
                  - {name: turn, upon: power becomes on, after: 1 d, do: [{switch: {power: off}}]}
                  - {name: first, at: 1 d, do: [{switch: {power: off}}]}
                  - {name: back, every: 2 d, do: [{switch: {power: on}}]}
            measures:
              hits: {count: hit}
              wrong: {count: hit, if: power is off}
              squares: {level: (hits - 20) ^ 2}
            outcomes: {x: {at_end: 1}}
            """, N);

        Assert.That(run["wrong"], Is.All.Zero);
        AssertExact(run, "hits", new ExactValue(20, Math.Sqrt(20)));
        AssertExact(run, "squares", new ExactValue(20, Math.Sqrt(20 + (2 * 400))));
    }

    [Test]
    public void Writing_down_a_history_changes_no_number()
    {
        var program = ScenarioProgram.Compile(
            ScenarioRun.Read(Source.Text("scenarios/iraq-syria-2023-10.yaml")), new ParameterChoice([], Sample: true));
        var (plain, traced) = (new World(program), new World(program));
        for (var replication = 0; replication < 20; replication++)
        {
            plain.Run(seed: 11, replication);
            traced.Run(seed: 11, replication, new Trace());
            Assert.That(traced.Row.ToArray(), Is.EqualTo(plain.Row.ToArray()));
        }
    }

    private static void AssertExact(ScenarioRun run, string column, ExactValue exact)
    {
        var z = (run.Mean(column) - exact.Value) / (exact.StandardDeviation / Math.Sqrt(run[column].Length));
        Assert.That(Math.Abs(z), Is.LessThan(4.42), FormattableString.Invariant($"{column}: {run.Mean(column)}, z = {z:F2}"));
    }
}
