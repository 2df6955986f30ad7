using Escalation.Charts.Svg;

namespace Escalation.Charts.Marks;

/// <summary>Colours of numbers, from the least to the most of a layer.</summary>
/// <param name="Low">The least.</param>
/// <param name="High">The most.</param>
internal sealed record Shades(double Low, double High)
{
    /// <summary>Those of a layer.</summary>
    public static Shades Of(Layer layer)
    {
        double[] values = [.. layer.Data.Select(datum => datum.Value).Where(double.IsFinite)];
        return values.Length == 0 ? new Shades(double.NaN, double.NaN) : new Shades(values.Min(), values.Max());
    }

    /// <summary>Whether there are numbers to show.</summary>
    public bool HasAny => !double.IsNaN(Low);

    /// <summary>Where a number lies between the least and the most.</summary>
    public double Part(double value) => High > Low ? (value - Low) / (High - Low) : 0.5;

    /// <summary>The colour of a datum; null if it has no number.</summary>
    public string? Of(Datum datum) => double.IsFinite(datum.Value) ? Palette.Of(Part(datum.Value)) : null;
}
