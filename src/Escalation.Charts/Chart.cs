using System.Collections.Immutable;

namespace Escalation.Charts;

/// <summary>A chart: what it says and what it shows, but not how it is drawn.</summary>
public sealed record Chart
{
    /// <summary>Its name: lower case letters, digits and hyphens, fit for a file.</summary>
    public required string Name { get; init; }

    /// <summary>What is to be seen in it, as a sentence.</summary>
    public required string Title { get; init; }

    /// <summary>How many, how sure, from where: what a doubter asks first.</summary>
    public required string Caption { get; init; }

    /// <summary>What it shows, for those who do not see it.</summary>
    public required string Description { get; init; }

    /// <summary>The horizontal axis.</summary>
    public required Axis X { get; init; }

    /// <summary>The vertical axis. Names stand from top to bottom.</summary>
    public required Axis Y { get; init; }

    /// <summary>What is drawn, from back to front.</summary>
    public required ImmutableArray<Layer> Layers { get; init; }

    /// <summary>What is said in place of a drawing if there is nothing to draw.</summary>
    public string IfEmpty { get; init; } = "Nothing to draw: there are no numbers.";

    /// <summary>Height of the plot in pixels; 0: as fits.</summary>
    public double PlotHeight { get; init; }

    /// <summary>Whether anything can be drawn.</summary>
    public bool IsEmpty => !Layers.Any(layer => layer.Data.Any(datum => layer.Mark.IsDrawn(datum)));
}
