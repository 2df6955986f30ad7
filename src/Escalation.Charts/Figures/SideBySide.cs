namespace Escalation.Charts.Figures;

/// <summary>The same quantity in several runs, each with its interval.</summary>
public static class SideBySide
{
    /// <summary>The chart.</summary>
    /// <param name="quantity">What is compared.</param>
    /// <param name="style">How it is written.</param>
    /// <param name="runs">One estimate a run, in order.</param>
    /// <param name="caption">How many, how sure, from where.</param>
    public static Chart Of(string quantity, NumberStyle style, IReadOnlyList<NamedEstimate> runs, string caption)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var known = runs.Where(run => double.IsFinite(run.Value)).ToList();
        return new Chart
        {
            Name = $"runs-{FileName.Of(quantity)}",
            Title = known.Count == 0 ? $"No run has a value of {quantity}" : Title(quantity, style, known),
            Caption = caption,
            Description = $"Points with intervals: {quantity} in each run. "
                + string.Join("; ", runs.Select(run => $"{run.Name} {Scales.NumberText.Of(run.Value, style)}")) + ".",
            X = new Axis(quantity, FileName.Field(quantity, "")) { Style = style, HasZero = style == NumberStyle.Percent },
            Y = new Axis("Run", "run") { Names = [.. runs.Select(run => run.Name)] },
            Layers =
            [
                new Layer(
                    Mark.Interval,
                    [
                        .. runs.Select((run, place) => new Datum
                        {
                            X = run.Value,
                            Y = place,
                            Low = run.Low,
                            High = run.High,
                            Text = Scales.NumberText.Of(run.Value, style),
                        }),
                    ]),
            ],
        };
    }

    private static string Title(string quantity, NumberStyle style, List<NamedEstimate> runs)
    {
        var (least, most) = (runs.MinBy(run => run.Value)!, runs.MaxBy(run => run.Value)!);
        var (low, high) = (Scales.NumberText.Of(least.Value, style), Scales.NumberText.Of(most.Value, style));
        return low == high
            ? $"{quantity} is {low} in every run"
            : $"{quantity}: from {low} ({least.Name}) to {high} ({most.Name})";
    }
}
