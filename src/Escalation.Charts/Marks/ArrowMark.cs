using System.Text.Json.Nodes;
using Escalation.Charts.Svg;

namespace Escalation.Charts.Marks;

/// <summary>Arrows from X and Y to X2 and Y2.</summary>
internal sealed class ArrowMark : Mark
{
    /// <inheritdoc/>
    public override string Name => "arrow";

    /// <inheritdoc/>
    internal override VegaMark Vega =>
        new(new JsonObject { ["type"] = "rule" }, [("x", "x"), ("y", "y"), ("x2", "x2"), ("y2", "y2")]);

    /// <inheritdoc/>
    public override bool IsDrawn(Datum datum) => double.IsFinite(datum.X) && double.IsFinite(datum.Y)
        && double.IsFinite(datum.X2) && double.IsFinite(datum.Y2);

    /// <inheritdoc/>
    internal override IEnumerable<double> OnX(Datum datum) => [datum.X, datum.X2];

    /// <inheritdoc/>
    internal override IEnumerable<double> OnY(Datum datum) => [datum.Y, datum.Y2];

    /// <inheritdoc/>
    internal override void Draw(Canvas canvas, Layer layer)
    {
        canvas.Svg.Open("g", ("class", Canvas.Class(layer)));
        foreach (var datum in layer.Data.Where(IsDrawn))
        {
            var (x, y) = (canvas.X.At(datum.X), canvas.Y.At(datum.Y));
            var (x2, y2) = (canvas.X.At(datum.X2), canvas.Y.At(datum.Y2));

            // It stops short of what it points at, which is drawn there.
            var length = Math.Max(1, Math.Sqrt(((x2 - x) * (x2 - x)) + ((y2 - y) * (y2 - y))));
            var (along, across) = ((X: (x2 - x) / length, Y: (y2 - y) / length), (X: -(y2 - y) / length, Y: (x2 - x) / length));
            var (tipX, tipY) = (x2 - (5 * along.X), y2 - (5 * along.Y));
            var (backX, backY) = (tipX - (6 * along.X), tipY - (6 * along.Y));
            var path = new SvgPath().From(x, y).To(tipX, tipY)
                .From(backX + (3 * across.X), backY + (3 * across.Y)).To(tipX, tipY)
                .To(backX - (3 * across.X), backY - (3 * across.Y));
            canvas.Svg.Open("path", ("d", path));
            canvas.Tip(layer, datum);
            canvas.Svg.Close();
        }

        canvas.Svg.Close();
    }
}
