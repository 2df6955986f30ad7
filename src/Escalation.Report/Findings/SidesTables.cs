using Escalation.Experiments;
using Escalation.Model;
using Escalation.Report.Page;
using Escalation.Results;
using Escalation.Tuning;

namespace Escalation.Report;

/// <summary>The tables of two sides that tune against each other.</summary>
/// <param name="scenario">The scenario.</param>
/// <param name="found">What was found.</param>
/// <param name="text">Its words.</param>
internal sealed class SidesTables(Scenario scenario, SidesOutcome found, SidesText text)
{
    private const int ShownRounds = 24;

    // More columns no terminal can hold; they are in the file.
    private const int ShownFeatures = 5;

    private static readonly int[] Sides = [0, 1];

    /// <summary>What was judged, a row a side.</summary>
    internal FindingsTable Profiles() => new(
        "What play comes to, and the other equilibria that were reckoned, on "
            + $"{Words.Count(found.Profiles[0].Value.Losses[0].Count)} fresh histories; 95 % intervals",
        [
            ("profile", true), ("side", false), ("does", false), ("gets", true), ("interval", true), ("could gain", true),
            ("by", false),
        ],
        [
            .. found.Profiles.SelectMany((judged, place) => Sides.Select(side => (string[])
            [
                Words.Count(place + 1), text.Name(side), text.Play(side, judged.Value.Profile[side]),
                text.Value(side, judged.Value.Losses[side]), text.Interval(side, judged.Value.Losses[side]),
                text.Gain(side, judged.Gains[side]), text.Policy(side, judged.Answers[side]),
            ])),
        ]);

    /// <summary>What was tuned against a fixed opponent.</summary>
    internal FindingsTable Naive() => new(
        "A policy that was tuned against the other side as it was, when that one adapts",
        [
            ("side", false), ("tuned policy", false), ("expects", true), ("answer", false), ("then gets", true),
            ("worse by", true), ("at profile 1", true), ("better there by", true),
        ],
        [
            .. found.Naive.Select(naive => (string[])
            [
                text.Name(naive.Side), text.Policy(naive.Side, naive.Policy), text.Value(naive.Side, naive.AsTuned),
                text.Policy(1 - naive.Side, naive.Answer), text.Value(naive.Side, naive.Adapted),
                text.Gain(naive.Side, naive.AsTuned.To(naive.Adapted)), text.Value(naive.Side, naive.AtEquilibrium),
                text.Gain(naive.Side, naive.AtEquilibrium.To(naive.Adapted)),
            ]),
        ]);

    /// <summary>How play went.</summary>
    internal FindingsTable Rounds()
    {
        var features = text.Features.Length <= ShownFeatures ? text.Features : [];
        return new(
            "The rounds: what the sides did, and what each would have gained by its best answer",
            [
                ("round", true), .. features.Select(name => (name, true)),
                .. Sides.Select(side => ($"gain of {text.Name(side)}", true)),
            ],
            [
                .. found.Rounds.Take(ShownRounds).Select((round, place) => (string[])
                [
                    Words.Count(place + 1), .. Numbers(round.Profile).Take(features.Length).Select(Words.Number),
                    .. Sides.Select(side => text.Gain(side, round.Gains[side])),
                ]),
            ]);
    }

    /// <summary>What is done in what was judged, a row for each lever of each policy.</summary>
    internal DataTable ProfileData()
    {
        var table = new DataTable("equilibria", "profile", "side", "chance", "lever", "value");
        foreach (var (judged, place) in found.Profiles.Select((judged, place) => (judged, place + 1)))
        {
            foreach (var side in Sides)
            {
                foreach (var (policy, chance) in judged.Value.Profile[side].Parts)
                {
                    foreach (var lever in found.Game[side].Space.Levers)
                    {
                        var parameter = scenario.Parameters[lever.Parameter];
                        table.Add([
                            place, text.Name(side), chance, parameter.Name,
                            FindingsText.Cell(policy.Values[lever.Parameter], parameter),
                        ]);
                    }
                }
            }
        }

        return table;
    }

    /// <summary>What that is worth, and what each side could gain, a row a side and one for both.</summary>
    internal DataTable GainData()
    {
        var table = new DataTable(
            "exploitability", "profile", "side", "objective", "kind", "histories", "estimate", "low", "high", "gain", "gain_low",
            "gain_high", "by");
        foreach (var (judged, place) in found.Profiles.Select((judged, place) => (judged, place + 1)))
        {
            foreach (var side in Sides)
            {
                var (objective, value) = (found.Game[side].Objective, text.Natural(side, judged.Value.Losses[side]));
                table.Add([
                    place, text.Name(side), objective.Name, objective.IsMaximised ? "maximised" : "minimised", value.Count,
                    value.Value, value.Interval.Lower, value.Interval.Upper, .. Cells(judged.Gains[side]),
                    text.Policy(side, judged.Answers[side]),
                ]);
            }

            table.Add([
                place, "both", "", "", judged.Value.Losses[0].Count, double.NaN, double.NaN, double.NaN, .. Cells(judged.Sum), "",
            ]);
        }

        return table;
    }

    /// <summary>What was tuned against a fixed opponent, a row a figure.</summary>
    internal DataTable NaiveData()
    {
        var table = new DataTable("naive", "side", "policy", "answer", "what", "histories", "estimate", "low", "high");
        foreach (var naive in found.Naive)
        {
            DataCell[] place =
            [
                text.Name(naive.Side), text.Policy(naive.Side, naive.Policy), text.Policy(1 - naive.Side, naive.Answer),
            ];
            foreach (var (what, value) in new[]
            {
                ("as tuned", naive.AsTuned), ("adapted", naive.Adapted), ("equilibrium", naive.AtEquilibrium),
            })
            {
                var natural = text.Natural(naive.Side, value);
                table.Add([.. place, what, natural.Count, natural.Value, natural.Interval.Lower, natural.Interval.Upper]);
            }

            foreach (var (what, harm) in new[]
            {
                ("worse than tuned", naive.AsTuned.To(naive.Adapted)),
                ("worse than equilibrium", naive.AtEquilibrium.To(naive.Adapted)),
            })
            {
                table.Add([.. place, what, naive.Adapted.Count, .. Cells(harm)]);
            }
        }

        return table;
    }

    /// <summary>How play went, a row for each side of each round.</summary>
    internal DataTable RoundData()
    {
        var table = new DataTable("rounds", ["round", "side", "gain", "gain_low", "gain_high", .. text.Features]);
        foreach (var (round, place) in found.Rounds.Select((round, place) => (round, place + 1)))
        {
            foreach (var side in Sides)
            {
                table.Add([
                    place, text.Name(side), .. Cells(round.Gains[side]), .. Numbers(round.Profile).Select(one => (DataCell)one),
                ]);
            }
        }

        return table;
    }

    /// <summary>The features of a profile, places in the unit of their lever.</summary>
    internal IEnumerable<double> Numbers(SidesProfile profile) => Sides.SelectMany(side =>
        SidePlay.FeaturesOf(found.Game[side].Space).Zip(profile[side].Features(found.Game[side].Space), (one, share) =>
            one.Lever.IsDiscrete ? share : (one.Lever.Low * (1 - share)) + (one.Lever.High * share)));

    private static DataCell[] Cells(MeanEstimate gain) => [gain.Mean, gain.Interval.Lower, gain.Interval.Upper];
}
