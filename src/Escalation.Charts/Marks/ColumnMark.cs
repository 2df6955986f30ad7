using System.Text.Json.Nodes;
using Escalation.Charts.Svg;

namespace Escalation.Charts.Marks;

/// <summary>Columns, as of a histogram: from X to X2, Y high.</summary>
internal sealed class ColumnMark : Mark
{
    /// <inheritdoc/>
    public override string Name => "column";

    /// <inheritdoc/>
    internal override VegaMark Vega =>
        new(new JsonObject { ["type"] = "bar" }, [("x", "x"), ("x2", "x2"), ("y", "y")]);

    /// <inheritdoc/>
    public override bool IsDrawn(Datum datum) =>
        double.IsFinite(datum.X) && double.IsFinite(datum.X2) && double.IsFinite(datum.Y);

    /// <inheritdoc/>
    internal override bool IsTight => true;

    /// <inheritdoc/>
    internal override IEnumerable<double> OnX(Datum datum) => [datum.X, datum.X2];

    /// <inheritdoc/>
    internal override IEnumerable<double> OnY(Datum datum) => [0, datum.Y];

    /// <inheritdoc/>
    internal override void Draw(Canvas canvas, Layer layer)
    {
        var ground = canvas.Y.At(canvas.Y.Base);
        foreach (var datum in layer.Data.Where(IsDrawn))
        {
            var (left, right, top) = (canvas.X.At(datum.X), canvas.X.At(datum.X2), canvas.Y.At(datum.Y));

            // A hair of ground between neighbours, unless they are hairs themselves.
            var gap = right - left > 4 ? 0.5 : 0;
            canvas.Svg.Open(
                "rect",
                ("class", Canvas.Class(layer)),
                ("x", left + gap),
                ("y", Math.Min(top, ground)),
                ("width", Math.Max(0, right - left - (2 * gap))),
                ("height", Math.Abs(ground - top)));
            canvas.Tip(layer, datum);
            canvas.Svg.Close();
        }
    }
}
