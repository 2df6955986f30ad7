using System.Collections.Immutable;
using static Escalation.Studies.Mechanisms.Edit;
using static Escalation.Studies.Mechanisms.Scenes;

namespace Escalation.Studies.Mechanisms;

/// <summary>What the United States answers, how hard, how soon and where.</summary>
internal static class AmericanAnswers
{
    /// <summary>The mechanisms.</summary>
    public static ImmutableArray<Mechanism> All { get; } =
    [
        new("M05", "Few answers keep the exchange below wider war.",
            "its military response to the attacks has so far been limited to those strikes", Autumn, "us_response",
            new Experiment
            {
                Words = "one answer to two attacks → answers to an attack as they come",
                Observe = "operations per attacks",
                Against = "0.5",
                Expected = Expected.Less,
            },
            new Experiment
            {
                Words = "every attack is answered → few are, as written",
                From = [Set("us_response=1")],
                Observe = "spiral",
                Expected = Expected.Less,
                Histories = 3_000,
            }),
        new("M06", "Strikes that kill nobody leave no dead to avenge.",
            "did not appear to have caused casualties", January, "kataib.avenge",
            new Experiment
            {
                Words = "strikes that kill 25 on average → strikes that kill one; the general is spared",
                Both =
                [
                    Set("decapitation=0"), Measure("strikes: {count: strike by us}"),
                    Measure("revenge: {count: attack by kataib against us, if: event.intent == 1.5}"),
                ],
                From = [Set("strike_dead=25")],
                To = [Set("strike_dead=1")],
                Observe = "revenge per strikes",
                Expected = Expected.Less,
            }),
        new("M07", "The nearer a wider war, the smaller the blow that is chosen.",
            "in a potential bid to head off a broader conflict", Autumn, "caution",
            new Experiment
            {
                Words = "severity of strikes while Iran is calm → while its grievance is above half of its red line",
                Both =
                [
                    Set("us_response=0.2, us_response_deadly=0"),
                    Measure("calm_strikes: {count: strike by us, if: iran.grievance < red_line_iran / 10}"),
                    Measure("calm_force: {sum: severity, of: strike by us, if: iran.grievance < red_line_iran / 10}"),
                    Measure("tense_strikes: {count: strike by us, if: iran.grievance > red_line_iran / 2}"),
                    Measure("tense_force: {sum: severity, of: strike by us, if: iran.grievance > red_line_iran / 2}"),
                ],
                Observe = "tense_force per tense_strikes",
                Against = "calm_force per calm_strikes",
                Expected = Expected.Less,
            }),
        new("M14", "Answers go by attacks on US troops and not by the war in Gaza.",
            "attacks on its troops are separate from the current Israel-Hamas conflict", Autumn, "us.answer the pattern",
            new Experiment
            {
                Words = "war in Gaza all year → none after day 30; the front stays hot, no understanding, deaths are not answered",
                Both =
                [
                    Without("world.the war ends"), Without("iran.close the front"),
                    Without("world.calm restores the understanding"), Set("us_response_deadly=0"),
                ],
                To = [Given("world", "at: 30 d, do: [{switch: {gaza_war: quiet}}]")],
                Observe = "operations per attacks",
                Expected = Expected.Same,
                Tolerance = 0.05,
                Histories = 1_000,
            }),
        new("M29", "Answers hit sites outside Iran, a rung below its soil.",
            "sites the Pentagon said were linked to Tehran", Autumn, "strike_quds",
            new Experiment
            {
                Words = "blows at the patron fall on Iranian soil → on the Quds Force in Syria; deaths are answered so",
                Both =
                [
                    Set("accountability=1, us_response=0, lethality=0.2"),
                    Measure("salvos: {count: missiles by iran against us}"),
                ],
                From =
                [
                    Replace(
                        "- act: strike_quds\n            against: sponsor of event.actor",
                        "- act: strike_iran\n            against: sponsor of event.actor"),
                ],
                Observe = "salvos",
                Expected = Expected.Less,
            },
            new Experiment
            {
                Words = "US strikes outside Iran → on Iranian soil",
                Both = [Measure("on_iran: {count: strike_iran by us}")],
                Observe = "on_iran",
                Against = "operations",
                Expected = Expected.Less,
            }),
        new("M33", "A dead American turns an attack into a trigger.",
            "The incident prompted the US to carry out a series of deadly strikes", Autumn, "us_response_deadly",
            new Experiment
            {
                Words = "strikes for an attack where deaths are not answered → for a deadly attack where only deaths are",
                From = [Set("us_response_deadly=0")],
                To = [Set("us_response=0")],
                Observe = "operations per deadly_attacks",
                Against = "operations per attacks",
                Expected = Expected.More,
            }),
        new("M37", "A leader who is averse to escalation answers less.",
            "very clear in not wanting to escalate or rock the boat", Spring, "us_response",
            new Experiment
            {
                Words = "a Washington that answers three attacks in ten → one that is averse, as written",
                From = [Set("us_response=0.3")],
                Observe = "strike_deaths",
                Expected = Expected.Less,
            }),
        new("M40", "Between the proxies and Iran lies a rung: the patron's arm on foreign soil.",
            "carried out airstrikes later that evening against IRGC Quds Force facilities in Syria", Autumn, "strike_quds",
            new Experiment
            {
                Words = "deaths are answered on the militia → on the Quds Force in Syria",
                Both = [Set("us_response=0, lethality=0.2")],
                From = [Set("accountability=0")],
                To = [Set("accountability=1")],
                Observe = "peak_grievance",
                Expected = Expected.More,
                Histories = 1_000,
            }),
        new("M41", "A death is answered soon.",
            "later that evening", January, "us.answer the deadly",
            new Experiment
            {
                Words = "strikes later than three days after the death at K1 → strikes within three days",
                Both =
                [
                    Set("decapitation=0"), Measure("soon: {count: strike by us, until: 3.5 d}"),
                    Measure("later: {count: strike by us, from: 3.5 d, until: 33.5 d}"),
                ],
                Observe = "soon",
                Against = "later",
                Expected = Expected.More,
                Histories = 3_000,
            }),
        new("M45", "Answers go to a pattern, not to the last attack alone.",
            "In response to a pattern of Iranian and Iran-backed attacks", Autumn, "us.unanswered",
            new Experiment
            {
                Words = "attacks do not add up → they do; deaths are not answered",
                Both = [Set("us_response_deadly=0")],
                From = [Replace("{unanswered: 1,", "{unanswered: 0,")],
                Observe = "operations per attacks",
                Expected = Expected.More,
            }),
        new("M68", "China and Russia keep Washington busy, and it answers less.",
            "a major distraction for the US as it deals with major powers", Autumn, "world.a crisis elsewhere",
            new Experiment
            {
                Words = "no crises elsewhere → crises; deaths are not answered",
                Both = [Set("us_response_deadly=0")],
                From = [Without("world.a crisis elsewhere")],
                Observe = "operations per attacks",
                Expected = Expected.Less,
                Histories = 2_000,
            }),
    ];
}
