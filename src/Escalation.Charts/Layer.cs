using System.Collections.Immutable;

namespace Escalation.Charts;

/// <summary>Things of one kind that are drawn together.</summary>
/// <param name="Mark">How they are drawn.</param>
/// <param name="Data">What is drawn, in order.</param>
public sealed record Layer(Mark Mark, ImmutableArray<Datum> Data)
{
    /// <summary>Its name in the legend; empty if it needs none.</summary>
    public string Name { get; init; } = "";

    /// <summary>Index of its colour in the palette, from 0; −1 is the colour of what is beside the point.</summary>
    public int Colour { get; init; }

    /// <summary>Drawn with gaps, or hollow: what is not the point of the chart.</summary>
    public bool IsQuiet { get; init; }
}
