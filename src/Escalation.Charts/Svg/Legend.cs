using System.Collections.Immutable;
using Escalation.Charts.Marks;
using Escalation.Charts.Scales;

namespace Escalation.Charts.Svg;

/// <summary>Says which colour is what, in rows above the plot.</summary>
internal sealed class Legend
{
    private const double Size = 13;
    private const double RowHeight = 20;
    private const double Swatch = 14;
    private const double ScaleWidth = 160;
    private const int Shadings = 24;

    private readonly ImmutableArray<(Layer Layer, string Label, double X, int Row)> entries;
    private readonly Layer? shaded;

    private Legend(ImmutableArray<(Layer Layer, string Label, double X, int Row)> entries, Layer? shaded)
    {
        (this.entries, this.shaded) = (entries, shaded);
        Height = ((entries.IsEmpty ? 0 : entries[^1].Row + 1) + (shaded is null ? 0 : 1)) * RowHeight;
    }

    /// <summary>How much room it takes.</summary>
    public double Height { get; }

    /// <summary>The legend of a chart.</summary>
    public static Legend Of(Chart chart, double width)
    {
        var entries = ImmutableArray.CreateBuilder<(Layer, string, double, int)>();
        var (x, row) = (0.0, 0);
        foreach (var layer in chart.Layers.Where(layer => layer.Name.Length > 0 && !Shades.Of(layer).HasAny)
            .DistinctBy(layer => (layer.Name, layer.Colour)))
        {
            var label = TextWidth.Fit(layer.Name, width - Swatch - 24, Size);
            var needed = Swatch + 6 + TextWidth.Of(label, Size) + 18;
            if (x > 0 && x + needed > width)
            {
                (x, row) = (0, row + 1);
            }

            entries.Add((layer, label, x, row));
            x += needed;
        }

        return new Legend(entries.ToImmutable(), chart.Layers.FirstOrDefault(layer => Shades.Of(layer).HasAny));
    }

    /// <summary>Draws it.</summary>
    public void Draw(SvgWriter svg, double left, double top)
    {
        svg.Open("g", ("class", "legend"));
        foreach (var (layer, label, x, row) in entries)
        {
            var y = top + (row * RowHeight);
            svg.Element(
                "rect",
                "",
                ("class", Canvas.Class(layer)),
                ("x", left + x),
                ("y", y + 2),
                ("width", Swatch),
                ("height", 10),
                ("rx", 2));
            svg.Element("text", label, ("x", left + x + Swatch + 6), ("y", y + 11.5));
        }

        if (shaded is not null)
        {
            DrawShades(svg, shaded, left, top + Height - RowHeight);
        }

        svg.Close();
    }

    private static void DrawShades(SvgWriter svg, Layer layer, double left, double top)
    {
        var finite = layer.Data.Where(datum => double.IsFinite(datum.Value)).ToList();
        var low = $"{layer.Name}  {Words(finite.MinBy(datum => datum.Value))}";
        var from = left + TextWidth.Of(low, Size) + 8;
        svg.Element("text", low, ("x", left), ("y", top + 11.5));
        for (var part = 0; part < Shadings; part++)
        {
            svg.Element(
                "rect",
                "",
                ("x", from + (part * ScaleWidth / Shadings)),
                ("y", top + 1),
                ("width", (ScaleWidth / Shadings) + 0.5),
                ("height", 12),
                ("style", $"fill:{Palette.Of((part + 0.5) / Shadings)}"));
        }

        svg.Element(
            "text", Words(finite.MaxBy(datum => datum.Value)), ("x", from + ScaleWidth + 8), ("y", top + 11.5));

        // A cell says its number in its own style.
        string Words(Datum datum) => layer.Mark == Mark.Cell && datum.Text.Length > 0
            ? datum.Text
            : NumberText.Of(datum.Value, NumberStyle.Plain);
    }
}
