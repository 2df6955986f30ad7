using System.Collections.Immutable;

namespace Escalation.Charts.Figures;

/// <summary>What comes of each pair of values of two levers.</summary>
public static class HeatMap
{
    private const double HeightOfRow = 36;

    /// <summary>The chart.</summary>
    /// <param name="quantity">What the colours show.</param>
    /// <param name="style">How it is written.</param>
    /// <param name="x">The lever across, and its values.</param>
    /// <param name="y">The lever upwards, and its values.</param>
    /// <param name="values">The numbers, [row of y, column of x] one row after the other; NaN: not run.</param>
    /// <param name="caption">How many, how sure, from where.</param>
    public static Chart Of(
        string quantity,
        NumberStyle style,
        (string Lever, ImmutableArray<double> Values) x,
        (string Lever, ImmutableArray<double> Values) y,
        ImmutableArray<double> values,
        string caption)
    {
        // The largest value of y on top.
        var rows = y.Values.Length;
        var cells = values.Select((value, place) => new Datum
        {
            X = place % x.Values.Length,
            Y = rows - 1 - (place / x.Values.Length),
            Value = value,
            Text = Scales.NumberText.Of(value, style),
        }).Where(cell => double.IsFinite(cell.Value)).ToImmutableArray();
        return new Chart
        {
            Name = $"heat-{FileName.Of(x.Lever)}-{FileName.Of(y.Lever)}",
            Title = Title(),
            Caption = caption,
            Description = $"A table by colour: {quantity} by {x.Lever} (across) and {y.Lever} (upwards).",
            X = new Axis(x.Lever, FileName.Field(x.Lever, "")) { Names = [.. x.Values.Select(FigureText.Number)] },
            Y = new Axis(y.Lever, FileName.Field(y.Lever, "")) { Names = [.. y.Values.Reverse().Select(FigureText.Number)] },
            Layers = [new Layer(Mark.Cell, cells) { Name = quantity }],
            PlotHeight = Math.Max(72, rows * HeightOfRow),
        };

        string Title()
        {
            if (cells.IsEmpty)
            {
                return $"Nothing was run over {x.Lever} and {y.Lever}";
            }

            var least = cells.MinBy(cell => cell.Value);
            return $"{quantity} is least, {least.Text}, at {x.Lever} = {FigureText.Number(x.Values[(int)least.X])} "
                + $"and {y.Lever} = {FigureText.Number(y.Values[rows - 1 - (int)least.Y])}";
        }
    }
}
