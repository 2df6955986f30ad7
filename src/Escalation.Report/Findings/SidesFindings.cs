using System.Collections.Immutable;
using System.Globalization;
using Escalation.Model;
using Escalation.Report.Page;
using Escalation.Tuning;

namespace Escalation.Report;

/// <summary>What two sides that tune against each other came to.</summary>
public sealed class SidesFindings
{
    private readonly SidesOutcome found;
    private readonly SidesText text;

    private SidesFindings(Scenario scenario, SidesOutcome found) => (this.found, text) = (found, new(scenario, found.Game));

    private JudgedProfile Main => found.Profiles[0];

    private int Histories => Main.Value.Losses[0].Count;

    /// <summary>Makes the findings.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="scenarioSha256">SHA-256 of its file.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="found">What was found.</param>
    /// <returns>The findings.</returns>
    public static Findings Of(Scenario scenario, string scenarioSha256, ulong seed, SidesOutcome found)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(scenarioSha256);
        ArgumentNullException.ThrowIfNull(found);
        var sides = new SidesFindings(scenario, found);
        var caption = string.Create(CultureInfo.InvariantCulture, $"95 % intervals; same luck within each round, seed {seed}; ")
            + $"scenario {scenarioSha256[..Math.Min(12, scenarioSha256.Length)]}.";
        var tables = new SidesTables(scenario, found, sides.text);
        return new()
        {
            Experiment = "tune",
            ScenarioName = scenario.Name,
            Answer = sides.Answer(),
            Notes = sides.Notes(),
            Tables = [tables.Profiles(), tables.Naive(), tables.Rounds()],
            Data = [tables.ProfileData(), tables.GainData(), tables.NaiveData(), tables.RoundData()],
            Charts = SidesCharts.Of(found, sides.text, caption),
        };
    }

    private string Answer()
    {
        var gaining = Enumerable.Range(0, 2).Where(side => Main.Gains[side].IsGain()).ToList();
        var rests = gaining.Count == 0
            ? $"Neither {text.Name(0)} nor {text.Name(1)} was found to gain by doing something else: "
                + $"{text.Sentence(Main.Value.Profile)}."
            : $"{text.Sentence(Main.Value.Profile)}: that is where play ended, and no equilibrium, for "
                + string.Join(" and ", gaining.Select(side =>
                    $"{text.Name(side)} gains {text.Gain(side, Main.Gains[side])} by {text.Policy(side, Main.Answers[side])}"))
                + ".";
        var values = string.Join(", ", Enumerable.Range(0, 2).Select(side =>
            $"{found.Game[side].Objective.Name} is {text.Value(side, Main.Value.Losses[side])} "
                + $"(95 % interval {text.Interval(side, Main.Value.Losses[side])})"));
        return $"{char.ToUpperInvariant(rests[0])}{rests[1..]} There {values}, on {Words.Count(Histories)} fresh histories."
            + $"{Round()}{Others()} {string.Join(" ", found.Naive.Select(Naive))}";
    }

    private string Round() => found.Cycle.Length == 1
        ? ""
        : $" If each always answers the other with its best policy, they never come to rest: they go round in "
            + $"{Words.Count(found.Cycle.Length)} steps.";

    private string Others()
    {
        var others = found.Profiles.Skip(1).Count(one => !one.Gains.Any(gain => gain.IsGain()));
        var are = others == 1 ? "is 1 other profile" : $"are {Words.Count(others)} other profiles";
        return others == 0 ? "" : $" There {are} at which neither was found to gain.";
    }

    private string Naive(NaivePolicy naive)
    {
        var (own, other) = (text.Name(naive.Side), text.Name(1 - naive.Side));
        var harm = naive.Adapted.To(naive.AsTuned);
        var gain = harm with { Mean = -harm.Mean };
        var start = $"Tuned against {other} as it was, {own} would choose {text.Policy(naive.Side, naive.Policy)} and expect "
            + text.Value(naive.Side, naive.AsTuned);
        return gain.Interval.Lower <= 0 && gain.Interval.Upper >= 0
            ? $"{start}; that {other} adapts makes no difference that could be told."
            : $"{start}; once {other} adapts, that becomes {text.Value(naive.Side, naive.Adapted)}.";
    }

    private ImmutableArray<string> Notes()
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        notes.Add(Method());
        notes.Add($"At the first profile both together could gain {Words.Number(Main.Sum.Mean)} (95 % interval "
            + $"{Words.Number(Main.Sum.Interval.Lower)} to {Words.Number(Main.Sum.Interval.Upper)}), objectives taken as "
            + "numbers: its exploitability.");
        if (found.Cycle.Length > 1)
        {
            notes.Add($"Round without end: {string.Join(" → ", found.Cycle.Select(text.Profile))} → …");
        }

        notes.Add("What a side could still gain is what its best answer gains that was found on other luck: a better answer may "
            + "exist, and where none is better, the gain found is below 0 as often as above. The intervals are Student's t over "
            + "pairs with the same luck.");
        if (found.Profiles.Any(one => !one.Value.Profile.First.IsPure || !one.Value.Profile.Second.IsPure))
        {
            notes.Add("Where a side does several things, each is valued by its chance, and the chances are as exact as the "
                + "histories behind them: a little off, the other side gains a little.");
        }

        if (found.LeftOut > 0)
        {
            notes.Add($"{Words.Count(found.LeftOut)} further equilibria of that game were not judged.");
        }

        if (!found.FindsAll)
        {
            notes.Add("There are too many policies to reckon equilibria in which sides do several things; there may be some.");
        }

        return notes.ToImmutable();
    }

    private string Method()
    {
        if (found.IsWhole)
        {
            return "All pairs of policies were valued on the same luck, and the equilibria of that game were reckoned; the first "
                + "is the one that play comes to if the sides answer each other in turn, from what they did before.";
        }

        var end = found.IsSettled
            ? "; it ended when neither side gained more than the noise, twice running."
            : $"; after {Words.Count(found.Rounds.Length)} rounds some side still gained more than the noise by a jump.";
        return "Each round each side looked for its best answer to the other and went a part of the way to it, less whenever "
            + "its way turned back; then all equilibria among the answers and the ends of the ranges were reckoned. "
            + $"The first one is what play came to{end}";
    }
}
