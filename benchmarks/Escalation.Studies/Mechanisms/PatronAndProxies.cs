using System.Collections.Immutable;
using static Escalation.Studies.Mechanisms.Edit;
using static Escalation.Studies.Mechanisms.Scenes;

namespace Escalation.Studies.Mechanisms;

/// <summary>Who decides, who obeys, and who is blamed.</summary>
internal static class PatronAndProxies
{
    private static readonly Edit AtTheArm = Measure("at_the_arm: {count: strike_quds by us}");

    /// <summary>The mechanisms.</summary>
    public static ImmutableArray<Mechanism> All { get; } =
    [
        new("M17", "Tehran can direct its proxies to attack, all together.",
            "either at Tehran's direction or because its proxies decide to on their own", Spring, "militia.obey",
            new Experiment
            {
                Words = "proxies do not obey → they do; days on which all three attacked within four, an order in 50 days",
                Both =
                [
                    Set("iran_order_rate=0.02 per d"),
                    Measure("kataib_4d: {count: attack by kataib against us, within: 4 d}"),
                    Measure("nujaba_4d: {count: attack by nujaba against us, within: 4 d}"),
                    Measure("syria_4d: {count: attack by syria_militia against us, within: 4 d}"),
                    Measure("together: {time: kataib_4d > 0 and nujaba_4d > 0 and syria_4d > 0}"),
                ],
                From = [Without("militia.obey")],
                Observe = "together per attacks",
                Expected = Expected.More,
            }),
        new("M18", "Proxies decide on their own, and some go on against the patron's wish.",
            "because its proxies decide to on their own", Spring, "control",
            new Experiment
            {
                Words = "a short leash (control 0.95) → a long one (0.3); an understanding holds all the time",
                Both = Holds,
                From = [Set("control=0.95")],
                To = [Set("control=0.3")],
                Observe = "attacks",
                Expected = Expected.More,
            }),
        new("M28", "The sponsor's network is blamed, whoever of it attacked.",
            "blamed the spike in rocket and drone attacks", Autumn, "us.answer somebody",
            new Experiment
            {
                Words = "a death by unknown hands is let pass → somebody of the network is struck; only deaths are answered",
                Both = [Set("us_response=0, lethality=0.2")],
                From = [Without("us.answer somebody")],
                Observe = "operations per deadly_attacks",
                Expected = Expected.More,
                Histories = 500,
            }),
        new("M31", "Iran disowns the attacks: the blame is less than the direction.",
            "attacks on US forces are the result of \"wrong American policies\"", Autumn, "order",
            new Experiment
            {
                Words = "share of the attacks that Tehran ordered → share of the strikes that hit its arm",
                Both =
                [
                    AtTheArm, Replace("with: {intent: event.intent}", "with: {intent: event.intent, ordered: 1}"),
                    Measure("ordered: {sum: ordered, of: [attack by militia against us, bloodshed]}"),
                ],
                Observe = "at_the_arm per operations",
                Against = "ordered per attacks",
                Expected = Expected.Less,
            }),
        new("M38", "The other side does not want to poke the bear either.",
            "the other side also doesn't want to poke the bear", Autumn, "iran_restraint",
            new Experiment
            {
                Words = "an Iran without restraint → with it (0.9); intent of the attacks, a leader was killed on day 10",
                Both =
                [
                    Given("us", "at: 10 d, do: [{act: kill_leader, against: iran}]"), Without("militia.avenge a leader"),
                    Measure("intents: {sum: intent, of: attack by militia against us}"), Until("120 d"),
                ],
                From = [Set("iran_restraint=0")],
                To = [Set("iran_restraint=0.9")],
                Observe = "intents per attacks",
                Expected = Expected.Less,
            }),
        new("M39", "Who did it is known with less than certainty, and the answer goes by what is known.",
            "The intelligence community suspected that the drone was Iranian in origin", Autumn, "us.answer somebody",
            new Experiment
            {
                Words = "nine in ten doers are known → five in ten; strikes on the patron's arm, only deaths are answered",
                Both = [Set("us_response=0, lethality=0.2"), AtTheArm],
                To = [Replace("attributed: 0.9", "attributed: 0.5")],
                Observe = "at_the_arm per operations",
                Expected = Expected.Less,
                Histories = 500,
            }),
        new("M42", "The Quds Force is a channel to the militias: control is neither none nor all.",
            "it has a tendency to work closely with regional militias", Spring, "militia.obey",
            new Experiment
            {
                Words = "no control → half; an order in 50 days, nothing is answered",
                Both = [Set("iran_order_rate=0.02 per d, us_response=0, us_response_deadly=0")],
                From = [Set("control=0")],
                To = [Set("control=0.5")],
                Observe = "attacks",
                Expected = Expected.More,
            },
            new Experiment
            {
                Words = "half → full control; the same",
                Both = [Set("iran_order_rate=0.02 per d, us_response=0, us_response_deadly=0")],
                From = [Set("control=0.5")],
                To = [Set("control=1")],
                Observe = "attacks",
                Expected = Expected.More,
            }),
        new("M43", "Iran is held accountable, and the cost makes it hold its proxies.",
            "We hold Iran accountable for these attacks", Autumn, "iran.pay for the proxies",
            new Experiment
            {
                Words = "blows at its arm change nothing in Tehran → they make it rein its proxies in; all deaths answered there",
                Both = [Set("accountability=1, us_response=0, lethality=0.2")],
                From = [Without("iran.pay for the proxies")],
                Observe = "attacks",
                Expected = Expected.Less,
                Histories = 1_500,
            }),
        new("M44", "Pressure on the sponsor makes it restrain the groups, after a while.",
            "has a responsibility to ensure that they are not contributing to insecurity", Autumn, "iran.rein",
            new Experiment
            {
                Words = "how hard Iran holds its proxies six hours after a strike on the Quds Force → fifteen days after",
                Both =
                [
                    GivenStrike("30 d", "strike_quds", "iran"), Until("45 d"),
                    Measure("rein_at_once: {level: iran.rein, at: 30.25 d}"), Measure("rein_later: {level: iran.rein}"),
                ],
                Observe = "rein_later",
                Against = "rein_at_once",
                Expected = Expected.More,
            }),
        new("M61", "Attacks signal that Iran can destabilise, even without damage.",
            "signal to the US that they can be a destabilizing force", Spring, "iran.order the proxies",
            new Experiment
            {
                Words = "Tehran orders nothing → it orders attacks; none of which can hit anything",
                Both = [Replace("if(event.intercepted, 0,", "if(event.intercepted <= 1, 0,")],
                From = [Without("iran.order the proxies")],
                Observe = "attacks",
                Expected = Expected.More,
            }),
    ];
}
