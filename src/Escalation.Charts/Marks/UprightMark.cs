using System.Text.Json.Nodes;
using Escalation.Charts.Svg;

namespace Escalation.Charts.Marks;

/// <summary>An interval from Low to High at X, upright, with a cap at either end; Text is said in the tip.</summary>
internal sealed class UprightMark : Mark
{
    private const double HalfCap = 3;

    /// <inheritdoc/>
    public override string Name => "upright";

    /// <inheritdoc/>
    internal override VegaMark Vega =>
        new(new JsonObject { ["type"] = "rule" }, [("x", "x"), ("y", "low"), ("y2", "high")]);

    /// <inheritdoc/>
    public override bool IsDrawn(Datum datum) =>
        double.IsFinite(datum.Low) && double.IsFinite(datum.High) && double.IsFinite(datum.X);

    /// <inheritdoc/>
    internal override IEnumerable<double> OnX(Datum datum) => [datum.X];

    /// <inheritdoc/>
    internal override IEnumerable<double> OnY(Datum datum) => [datum.Low, datum.High];

    /// <inheritdoc/>
    internal override void Draw(Canvas canvas, Layer layer)
    {
        foreach (var datum in layer.Data.Where(datum => IsDrawn(datum) && Canvas.IsOn(canvas.X, datum.X)
            && Canvas.IsOn(canvas.Y, datum.Low) && Canvas.IsOn(canvas.Y, datum.High)))
        {
            var (low, high, x) = (canvas.Y.At(datum.Low), canvas.Y.At(datum.High), canvas.X.At(datum.X));
            canvas.Svg.Open("g", ("class", Canvas.Class(layer)));
            canvas.Tip(layer, datum);
            var path = new SvgPath().From(x - HalfCap, low).Across(x + HalfCap)
                .From(x, low).Up(high)
                .From(x - HalfCap, high).Across(x + HalfCap);
            canvas.Svg.Element("path", "", ("class", "whisker"), ("d", path));
            canvas.Svg.Close();
        }
    }
}
