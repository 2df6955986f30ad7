using System.Globalization;
using System.Xml.Linq;
using Escalation.Charts;

namespace Escalation.Tests.Charts;

/// <summary>A drawn chart, read as a reader with a ruler reads it: from pixels back to numbers.</summary>
internal sealed class DrawnChart
{
    private readonly XElement svg;

    internal DrawnChart(Chart chart) => svg = XDocument.Parse(ChartRenderer.Current.Draw(chart)).Root!;

    /// <summary>The elements of a name within the marks of a kind.</summary>
    internal IEnumerable<XElement> Marks(string kind, string element) =>
        from mark in svg.Descendants()
        where Classes(mark).Contains("m-" + kind) && mark.Ancestors().Any(outer => Classes(outer).Contains("marks"))
        from found in mark.DescendantsAndSelf()
        where found.Name.LocalName == element && !Classes(found).Contains("tip") && !Classes(found).Contains("dot")
        select found;

    /// <summary>All text that is shown.</summary>
    internal IEnumerable<string> Texts => svg.Descendants().Where(one => one.Name.LocalName == "text").Select(one => one.Value);

    /// <summary>The number at a pixel of the horizontal axis.</summary>
    internal double X(double pixel) => Number("x-axis", pixel);

    /// <summary>The number at a pixel of the vertical axis.</summary>
    internal double Y(double pixel) => Number("y-axis", pixel);

    /// <summary>An attribute that is a number.</summary>
    internal static double Of(XElement element, string attribute) =>
        double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    /// <summary>The corners of a path whose commands are absolute.</summary>
    internal static List<(double X, double Y)> Corners(string path)
    {
        var corners = new List<(double X, double Y)>();
        var tokens = System.Text.RegularExpressions.Regex.Matches(path, @"([MLHV])(-?[\d.]+)(?: (-?[\d.]+))?");
        foreach (System.Text.RegularExpressions.Match token in tokens)
        {
            var first = double.Parse(token.Groups[2].Value, CultureInfo.InvariantCulture);
            corners.Add(token.Groups[1].Value switch
            {
                "H" => (first, corners[^1].Y),
                "V" => (corners[^1].X, first),
                _ => (first, double.Parse(token.Groups[3].Value, CultureInfo.InvariantCulture)),
            });
        }

        return corners;
    }

    private static string[] Classes(XElement element) => (element.Attribute("class")?.Value ?? "").Split(' ');

    private double Number(string axis, double pixel)
    {
        var found = svg.Descendants().Single(one => Classes(one).Contains(axis));
        var domain = Pair("data-domain");
        var range = Pair("data-range");
        var part = (pixel - range[0]) / (range[1] - range[0]);
        return found.Attribute("data-scale")!.Value == "log"
            ? domain[0] * Math.Pow(domain[1] / domain[0], part)
            : domain[0] + (part * (domain[1] - domain[0]));

        double[] Pair(string name) =>
            [.. found.Attribute(name)!.Value.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
    }
}
