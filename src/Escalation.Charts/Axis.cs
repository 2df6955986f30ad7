using System.Collections.Immutable;

namespace Escalation.Charts;

/// <summary>How numbers along an axis are written.</summary>
public enum NumberStyle
{
    /// <summary>As they are.</summary>
    Plain,

    /// <summary>A share, of which 1 is written 100 %.</summary>
    Percent,
}

/// <summary>An axis of a chart.</summary>
/// <param name="Title">What it measures, with its unit.</param>
/// <param name="Field">The same as a column of a table: snake_case, with its unit.</param>
public sealed record Axis(string Title, string Field)
{
    /// <summary>The names along it, in order; none: it is one of numbers.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>How its numbers are written.</summary>
    public NumberStyle Style { get; init; }

    /// <summary>The date of day 0 if it is one of days; its numbers are then written as dates.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>Whether it is logarithmic; what is not above 0 is not drawn then.</summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>Whether 0 belongs on it in any case.</summary>
    public bool HasZero { get; init; }

    /// <summary>From where it goes at least; null: as far as the data.</summary>
    public double? Low { get; init; }

    /// <summary>To where it goes at least; null: as far as the data.</summary>
    public double? High { get; init; }

    /// <summary>Whether it has names instead of numbers.</summary>
    public bool HasNames => !Names.IsEmpty;
}
