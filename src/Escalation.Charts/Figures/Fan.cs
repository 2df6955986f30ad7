namespace Escalation.Charts.Figures;

/// <summary>Where a sampled path lies on a day, over all histories.</summary>
/// <param name="Day">Days since the start.</param>
/// <param name="P05">One history of twenty is below.</param>
/// <param name="P25">One of four is below.</param>
/// <param name="P50">Half are below.</param>
/// <param name="P75">One of four is above.</param>
/// <param name="P95">One of twenty is above.</param>
public readonly record struct FanPoint(double Day, double P05, double P25, double P50, double P75, double P95);

/// <summary>A path over time: the middle half, nine of ten, and the median.</summary>
public static class Fan
{
    /// <summary>The chart.</summary>
    /// <param name="series">Name of the path.</param>
    /// <param name="points">By day.</param>
    /// <param name="start">The date of day 0; null if the scenario has none.</param>
    /// <param name="caption">How many, how sure, from where.</param>
    public static Chart Of(string series, IReadOnlyList<FanPoint> points, DateOnly? start, string caption)
    {
        ArgumentNullException.ThrowIfNull(points);
        var last = points.LastOrDefault(point => double.IsFinite(point.P50));
        return new Chart
        {
            Name = $"fan-{FileName.Of(series)}",
            Title = points.Count == 0
                ? $"{series} was not sampled"
                : $"{series}: nine of ten histories end between {FigureText.Number(last.P05)} and {FigureText.Number(last.P95)}",
            Caption = caption,
            Description = $"Bands: where {series} lies on each day, in the middle half of histories and in nine of ten; "
                + "a line: the median.",
            X = new Axis(start is null ? "Days since the start" : "Date", "day") { Start = start },
            Y = new Axis(series, FileName.Field(series, "")),
            Layers = FanLayers.Of(points),
            IfEmpty = "Nothing to draw: the path was not sampled.",
        };
    }
}
