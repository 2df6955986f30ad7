using System.Collections.Immutable;

namespace Escalation.Charts.Figures;

/// <summary>A policy by what it costs in two ways.</summary>
/// <param name="Label">Its levers in words.</param>
/// <param name="X">The one cost.</param>
/// <param name="Y">The other.</param>
/// <param name="IsOnFront">Whether no other policy is better in both.</param>
public readonly record struct ParetoPoint(string Label, double X, double Y, bool IsOnFront)
{
    /// <summary>The interval of the one cost; NaN if it has none.</summary>
    public (double Low, double High) RangeOfX { get; init; } = (double.NaN, double.NaN);

    /// <summary>The interval of the other.</summary>
    public (double Low, double High) RangeOfY { get; init; } = (double.NaN, double.NaN);

    /// <summary>Whether it is the policy of the scenario as it is written.</summary>
    public bool IsAsWritten { get; init; }
}

/// <summary>Policies by two costs, and the front of those that none beats.</summary>
public static class ParetoFront
{
    /// <summary>The chart.</summary>
    /// <param name="x">The cost across, how it is written.</param>
    /// <param name="y">The cost upwards.</param>
    /// <param name="points">The policies.</param>
    /// <param name="caption">How many, how sure, from where.</param>
    public static Chart Of(
        (string Name, NumberStyle Style) x, (string Name, NumberStyle Style) y, IReadOnlyList<ParetoPoint> points, string caption)
    {
        ArgumentNullException.ThrowIfNull(points);
        var front = points.Where(point => point.IsOnFront).OrderBy(point => point.X).ToList();
        var own = points.Where(point => point.IsAsWritten).ToList();
        return new Chart
        {
            Name = "front",
            Title = front.Count == 0
                ? "No policies"
                : FormattableString.Invariant($"{front.Count} of {points.Count} policies are beaten by none in both ")
                    + $"{x.Name} and {y.Name}"
                    + (own.Exists(point => !point.IsOnFront) ? "; the one as written is not of them" : ""),
            Caption = caption,
            Description = $"Points: policies by {x.Name} and {y.Name}; a line joins those that none beats in both.",
            X = new Axis(x.Name, FileName.Field(x.Name, "")) { Style = x.Style },
            Y = new Axis(y.Name, FileName.Field(y.Name, "")) { Style = y.Style },
            Layers =
            [
                new Layer(Mark.Point, Data(points.Where(point => !point.IsOnFront))) { Name = "beaten", Colour = -1 },
                new Layer(Mark.Line, Data(front)) { IsQuiet = true },
                .. Intervals([.. points.Where(point => point.IsOnFront || point.IsAsWritten)]),
                new Layer(Mark.Point, Data(front)) { Name = "beaten by none" },
                .. own.Count == 0
                    ? ImmutableArray<Layer>.Empty
                    : [new Layer(Mark.Point, Data(own)) { Name = "as written", Colour = 1 }],
            ],
        };
    }

    // Of those that are beaten they would hide the rest.
    private static ImmutableArray<Layer> Intervals(ImmutableArray<ParetoPoint> points)
    {
        var hasAny = points.Any(point => double.IsFinite(point.RangeOfX.Low) || double.IsFinite(point.RangeOfY.Low));
        return !hasAny
            ? []
            :
            [
                new Layer(Mark.Limits, [.. points.Select(point => new Datum
                {
                    Y = point.Y, Low = point.RangeOfX.Low, High = point.RangeOfX.High, Text = point.Label,
                })]),
                new Layer(Mark.Upright, [.. points.Select(point => new Datum
                {
                    X = point.X, Low = point.RangeOfY.Low, High = point.RangeOfY.High, Text = point.Label,
                })]),
            ];
    }

    private static ImmutableArray<Datum> Data(IEnumerable<ParetoPoint> points) =>
        [.. points.Select(point => new Datum { X = point.X, Y = point.Y, Text = point.Label })];
}
