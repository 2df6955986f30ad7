using System.Text.Json.Nodes;
using Escalation.Charts.Svg;

namespace Escalation.Charts.Marks;

/// <summary>What lies between Low and High along X.</summary>
internal class BandMark : Mark
{
    /// <inheritdoc/>
    public override string Name => "band";

    /// <inheritdoc/>
    internal override VegaMark Vega => new(
        new JsonObject { ["type"] = "area", ["opacity"] = 0.25, ["interpolate"] = IsStepped ? "step-after" : "linear" },
        [("x", "x"), ("y", "low"), ("y2", "high")]);

    /// <summary>Whether its edges stay where they are until the next point.</summary>
    protected virtual bool IsStepped => false;

    /// <inheritdoc/>
    public override bool IsDrawn(Datum datum) =>
        double.IsFinite(datum.X) && double.IsFinite(datum.Low) && double.IsFinite(datum.High);

    /// <inheritdoc/>
    internal override bool IsTight => true;

    /// <inheritdoc/>
    internal override IEnumerable<double> OnX(Datum datum) => [datum.X];

    /// <inheritdoc/>
    internal override IEnumerable<double> OnY(Datum datum) => [datum.Low, datum.High];

    /// <inheritdoc/>
    internal override void Draw(Canvas canvas, Layer layer)
    {
        foreach (var run in Polyline.Runs(layer, datum => IsDrawn(datum) && Canvas.IsOn(canvas.X, datum.X)
            && Canvas.IsOn(canvas.Y, datum.Low) && Canvas.IsOn(canvas.Y, datum.High)))
        {
            var seen = Polyline.Seen(run, canvas.X, datum => datum.High);
            var upper = seen.Select(datum => (canvas.X.At(datum.X), canvas.Y.At(datum.High)));
            var lower = seen.Select(datum => (canvas.X.At(datum.X), canvas.Y.At(datum.Low))).ToList();
            var path = Polyline.Draw(new SvgPath(), upper, IsStepped);
            var back = IsStepped ? CornersBackwards(lower) : lower.AsEnumerable().Reverse();
            Polyline.Draw(path, back, isStepped: false, hasBegun: true);
            canvas.Svg.Element("path", "", ("class", Canvas.Class(layer)), ("d", path.Close()));
        }
    }

    // A step goes down before it goes left.
    private static IEnumerable<(double X, double Y)> CornersBackwards(List<(double X, double Y)> points)
    {
        for (var place = points.Count - 1; place >= 0; place--)
        {
            yield return points[place];
            if (place > 0)
            {
                yield return (points[place].X, points[place - 1].Y);
            }
        }
    }
}
