using System.Collections.Immutable;
using static Escalation.Studies.Mechanisms.Edit;
using static Escalation.Studies.Mechanisms.Scenes;

namespace Escalation.Studies.Mechanisms;

/// <summary>The background, the war elsewhere that raises it, and the understanding that lowers it.</summary>
internal static class SpilloverAndCalm
{
    /// <summary>The mechanisms.</summary>
    public static ImmutableArray<Mechanism> All { get; } =
    [
        new("M15", "The war in Gaza is the grievance behind the attacks, which pause with it.",
            "including support for Israel, whose retaliatory bombardment has killed more than 8,300 people",
            Autumn, "iran.close the front",
            new Experiment
            {
                Words = "the front stays hot whatever happens in Gaza → it closes with the war, which ends on day 60",
                Both =
                [
                    Without("world.the war ends"), Given("world", "at: 60 d, do: [{switch: {gaza_war: quiet}}]"),
                    Attacks("after_the_war", "from: 90 d"), Until("180 d"),
                ],
                From = [Without("iran.close the front")],
                Observe = "after_the_war",
                Expected = Expected.Less,
            }),
        new("M16", "A war elsewhere spills over.",
            "substantial risk for US-Iran escalation due to spillover from the Israel-Hamas war", Autumn, "iran.open the front",
            new Experiment
            {
                Words = "a war in Gaza opens no second front → it does; war from day 30 on",
                Both =
                [
                    .. Peace, Given("world", "at: 30 d, do: [{switch: {gaza_war: raging}}]"),
                    Attacks("after_the_shock", "from: 60 d"), Until("120 d"),
                ],
                From = [Without("iran.open the front")],
                Observe = "after_the_shock",
                Expected = Expected.More,
            }),
        new("M19", "An informal understanding stops attacks.",
            "an informal understanding with Iran on reducing regional tensions", Spring, "understanding",
            new Experiment
            {
                Words = "no understanding → one that holds all the time",
                From = Unbroken,
                To = Holds,
                Observe = "attacks",
                Expected = Expected.Less,
            }),
        new("M20", "The understanding is fragile: a shock ends it at once.",
            "something that had stopped prior to recent events", Spring, "world.a shock from outside",
            new Experiment
            {
                Words = "attacks a day while it is kept → in the fortnight after a shock has broken it",
                Both =
                [
                    Replace("[broken, holds], starts: broken", "[broken, holds], starts: holds"),
                    Without("world.calm leads to an understanding"), Without("iran.a death breaks the understanding"),
                    Measure("broken_14d: {count: understanding becomes broken, within: 14 d}"),
                    Measure("fortnights: {time: broken_14d > 0}"),
                    Attacks("after_the_shock", "if: broken_14d > 0"), Attacks("while_kept", "if: understanding is holds"),
                ],
                Observe = "after_the_shock per fortnights",
                Against = "while_kept per calm_days",
                Expected = Expected.More,
            }),
        new("M21", "All proxies act at once.",
            "all of Iran's proxies seem to be getting into the act simultaneously", Autumn, "front",
            new Experiment
            {
                Words = "peace → the second front; groups that attacked within a week, mean over 60 days",
                Both =
                [
                    Measure("kataib_7d: {count: attack by kataib against us, within: 7 d}"),
                    Measure("nujaba_7d: {count: attack by nujaba against us, within: 7 d}"),
                    Measure("syria_7d: {count: attack by syria_militia against us, within: 7 d}"),
                    Measure("groups_7d: {mean: \"if(kataib_7d > 0, 1, 0) + if(nujaba_7d > 0, 1, 0) + if(syria_7d > 0, 1, 0)\"}"),
                    Until("60 d"),
                ],
                From = Peace,
                To = [Without("world.the war returns")],
                Observe = "groups_7d",
                Expected = Expected.More,
            }),
        new("M30", "The chain begins with a shock from outside.",
            "a shock cross-border attack from Gaza", Autumn, "gaza_war",
            new Experiment
            {
                Words = "no shock, though every fifth attack is answered → a shock on day 30; a month with 30 attacks by day 120",
                Both = [.. Peace, Outcome("surge_seen: {when: attacks_month >= 30}"), Until("120 d")],
                From = [Set("us_response=0.2")],
                To = [Given("world", "at: 30 d, do: [{switch: {gaza_war: raging}}]")],
                Observe = "surge_seen",
                Expected = Expected.More,
                Histories = 500,
            }),
        new("M47", "Sparks are a regular thing, without any trigger.",
            "sparks of violence between sides are a regular thing", Spring, "base_tempo",
            new Experiment
            {
                Words = "no attacks of own will → attacks of own will; no raids, orders or answers",
                Both =
                [
                    Set("us_response=0, us_response_deadly=0, iran_order_rate=0 per d, israel_raids=0 per d"),
                    Without("israel.strike the shipment"),
                ],
                From = [Set("base_tempo=0 per d")],
                Observe = "attacks",
                Expected = Expected.More,
            }),
        new("M48", "Upticks come and go across the years.",
            "trends and upticks that span presidential administrations", Spring, "world.the mood turns",
            new Experiment
            {
                Words = "a mood that never turns → one that does, as high on average; squares of the attacks in 30 days",
                Both =
                [
                    .. Unbroken, Measure("month: {mean: attacks_month}"), Measure("month_squared: {mean: attacks_month ^ 2}"),
                ],
                From = [Without("world.the mood turns")],
                Observe = "month_squared per month",
                Expected = Expected.More,
                Histories = 2_000,
            }),
        new("M72", "Without a change of heart the pattern stays as it was for years.",
            "this is more or less what we've seen for years now", Spring, "gloves",
            new Experiment
            {
                Words = "attacks in years 2 to 5 → in years 7 to 10; no change of heart in either capital",
                Both =
                [
                    Without("us.a change of heart"), Without("iran.a change of heart"), Until("3650 d"),
                    Attacks("first_years", "from: 365 d, until: 1825 d"), Attacks("last_years", "from: 2190 d"),
                ],
                Observe = "last_years",
                Against = "first_years",
                Expected = Expected.Same,
                Tolerance = 0.15,
                Histories = 500,
            }),
    ];
}
