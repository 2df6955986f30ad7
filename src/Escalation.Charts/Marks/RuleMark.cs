using System.Text.Json.Nodes;
using Escalation.Charts.Svg;

namespace Escalation.Charts.Marks;

/// <summary>An upright line at X across the plot, or a level one at Y, with Text at its end.</summary>
internal sealed class RuleMark : Mark
{
    /// <inheritdoc/>
    public override string Name => "rule";

    /// <inheritdoc/>
    internal override VegaMark Vega =>
        new(new JsonObject { ["type"] = "rule", ["strokeDash"] = new JsonArray(4, 3) }, [("x", "x"), ("y", "y")]);

    /// <inheritdoc/>
    public override bool IsDrawn(Datum datum) => double.IsFinite(datum.X) != double.IsFinite(datum.Y);

    /// <inheritdoc/>
    internal override IEnumerable<double> OnX(Datum datum) => [datum.X];

    /// <inheritdoc/>
    internal override IEnumerable<double> OnY(Datum datum) => [datum.Y];

    /// <inheritdoc/>
    internal override void Draw(Canvas canvas, Layer layer)
    {
        foreach (var datum in layer.Data.Where(IsDrawn))
        {
            var isUpright = double.IsFinite(datum.X);
            if (!Canvas.IsOn(isUpright ? canvas.X : canvas.Y, isUpright ? datum.X : datum.Y))
            {
                continue;
            }

            canvas.Svg.Open("g", ("class", Canvas.Class(layer)));
            canvas.Tip(layer, datum);
            if (isUpright)
            {
                var x = canvas.X.At(datum.X);
                canvas.Svg.Element("path", "", ("d", new SvgPath().From(x, canvas.Top).Up(canvas.Bottom)));
                Label(canvas, datum, x, canvas.Top + 11);
            }
            else
            {
                var y = canvas.Y.At(datum.Y);
                canvas.Svg.Element("path", "", ("d", new SvgPath().From(canvas.Left, y).Across(canvas.Right)));
                Label(canvas, datum, canvas.Right, y - 5);
            }

            canvas.Svg.Close();
        }
    }

    private static void Label(Canvas canvas, Datum datum, double x, double y)
    {
        if (datum.Text.Length > 0)
        {
            var isRight = x > (canvas.Left + canvas.Right) / 2;
            canvas.Svg.Element(
                "text",
                datum.Text,
                ("class", "label"),
                ("x", isRight ? x - 5 : x + 5),
                ("y", y),
                ("text-anchor", isRight ? "end" : "start"));
        }
    }
}
