using System.Collections.Immutable;

namespace Escalation.Charts.Figures;

/// <summary>What an uncertainty does at its ends.</summary>
/// <param name="Name">Its name.</param>
/// <param name="AtLow">The result where it is low.</param>
/// <param name="AtHigh">The result where it is high.</param>
public readonly record struct TornadoBar(string Name, double AtLow, double AtHigh);

/// <summary>Which uncertainties matter: the widest on top.</summary>
public static class Tornado
{
    /// <summary>The chart.</summary>
    /// <param name="quantity">What the result is.</param>
    /// <param name="style">How it is written.</param>
    /// <param name="centre">The result with everything at its value.</param>
    /// <param name="bars">The uncertainties, in any order.</param>
    /// <param name="caption">How many, how sure, from where.</param>
    /// <param name="middle">What the middle is called.</param>
    public static Chart Of(
        string quantity,
        NumberStyle style,
        double centre,
        IReadOnlyList<TornadoBar> bars,
        string caption,
        string middle = "as written")
    {
        ArgumentNullException.ThrowIfNull(bars);
        var sorted = bars.OrderByDescending(bar => Math.Abs(bar.AtHigh - bar.AtLow)).ToImmutableArray();
        return new Chart
        {
            Name = "tornado",
            Title = sorted.IsEmpty ? "No uncertainties" : $"{quantity} hangs most on {sorted[0].Name}",
            Caption = caption,
            Description = $"For each uncertainty: {quantity} where it is low and where it is high, the widest on top. "
                + string.Join("; ", sorted.Select(bar =>
                    $"{bar.Name} {Scales.NumberText.Of(bar.AtLow, style)} to {Scales.NumberText.Of(bar.AtHigh, style)}")) + ".",
            X = new Axis(quantity, FileName.Field(quantity, "")) { Style = style },
            Y = new Axis("Uncertainty", "uncertainty") { Names = [.. sorted.Select(bar => bar.Name)] },
            Layers =
            [
                Ends("low", bar => bar.AtLow, colour: 0),
                Ends("high", bar => bar.AtHigh, colour: 1),
                new Layer(Mark.Rule, [new Datum { X = centre, Text = middle }]) { Colour = -1 },
            ],
        };

        Layer Ends(string name, Func<TornadoBar, double> end, int colour) => new(
            Mark.Interval,
            [
                .. sorted.Select((bar, place) => new Datum
                {
                    X = end(bar), Y = place, Low = Math.Min(centre, end(bar)), High = Math.Max(centre, end(bar)),
                }),
            ])
        {
            Name = name,
            Colour = colour,
        };
    }
}
