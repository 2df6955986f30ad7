using System.Collections.Immutable;
using static Escalation.Studies.Mechanisms.Edit;
using static Escalation.Studies.Mechanisms.Scenes;

namespace Escalation.Studies.Mechanisms;

/// <summary>The troops in reach, and the wish to see them gone.</summary>
internal static class ExposureAndGoals
{
    /// <summary>The mechanisms.</summary>
    public static ImmutableArray<Mechanism> All { get; } =
    [
        new("M23", "The troops in reach are what can be hit.",
            "roughly 2,500 American troops in Iraq and some 900 in Syria", Autumn, "us_troops",
            new Experiment
            {
                Words = "all 3,400 → half of the troops",
                From = [Set("us_troops=3400")],
                To = [Set("us_troops=1700")],
                Observe = "us_wounded",
                Expected = Expected.Less,
            }),
        new("M24", "The mission keeps them there whatever the attacks.",
            "efforts to prevent a resurgence of the Islamic State jihadist group", Autumn, "us.exposure",
            new Experiment
            {
                Words = "troops on day 1 → on day 28, though no attack is shot down and each that hits kills; no carrier group",
                Both =
                [
                    Set("us_posture=0, lethality=1, air_defence=0"), Measure("at_first: {level: us.exposure, at: 1 d}"),
                    Measure("after_weeks: {level: us.exposure, at: 28 d}"), Until("28 d"),
                ],
                Observe = "after_weeks",
                Against = "at_first",
                Expected = Expected.Same,
                Tolerance = 0.02,
            },
            new Experiment
            {
                Words = "on day 28 → on the last day; the same",
                Both =
                [
                    Set("us_posture=0, lethality=1, air_defence=0"), Measure("after_weeks: {level: us.exposure, at: 28 d}"),
                    Measure("at_last: {level: us.exposure}"),
                ],
                Observe = "at_last",
                Against = "after_weeks",
                Expected = Expected.Less,
                Histories = 2_000,
            }),
        new("M62", "The standing goal is to push US forces out.",
            "gradually push US forces out of the region", Spring, "militia.harass",
            new Experiment
            {
                Words = "US forces stay → they leave on day 100; attacks from day 130",
                Both = [Attacks("after_leaving", "from: 130 d"), Until("400 d")],
                To = [Given("us", "at: 100 d, do: [{set: {exposure: 0}}]")],
                Observe = "after_leaving",
                Expected = Expected.Less,
            }),
        new("M63", "The killing of a leader deepens that wish for years.",
            "only deepened after the 2020 assassination of Qassem Soleimani", Spring, "iran.loss",
            new Experiment
            {
                Words = "a leader killed on day 30 is soon forgotten → mourned for years; after day 400, an order in 50 days",
                Both =
                [
                    Given("us", "at: 30 d, do: [{act: kill_leader, against: iran}]"), Set("iran_order_rate=0.02 per d"),
                    Attacks("after_a_year", "from: 400 d"),
                ],
                From = [Replace(" loss: 1,", " loss: 0,")],
                Observe = "after_a_year",
                Expected = Expected.More,
                Histories = 1_500,
            }),
        new("M64", "The goal is cheap: attacks go on under moderate punishment.",
            "a relatively low bar and pretty significant achievement for them", Autumn, "militia.harass",
            new Experiment
            {
                Words = "no attack that killed nobody is answered → every fifth is",
                From = [Set("us_response=0")],
                To = [Set("us_response=0.2")],
                Observe = "attacks",
                Expected = Expected.Same,
                Tolerance = 0.25,
            }),
    ];
}
