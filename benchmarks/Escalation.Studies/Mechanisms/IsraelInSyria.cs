using System.Collections.Immutable;
using static Escalation.Studies.Mechanisms.Edit;
using static Escalation.Studies.Mechanisms.Scenes;

namespace Escalation.Studies.Mechanisms;

/// <summary>The shadow war next door, and who pays for it.</summary>
internal static class IsraelInSyria
{
    private static readonly Edit OnIsrael = Measure("on_israel: {count: attack by militia against israel}");
    private static readonly Edit AllAttacks = Measure("all_attacks: {count: attack}");

    /// <summary>The mechanisms.</summary>
    public static ImmutableArray<Mechanism> All { get; } =
    [
        new("M49", "The shadow conflict of Israel and Iran is part of the system.",
            "a shadowy conflict between Israel, a key US ally, and its regional foe Iran", Spring, "israel.strike in Syria",
            new Experiment
            {
                Words = "Israel does not strike in Syria → it does; attacks on US forces, shipments are let pass",
                Both = [Without("israel.strike the shipment")],
                From = [Without("israel.strike in Syria")],
                Observe = "attacks",
                Expected = Expected.More,
            }),
        new("M50", "Russia lets Israel use the sky over Syria.",
            "it allows neighboring Israel to carry out strikes against Iran-backed assets", Spring, "airspace",
            new Experiment
            {
                Words = "an open sky → a closed one, all the time; Israeli raids",
                Both = [Without("world.Moscow opens the sky"), Without("world.Moscow closes the sky")],
                To = [Replace("[closed, open], starts: open", "[closed, open], starts: closed")],
                Observe = "raids",
                Expected = Expected.Less,
            },
            new Experiment
            {
                Words = "the same; attacks on US forces",
                Both = [Without("world.Moscow opens the sky"), Without("world.Moscow closes the sky")],
                To = [Replace("[closed, open], starts: open", "[closed, open], starts: closed")],
                Observe = "attacks",
                Expected = Expected.Less,
            }),
        new("M51", "Deals let Israel strike and get away with it.",
            "the Israelis made all sorts of deals to hit the Iranians", Spring, "world.Moscow opens the sky",
            new Experiment
            {
                Words = "a closed sky stays closed → deals open it",
                Both = [Replace("[closed, open], starts: open", "[closed, open], starts: closed")],
                From = [Without("world.Moscow opens the sky")],
                Observe = "raids",
                Expected = Expected.More,
            },
            new Experiment
            {
                Words = "Israeli raids → attacks on Israel",
                Both = [OnIsrael],
                Observe = "on_israel",
                Against = "raids",
                Expected = Expected.Less,
            }),
        new("M52", "Arms for the proxies draw raids, which cost them arms.",
            "target weapons shipments bound for Tehran's proxy groups like Hezbollah", Spring, "israel.strike the shipment",
            new Experiment
            {
                Words = "Iran ships nothing → it ships arms; Israeli raids",
                From = [Without("iran.ship arms")],
                Observe = "raids",
                Expected = Expected.More,
            },
            new Experiment
            {
                Words = "raids burn nothing → they do; rockets and drones of Kata'ib Hezbollah at the end",
                Both = [Measure("stock_left: {level: kataib.stock}")],
                From = [Without("militia.lose arms")],
                Observe = "stock_left",
                Expected = Expected.Less,
                Histories = 500,
            }),
        new("M53", "Those who cannot hit Israel hit US forces instead, within days.",
            "Iran-backed fighters respond by targeting US forces in Iraq and Syria instead", Displacement,
            "militias.low-hanging fruit",
            new Experiment
            {
                Words = "raids breed nothing → they breed attacks; days 1 to 7 after a raid",
                Both =
                [
                    Given("israel", "at: 100 d, do: [{act: raid, against: militias}]"), Until("107 d"),
                    Measure("days_after: {count: attack against us, from: 101 d}"),
                ],
                From = [Without("militias.low-hanging fruit")],
                Observe = "days_after",
                Expected = Expected.More,
                Histories = 500,
            }),
        new("M54", "What they lack against Israel turns revenge elsewhere.",
            "Lacking the capabilities to attack Israel", Displacement, "reach_israel",
            new Experiment
            {
                Words = "Israel is hard to hit → as easy as the 900 Americans",
                From = [Set("reach_israel=0.1")],
                To = [Set("reach_israel=1")],
                Observe = "attacks",
                Expected = Expected.Less,
            }),
        new("M55", "US forces are the easy target.",
            "low-hanging fruit", Displacement, "militias.low-hanging fruit",
            new Experiment
            {
                Words = "few Americans within reach (300) → many (2,700); share of what raids breed that falls on them",
                Both = [Set("tempo=0 per d"), AllAttacks],
                From = [Set("us_troops=300")],
                To = [Set("us_troops=2700")],
                Observe = "attacks per all_attacks",
                Expected = Expected.More,
            }),
        new("M56", "More Israeli attacks lead to more attacks on US positions.",
            "leads to an uptick in Iranian attacks on US positions in the country", Displacement, "displaced",
            new Experiment
            {
                Words = "a raid in ten days → four",
                From = [Set("raids=0.1 per d")],
                To = [Set("raids=0.4 per d")],
                Observe = "attacks",
                Expected = Expected.More,
            },
            new Experiment
            {
                Words = "attacks a day while no raid is less than a week ago → in the weeks after raids",
                Both =
                [
                    Measure("raids_7d: {count: raid, within: 7 d}"),
                    Measure("raided_days: {time: raids_7d > 0}"), Measure("other_days: {time: raids_7d == 0}"),
                    Measure("attacks_after_raids: {count: attack against us, if: raids_7d > 0}"),
                    Measure("other_attacks: {count: attack against us, if: raids_7d == 0}"),
                ],
                Observe = "attacks_after_raids per raided_days",
                Against = "other_attacks per other_days",
                Expected = Expected.More,
            }),
        new("M57", "The target whose reprisal is feared less is preferred.",
            "it's easier to retaliate against the US than it is against Israel", Displacement, "militias.low-hanging fruit",
            new Experiment
            {
                Words = "US strikes frighten nobody → they do; share of what raids breed that falls on Israel, half answered",
                Both = [Set("tempo=0 per d, us_response=0.5, raids=0.4 per d"), AllAttacks],
                From = [Without("militias.be deterred")],
                Observe = "on_israel per all_attacks",
                Expected = Expected.More,
            }),
        new("M58", "The more there is to hit, the more Israel strikes.",
            "As soon as the Iranian special forces and their proxies showed up in Syria", Spring, "israel.strike in Syria",
            new Experiment
            {
                Words = "few arms of the militia in Syria → as many as of the others",
                From =
                [
                    Replace(
                        "syria_militia: {kind: militia, about: eastern Syria}",
                        "syria_militia: {kind: militia, levels: {stock: {starts: 10, min: 0, max: 10}}}"),
                ],
                Observe = "raids",
                Expected = Expected.More,
            }),
        new("M59", "The US is more exposed than Israel.",
            "the US is much more exposed in Iraq and Syria", Displacement, "us_troops",
            new Experiment
            {
                Words = "900 → 300 troops; attacks on them",
                From = [Set("us_troops=900")],
                To = [Set("us_troops=300")],
                Observe = "attacks",
                Expected = Expected.Less,
            },
            new Experiment
            {
                Words = "the same; attacks on Israel",
                From = [Set("us_troops=900")],
                To = [Set("us_troops=300")],
                Observe = "on_israel",
                Expected = Expected.More,
            }),
    ];
}
