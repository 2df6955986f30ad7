namespace Escalation.Charts.Figures;

/// <summary>How a search got on: what it had found by how much work.</summary>
public static class Convergence
{
    /// <summary>The best value of each generation by evaluations, as it looked when it was tried.</summary>
    /// <param name="quantity">What is made small.</param>
    /// <param name="style">How it is written.</param>
    /// <param name="best">The best value of a generation that ended after so many evaluations, with its interval, in
    /// order.</param>
    /// <param name="caption">How many, how sure, from where.</param>
    public static Chart Of(string quantity, NumberStyle style, IReadOnlyList<CurvePoint> best, string caption)
    {
        ArgumentNullException.ThrowIfNull(best);
        return Drawn(
            $"convergence-{FileName.Of(quantity)}",
            best.Count == 0 ? $"Nothing was tried to lessen {quantity}" : Title(quantity, style, best, "evaluations"),
            new Axis("Evaluations", "evaluations") { HasZero = true },
            new Axis($"Best {quantity} of each generation", FileName.Field(quantity, "")) { Style = style },
            new Curve(quantity, [.. best]),
            caption);
    }

    /// <summary>The hypervolume of a front by generation: what it dominates up to a point that all objectives are better
    /// than.</summary>
    /// <param name="hypervolume">By generation, with its interval, in order.</param>
    /// <param name="caption">How many, how sure, from where.</param>
    public static Chart OfFront(IReadOnlyList<CurvePoint> hypervolume, string caption)
    {
        ArgumentNullException.ThrowIfNull(hypervolume);
        return Drawn(
            "convergence-of-front",
            hypervolume.Count == 0
                ? "There was no generation"
                : Title("The front's hypervolume", NumberStyle.Plain, hypervolume, "generations"),
            new Axis("Generation", "generation") { HasZero = true },
            new Axis("Hypervolume of the front", "hypervolume"),
            new Curve("hypervolume", [.. hypervolume]),
            caption);
    }

    private static Chart Drawn(string name, string title, Axis x, Axis y, Curve curve, string caption) => new()
    {
        Name = name,
        Title = title,
        Caption = caption,
        Description = $"Steps: {y.Title} by {x.Title}, with a band for the interval.",
        X = x,
        Y = y,
        Layers = CurveLayers.Of([curve], Mark.Step, Mark.StepBand),
    };

    // Whether a search was stopped too early shows in what its last quarter brought.
    private static string Title(string quantity, NumberStyle style, IReadOnlyList<CurvePoint> points, string work)
    {
        var (first, last) = (points[0], points[^1]);
        var from = Scales.NumberText.Of(first.Value, style);
        var to = Scales.NumberText.Of(last.Value, style);
        if (from == to || points.Count < 2)
        {
            return FormattableString.Invariant($"{quantity} stayed at {to} in {last.X:N0} {work}");
        }

        var late = points.Last(point => point.X <= first.X + (0.75 * (last.X - first.X)));
        var part = Math.Clamp((last.Value - late.Value) / (last.Value - first.Value), 0, 1);
        return FormattableString.Invariant($"{quantity} went from {from} to {to} in {last.X:N0} {work}, ")
            + $"{FigureText.Share(part)} of it in the last quarter";
    }
}
