using System.Text.Json.Nodes;
using Escalation.Charts.Svg;

namespace Escalation.Charts.Marks;

/// <summary>A thick stretch from Low to High on the lane of the name Y, a thin one if its layer is quiet; Text stands behind
/// it.</summary>
internal sealed class SpanMark : Mark
{
    private const double Thick = 12;
    private const double Thin = 2;

    // What is narrower would not be seen.
    private const double Least = 1.5;

    /// <inheritdoc/>
    public override string Name => "span";

    /// <inheritdoc/>
    internal override VegaMark Vega =>
        new(new JsonObject { ["type"] = "bar", ["height"] = Thick }, [("y", "y"), ("x", "low"), ("x2", "high")]);

    /// <inheritdoc/>
    internal override bool HasTextBehind => true;

    /// <inheritdoc/>
    public override bool IsDrawn(Datum datum) =>
        double.IsFinite(datum.Y) && double.IsFinite(datum.Low) && double.IsFinite(datum.High);

    /// <inheritdoc/>
    internal override IEnumerable<double> OnX(Datum datum) => [datum.Low, datum.High];

    /// <inheritdoc/>
    internal override IEnumerable<double> OnY(Datum datum) => [datum.Y];

    /// <inheritdoc/>
    internal override void Draw(Canvas canvas, Layer layer)
    {
        var thickness = layer.IsQuiet ? Thin : Thick;
        foreach (var datum in layer.Data.Where(datum =>
            IsDrawn(datum) && Canvas.IsOn(canvas.X, datum.Low) && Canvas.IsOn(canvas.X, datum.High)))
        {
            var (from, to, middle) = (canvas.X.At(datum.Low), canvas.X.At(datum.High), canvas.Y.At(datum.Y));
            canvas.Svg.Open("g", ("class", Canvas.Class(layer)));
            canvas.Tip(layer, datum);
            canvas.Svg.Element(
                "rect",
                "",
                ("x", from),
                ("y", middle - (thickness / 2)),
                ("width", Math.Max(Least, to - from)),
                ("height", thickness));
            if (datum.Text.Length > 0)
            {
                canvas.Svg.Element("text", datum.Text, ("class", "label"), ("x", to + 6), ("y", middle + 4.5));
            }

            canvas.Svg.Close();
        }
    }
}
