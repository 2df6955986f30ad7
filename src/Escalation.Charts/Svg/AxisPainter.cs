using System.Collections.Immutable;
using System.Globalization;
using Escalation.Charts.Scales;

namespace Escalation.Charts.Svg;

/// <summary>Draws axes: ticks, grid, title, and for programs the numbers at their ends.</summary>
internal static class AxisPainter
{
    private const double SizeOfTitle = 12;

    /// <summary>Draws the horizontal axis.</summary>
    public static void DrawX(SvgWriter svg, Axis axis, Scale scale, double top, double bottom, double size)
    {
        Open(svg, "x-axis grid", axis, scale);
        var ticks = scale.Ticks;
        var every = Every(ticks, scale, size);
        for (var place = 0; place < ticks.Length; place++)
        {
            var x = scale.At(ticks[place].Value);
            if (!axis.HasNames)
            {
                svg.Element("path", "", ("d", new SvgPath().From(x, top).Up(bottom)));
            }

            if (place % every == 0)
            {
                var room = axis.HasNames ? (every * ((NameScale)scale).Bandwidth) - 4 : double.PositiveInfinity;
                svg.Element(
                    "text",
                    TextWidth.Fit(ticks[place].Label, room, size),
                    ("class", "tick"),
                    ("x", x),
                    ("y", bottom + 19),
                    ("text-anchor", "middle"));
            }
        }

        svg.Element(
            "text",
            TextWidth.Fit(axis.Title, scale.To - scale.From, SizeOfTitle),
            ("class", "axis-title"),
            ("x", (scale.From + scale.To) / 2),
            ("y", bottom + 40),
            ("text-anchor", "middle"));
        svg.Close();
    }

    /// <summary>Draws the vertical axis; its title stands above it, where it can be read without turning the head.</summary>
    public static void DrawY(
        SvgWriter svg, Axis axis, Scale scale, ImmutableArray<string> labels, double left, double right, double? titleLeft)
    {
        Open(svg, "y-axis grid", axis, scale);
        var ticks = scale.Ticks;
        for (var place = 0; place < ticks.Length; place++)
        {
            var y = scale.At(ticks[place].Value);
            if (!axis.HasNames)
            {
                svg.Element("path", "", ("d", new SvgPath().From(left, y).Across(right)));
            }

            svg.Open("text", ("class", "tick"), ("x", left - 8), ("y", y + 4.5), ("text-anchor", "end")).Text(labels[place]);
            if (labels[place] != ticks[place].Label)
            {
                svg.Element("title", ticks[place].Label);
            }

            svg.Close();
        }

        if (titleLeft is { } titleX)
        {
            svg.Element(
                "text",
                TextWidth.Fit(axis.Title, right - titleX, SizeOfTitle),
                ("class", "axis-title"),
                ("x", titleX),
                ("y", Math.Min(scale.From, scale.To) - 12));
        }

        svg.Close();
    }

    private static void Open(SvgWriter svg, string kind, Axis axis, Scale scale) => svg.Open(
        "g",
        ("class", kind),
        ("data-field", axis.Field),
        ("data-scale", axis.HasNames ? "names" : axis.IsLogarithmic ? "log" : "linear"),
        ("data-domain", string.Create(CultureInfo.InvariantCulture, $"{scale.Low:R} {scale.High:R}")),
        ("data-range", $"{SvgWriter.Pixels(scale.From)} {SvgWriter.Pixels(scale.To)}"));

    // Where labels would run into each other, only every second, third, … is written.
    private static int Every(ImmutableArray<Tick> ticks, Scale scale, double size)
    {
        if (ticks.Length < 2)
        {
            return 1;
        }

        var room = Math.Abs(scale.At(ticks[1].Value) - scale.At(ticks[0].Value));
        var widest = Math.Min(90, ticks.Max(tick => TextWidth.Of(tick.Label, size)) + 8);
        return Math.Max(1, (int)Math.Ceiling(widest / Math.Max(room, 0.1)));
    }
}
