using System.Text.Json.Nodes;
using Escalation.Charts.Svg;

namespace Escalation.Charts.Marks;

/// <summary>An interval from Low to High at Y, with a cap at either end; Text is said in the tip.</summary>
/// <param name="name">Its name.</param>
/// <param name="lane">How far below the middle it stands, in parts of the lane of a name; 0 on an axis of numbers.</param>
internal sealed class LimitsMark(string name, double lane) : Mark
{
    private const double HalfCap = 3;

    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    internal override VegaMark Vega =>
        new(new JsonObject { ["type"] = "rule" }, [("y", "y"), ("x", "low"), ("x2", "high")]);

    /// <inheritdoc/>
    public override bool IsDrawn(Datum datum) =>
        double.IsFinite(datum.Low) && double.IsFinite(datum.High) && double.IsFinite(datum.Y);

    /// <inheritdoc/>
    internal override IEnumerable<double> OnX(Datum datum) => [datum.Low, datum.High];

    /// <inheritdoc/>
    internal override IEnumerable<double> OnY(Datum datum) => [datum.Y];

    /// <inheritdoc/>
    internal override void Draw(Canvas canvas, Layer layer)
    {
        foreach (var datum in layer.Data.Where(datum => IsDrawn(datum) && Canvas.IsOn(canvas.X, datum.Low)
            && Canvas.IsOn(canvas.X, datum.High) && Canvas.IsOn(canvas.Y, datum.Y)))
        {
            var (low, high) = (canvas.X.At(datum.Low), canvas.X.At(datum.High));
            var y = canvas.Y.At(datum.Y) + (lane * canvas.Lane);
            canvas.Svg.Open("g", ("class", Canvas.Class(layer)));
            canvas.Tip(layer, datum);
            var path = new SvgPath().From(low, y - HalfCap).Up(y + HalfCap)
                .From(low, y).Across(high)
                .From(high, y - HalfCap).Up(y + HalfCap);
            canvas.Svg.Element("path", "", ("class", "whisker"), ("d", path));
            canvas.Svg.Close();
        }
    }
}
