using System.Collections.Immutable;
using Escalation.Charts;
using Escalation.Charts.Figures;

namespace Escalation.Tests.Charts;

/// <summary>Charts of tuning, calibration and forecasts, from numbers that need no run.</summary>
internal static class TuningGallery
{
    private const string Caption = Gallery.Caption;

    private static readonly DateOnly Start = new(2023, 10, 17);

    internal static Chart Search { get; } = Convergence.Of(
        "losses",
        NumberStyle.Plain,
        [
            .. Enumerable.Range(1, 40).Select(generation =>
            {
                var value = 4 + (6 * Math.Exp(-generation / 8.0));
                return new CurvePoint(12 * generation, value, value - 0.3, value + 0.3);
            }),
        ],
        Caption);

    internal static Chart Hypervolume { get; } = Convergence.OfFront(
        [.. Enumerable.Range(0, 30).Select(generation =>
        {
            var value = 0.87 * (1 - Math.Exp(-(generation + 1) / 6.0));
            return new CurvePoint(generation, value, value - 0.02, value + 0.02);
        })],
        Caption);

    internal static Chart Posterior { get; } = PriorPosterior.Of(
        "provocation",
        "",
        [.. Enumerable.Range(0, 1_000).Select(place => 0.1 + (0.8 * (place + 0.5) / 1_000))],
        [.. Enumerable.Range(0, 1_000).Select(place =>
        {
            var value = 0.1 + (0.8 * (place + 0.5) / 1_000);
            return (value, Math.Exp(-(value - 0.55) * (value - 0.55) / 0.01));
        })],
        0.5,
        Caption);

    internal static Chart Forecast { get; } = ForecastFan.Of(
        "attacks since the start",
        [.. Enumerable.Range(0, 13).Select(week => new FanPoint(
            7 * week, 4.0 * week, 5.0 * week, 6.0 * week, 7.5 * week, 10.0 * week))],
        [.. Enumerable.Range(1, 12).Select(week => (7.0 * week, (6.0 * week) + (week > 9 ? 9 * (week - 8) : 2 * (week % 3))))],
        begins: 42,
        Start,
        Caption);

    internal static Chart Transform { get; } = PitHistogram.Of(
        "attacks a week",
        [.. new[] { 0.19, 0.1, 0.08, 0.05, 0.06, 0.05, 0.07, 0.08, 0.11, 0.21 }.Select(share => new PitBin(share, 0.06, 0.15))],
        120,
        0.002,
        Caption);

    internal static Chart Regret { get; } = RegretMap.Of(
        "losses",
        NumberStyle.Plain,
        [
            new("never answer", 0.1, 1, 4, 9, 14, 31), new("answer one in twenty", -0.2, 0.1, 0.5, 1.2, 2.4, 9),
            new("answer half", 0.2, 0.9, 2, 4, 7, 18), new("always answer", 0.5, 2, 5, 8, 12, 22),
        ],
        far: 5,
        Caption);

    internal static Chart Front { get; } = ParetoFront.Of(
        ("chance of a war", NumberStyle.Percent),
        ("losses", NumberStyle.Plain),
        [
            Point("answer = 0", 0.072, 5.1), Point("answer = 0.05", 0.035, 5.8), Point("answer = 0.2", 0.03, 6.4),
            Point("answer = 0.6", 0.028, 8.2), new("a", 0.05, 7.4, false), new("b", 0.08, 6.6, false),
            new("c", 0.061, 8.1, false),
            Point("answer = 0.4", 0.045, 7) with { IsOnFront = false, IsAsWritten = true },
        ],
        Caption) with
    {
        Name = "front-with-intervals",
    };

    /// <summary>All of them.</summary>
    internal static ImmutableArray<Chart> All { get; } =
        [Search, Hypervolume, Posterior, Forecast, Transform, Regret, Front];

    /// <summary>One of each kind, of any numbers.</summary>
    internal static IEnumerable<Chart> Of(double[] values)
    {
        const NumberStyle Plain = NumberStyle.Plain;
        double[] few = [.. values.Take(60)];
        FanPoint[] fan = [.. few.Select((value, day) => new FanPoint(day, value, value, value, value, value))];
        CurvePoint[] curve = [.. few.Select((value, place) => new CurvePoint(place, value, value - 1, value + 1))];
        return
        [
            Convergence.Of("m", Plain, curve, Caption),
            Convergence.OfFront(curve, Caption),
            PriorPosterior.Of("m", "d", values, [.. values.Select(value => (value, 1.0))], few.FirstOrDefault(), Caption),
            ForecastFan.Of("m", fan, [.. fan.Select(point => (point.Day, point.P50))], 2, null, Caption),
            PitHistogram.Of("m", [.. few.Select(value => new PitBin(value, value, value))], 3, 0.01, Caption),
            RegretMap.Of("m", Plain, [.. few.Select(v => new PolicyRegret("p", v, v, v, v, v, v))], far: 1, Caption),
        ];
    }

    private static ParetoPoint Point(string label, double x, double y) => new(label, x, y, IsOnFront: true)
    {
        RangeOfX = (x - 0.003, x + 0.003),
        RangeOfY = (y - 0.25, y + 0.25),
    };
}
