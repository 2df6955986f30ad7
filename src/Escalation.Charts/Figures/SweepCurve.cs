namespace Escalation.Charts.Figures;

/// <summary>What comes of each value of a lever.</summary>
public static class SweepCurve
{
    /// <summary>The chart.</summary>
    /// <param name="lever">Name of the lever.</param>
    /// <param name="quantity">What the curves show.</param>
    /// <param name="style">How it is written.</param>
    /// <param name="curves">One or more, by value of the lever.</param>
    /// <param name="caption">How many, how sure, from where.</param>
    public static Chart Of(string lever, string quantity, NumberStyle style, IReadOnlyList<Curve> curves, string caption)
    {
        ArgumentNullException.ThrowIfNull(curves);
        var first = curves.FirstOrDefault(curve => !curve.Points.IsEmpty);
        return new Chart
        {
            Name = $"sweep-{FileName.Of(lever)}",
            Title = first is null ? $"Nothing was run over {lever}" : Title(lever, first, style),
            Caption = caption,
            Description = $"Curves over {lever}, with bands for their intervals: "
                + string.Join(", ", curves.Select(curve => curve.Name)) + ".",
            X = new Axis(lever, FileName.Field(lever, "")),
            Y = new Axis(quantity, FileName.Field(quantity, "")) { Style = style, HasZero = style == NumberStyle.Percent },
            Layers = CurveLayers.Of(curves, Mark.Line, Mark.Band),
        };
    }

    private static string Title(string lever, Curve curve, NumberStyle style)
    {
        var least = curve.Points.MinBy(point => point.Value);
        var value = Scales.NumberText.Of(least.Value, style);
        return $"{curve.Name} is least, {value}, at {lever} = {FigureText.Number(least.X)}";
    }
}
