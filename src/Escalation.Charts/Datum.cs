namespace Escalation.Charts;

/// <summary>One thing that a mark shows. What is not given is NaN, and what a mark needs and is NaN is not drawn.</summary>
public readonly record struct Datum
{
    /// <summary>Makes one of which nothing is given.</summary>
    public Datum()
    {
    }

    /// <summary>Its place on the horizontal axis; on an axis of names the index of the name.</summary>
    public double X { get; init; } = double.NaN;

    /// <summary>Its place on the vertical axis; on an axis of names the index of the name.</summary>
    public double Y { get; init; } = double.NaN;

    /// <summary>Lower end of what spreads about it.</summary>
    public double Low { get; init; } = double.NaN;

    /// <summary>Upper end of what spreads about it.</summary>
    public double High { get; init; } = double.NaN;

    /// <summary>The other end on the horizontal axis, of what has two.</summary>
    public double X2 { get; init; } = double.NaN;

    /// <summary>The other end on the vertical axis, of what has two.</summary>
    public double Y2 { get; init; } = double.NaN;

    /// <summary>A number that is shown by colour.</summary>
    public double Value { get; init; } = double.NaN;

    /// <summary>What is written at it, or said of it when it is pointed at.</summary>
    public string Text { get; init; } = "";
}
