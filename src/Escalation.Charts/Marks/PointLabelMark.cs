using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Escalation.Charts.Svg;

namespace Escalation.Charts.Marks;

/// <summary>Text beside points at X and Y, moved aside or led to by a line where it would run into other text or points; Low to
/// High is an interval there that text rather leaves free. Where there is no room at all, the text stands in the tip of the point
/// alone.</summary>
internal sealed class PointLabelMark : Mark
{
    private const double Size = 13;
    private const double Widest = 190;

    /// <inheritdoc/>
    public override string Name => "point-label";

    /// <inheritdoc/>
    internal override VegaMark Vega => new(
        new JsonObject { ["type"] = "text", ["align"] = "left", ["dx"] = 7 }, [("x", "x"), ("y", "y"), ("text", "text")]);

    /// <inheritdoc/>
    public override bool IsDrawn(Datum datum) =>
        double.IsFinite(datum.X) && double.IsFinite(datum.Y) && datum.Text.Length > 0;

    /// <inheritdoc/>
    internal override IEnumerable<double> OnX(Datum datum) => [datum.X];

    /// <inheritdoc/>
    internal override IEnumerable<double> OnY(Datum datum) => [datum.Y];

    /// <inheritdoc/>
    internal override void Draw(Canvas canvas, Layer layer)
    {
        ImmutableArray<Datum> shown =
        [
            .. layer.Data.Where(datum => IsDrawn(datum) && Canvas.IsOn(canvas.X, datum.X) && Canvas.IsOn(canvas.Y, datum.Y)),
        ];
        string[] texts = [.. shown.Select(datum => TextWidth.Fit(datum.Text, Widest, Size))];
        var places = LabelPlaces.Of(
            new(canvas.Left, canvas.Top, canvas.Right - canvas.Left, canvas.Bottom - canvas.Top),
            [.. shown.Select((datum, place) => Wish(canvas, datum, TextWidth.Of(texts[place], Size)))]);
        for (var place = 0; place < shown.Length; place++)
        {
            if (places[place] is not { } found)
            {
                continue;
            }

            canvas.Svg.Open("g", ("class", Canvas.Class(layer)));
            if (found.HasLeader)
            {
                var (x, y) = (canvas.X.At(shown[place].X), canvas.Y.At(shown[place].Y));
                var path = new SvgPath().From(x, y).To(found.Box.NearX(x), found.Box.NearY(y));
                canvas.Svg.Element("path", "", ("class", "whisker"), ("d", path));
            }

            canvas.Svg.Element(
                "text", texts[place], ("class", "label"), ("x", found.Box.X), ("y", found.Box.Y + LabelPlaces.Baseline));
            canvas.Svg.Close();
        }
    }

    private static LabelWish Wish(Canvas canvas, Datum datum, double width)
    {
        var (x, y) = (canvas.X.At(datum.X), canvas.Y.At(datum.Y));
        var hasInterval = Canvas.IsOn(canvas.X, datum.Low) && Canvas.IsOn(canvas.X, datum.High);
        return new(x, y, width, hasInterval ? canvas.X.At(datum.Low) : x, hasInterval ? canvas.X.At(datum.High) : x);
    }
}
