using System.Text.Json.Nodes;
using Escalation.Charts.Svg;

namespace Escalation.Charts.Marks;

/// <summary>Points at X and Y, with Text beside them in the tip; Value chooses the colour, if there is one.</summary>
internal sealed class PointMark : Mark
{
    // More would not be told apart, and would make the drawing heavy: of those on one pixel the first is drawn.
    private const int MostPoints = 4_000;

    /// <inheritdoc/>
    public override string Name => "point";

    /// <inheritdoc/>
    internal override VegaMark Vega =>
        new(new JsonObject { ["type"] = "point", ["filled"] = true }, [("x", "x"), ("y", "y")]);

    /// <inheritdoc/>
    public override bool IsDrawn(Datum datum) => double.IsFinite(datum.X) && double.IsFinite(datum.Y);

    /// <inheritdoc/>
    internal override IEnumerable<double> OnX(Datum datum) => [datum.X];

    /// <inheritdoc/>
    internal override IEnumerable<double> OnY(Datum datum) => [datum.Y];

    /// <inheritdoc/>
    internal override void Draw(Canvas canvas, Layer layer)
    {
        var shades = Shades.Of(layer);
        var taken = layer.Data.Length > MostPoints ? new HashSet<(int X, int Y)>() : null;
        canvas.Svg.Open("g", ("class", Canvas.Class(layer)));
        foreach (var datum in layer.Data.Where(datum =>
            IsDrawn(datum) && Canvas.IsOn(canvas.X, datum.X) && Canvas.IsOn(canvas.Y, datum.Y)))
        {
            var (x, y) = (canvas.X.At(datum.X), canvas.Y.At(datum.Y));
            if (taken?.Add(((int)(x / 2), (int)(y / 2))) == false)
            {
                continue;
            }

            if (shades.Of(datum) is { } colour)
            {
                canvas.Svg.Open("circle", ("cx", x), ("cy", y), ("r", 4), ("style", $"fill:{colour}"));
            }
            else
            {
                canvas.Svg.Open("circle", ("cx", x), ("cy", y), ("r", 4));
            }

            canvas.Tip(layer, datum);
            canvas.Svg.Close();
        }

        canvas.Svg.Close();
    }
}
