using System.Collections.Immutable;

namespace Escalation.Experiments;

/// <summary>What a box asks of one input.</summary>
/// <param name="Input">Index of the input.</param>
public sealed record BoxLimit(int Input)
{
    /// <summary>Where its value lies, ends included; infinite where there is no limit.</summary>
    public Interval Range { get; init; } = new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>Of a categorical input: the categories that are inside, ascending; empty for a number.</summary>
    public ImmutableArray<double> Categories { get; init; } = [];

    /// <summary>Whether it is a choice of categories.</summary>
    public bool IsCategorical => !Categories.IsEmpty;

    /// <summary>Whether it keeps low values out.</summary>
    public bool IsLimitedBelow => double.IsFinite(Range.Lower);

    /// <summary>Whether it keeps high values out.</summary>
    public bool IsLimitedAbove => double.IsFinite(Range.Upper);

    /// <summary>Says whether a value is inside.</summary>
    /// <param name="value">A value of the input.</param>
    /// <returns><see langword="true"/> if it is.</returns>
    public bool Allows(double value) => IsCategorical ? Categories.Contains(value) : Range.Contains(value);
}
