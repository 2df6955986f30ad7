using System.Text.Json.Nodes;
using Escalation.Charts.Svg;

namespace Escalation.Charts.Marks;

/// <summary>A point at X on the lane of the name Y, and an interval from Low to High; Text stands behind it.</summary>
internal sealed class IntervalMark : Mark
{
    /// <inheritdoc/>
    public override string Name => "interval";

    /// <inheritdoc/>
    internal override VegaMark Vega =>
        new(new JsonObject { ["type"] = "rule" }, [("y", "y"), ("x", "low"), ("x2", "high")]);

    /// <inheritdoc/>
    public override bool IsDrawn(Datum datum) => double.IsFinite(datum.X) && double.IsFinite(datum.Y);

    /// <inheritdoc/>
    internal override bool HasTextBehind => true;

    /// <inheritdoc/>
    internal override IEnumerable<double> OnX(Datum datum) => [datum.X, datum.Low, datum.High];

    /// <inheritdoc/>
    internal override IEnumerable<double> OnY(Datum datum) => [datum.Y];

    /// <inheritdoc/>
    internal override void Draw(Canvas canvas, Layer layer)
    {
        foreach (var datum in layer.Data.Where(datum => IsDrawn(datum) && Canvas.IsOn(canvas.X, datum.X)))
        {
            var (x, y) = (canvas.X.At(datum.X), canvas.Y.At(datum.Y));
            canvas.Svg.Open("g", ("class", Canvas.Class(layer)));
            canvas.Tip(layer, datum);
            var end = x;
            if (Canvas.IsOn(canvas.X, datum.Low) && Canvas.IsOn(canvas.X, datum.High))
            {
                end = canvas.X.At(datum.High);
                canvas.Svg.Element("path", "", ("d", new SvgPath().From(canvas.X.At(datum.Low), y).Across(end)));
            }

            canvas.Svg.Element("circle", "", ("cx", x), ("cy", y), ("r", 4.5));
            if (datum.Text.Length > 0)
            {
                canvas.Svg.Element("text", datum.Text, ("class", "label"), ("x", Math.Max(x, end) + 9), ("y", y + 4.5));
            }

            canvas.Svg.Close();
        }
    }
}
