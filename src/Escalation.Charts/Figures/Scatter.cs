namespace Escalation.Charts.Figures;

/// <summary>What came of points that are spread over several levers, by the value of one of them.</summary>
public static class Scatter
{
    // More would be a cloud in which no point is seen.
    private const int MostPoints = 2_000;

    /// <summary>The chart.</summary>
    /// <param name="lever">Name of the lever.</param>
    /// <param name="quantity">What came of the points.</param>
    /// <param name="style">How it is written.</param>
    /// <param name="points">Value of the lever, what came of it, and its interval.</param>
    /// <param name="caption">How many, how sure, from where.</param>
    public static Chart Of(
        string lever, string quantity, NumberStyle style, IReadOnlyList<CurvePoint> points, string caption)
    {
        ArgumentNullException.ThrowIfNull(points);
        var known = points.Where(point => double.IsFinite(point.Value)).ToList();
        var every = 1 + (known.Count / MostPoints);
        var shown = known.Where((_, place) => place % every == 0);
        return new Chart
        {
            Name = $"scatter-{FileName.Of(quantity)}-{FileName.Of(lever)}",
            Title = known.Count == 0
                ? $"Nothing was run over {lever}"
                : $"{quantity} by {lever}: {Scales.NumberText.Of(known.Min(point => point.Value), style)} to "
                    + Scales.NumberText.Of(known.Max(point => point.Value), style),
            Caption = caption,
            Description = $"Points: {quantity} by {lever}; the other levers differ from point to point.",
            X = new Axis(lever, FileName.Field(lever, "")),
            Y = new Axis(quantity, FileName.Field(quantity, "")) { Style = style, HasZero = style == NumberStyle.Percent },
            Layers =
            [
                new Layer(Mark.Point, [.. shown.Select(point => new Datum { X = point.X, Y = point.Value })])
                {
                    Name = quantity,
                },
            ],
        };
    }
}
