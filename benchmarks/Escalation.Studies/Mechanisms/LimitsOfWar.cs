using System.Collections.Immutable;
using static Escalation.Studies.Mechanisms.Edit;
using static Escalation.Studies.Mechanisms.Scenes;

namespace Escalation.Studies.Mechanisms;

/// <summary>What keeps the violence contained: costs, lines, talk, lessons; and what would undo it.</summary>
internal static class LimitsOfWar
{
    private static readonly Edit Blows = Measure("blows: {count: [missiles by iran against us, strike_iran by us against iran]}");
    private static readonly Edit Salvos = Measure("salvos: {count: missiles by iran against us}");

    // Nobody knows where the lines are: they lie elsewhere in each history, at the same median.
    private static readonly ImmutableArray<Edit> BlurredLines =
    [
        Replace("      promise:     {", $"{LineAround("red_line_us")}\n      promise:     {{"),
        Replace("pressure > red_line_us * ", "pressure > line * "),
        Replace("      rein:      {", $"{LineAround("red_line_iran")}\n      rein:      {{"),
        Replace("when: grievance > red_line_iran", "when: grievance > line"),
    ];

    /// <summary>The mechanisms.</summary>
    public static ImmutableArray<Mechanism> All { get; } =
    [
        new("M09", "All lose in a regional war, so all hold back.",
            "Everybody loses in a regional war", January, "iran_restraint",
            new Experiment
            {
                Words = "neither capital holds back → both do, as written",
                From = [Set("us_restraint=0, iran_restraint=0")],
                Observe = "war",
                Expected = Expected.Less,
            }),
        new("M10", "Partners and allies carry messages that cool.",
            "working through partners, with allies", January, "back_channel",
            new Experiment
            {
                Words = "no lines between the capitals → lines, as written; direct blows of both",
                Both = [Blows],
                From = [Set("back_channel=0")],
                Observe = "blows",
                Expected = Expected.Less,
                Histories = 1_000,
            }),
        new("M11", "Phone lines convey what was meant.",
            "working the phone lines", Autumn, "iran.misread",
            new Experiment
            {
                Words = "no lines → the best of lines; strikes that Tehran misreads, every fifth attack is answered",
                Both =
                [
                    Set("us_response=0.2"), Measure("read_well: {dropped: iran.misread, because: chance}"),
                    Measure("misread_strikes: {level: operations - read_well}"),
                ],
                From = [Set("back_channel=0")],
                To = [Set("back_channel=1")],
                Observe = "misread_strikes per operations",
                Expected = Expected.Less,
                Histories = 600,
            }),
        new("M35", "Neither side wants an all-out confrontation: chains end by themselves.",
            "neither wants to trigger an all-out confrontation", January, "us_restraint",
            new Experiment
            {
                Words = "Washington answers missiles that killed nobody → it lets them pass; direct blows of both",
                Both = [Blows],
                From = [Set("us_restraint=0")],
                Observe = "blows",
                Expected = Expected.Less,
                Histories = 500,
            }),
        new("M36", "Both know a limit to how far they can go.",
            "there's a limit as to how far they can go", Spring, "red_line_us",
            new Experiment
            {
                Words = "red lines at a quarter of their height → as high as written",
                From = [Set("red_line_us=2, red_line_iran=0.6")],
                Observe = "near_war",
                Expected = Expected.Less,
            }),
        new("M65", "Violence is contained because all know what they can get away with.",
            "it's clear to all parties how much they can get away with", Autumn, "red_line_iran",
            new Experiment
            {
                Words = "red lines that nobody knows (a factor of 2.5 off) → known ones",
                From = BlurredLines,
                Observe = "spiral",
                Expected = Expected.Less,
                Histories = 1_500,
            }),
        new("M66", "Red lines are generally known, so few are crossed unawares.",
            "generally where the red lines are", Autumn, "misjudgement",
            new Experiment
            {
                Words = "what the other meant is clear (misjudgement 0.005) → is not (0.1); missiles from Iran",
                Both = [Salvos],
                From = [Set("misjudgement=0.005")],
                To = [Set("misjudgement=0.1")],
                Observe = "salvos",
                Expected = Expected.More,
                Histories = 1_000,
            }),
        new("M67", "War would ruin Iran, which reins in its proxies when it comes near.",
            "War would be catastrophic for Iran", Autumn, "iran.see the war coming",
            new Experiment
            {
                Words = "Iran does not see it coming → it does; one in five attacks that hit kills",
                Both = [Set("lethality=0.2")],
                From = [Without("iran.see the war coming")],
                Observe = "attacks",
                Expected = Expected.Less,
                Histories = 2_000,
            }),
        new("M69", "Both meet each other halfway, and both then do less.",
            "willingness to sometimes meet each other halfway", Understanding, "guard.take the offer",
            new Experiment
            {
                Words = "no offer is taken → offers are taken after some calm; rockets",
                From = [Without("guard.take the offer")],
                Observe = "rockets",
                Expected = Expected.Less,
            },
            new Experiment
            {
                Words = "the same; strikes",
                From = [Without("guard.take the offer")],
                Observe = "strikes",
                Expected = Expected.Less,
            }),
        new("M70", "Near-wars teach both their limits.",
            "much more aware of their limitations", Autumn, "us.remember",
            new Experiment
            {
                Words = "nothing is learnt → near-wars are remembered; direct blows with red lines so low that they recur",
                Both =
                [
                    Set("us_response=0.1, red_line_us=2, red_line_iran=0.6"), Replace("    ends: true\n", ""),
                ],
                From = [Without("us.remember"), Replace("rhetoric: 1, lesson: 1", "rhetoric: 1, lesson: 0")],
                Observe = "ever_direct",
                Expected = Expected.Less,
                Histories = 2_000,
            }),
        new("M71", "A change of heart in either capital takes the gloves off.",
            "political change of heart", Autumn, "gloves",
            new Experiment
            {
                Words = "no change of heart → one in both capitals on day 30",
                Both = [Without("us.a change of heart"), Without("iran.a change of heart")],
                To =
                [
                    Given("us", "at: 30 d, do: [{switch: {gloves: shed}}]"),
                    Given("iran", "at: 30 d, do: [{switch: {tehran: defiant}}]"),
                ],
                Observe = "near_war",
                Expected = Expected.More,
                Histories = 500,
            }),
    ];

    private static string LineAround(string median) => $"      line: {{starts: \"lognormal(median={median}, spread=2.5)\"}}";
}
