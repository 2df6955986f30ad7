namespace Escalation.Experiments;

/// <summary>How far the law of a result moves when an input is known, from 0 (not at all) to 1.</summary>
/// <param name="Median">Median over slices of the distance between the law in the slice and the law over all.</param>
/// <param name="Greatest">The greatest distance over slices.</param>
/// <param name="MedianOfDummy">What the median of an input without any effect stays below in nineteen of twenty cases.</param>
/// <param name="GreatestOfDummy">The same for the greatest distance.</param>
/// <param name="Slices">Number of slices; fewer than asked for where values are tied.</param>
public readonly record struct PawnIndex(
    double Median, double Greatest, double MedianOfDummy, double GreatestOfDummy, int Slices)
{
    /// <summary>Gets a value indicating whether the input moves the law more than chance alone does once in twenty
    /// times.</summary>
    /// <remarks>By the greatest distance: an input that matters in one slice only is not lost.</remarks>
    public bool IsSeen => Greatest > GreatestOfDummy;
}
