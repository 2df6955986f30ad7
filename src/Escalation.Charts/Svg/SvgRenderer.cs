using System.Collections.Immutable;
using Escalation.Charts.Scales;

namespace Escalation.Charts.Svg;

/// <summary>Draws charts as SVG: title above, caption below, the plot between them.</summary>
public sealed class SvgRenderer : IChartRenderer
{
    /// <summary>Width of every chart in pixels; shown smaller, it shrinks as a whole.</summary>
    public const double Width = 720;

    /// <summary>The style sheet that stands in every chart.</summary>
    public static string StyleSheet => SvgStyle.Sheet;

    /// <summary>The element that holds it: a page of many charts may take it out of each and have it once.</summary>
    public static string StyleElement { get; } = new SvgWriter().Open("style").Raw(SvgStyle.Sheet).Close().ToString();

    private const double Margin = 18;
    private const double SizeOfTitle = 17;
    private const double SizeOfText = 13;
    private const double SizeOfCaption = 12;
    private const double LaneOfName = 34;
    private const double HeightOfNumbers = 300;
    private const double LeastRoom = 14;
    private const double WidestNames = 0.38 * Width;

    /// <inheritdoc/>
    public string Draw(Chart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var title = TextWidth.Lines(chart.Title, Width - (2 * Margin), SizeOfTitle, isBold: true);
        var caption = TextWidth.Lines(chart.Caption, Width - (2 * Margin), SizeOfCaption);
        var legend = Legend.Of(chart, Width - (2 * Margin));
        var top = Margin + (title.Count * 22) + legend.Height + (HasTitleAbove(chart) ? 30 : 12);
        var plot = chart.IsEmpty ? 60 : PlotHeight(chart);
        var below = chart.IsEmpty ? 8 : 26 + (chart.X.Title.Length > 0 ? 22 : 0);
        var height = top + plot + below + 8 + (caption.Count * 17) + Margin;

        var svg = new SvgWriter();
        Open(svg, chart, height);
        DrawLines(svg, title, "title", Margin + 15, 22);
        if (chart.IsEmpty)
        {
            svg.Element("text", chart.IfEmpty, ("class", "tick"), ("x", Margin), ("y", top + 30));
        }
        else
        {
            legend.Draw(svg, Margin, Margin + (title.Count * 22) + 8);
            DrawPlot(svg, chart, top, top + plot);
        }

        DrawLines(svg, caption, "caption", top + plot + below + 18, 17);
        return svg.Close().ToString();
    }

    private static void Open(SvgWriter svg, Chart chart, double height)
    {
        // Several charts share a page, and so their ids must differ.
        var (title, description) = ($"{chart.Name}-title", $"{chart.Name}-description");
        svg.Open(
            "svg",
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("viewBox", $"0 0 {SvgWriter.Pixels(Width)} {SvgWriter.Pixels(height)}"),
            ("width", Width),
            ("height", height),
            ("role", "img"),
            ("aria-labelledby", $"{title} {description}"),
            ("class", "escalate-chart"));
        svg.Element("title", chart.Title, ("id", title));
        svg.Element("desc", chart.Description, ("id", description));
        svg.Open("style").Raw(SvgStyle.Sheet).Close();
        svg.Element("rect", "", ("class", "ground"), ("width", Width), ("height", height));
    }

    private static void DrawLines(SvgWriter svg, IReadOnlyList<string> lines, string kind, double y, double distance)
    {
        for (var line = 0; line < lines.Count; line++)
        {
            svg.Element("text", lines[line], ("class", kind), ("x", Margin), ("y", y + (line * distance)));
        }
    }

    // Names say what they are names of; numbers in their place do not.
    private static bool HasTitleAbove(Chart chart) => chart.Y.Title.Length > 0
        && (!chart.Y.HasNames || chart.Layers.Any(layer => layer.Mark == Mark.Cell));

    private static double PlotHeight(Chart chart) => chart.PlotHeight > 0
        ? chart.PlotHeight
        : chart.Y.HasNames ? Math.Max(60, chart.Y.Names.Length * LaneOfName) : HeightOfNumbers;

    private static void DrawPlot(SvgWriter svg, Chart chart, double top, double bottom)
    {
        var numbersOnY = Numbers(chart, (mark, datum) => mark.OnY(datum));

        // Names stand from top to bottom, numbers grow upwards.
        var y = chart.Y.HasNames
            ? ScaleFactory.Make(chart.Y, [], top, bottom, isTight: false)
            : ScaleFactory.Make(chart.Y, numbersOnY, bottom, top, isTight: false);
        var labels = y.Ticks.Select(tick => TextWidth.Fit(tick.Label, WidestNames, SizeOfText)).ToImmutableArray();
        var left = Margin + labels.Select(label => TextWidth.Of(label, SizeOfText)).DefaultIfEmpty(0).Max() + 10;
        var right = Width - Margin - RoomForLabels(chart);
        var isTight = chart.Layers.Any(layer => layer.Mark.IsTight);
        var x = ScaleFactory.Make(chart.X, Numbers(chart, (mark, datum) => mark.OnX(datum)), left, right, isTight);
        AxisPainter.DrawX(svg, chart.X, x, top, bottom, SizeOfText);
        AxisPainter.DrawY(svg, chart.Y, y, labels, left, right, HasTitleAbove(chart) ? Margin : null);
        var canvas = new Canvas(svg, chart, x, y);
        svg.Open("g", ("class", "marks"));
        foreach (var layer in chart.Layers)
        {
            layer.Mark.Draw(canvas, layer);
        }

        svg.Close();
    }

    private static IEnumerable<double> Numbers(Chart chart, Func<Mark, Datum, IEnumerable<double>> onAxis) =>
        from layer in chart.Layers
        from datum in layer.Data
        where layer.Mark.IsDrawn(datum)
        from number in onAxis(layer.Mark, datum)
        select number;

    // Labels behind the ends of bars need room on the right.
    private static double RoomForLabels(Chart chart) => chart.Layers
        .Where(layer => layer.Mark.HasTextBehind)
        .SelectMany(layer => layer.Data)
        .Select(datum => datum.Text.Length == 0 ? 0 : TextWidth.Of(datum.Text, SizeOfText) + 12)
        .Append(LeastRoom)
        .Max();
}
