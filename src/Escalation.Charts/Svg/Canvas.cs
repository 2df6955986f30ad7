using System.Globalization;
using Escalation.Charts.Scales;

namespace Escalation.Charts.Svg;

/// <summary>Where marks draw: the plot, with its scales, and words for what is drawn there.</summary>
internal sealed class Canvas(SvgWriter svg, Chart chart, Scale x, Scale y)
{
    /// <summary>What is written to.</summary>
    public SvgWriter Svg => svg;

    /// <summary>The horizontal scale.</summary>
    public Scale X => x;

    /// <summary>The vertical scale.</summary>
    public Scale Y => y;

    /// <summary>The left edge of the plot in pixels.</summary>
    public double Left => Math.Min(x.From, x.To);

    /// <summary>The right edge.</summary>
    public double Right => Math.Max(x.From, x.To);

    /// <summary>The upper edge.</summary>
    public double Top => Math.Min(y.From, y.To);

    /// <summary>The lower edge.</summary>
    public double Bottom => Math.Max(y.From, y.To);

    /// <summary>Height of the stretch that a name has on the vertical axis.</summary>
    public double Lane => y is NameScale names ? names.Bandwidth : 0;

    /// <summary>The classes of a layer: how it is drawn, and in which colour.</summary>
    public static string Class(Layer layer) =>
        $"m-{layer.Mark.Name} {Colour(layer)}{(layer.IsQuiet ? " quiet" : "")}";

    /// <summary>The class of its colour.</summary>
    public static string Colour(Layer layer) =>
        layer.Colour < 0 ? "c-none" : FormattableString.Invariant($"c{layer.Colour % Palette.Count}");

    /// <summary>Whether a number can be shown on an axis.</summary>
    public static bool IsOn(Scale scale, double value) => double.IsFinite(value) && (scale is not LogScale || value > 0);

    /// <summary>Writes what is said of the mark under the pointer.</summary>
    public void Tip(Layer layer, Datum datum) => svg.Element("title", Words(layer, datum));

    private string Words(Layer layer, Datum datum)
    {
        var words = new List<string>();
        if (layer.Name.Length > 0)
        {
            words.Add(layer.Name);
        }

        Say(chart.X, datum.X, datum.X2);
        Say(chart.Y, datum.Y, datum.Y2);
        if (double.IsFinite(datum.Low) && double.IsFinite(datum.High))
        {
            var style = layer.Mark.OnX(datum).Contains(datum.Low) ? chart.X.Style : chart.Y.Style;
            words.Add($"{NumberText.Of(datum.Low, style)} to {NumberText.Of(datum.High, style)}");
        }

        if (datum.Text.Length > 0)
        {
            words.Add(datum.Text);
        }

        return string.Join("; ", words);

        void Say(Axis axis, double value, double other)
        {
            if (double.IsNaN(value))
            {
                return;
            }

            var text = Along(axis, value) + (double.IsNaN(other) ? "" : $" to {Along(axis, other)}");
            words.Add(axis.HasNames ? text : $"{axis.Title}: {text}");
        }
    }

    private static string Along(Axis axis, double value) => axis switch
    {
        { HasNames: true } => axis.Names[(int)Math.Clamp(Math.Round(value), 0, axis.Names.Length - 1)],
        { Start: { } start } => $"{NumberText.Of(value, NumberStyle.Plain)} ({Date(start, value)})",
        _ => NumberText.Of(value, axis.Style),
    };

    private static string Date(DateOnly start, double day) =>
        DateTicks.DateOf(start, Math.Floor(day)).ToString("O", CultureInfo.InvariantCulture);
}
