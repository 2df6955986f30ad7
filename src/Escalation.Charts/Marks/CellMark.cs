using System.Text.Json.Nodes;
using Escalation.Charts.Scales;
using Escalation.Charts.Svg;

namespace Escalation.Charts.Marks;

/// <summary>Cells of a table, at the names X and Y, by the colour of Value; Text stands in them where there is room.</summary>
internal sealed class CellMark : Mark
{
    private const double SizeOfText = 12;

    /// <inheritdoc/>
    public override string Name => "cell";

    /// <inheritdoc/>
    internal override VegaMark Vega =>
        new(new JsonObject { ["type"] = "rect" }, [("x", "x"), ("y", "y"), ("color", "value")]);

    /// <inheritdoc/>
    public override bool IsDrawn(Datum datum) =>
        double.IsFinite(datum.X) && double.IsFinite(datum.Y) && double.IsFinite(datum.Value);

    /// <inheritdoc/>
    internal override IEnumerable<double> OnX(Datum datum) => [datum.X];

    /// <inheritdoc/>
    internal override IEnumerable<double> OnY(Datum datum) => [datum.Y];

    /// <inheritdoc/>
    internal override void Draw(Canvas canvas, Layer layer)
    {
        var shades = Shades.Of(layer);
        var width = canvas.X is NameScale names ? names.Bandwidth : 12;
        var height = canvas.Lane > 0 ? canvas.Lane : 12;
        canvas.Svg.Open("g", ("class", Canvas.Class(layer)));
        foreach (var datum in layer.Data.Where(IsDrawn))
        {
            var (x, y) = (canvas.X.At(datum.X), canvas.Y.At(datum.Y));
            canvas.Svg.Open("g");
            canvas.Tip(layer, datum);
            canvas.Svg.Element(
                "rect",
                "",
                ("x", x - (width / 2)),
                ("y", y - (height / 2)),
                ("width", width),
                ("height", height),
                ("style", $"fill:{shades.Of(datum)}"));
            if (datum.Text.Length > 0 && TextWidth.Of(datum.Text, SizeOfText) < width - 4 && height > SizeOfText + 2)
            {
                canvas.Svg.Element(
                    "text",
                    datum.Text,
                    ("x", x),
                    ("y", y + 4),
                    ("text-anchor", "middle"),
                    ("class", Palette.IsDark(shades.Part(datum.Value)) ? "on-dark" : "on-light"));
            }

            canvas.Svg.Close();
        }

        canvas.Svg.Close();
    }
}
