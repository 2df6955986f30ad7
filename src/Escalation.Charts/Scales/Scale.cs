using System.Collections.Immutable;

namespace Escalation.Charts.Scales;

/// <summary>From the numbers of an axis to pixels.</summary>
internal abstract class Scale
{
    /// <summary>Makes one.</summary>
    /// <param name="low">The number at <paramref name="from"/>.</param>
    /// <param name="high">The number at <paramref name="to"/>.</param>
    /// <param name="from">Pixel of the lower end.</param>
    /// <param name="to">Pixel of the upper end; smaller than <paramref name="from"/> on an axis that goes up.</param>
    protected Scale(double low, double high, double from, double to) => (Low, High, From, To) = (low, high, from, to);

    /// <summary>The number at the lower end.</summary>
    public double Low { get; }

    /// <summary>The number at the upper end.</summary>
    public double High { get; }

    /// <summary>Pixel of the lower end.</summary>
    public double From { get; }

    /// <summary>Pixel of the upper end.</summary>
    public double To { get; }

    /// <summary>The places that are labelled.</summary>
    public abstract ImmutableArray<Tick> Ticks { get; }

    /// <summary>Where the bars of numbers begin: at 0 if it is on the axis.</summary>
    public virtual double Base => Math.Clamp(0, Low, High);

    /// <summary>The pixel of a number.</summary>
    public double At(double value) => From + (Part(value) * (To - From));

    /// <summary>Where a number lies between the ends: 0 to 1.</summary>
    protected abstract double Part(double value);
}
