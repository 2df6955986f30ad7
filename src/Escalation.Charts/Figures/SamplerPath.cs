namespace Escalation.Charts.Figures;

/// <summary>How a sampler came to its posterior, generation by generation.</summary>
public static class SamplerPath
{
    /// <summary>The chart.</summary>
    /// <param name="title">What is to be seen.</param>
    /// <param name="curves">Shares by generation.</param>
    /// <param name="caption">How many, how sure, from where.</param>
    public static Chart Of(string title, IReadOnlyList<Curve> curves, string caption)
    {
        ArgumentNullException.ThrowIfNull(curves);
        return new Chart
        {
            Name = "generations",
            Title = title,
            Caption = caption,
            Description = "Lines by generation: " + string.Join(", ", curves.Select(curve => curve.Name)) + ".",
            X = new Axis("Generation", "generation"),
            Y = new Axis("Share", "share") { Style = NumberStyle.Percent, HasZero = true, High = 1 },
            Layers =
            [
                .. curves.Select((curve, place) => new Layer(
                    Mark.Line, [.. curve.Points.Select(point => new Datum { X = point.X, Y = point.Value })])
                {
                    Name = curve.Name,
                    Colour = place,
                }),
            ],
        };
    }
}
