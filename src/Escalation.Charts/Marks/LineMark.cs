using System.Text.Json.Nodes;
using Escalation.Charts.Svg;

namespace Escalation.Charts.Marks;

/// <summary>A line through X and Y; what is no number is a gap.</summary>
internal class LineMark : Mark
{
    /// <inheritdoc/>
    public override string Name => "line";

    /// <inheritdoc/>
    internal override VegaMark Vega => new(
        new JsonObject { ["type"] = "line", ["interpolate"] = IsStepped ? "step-after" : "linear" }, [("x", "x"), ("y", "y")]);

    /// <summary>Whether it stays where it is until the next point.</summary>
    protected virtual bool IsStepped => false;

    /// <inheritdoc/>
    public override bool IsDrawn(Datum datum) => double.IsFinite(datum.X) && double.IsFinite(datum.Y);

    /// <inheritdoc/>
    internal override bool IsTight => true;

    /// <inheritdoc/>
    internal override IEnumerable<double> OnX(Datum datum) => [datum.X];

    /// <inheritdoc/>
    internal override IEnumerable<double> OnY(Datum datum) => [datum.Y];

    /// <inheritdoc/>
    internal override void Draw(Canvas canvas, Layer layer)
    {
        canvas.Svg.Open("g", ("class", Canvas.Class(layer)));
        foreach (var run in Polyline.Runs(layer, IsShown))
        {
            var seen = Polyline.Seen(run, canvas.X, datum => datum.Y);
            if (seen.Count == 1)
            {
                var (x, y) = (canvas.X.At(seen[0].X), canvas.Y.At(seen[0].Y));
                canvas.Svg.Element("circle", "", ("class", "dot"), ("cx", x), ("cy", y), ("r", 3.5));
            }

            var points = seen.Select(datum => (canvas.X.At(datum.X), canvas.Y.At(datum.Y)));
            canvas.Svg.Element("path", "", ("d", Polyline.Draw(new SvgPath(), points, IsStepped)));
            Polyline.DrawTips(canvas, layer, seen, datum => datum.Y);
        }

        canvas.Svg.Close();

        bool IsShown(Datum datum) =>
            IsDrawn(datum) && Canvas.IsOn(canvas.X, datum.X) && Canvas.IsOn(canvas.Y, datum.Y);
    }
}
