namespace Escalation.Experiments;

/// <summary>A closed interval of numbers: a confidence interval, in the unit of what it is about.</summary>
/// <param name="Lower">Lower limit; −∞ where the data set no limit.</param>
/// <param name="Upper">Upper limit, not below <paramref name="Lower"/>; +∞ where the data set no limit.</param>
public readonly record struct Interval(double Lower, double Upper)
{
    /// <summary>Gets half of the distance between the limits; +∞ if one of them is infinite.</summary>
    public double HalfWidth => (Upper - Lower) / 2;

    /// <summary>Says whether a number is inside; the limits are.</summary>
    /// <param name="value">Any number; NaN is in no interval.</param>
    /// <returns><see langword="true"/> if <see cref="Lower"/> ≤ value ≤ <see cref="Upper"/>.</returns>
    public bool Contains(double value) => Lower <= value && value <= Upper;
}
