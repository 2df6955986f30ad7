using Escalation.Tests.Support;

namespace Escalation.Tests.Analytic;

/// <summary>Models whose answers are known exactly, run as scenario files. |z| &lt; 4.42 has a false-alarm rate of 1e-5 for each
/// statistic, 3e-4 for all of these; the seeds are fixed.</summary>
internal sealed class ExactCaseTests
{
    private const int Replications = 100_000;

    private static readonly Dictionary<string, string> Scenarios = new()
    {
        ["V11-ladder-ruin"] = """
            horizon: 2000 d
            actors:
              a:
                levels: {rung: {starts: 1}}
                policy:
                  - {name: up, rate: 0.5 per d, do: [{add: {rung: 1}}]}
                  - {name: down, rate: 0.6 per d, if: a.rung > 0, do: [{add: {rung: -1}}]}
            measures: {duration: {level: day}}
            outcomes: {p_hit: {when: a.rung >= 6, ends: true}, low: {when: a.rung <= 0, ends: true}}
            """,
        ["V13-ladder-rung-table"] = """
            horizon: 40 d
            actions: {attack: {draws: {steps: "choice(0=0.1, 1=0.7, 2=0.2)"}}, decay: {}}
            actors:
              a:
                levels: {rung: 0}
                policy:
                  - {name: attack, rate: "step(rung, 0.2, 1, 0.3, 2, 0.45, 3, 0.6, 4, 0.8, 5, 1) per d", do: [{act: attack}]}
                  - {name: climb, upon: attack by me, do: [{add: {rung: event.steps}}]}
                  - {name: down, rate: 0.25 * rung per d, do: [{add: {rung: -1}}]}
            measures: {attacks: {count: attack}, mean_min: {level: day}}
            outcomes: {p_spiral: {when: a.rung >= 6, ends: true}}
            """,
        ["V16-cluster-duration"] = """
            horizon: 2000 d
            actions: {attack: {}}
            actors:
              a:
                policy:
                  - {name: begin, at: 0 d, do: [{act: attack}]}
                  - {name: breed, upon: attack, do: [{act: attack, times: poisson(mean=0.8), spaced: exponential(mean=2 d)}]}
            measures: {last: {last: attack}}
            outcomes: {quiet_after_15: {at_end: last <= 15 d}}
            """,
        ["V19-two-sided-hawkes"] = """
            horizon: 60 d
            actions: {attack: {}}
            actors:
              a:
                policy:
                  - {name: own, rate: 0.1 per d, do: [{act: attack, against: b}]}
                  - {name: avenge, upon: attack against me, do: [{act: attack, against: b, times: poisson(mean=0.9), spaced: exponential(mean=3 d)}]}
              b:
                policy:
                  - {name: own, rate: 0.05 per d, do: [{act: attack, against: a}]}
                  - {name: avenge, upon: attack against me, do: [{act: attack, against: a, times: poisson(mean=0.6), spaced: exponential(mean=1 d)}]}
            measures: {mean_a: {count: attack by a}, mean_b: {count: attack by b}}
            outcomes: {x: {at_end: 1}}
            """,
        ["V22-window-3"] = """
            horizon: 30 d
            actions: {attack: {}}
            actors: {a: {policy: [{name: own, rate: 0.3 per d, do: [{act: attack}]}]}}
            measures: {recent: {count: attack, within: 3 d}, mean_min: {level: day}}
            outcomes: {p_spiral: {when: recent >= 3, ends: true}}
            """,
        ["V23-both-sides-window"] = """
            horizon: 60 d
            actions: {strike: {}}
            actors:
              a: {policy: [{name: own, rate: 0.06 per d, do: [{act: strike, against: b}]}]}
              b: {policy: [{name: own, rate: 0.09 per d, do: [{act: strike, against: a}]}]}
            measures: {by_a: {count: strike by a, within: 4 d}, by_b: {count: strike by b, within: 4 d}}
            outcomes: {p_spiral: {when: by_a >= 1 and by_b >= 1}}
            """,
        ["V24-two-regimes"] = """
            horizon: 60 d
            actions: {attack: {}}
            conditions: {regime: {states: [calm, crisis], starts: calm}}
            world:
              policy:
                - {name: worse, rate: 0.05 per d, if: regime is calm, do: [{switch: {regime: crisis}}]}
                - {name: better, rate: 0.2 per d, if: regime is crisis, do: [{switch: {regime: calm}}]}
            actors: {a: {policy: [{name: own, rate: "if(regime is calm, 0.05 per d, 0.8 per d)", do: [{act: attack}]}]}}
            measures: {mean: {count: attack}}
            outcomes: {in_crisis: {at_end: regime is crisis}, p_zero: {at_end: mean == 0}}
            """,
        ["V25-shot-noise"] = """
            horizon: 20 d
            actions: {attack: {}}
            actors:
              a:
                levels: {grievance: {half_life: 3.4657359027997265 d}}
                policy: [{name: own, rate: 0.3 per d, do: [{act: attack}, {add: {grievance: 1}}]}]
            measures: {mean: {level: a.grievance}}
            outcomes: {p_cross: {when: a.grievance >= 1.8}}
            """,
        ["V29-cooldown"] = """
            horizon: 25 d
            actions: {attack: {}, answer: {}}
            actors:
              a: {policy: [{name: own, rate: 0.8 per d, do: [{act: attack, against: b}]}]}
              b: {policy: [{name: answer, upon: attack against me, limits: {cooldown: 3 d}, do: [{act: answer, against: a}]}]}
            measures: {mean: {count: answer}}
            outcomes: {p_ge_6: {at_end: mean >= 6}}
            """,
        ["V30-two-per-week"] = """
            horizon: 28 d
            actions: {attack: {}, answer: {}}
            actors:
              a: {policy: [{name: own, rate: 0.8 per d, do: [{act: attack, against: b}]}]}
              b: {policy: [{name: answer, upon: attack against me, limits: {at_most: 2, within: 7 d}, do: [{act: answer, against: a}]}]}
            measures: {mean: {count: answer}}
            outcomes: {p_ge_7: {at_end: mean >= 7}}
            """,
        ["V31-threshold-reset"] = """
            horizon: 30 d
            actions: {attack: {}, strike: {}}
            actors:
              a: {policy: [{name: own, rate: 0.4 per d, do: [{act: attack, against: b}]}]}
              b:
                levels: {grievance: 0}
                policy:
                  - {name: mind, upon: attack against me, do: [{add: {grievance: 1}}]}
                  - {name: strike, when: grievance >= 3, do: [{act: strike, against: a}, {set: {grievance: 0}}]}
            measures: {mean: {count: strike}, first: {first: strike}, first_strike: {level: "min(first, 30 d)"}}
            outcomes: {p_ge_5: {at_end: mean >= 5}}
            """,
    };

    [TestCase("V11-ladder-ruin", "p_hit", "duration")]
    [TestCase("V13-ladder-rung-table", "p_spiral", "attacks", "mean_min")]
    [TestCase("V16-cluster-duration", "quiet_after_15")]
    [TestCase("V19-two-sided-hawkes", "mean_a", "mean_b")]
    [TestCase("V22-window-3", "p_spiral", "mean_min")]
    [TestCase("V23-both-sides-window", "p_spiral")]
    [TestCase("V24-two-regimes", "mean", "p_zero", "in_crisis")]
    [TestCase("V25-shot-noise", "mean", "p_cross")]
    [TestCase("V29-cooldown", "mean", "p_ge_6")]
    [TestCase("V30-two-per-week", "mean", "p_ge_7")]
    [TestCase("V31-threshold-reset", "mean", "p_ge_5", "first_strike")]
    public void A_scenario_reproduces_the_exact_answer(string caseId, params string[] statistics)
    {
        var run = ScenarioRun.Of($"escalation: 1\nname: {caseId}\n{Scenarios[caseId]}", Replications, seed: 20231017);

        Assert.Multiple(() =>
        {
            foreach (var statistic in statistics)
            {
                var exact = Reference.Find(caseId, statistic);
                var z = (run.Mean(statistic) - exact.Value) / (exact.StandardDeviation / Math.Sqrt(Replications));
                Assert.That(Math.Abs(z), Is.LessThan(4.42), FormattableString.Invariant(
                    $"{caseId} {statistic}: {run.Mean(statistic)} against {exact.Value}, z = {z:F2}"));
            }
        });
    }
}
