using System.Collections.Immutable;
using Escalation.Charts;
using Escalation.Charts.Figures;

namespace Escalation.Tests.Charts;

/// <summary>One chart of each kind, from numbers that need no run.</summary>
internal static class Gallery
{
    internal const string Caption = "4,000 histories, seed 1; 95 % intervals (Clopper–Pearson); scenario 148efd6d79b1.";

    private static readonly DateOnly Start = new(2023, 10, 17);

    internal static Chart Outcomes { get; } = OutcomeShares.Of(
        [new("spiral", 0.035, 0.030, 0.042), new("near_war", 0.091, 0.083, 0.101), new("contained", 0.909, 0.899, 0.917)],
        Caption);

    internal static Chart Attacks { get; } =
        Histogram.Of("attacks", "", Numbers(1_000, place => Math.Floor(Square(place) / 40)), Caption);

    internal static Chart Calm { get; } =
        Ecdf.Of("calm_days", "d", Numbers(1_000, place => place % 3 == 0 ? 0 : Square(place)), Caption);

    internal static Chart Passage { get; } = FirstPassage.Of(
        [Curve("spiral", 12, 0.003), Curve("near_war", 12, 0.0075)], Start, Caption);

    internal static Chart Sweep { get; } = SweepCurve.Of(
        "us_response",
        "Share of histories",
        NumberStyle.Percent,
        [new("spiral", [new(0, 0.072, 0.067, 0.077), new(0.1, 0.037, 0.033, 0.041), new(1, 0.084, 0.078, 0.089)])],
        Caption);

    internal static Chart Peeling { get; } = PeelingPath.Of(
        "spiral",
        [
            new(1, 0.1, 0, "everything"), new(0.98, 0.2, 1, "provocation > 0.4"), new(0.9, 0.4, 2, "…"),
            new(0.71, 0.59, 2, "provocation > 0.8 and control < 0.5"), new(0.4, 0.8, 3, "…"),
        ],
        chosen: 3,
        Caption);

    internal static Chart Box { get; } = BoxLimits.Of(
        "spiral",
        [
            LimitedInput.OfNumber("provocation", 0.8, double.PositiveInfinity, (0.1, 0.9), "> 0.8 of 0.1 to 0.9"),
            LimitedInput.OfNumber("delay", 2, 12, (2, 42), "< 12 d of 2 to 42 d"),
            LimitedInput.OfCategories("side", [true, false, false, true], "red or blue of 4"),
        ],
        Caption);

    internal static Chart Weeks { get; } = PredictedTargets.OfTable(
        "attacks by week",
        new("predicted", [new(7, 12, 6, 20), new(14, 11, 5, 19), new(21, 10, 4, 18)]),
        [new(7, 14, double.NaN, double.NaN), new(14, 22, double.NaN, double.NaN), new(21, 9, double.NaN, double.NaN)],
        Start,
        Caption);

    /// <summary>All of them.</summary>
    internal static ImmutableArray<Chart> All { get; } =
    [
        Outcomes,
        Attacks,
        Calm,
        Passage,
        Sweep,
        HighestRungs.Of(
            [new("signal", 0, 0, 0.001), new("limited strike", 0.6, 0.58, 0.62), new("direct strike", 0.4, 0.38, 0.42)], Caption),
        Fan.Of(
            "us.pressure",
            [.. Enumerable.Range(0, 30).Select(day => new FanPoint(day, 0.1, 0.2, 0.3 + (0.01 * day), 1, 2 + (0.1 * day)))],
            Start,
            Caption),
        HeatMap.Of(
            "spiral",
            NumberStyle.Percent,
            ("us_response", [0, 0.5, 1]),
            ("us_severity", [0, 1]),
            [0.01, 0.02, 0.03, 0.04, 0.05, double.NaN],
            Caption),
        ParetoFront.Of(
            ("risk", NumberStyle.Percent),
            ("losses", NumberStyle.Plain),
            [new("a", 0.03, 6, true), new("b", 0.04, 5, true), new("c", 0.05, 7, false)],
            Caption),
        Scatter.Of(
            "us_response",
            "spiral",
            NumberStyle.Percent,
            [new(0.1, 0.037, 0.033, 0.041), new(0.7, 0.05, 0.04, 0.06), new(0.4, 0.042, 0.04, 0.044)],
            Caption),
        Tornado.Of("spiral", NumberStyle.Percent, 0.035, [new("control", 0.06, 0.02), new("provocation", 0.01, 0.09)], Caption),
        MorrisPlane.Of(
            "spiral",
            [
                new("control", 0.42, 0.36, 0.49, 0.12, true),
                new("provocation", 0.4, 0.33, 0.47, 0.125, true),
                new("us_response", 0.18, 0.13, 0.22, 0.21, true),
                new("tempo", 0.021, 0.014, 0.029, 0.022, false),
                new("patience", 0.02, 0.012, 0.027, 0.021, false),
                new("reach", 0.019, 0.013, 0.026, 0.024, false),
            ],
            noise: 0.03,
            Caption),
        Interactions.Of(
            "spiral",
            [
                new("tempo", -0.004, -0.02, 0.012, 0.01, 0.002, 0.019),
                new("control", 0.31, 0.24, 0.39, 0.56, 0.47, 0.65),
                new("provocation", 0.44, 0.38, 0.5, 0.45, 0.39, 0.52),
            ],
            Caption),
        Forest.Of(
            "spiral",
            NumberStyle.Percent,
            [new("never answer", 0.12, 0.11, 0.13), new("no posture", -0.001, -0.01, 0.008)],
            Caption),
        SideBySide.Of(
            "us_deaths",
            NumberStyle.Plain,
            [new("never answer", 5.96, 5.85, 6.07), new("always answer", 6.2, 6.08, 6.32)],
            Caption),
        Timeline.Of(
            "history-7",
            "Nine acts in three weeks",
            ["us", "iran", "kataib"],
            [.. Enumerable.Range(0, 9).Select(place => new TimelineAct(2.5 * place, place % 3, place % 4, $"act {place}"))],
            [(0, 1), (1, 4), (4, 5)],
            Start,
            Caption),
        Peeling,
        Box,
        Weeks,
        PredictedTargets.Of([new("first fortnight", 0.2, -1.9, 2.1), new("operations", -2.6, -4.4, -0.3)], Caption),
        SamplerPath.Of(
            "The likelihood reached power 1 in 4 generations",
            [Curve("power of the likelihood", 4, 0.33), Curve("effective particles", 4, 0.2)],
            Caption),
        .. TuningGallery.All,
    ];

    /// <summary>All of them, by name.</summary>
    internal static IEnumerable<TestCaseData> Cases =>
        All.Select(chart => new TestCaseData(chart).SetArgDisplayNames(chart.Name));

    private static Curve Curve(string name, int steps, double rise) => new(
        name,
        [
            .. Enumerable.Range(0, steps).Select(step =>
                new CurvePoint(step * 30, step * rise, step * rise * 0.8, step * rise * 1.2)),
        ]);

    private static IEnumerable<double> Numbers(int count, Func<int, double> at) => Enumerable.Range(0, count).Select(at);

    // Spread without luck: the squares modulo a prime.
    private static double Square(int place) => (long)place * place % 997;
}
