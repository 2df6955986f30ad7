using System.Collections.Immutable;
using static Escalation.Studies.Mechanisms.Edit;
using static Escalation.Studies.Mechanisms.Scenes;

namespace Escalation.Studies.Mechanisms;

/// <summary>The top of the ladder: what leads to it, what happens there, and how it ends.</summary>
internal static class ThePeak
{
    /// <summary>The mechanisms.</summary>
    public static ImmutableArray<Mechanism> All { get; } =
    [
        new("M76", "The killing of a commander makes tensions jump.",
            "Tensions skyrocketed after Soleimani's assassination", January, "kill_leader",
            new Experiment
            {
                Words = "the general is spared → killed on day 7; Iran's grievance on day 8",
                Both = [Measure("grievance_then: {level: iran.grievance, at: 8 d}")],
                From = [Set("decapitation=0")],
                To = [Set("decapitation=1")],
                Observe = "grievance_then",
                Expected = Expected.More,
            }),
        new("M77", "The jump to the top follows a deadly exchange.",
            "which followed a deadly exchange between US and Iran-backed forces", Autumn, "us.go for the commander",
            new Experiment
            {
                Words = "attacks kill nobody → some do; commanders killed, the gloves are off",
                Both =
                [
                    Given("us", "at: 1 d, do: [{switch: {gloves: shed}}]"), Without("us.second thoughts"),
                    Measure("commanders: {count: kill_leader by us}"),
                ],
                From = [Set("lethality=0")],
                Observe = "commanders",
                Expected = Expected.More,
                Histories = 1_000,
            }),
        new("M78", "The patron answers in person, from high tension only.",
            "the latter lobbed ballistic missiles at US positions in Iraq", January, "iran.answer a killing in person",
            new Experiment
            {
                Words = "a killing that Iran can bear (insult 1) → one that it cannot, as written",
                From = [Set("insult=1")],
                Observe = "answered_in_person",
                Expected = Expected.More,
            }),
        new("M79", "Rhetoric intensifies with tension, and binds.",
            "heated rhetoric intensified", January, "iran.rhetoric",
            new Experiment
            {
                Words = "no words after the killing → heated ones",
                From = [Replace("insult, rhetoric: 1", "insult, rhetoric: 0")],
                Observe = "answered_in_person",
                Expected = Expected.More,
                Histories = 1_000,
            }),
        new("M80", "Cooler heads prevail after the peak.",
            "Cooler heads, however, ultimately prevailed, de-escalating the situation", January, "iran.cooler heads",
            new Experiment
            {
                Words = "honour is never served → missiles that killed nobody serve it; Iran's grievance at the end",
                Both = [Set("deadly_warned=0, deadly_unwarned=0"), Measure("grievance_left: {level: iran.grievance}")],
                From = [Without("iran.cooler heads")],
                Observe = "grievance_left",
                Expected = Expected.Less,
            }),
        new("M81", "The loop comes near to war now and then.",
            "nearly sent Washington and Tehran to war", Spring, "near_war",
            new Experiment
            {
                Words = "never → near-wars within ten years",
                Both = [Until("3650 d")],
                Observe = "near_war",
                Against = "0",
                Expected = Expected.More,
                Histories = 1_500,
            },
            new Experiment
            {
                Words = "in half of the histories → near-wars within ten years",
                Both = [Until("3650 d")],
                Observe = "near_war",
                Against = "0.5",
                Expected = Expected.Less,
            },
            new Experiment
            {
                Words = "strikes as written → strikes of severity 2",
                To = [Set("us_severity=2")],
                Observe = "near_war",
                Expected = Expected.More,
                Histories = 2_500,
            }),
        new("M82", "A full-blown conflict is quite unlikely.",
            "it's quite unlikely that either party would escalate", Spring, "us.hold Iran accountable",
            new Experiment
            {
                Words = "the most that the years since 1979 allow, 0.082 a year → spirals in the first year",
                Both = [Until("365 d")],
                Observe = "spiral",
                Against = "0.082",
                Expected = Expected.Less,
            }),
    ];
}
