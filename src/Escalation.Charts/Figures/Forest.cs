namespace Escalation.Charts.Figures;

/// <summary>Differences with their intervals, about the line of no difference.</summary>
public static class Forest
{
    /// <summary>The chart.</summary>
    /// <param name="quantity">What differs.</param>
    /// <param name="style">How it is written.</param>
    /// <param name="differences">One a comparison.</param>
    /// <param name="caption">How many, how sure, from where.</param>
    public static Chart Of(string quantity, NumberStyle style, IReadOnlyList<NamedEstimate> differences, string caption)
    {
        ArgumentNullException.ThrowIfNull(differences);
        var told = differences.Count(difference => difference.Low > 0 || difference.High < 0);
        return new Chart
        {
            Name = $"forest-{FileName.Of(quantity)}",
            Title = FormattableString.Invariant($"{told} of {differences.Count} differences in {quantity} can be told from none"),
            Caption = caption,
            Description = $"Points with intervals: the difference in {quantity}. "
                + string.Join("; ", differences.Select(difference =>
                    $"{difference.Name} {Scales.NumberText.Of(difference.Value, style)}")) + ".",
            X = new Axis($"Difference in {quantity}", "difference") { Style = style, HasZero = true },
            Y = new Axis("Comparison", "comparison") { Names = [.. differences.Select(difference => difference.Name)] },
            Layers =
            [
                new Layer(Mark.Rule, [new Datum { X = 0 }]) { Colour = -1 },
                new Layer(
                    Mark.Interval,
                    [
                        .. differences.Select((difference, place) => new Datum
                        {
                            X = difference.Value, Y = place, Low = difference.Low, High = difference.High,
                        }),
                    ]),
            ],
        };
    }
}
