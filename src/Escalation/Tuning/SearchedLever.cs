using System.Collections.Immutable;

namespace Escalation.Tuning;

/// <summary>A lever that a search moves: over a range, or between some values.</summary>
/// <param name="Parameter">Index of the lever or uncertainty.</param>
/// <param name="Low">Least value of a range.</param>
/// <param name="High">Greatest value of a range.</param>
/// <param name="Values">The values to choose between; empty: the range.</param>
public sealed record SearchedLever(int Parameter, double Low, double High, ImmutableArray<double> Values)
{
    /// <summary>True: it chooses between values; false: it moves over a range.</summary>
    public bool IsDiscrete => !Values.IsEmpty;

    /// <summary>A lever that moves over a range.</summary>
    /// <param name="parameter">Index of the lever.</param>
    /// <param name="low">The least value.</param>
    /// <param name="high">The greatest value, above the least.</param>
    public static SearchedLever OfRange(int parameter, double low, double high) => new(parameter, low, high, []);

    /// <summary>A lever that chooses between values.</summary>
    /// <param name="parameter">Index of the lever.</param>
    /// <param name="values">The values, at least one, all different.</param>
    public static SearchedLever OfValues(int parameter, ImmutableArray<double> values) =>
        new(parameter, values.Min(), values.Max(), values);
}
