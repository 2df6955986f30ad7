using System.Collections.Immutable;

namespace Escalation.Charts.Figures;

/// <summary>What a box of scenario discovery asks of an input.</summary>
/// <param name="Name">Name of the input.</param>
/// <param name="Inside">The stretches that are inside, as shares of its range from 0 to 1.</param>
/// <param name="Text">The limit in words, with the range that it is a part of.</param>
public sealed record LimitedInput(string Name, ImmutableArray<(double From, double To)> Inside, string Text)
{
    /// <summary>A limit of a number.</summary>
    /// <param name="name">Name of the input.</param>
    /// <param name="low">Where the box begins; at or below the range: it is open.</param>
    /// <param name="high">Where the box ends; at or above the range: it is open.</param>
    /// <param name="range">The least and the greatest value that there was.</param>
    /// <param name="text">The limit in words.</param>
    public static LimitedInput OfNumber(string name, double low, double high, (double Least, double Most) range, string text)
    {
        var length = range.Most - range.Least;
        return new(name, [(Share(low), Share(high))], text);

        double Share(double value) => length > 0
            ? Math.Clamp((Math.Clamp(value, range.Least, range.Most) - range.Least) / length, 0, 1)
            : value <= range.Least ? 0 : 1;
    }

    /// <summary>A choice of categories: each has an equal stretch.</summary>
    /// <param name="name">Name of the input.</param>
    /// <param name="isInside">For each category whether it is inside.</param>
    /// <param name="text">The choice in words.</param>
    public static LimitedInput OfCategories(string name, ImmutableArray<bool> isInside, string text) => new(
        name,
        [
            .. Enumerable.Range(0, isInside.Length).Where(place => isInside[place])
                .Select(place => ((double)place / isInside.Length, (place + 1.0) / isInside.Length)),
        ],
        text);
}

/// <summary>The limits of a box of scenario discovery, each as a part of the range of its input.</summary>
public static class BoxLimits
{
    /// <summary>The chart.</summary>
    /// <param name="outcome">Name of the outcome.</param>
    /// <param name="inputs">The inputs that are limited.</param>
    /// <param name="caption">How many, how sure, from where.</param>
    public static Chart Of(string outcome, IReadOnlyList<LimitedInput> inputs, string caption)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return new Chart
        {
            Name = $"box-{FileName.Of(outcome)}",
            Title = inputs.Count == 0 ? $"No limits tell where {outcome} happens" : $"Where {outcome} happens",
            Caption = caption,
            Description = $"For each input the part of its range that the box holds. "
                + string.Join("; ", inputs.Select(input => $"{input.Name}: {input.Text}")) + ".",
            X = new Axis("Share of the range", "share_of_range") { Style = NumberStyle.Percent, HasZero = true, High = 1 },
            Y = new Axis("Input", "input") { Names = [.. inputs.Select(input => input.Name)] },
            Layers =
            [
                new Layer(
                    Mark.Span,
                    [.. inputs.Select((input, place) => new Datum { Y = place, Low = 0, High = 1, Text = input.Text })])
                {
                    Name = "whole range",
                    Colour = -1,
                    IsQuiet = true,
                },
                new Layer(
                    Mark.Span,
                    [
                        .. inputs.SelectMany((input, place) => input.Inside.Select(part =>
                            new Datum { Y = place, Low = part.From, High = part.To })),
                    ])
                {
                    Name = "box",
                },
            ],
            IfEmpty = "Nothing to draw: the box has no limits.",
        };
    }
}
