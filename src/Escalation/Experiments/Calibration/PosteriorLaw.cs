using System.Collections.Immutable;

namespace Escalation.Experiments;

/// <summary>The scale on which a posterior is normal, by the range of its prior.</summary>
/// <param name="Low">Lower end of the range; −∞ if it has none.</param>
/// <param name="High">Upper end; +∞ if it has none.</param>
public readonly record struct LawScale(double Low, double High)
{
    // Values at the very end of a range would be infinitely far out.
    private const double Edge = 1e-9;
    private const double LeastNormal = 2.2250738585072014e-308;

    /// <summary>Gets a value indicating whether it has two ends: x = low + (high − low) / (1 + exp(−y)).</summary>
    public bool IsBounded => double.IsFinite(Low) && double.IsFinite(High);

    /// <summary>Gets a value indicating whether it has a lower end alone: x = low + exp(y). Else x = y.</summary>
    public bool IsPositive => double.IsFinite(Low) && !double.IsFinite(High);

    /// <summary>The place of a value on the scale.</summary>
    internal double Of(double value)
    {
        if (IsBounded)
        {
            var share = Math.Clamp((value - Low) / (High - Low), Edge, 1 - Edge);
            return Math.Log(share / (1 - share));
        }

        return IsPositive ? Math.Log(Math.Max(value - Low, LeastNormal)) : value;
    }

    /// <summary>The value at a place on the scale.</summary>
    internal double At(double place) =>
        IsBounded ? Low + ((High - Low) / (1 + Math.Exp(-place))) : IsPositive ? Low + Math.Exp(place) : place;
}

/// <summary>A posterior as a law: normal on its scale, about a line in the places of uncertainties before it.</summary>
/// <param name="Parameter">Index of the uncertainty.</param>
/// <param name="Scale">Its scale.</param>
/// <param name="Constant">Mean where all that it reads is 0.</param>
/// <param name="Slopes">What it reads: laws before it, by number, and how it moves with their places.</param>
/// <param name="Spread">Standard deviation about the line.</param>
/// <param name="Median">The median of the particles.</param>
/// <param name="Choices">Values and their weights instead of all this, where there are few; else empty.</param>
public sealed record PosteriorLaw(
    int Parameter,
    LawScale Scale,
    double Constant,
    ImmutableArray<(int Law, double Slope)> Slopes,
    double Spread,
    double Median,
    ImmutableArray<(double Value, double Weight)> Choices);
