using System.Collections.Immutable;
using System.Globalization;

namespace Escalation.Charts.Figures;

/// <summary>A box of scenario discovery by what it holds.</summary>
/// <param name="Coverage">Share of all cases that are inside.</param>
/// <param name="Density">Share of the futures inside that are cases.</param>
/// <param name="Limits">How many inputs it limits.</param>
/// <param name="Text">The box in words.</param>
public readonly record struct PeelingPoint(double Coverage, double Density, int Limits, string Text);

/// <summary>The boxes of scenario discovery: what density costs in coverage, and which box was chosen.</summary>
public static class PeelingPath
{
    // More limits than anybody remembers are alike, and there are no more colours.
    private const int Many = 6;

    /// <summary>The chart.</summary>
    /// <param name="outcome">Name of the outcome.</param>
    /// <param name="points">The boxes, from everything on.</param>
    /// <param name="chosen">Index of the chosen box; −1: there is none.</param>
    /// <param name="caption">How many, how sure, from where.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no box of that index.</exception>
    public static Chart Of(string outcome, IReadOnlyList<PeelingPoint> points, int chosen, string caption)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentOutOfRangeException.ThrowIfLessThan(chosen, -1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(chosen, points.Count);
        return new Chart
        {
            Name = $"peeling-{FileName.Of(outcome)}",
            Title = chosen < 0 ? $"No box holds {outcome} more densely than everything" : Title(outcome, points[chosen]),
            Caption = caption,
            Description = $"Points: boxes that limit more and more inputs, by the share of the cases of {outcome} that they hold "
                + "and the share of their futures that are cases. "
                + string.Join("; ", points.GroupBy(point => Math.Min(point.Limits, Many)).Select(group =>
                    $"{Limited(group.Key)}: at most {FigureText.Share(group.Max(point => point.Density))}"))
                + ".",
            X = new Axis("Coverage: share of all cases inside", "coverage")
            {
                Style = NumberStyle.Percent,
                HasZero = true,
                High = 1,
            },
            Y = new Axis("Density: share of the futures inside that are cases", "density")
            {
                Style = NumberStyle.Percent,
                HasZero = true,
            },
            Layers =
            [
                new Layer(Mark.Line, Data(points.Select(point => point with { Text = "" }))) { Colour = -1, IsQuiet = true },
                .. points.GroupBy(point => Math.Min(point.Limits, Many)).OrderBy(group => group.Key).Select(group =>
                    new Layer(Mark.Point, Data(group)) { Name = Limited(group.Key), Colour = group.Key }),
                .. chosen < 0 ? ImmutableArray<Layer>.Empty : Cross(points[chosen]),
            ],
        };
    }

    private static string Title(string outcome, PeelingPoint box) =>
        $"The chosen box holds {FigureText.Share(box.Coverage)} of the cases of {outcome}; "
            + $"{FigureText.Share(box.Density)} of its futures are cases";

    private static string Limited(int limits) => limits switch
    {
        0 => "everything",
        1 => "1 limited input",
        Many => "6 or more limited inputs",
        _ => limits.ToString(CultureInfo.InvariantCulture) + " limited inputs",
    };

    private static ImmutableArray<Datum> Data(IEnumerable<PeelingPoint> points) =>
        [.. points.Select(point => new Datum { X = point.Coverage, Y = point.Density, Text = point.Text })];

    private static ImmutableArray<Layer> Cross(PeelingPoint box) =>
    [
        new Layer(Mark.Rule, [new Datum { X = box.Coverage, Text = "chosen" }]) { Colour = -1 },
        new Layer(Mark.Rule, [new Datum { Y = box.Density }]) { Colour = -1 },
    ];
}
