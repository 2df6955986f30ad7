using System.Collections.Immutable;

namespace Escalation.Charts.Figures;

/// <summary>Where a path lies by day: nine of ten histories, the middle half, the median.</summary>
internal static class FanLayers
{
    /// <summary>The layers: wide band, narrow band, line.</summary>
    public static ImmutableArray<Layer> Of(IReadOnlyList<FanPoint> points)
    {
        return
        [
            Band("nine of ten histories", point => (point.P05, point.P95), isQuiet: true),
            Band("middle half", point => (point.P25, point.P75), isQuiet: false),
            new Layer(Mark.Line, [.. points.Select(point => new Datum { X = point.Day, Y = point.P50 })]) { Name = "median" },
        ];

        Layer Band(string name, Func<FanPoint, (double Low, double High)> edges, bool isQuiet) => new(
            Mark.Band,
            [.. points.Select(point => new Datum { X = point.Day, Low = edges(point).Low, High = edges(point).High })])
        {
            Name = name,
            IsQuiet = isQuiet,
        };
    }
}
