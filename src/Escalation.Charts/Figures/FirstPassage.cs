using System.Collections.Immutable;

namespace Escalation.Charts.Figures;

/// <summary>A point of a curve with a band.</summary>
/// <param name="X">Where.</param>
/// <param name="Value">How high.</param>
/// <param name="Low">The lower edge of its band; NaN if it has none.</param>
/// <param name="High">The upper edge.</param>
public readonly record struct CurvePoint(double X, double Value, double Low, double High);

/// <summary>A named curve.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Points">Its points, from left to right.</param>
public sealed record Curve(string Name, ImmutableArray<CurvePoint> Points);

/// <summary>By when outcomes have come true: the cumulative incidence, a step for each first time.</summary>
public static class FirstPassage
{
    /// <summary>The chart.</summary>
    /// <param name="curves">One an outcome: days, and the share of histories in which it came true by then.</param>
    /// <param name="start">The date of day 0; null if the scenario has none.</param>
    /// <param name="caption">How many, how sure, from where.</param>
    public static Chart Of(IReadOnlyList<Curve> curves, DateOnly? start, string caption)
    {
        ArgumentNullException.ThrowIfNull(curves);
        return new Chart
        {
            Name = "first-passage",
            Title = Title(curves),
            Caption = caption,
            Description = "Curves: the share of histories in which an outcome has come true by a day, with its interval. "
                + string.Join("; ", curves.Where(curve => !curve.Points.IsEmpty).Select(curve =>
                    $"{curve.Name} reaches {FigureText.Share(curve.Points[^1].Value)} at the end")) + ".",
            X = new Axis(start is null ? "Days since the start" : "Date", "day") { Start = start, Low = 0 },
            Y = new Axis("Share of histories in which it has come true", "share") { Style = NumberStyle.Percent, HasZero = true },
            Layers = CurveLayers.Of(curves, Mark.Step, Mark.StepBand),
            IfEmpty = "Nothing to draw: no outcome came true.",
        };
    }

    private static string Title(IReadOnlyList<Curve> curves)
    {
        if (curves.Count == 0 || curves[0].Points.IsEmpty)
        {
            return "No outcome came true";
        }

        var (name, points) = (curves[0].Name, curves[0].Points);
        var half = points.FirstOrDefault(point => point.Value >= points[^1].Value / 2);
        return points[^1].Value == 0
            ? $"{name} never came true"
            : $"Half of the histories that come to {name} are there by day {FigureText.Number(Math.Round(half.X))}";
    }
}
