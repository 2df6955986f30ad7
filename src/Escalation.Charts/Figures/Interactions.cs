using System.Collections.Immutable;

namespace Escalation.Charts.Figures;

/// <summary>What part of a variance an input explains.</summary>
/// <param name="Name">Its name.</param>
/// <param name="First">The part that it explains alone; NaN if nothing varies.</param>
/// <param name="FirstLow">Lower end of its interval.</param>
/// <param name="FirstHigh">Upper end.</param>
/// <param name="Total">The part that it explains alone or together with others.</param>
/// <param name="TotalLow">Lower end of its interval.</param>
/// <param name="TotalHigh">Upper end.</param>
public readonly record struct InteractionBar(
    string Name, double First, double FirstLow, double FirstHigh, double Total, double TotalLow, double TotalHigh);

/// <summary>What each input explains alone, and together with others on top of it: the greatest first.</summary>
public static class Interactions
{
    /// <summary>The chart.</summary>
    /// <param name="quantity">Whose variance it is.</param>
    /// <param name="bars">One an input, in any order.</param>
    /// <param name="caption">How many, how sure, from where; and how much is noise.</param>
    public static Chart Of(string quantity, IReadOnlyList<InteractionBar> bars, string caption)
    {
        ArgumentNullException.ThrowIfNull(bars);
        var sorted = bars.OrderByDescending(bar => bar.Total).ToImmutableArray();
        return new Chart
        {
            Name = $"indices-{FileName.Of(quantity)}",
            Title = sorted.IsEmpty ? "No inputs"
                : !double.IsFinite(sorted[0].Total) ? $"{quantity} does not vary beyond noise"
                : $"{sorted[0].Name} explains {FigureText.Share(sorted[0].First)} of the variance of {quantity} alone, "
                    + $"{FigureText.Share(sorted[0].Total)} with what it does together with others",
            Caption = caption,
            Description = $"Bars: for each input the part of the variance of {quantity} that it explains alone, and on top of "
                + "that what it explains together with others; each end with its interval. "
                + string.Join("; ", sorted.Select(bar =>
                    $"{bar.Name} {FigureText.Share(bar.First)} alone, {FigureText.Share(bar.Total)} in all")) + ".",
            X = new Axis("Part of the variance", "part") { Style = NumberStyle.Percent, HasZero = true },
            Y = new Axis("Input", "input") { Names = [.. sorted.Select(bar => bar.Name)] },
            Layers =
            [
                Bars(sorted, bar => bar.Total) with { Name = "and together with others", Colour = 4 },
                Bars(sorted, bar => bar.First) with { Name = "alone", Colour = 0 },
                Limits(sorted, Mark.UpperLimits, bar => (bar.FirstLow, bar.FirstHigh), "interval of alone"),
                Limits(sorted, Mark.LowerLimits, bar => (bar.TotalLow, bar.TotalHigh), "interval of all"),
            ],
            IfEmpty = sorted.IsEmpty
                ? "Nothing to draw: there are no inputs."
                : "Nothing to draw: there is no variance that the inputs could explain.",
        };
    }

    private static Layer Bars(ImmutableArray<InteractionBar> bars, Func<InteractionBar, double> end) =>
        new(Mark.Bar, [.. bars.Select((bar, place) => new Datum { X = end(bar), Y = place })]);

    private static Layer Limits(
        ImmutableArray<InteractionBar> bars, Mark mark, Func<InteractionBar, (double Low, double High)> ends, string text)
    {
        var data = bars.Select((bar, place) =>
            new Datum { Y = place, Low = ends(bar).Low, High = ends(bar).High, Text = text });
        return new(mark, [.. data]) { Colour = -1 };
    }
}
