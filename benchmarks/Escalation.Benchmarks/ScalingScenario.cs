using System.Globalization;
using System.Text;

namespace Escalation.Benchmarks;

/// <summary>Writes a scenario of any size: states in a row, each of which raids the one before it.</summary>
/// <remarks>A raid is answered, stirs a grievance that fades and raises the rate of raids, and brings in the neighbour on the
/// other side, an ally. Each state acts as often in a small scenario as in a large one.</remarks>
internal static class ScalingScenario
{
    /// <summary>The scenario as YAML.</summary>
    /// <param name="actors">How many states; at least 3.</param>
    /// <param name="rules">How many further rules each state has that listen to raids on it and mostly do nothing.</param>
    /// <param name="horizonDays">The horizon.</param>
    /// <param name="isEachItsOwn">Whether each state has rules of its own, with numbers of its own and its neighbour's name,
    /// instead of those of one kind.</param>
    public static string Yaml(int actors, int rules, double horizonDays, bool isEachItsOwn = false)
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $$$"""
            escalation: 1
            name: a row of {{{actors}}} states
            horizon: {{{horizonDays}}} d
            max_events: 100000000
            actions:
              raid: {draws: {deaths: "if(bernoulli(0.3), poisson(mean=2), 0)"}}

            """));
        if (!isEachItsOwn)
        {
            text.Append("kinds:\n  state:\n").Append(Body(rules, "my sponsor", 0));
        }

        text.Append("actors:\n  sea: {}\n");
        for (var actor = 0; actor < actors; actor++)
        {
            var neighbour = actor > 0 ? $"s{actor - 1}" : "sea";
            text.Append(isEachItsOwn
                ? $"  s{actor}:\n    sponsor: {neighbour}\n{Body(rules, neighbour, 1e-7 * actor)}"
                : $"  s{actor}: {{kind: state, sponsor: {neighbour}}}\n");
        }

        text.Append("outcomes: {never: {when: s0.grievance > 1000000}}\n");
        return text.ToString();
    }

    // Levels and policy of a state.
    private static string Body(int rules, string neighbour, double more)
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $$$"""
                levels:
                  grievance: {half_life: 20 d}
                policy:
                  - name: own
                    rate: {{{0.05 + more}}} * (1 + 0.1 * min(grievance, 10)) per d
                    do: [{act: raid, against: {{{neighbour}}}}]
                  - name: remember
                    upon: raid against me
                    do: [{add: {grievance: {{{0.2 + more}}} + 0.1 * event.deaths}}]
                  - name: answer
                    upon: raid by others against me
                    if: event.deaths > 0
                    chance: {{{0.4 + more}}}
                    after: lognormal(median={{{2 + more}}} d, spread=2)
                    do: [{act: raid, against: event.actor}]
                  - name: stand by the ally
                    upon: raid by others against {{{neighbour}}}
                    chance: 0.1
                    after: exponential(mean={{{4 + more}}} d)
                    do: [{act: raid, against: event.actor}]

            """));
        for (var rule = 0; rule < rules; rule++)
        {
            text.Append(CultureInfo.InvariantCulture, $$$"""
                      - name: watch {{{rule}}}
                        upon: raid against me
                        if: event.deaths > {{{5 + rule}}}
                        do: [{add: {grievance: 0.01}}]

                """);
        }

        return text.ToString();
    }
}
