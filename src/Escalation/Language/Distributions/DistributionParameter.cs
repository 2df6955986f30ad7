namespace Escalation.Language;

/// <summary>A parameter of a distribution.</summary>
/// <param name="Name">Its name in the language.</param>
/// <param name="About">What it means, and what it may be.</param>
/// <param name="CarriesQuantity">True if what is drawn has the unit of this parameter; else it is a plain number.</param>
/// <param name="Range">The legal values.</param>
/// <param name="IsOpen">True if the lower end of the range is not legal itself.</param>
public sealed record DistributionParameter(string Name, string About, bool CarriesQuantity, Bounds Range, bool IsOpen = false)
{
    /// <summary>Whether a value may be legal, whatever the other parameters are.</summary>
    /// <param name="value">The value.</param>
    /// <returns>False if it is illegal for certain.</returns>
    public bool Allows(double value) =>
        double.IsFinite(value) && Range.Contains(value) && !(IsOpen && value == Range.Low);

    internal static DistributionParameter Free(string name, string about) => new(name, about, true, Bounds.Everything);

    internal static DistributionParameter NotNegative(string name, string about, bool carriesQuantity) =>
        new(name, about, carriesQuantity, Bounds.NotNegative);

    internal static DistributionParameter Positive(string name, string about) =>
        new(name, about, false, Bounds.NotNegative, IsOpen: true);

    internal static DistributionParameter Chance(string name, string about) => new(name, about, false, Bounds.EitherTruth);
}
