using System.Collections.Immutable;
using static Escalation.Studies.Mechanisms.Edit;
using static Escalation.Studies.Mechanisms.Scenes;

namespace Escalation.Studies.Mechanisms;

/// <summary>Deterrence: what is threatened, what is done, and what is believed.</summary>
internal static class ThreatAndBelief
{
    /// <summary>The mechanisms.</summary>
    public static ImmutableArray<Mechanism> All { get; } =
    [
        new("M01", "Deterrence works only while capability and will are believed.",
            "requires both the capability and willingness to inflict much more damage", Autumn, "militia.harass",
            new Experiment
            {
                Words = "militias that begin in doubt of US will → militias that believe in it; 60 days",
                Both = [Until("60 d")],
                From = [Replace("doubt:  {", "doubt:  {starts: 2, ")],
                Observe = "attacks",
                Expected = Expected.Less,
            }),
        new("M02", "A threat that is never carried out comes to be doubted.",
            "if you never inflict that damage, your adversary doubts your willingness", Autumn, "militia.spend and wait",
            new Experiment
            {
                Words = "attacks that are let pass breed no doubt → they do; no attack is ever answered",
                Both = [Set("us_response=0, us_response_deadly=0"), Attacks("after_two_months", "from: 60 d")],
                From = [Set("doubt_gain=0")],
                Observe = "after_two_months",
                Expected = Expected.More,
            }),
        new("M03", "Damage that restores credibility can lock both into a spiral.",
            "if you do inflict that damage, you can get trapped in an escalatory spiral", Autumn, "militia.avenge",
            new Experiment
            {
                Words = "light strikes (us_severity 0.4) → hard ones (2); every fifth attack is answered",
                Both = [Set("us_response=0.2"), Revenge],
                From = [Set("us_severity=0.4")],
                To = [Set("us_severity=2")],
                Observe = "revenge per operations",
                Expected = Expected.More,
            },
            new Experiment
            {
                Words = "the same",
                Both = [Set("us_response=0.2")],
                From = [Set("us_severity=0.4")],
                To = [Set("us_severity=2")],
                Observe = "spiral",
                Expected = Expected.More,
                Histories = 1_000,
            }),
        new("M04", "Strength that is shown and not used deters without provoking.",
            "Washington is seeking to hold back while simultaneously making clear that it doesn't need to",
            Autumn, "militia.harass",
            new Experiment
            {
                Words = "no carrier group is sent → three are",
                From = [Set("us_posture=0")],
                To = [Set("us_posture=3")],
                Observe = "attacks",
                Expected = Expected.Less,
            },
            new Experiment
            {
                Words = "the same",
                Both = [Revenge],
                From = [Set("us_posture=0")],
                To = [Set("us_posture=3")],
                Observe = "revenge per operations",
                Expected = Expected.Same,
                Tolerance = 0.15,
                Histories = 1_000,
            }),
        new("M12", "Forces that are moved in deter, and are targets.",
            "increasing posture to make clear our desire to prevent regional conflict", Autumn, "us.the second carrier arrives",
            new Experiment
            {
                Words = "no carrier group is sent → three are; nobody is deterred by anything (deterrence 0)",
                Both = [Set("deterrence=0")],
                From = [Set("us_posture=0")],
                To = [Set("us_posture=3")],
                Observe = "attacks",
                Expected = Expected.More,
                Histories = 1_000,
            },
            new Experiment
            {
                Words = "no carrier group is sent → three are; attacks after they have arrived",
                Both = [Attacks("after_arrival", "from: 30 d, until: 120 d"), Until("120 d")],
                From = [Set("us_posture=0")],
                To = [Set("us_posture=3")],
                Observe = "after_arrival",
                Expected = Expected.Less,
            }),
        new("M13", "What was ordered is in transit for weeks.",
            "one carrier strike group that is there and another in transit", Autumn, "us.the second carrier arrives",
            new Experiment
            {
                Words = "three carrier groups are there at once → they arrive after 14 days; the first 14 days",
                Both = [Set("us_posture=3"), Until("14 d")],
                From = [Set("carrier_lag=0 d")],
                To = [Set("carrier_lag=14 d")],
                Observe = "attacks",
                Expected = Expected.More,
            },
            new Experiment
            {
                Words = "none is ordered → three are, which arrive after 14 days; the first 13 days",
                Both = [Set("carrier_lag=14 d"), Until("13 d")],
                From = [Set("us_posture=0")],
                To = [Set("us_posture=3")],
                Observe = "attacks",
                Expected = Expected.Same,
                Tolerance = 0.001,
            }),
        new("M27", "Overwhelming firepower deters, and is mostly unused.",
            "Washington has massive firepower at its disposal", Autumn, "us_posture",
            new Experiment
            {
                Words = "no carrier group is sent → three are; no attack is ever answered",
                Both = [Set("us_response=0, us_response_deadly=0")],
                From = [Set("us_posture=0")],
                To = [Set("us_posture=3")],
                Observe = "attacks",
                Expected = Expected.Less,
            },
            new Experiment
            {
                Words = "threat by strikes that were carried out (fear) → threat by posture, mean over the year",
                Both = [Measure("threat_shown: {mean: us.posture}"), Measure("threat_used: {mean: kataib.fear}")],
                Observe = "threat_shown",
                Against = "threat_used",
                Expected = Expected.More,
            }),
        new("M46", "After a promise to act, letting attacks pass costs more belief.",
            "as necessary, will continue to take military action against the IRGC", Autumn, "us.promise",
            new Experiment
            {
                Words = "strikes promise nothing → they promise more; one strike on day 10, and nothing is answered",
                Both =
                [
                    Set("us_response=0, us_response_deadly=0"), GivenStrike("10 d", "strike", "syria_militia"),
                    Attacks("after_strike", "from: 10 d, until: 150 d"), Until("150 d"),
                ],
                From = [Replace("{add: {promise: 1}}", "{add: {promise: 0}}")],
                Observe = "after_strike",
                Expected = Expected.More,
                Histories = 1_000,
            }),
    ];
}
