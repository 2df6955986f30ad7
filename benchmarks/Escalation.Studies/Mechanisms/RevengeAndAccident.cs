using System.Collections.Immutable;
using static Escalation.Studies.Mechanisms.Edit;
using static Escalation.Studies.Mechanisms.Scenes;

namespace Escalation.Studies.Mechanisms;

/// <summary>What violence breeds, and what it does that nobody meant.</summary>
internal static class RevengeAndAccident
{
    // A tail of deaths as thick as its mean demands, and no thicker.
    private static readonly Edit ThinTail = Replace("exp(exponential(mean=1 / tail))", "tail / (tail - 1)");

    /// <summary>The mechanisms.</summary>
    public static ImmutableArray<Mechanism> All { get; } =
    [
        new("M08", "The more attacks, the likelier a miscalculation.",
            "increasing their attacks in a way that risks miscalculation", Autumn, "militia.off plan",
            new Experiment
            {
                Words = "a third of the attacks of own will (surge 10) → all (surge 30), meant alike",
                Both = [Outcome("mass_casualty: {at_end: worst_attack >= 3}")],
                From = [Set("surge=10")],
                To = [Set("surge=30")],
                Observe = "mass_casualty",
                Expected = Expected.More,
                Histories = 1_500,
            }),
        new("M22", "Many who act at once leave more to go wrong.",
            "the likelihood of something going wrong", AllAtOnce, "swamped",
            new Experiment
            {
                Words = "the five groups of a wave attack over ten days → within half a day, as often",
                From = [Set("spread=10 d")],
                To = [Set("spread=0.5 d")],
                Observe = "leaked per attacks",
                Expected = Expected.More,
            },
            new Experiment
            {
                Words = "the same",
                From = [Set("spread=10 d")],
                To = [Set("spread=0.5 d")],
                Observe = "mass_casualty",
                Expected = Expected.More,
                Histories = 3_000,
            }),
        new("M25", "Damage is small so far; its tail is much worse than its mean.",
            "there is significant potential for things to get worse", Autumn, "tail",
            new Experiment
            {
                Words = "half of the attacks → attacks that hurt anybody",
                Both = [Measure("harmful: {count: attack by militia against us, if: event.wounded + event.deaths > 0}")],
                Observe = "harmful per attacks",
                Against = "0.5",
                Expected = Expected.Less,
            },
            new Experiment
            {
                Words = "as many dead on average without a tail → with it; eight dead in one attack, three in ten that hit kill",
                Both =
                [
                    Set("lethality=0.3, us_response_deadly=0"), Outcome("many_at_once: {at_end: worst_attack >= 8}"),
                ],
                From = [ThinTail],
                Observe = "many_at_once",
                Expected = Expected.More,
                Histories = 2_000,
            }),
        new("M26", "Alarms without an attack cost lives, and are no hostile fire.",
            "died of a cardiac event while sheltering during a false alarm", Autumn, "world.sirens",
            new Experiment
            {
                Words = "peace → the second front; 60 days",
                Both = [Measure("alarms: {count: false_alarm}"), Until("60 d")],
                From = Peace,
                To = [Without("world.the war returns")],
                Observe = "alarms",
                Expected = Expected.More,
            },
            new Experiment
            {
                Words = "no false alarms → false alarms that make nobody more nervous; dead by hostile fire",
                Both = [Without("us.take cover")],
                From = [Without("world.sirens")],
                Observe = "us_deaths",
                Expected = Expected.Same,
                Tolerance = 0.001,
            }),
        new("M32", "Violence runs in a cycle: after an attack the next is likelier.",
            "tends to keep everyone involved on edge", Spring, "militia.avenge",
            new Experiment
            {
                Words = "nobody takes revenge → militias do; attacks within two days of another, every third is answered",
                Both =
                [
                    Set("us_response=0.3"), Measure("attacks_2d: {count: attack by militia against us, within: 2 d}"),
                    Attacks("close_on_another", "if: attacks_2d >= 2"),
                ],
                From = [Without("militia.avenge")],
                Observe = "close_on_another per attacks",
                Expected = Expected.More,
            }),
        new("M34", "Proxies answer a strike with a few more attacks.",
            "who then responded by carrying out a few more attacks against coalition bases", Spring, "militia.avenge",
            new Experiment
            {
                Words = "nobody takes revenge → militias do; the week after a strike on day 100",
                Both =
                [
                    GivenStrike("100 d", "strike", "kataib"), Attacks("week_after", "from: 100 d"), Until("107 d"),
                ],
                From = [Without("militia.avenge")],
                Observe = "week_after",
                Expected = Expected.More,
            }),
        new("M60", "Attacks are to harass: frequent and seldom deadly.",
            "motivated by a desire to inflict discomfort on the small American presence", Autumn, "attack",
            new Experiment
            {
                Words = "attacks that killed → attacks that killed nobody",
                Both = [Attacks("harassing", "if: event.deaths == 0")],
                Observe = "harassing",
                Against = "deadly_attacks",
                Expected = Expected.More,
            }),
        new("M73", "Each exchange of fire may be miscalculated, whatever was meant.",
            "still comes with a risk of grave miscalculation", Autumn, "iran.misread",
            new Experiment
            {
                Words = "Tehran reads every strike as it was meant → it may misread it; every fifth attack is answered",
                Both = [Set("us_response=0.2")],
                From = [Without("iran.misread")],
                Observe = "near_war",
                Expected = Expected.More,
                Histories = 2_500,
            }),
        new("M74", "Strikes are imprecise: what was meant to harass may hit many.",
            "it's not the most precise of strikes", Autumn, "attack",
            new Experiment
            {
                Words = "each hit wounds about as many → as many on average, few or many; squares of the wounded",
                Both = [Measure("squares: {sum: event.wounded * event.wounded, of: attack against us}")],
                From = [Replace(", shape=0.5), 0)", ", shape=1000), 0)")],
                Observe = "squares per us_wounded",
                Expected = Expected.More,
            }),
        new("M75", "Things go off plan, and end on a rung that was not chosen.",
            "room for things going off plan", Autumn, "militia.off plan",
            new Experiment
            {
                Words = "attacks cannot kill → harassment turns out bloodshed with some probability",
                Both = [Measure("bloody: {count: bloodshed by militia}")],
                From = [Set("lethality=0")],
                Observe = "bloody per attacks",
                Expected = Expected.More,
            }),
    ];
}
