using System.Text.Json.Nodes;
using Escalation.Charts.Svg;

namespace Escalation.Charts.Marks;

/// <summary>Bars along an axis of names: Y is the name, X the number, Low to High an interval about it, Text what stands behind
/// it.</summary>
internal sealed class BarMark : Mark
{
    private const double Thickness = 0.62;

    /// <inheritdoc/>
    public override string Name => "bar";

    /// <inheritdoc/>
    internal override VegaMark Vega =>
        new(new JsonObject { ["type"] = "bar" }, [("y", "y"), ("x", "x")]);

    /// <inheritdoc/>
    public override bool IsDrawn(Datum datum) => double.IsFinite(datum.X) && double.IsFinite(datum.Y);

    /// <inheritdoc/>
    internal override bool HasTextBehind => true;

    /// <inheritdoc/>
    internal override IEnumerable<double> OnX(Datum datum) => [0, datum.X, datum.Low, datum.High];

    /// <inheritdoc/>
    internal override IEnumerable<double> OnY(Datum datum) => [datum.Y];

    /// <inheritdoc/>
    internal override void Draw(Canvas canvas, Layer layer)
    {
        var thickness = Math.Min(26, Thickness * canvas.Lane);
        var from = canvas.X.At(canvas.X.Base);
        foreach (var datum in layer.Data.Where(datum => IsDrawn(datum) && Canvas.IsOn(canvas.X, datum.X)))
        {
            var (to, middle) = (canvas.X.At(datum.X), canvas.Y.At(datum.Y));
            canvas.Svg.Open("g", ("class", Canvas.Class(layer)));
            canvas.Tip(layer, datum);
            canvas.Svg.Element(
                "rect",
                "",
                ("x", Math.Min(from, to)),
                ("y", middle - (thickness / 2)),
                ("width", Math.Abs(to - from)),
                ("height", thickness));
            var end = Whisker(canvas, datum, middle, thickness);
            if (datum.Text.Length > 0)
            {
                canvas.Svg.Element("text", datum.Text, ("class", "label"), ("x", Math.Max(to, end) + 6), ("y", middle + 4.5));
            }

            canvas.Svg.Close();
        }
    }

    // Returns where it ends.
    private static double Whisker(Canvas canvas, Datum datum, double middle, double thickness)
    {
        if (!Canvas.IsOn(canvas.X, datum.Low) || !Canvas.IsOn(canvas.X, datum.High))
        {
            return double.NegativeInfinity;
        }

        var (low, high, half) = (canvas.X.At(datum.Low), canvas.X.At(datum.High), thickness / 5);
        var path = new SvgPath().From(low, middle - half).Up(middle + half)
            .From(low, middle).Across(high)
            .From(high, middle - half).Up(middle + half);
        canvas.Svg.Element("path", "", ("class", "whisker"), ("d", path));
        return high;
    }
}
