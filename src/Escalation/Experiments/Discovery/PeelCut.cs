namespace Escalation.Experiments;

/// <summary>One way to make a box smaller.</summary>
/// <param name="Input">Index of the input.</param>
/// <param name="Side">What is taken away.</param>
/// <param name="At">The new end, or the category.</param>
/// <param name="From">Where the futures that go begin among those inside, by ascending value of the input.</param>
/// <param name="Removed">How many go; at least 1, and fewer than are inside.</param>
/// <param name="RemovedUnits">Their weights, in the unit of <see cref="Futures"/>.</param>
internal readonly record struct PeelCut(int Input, CutSide Side, double At, int From, int Removed, long RemovedUnits)
{
    /// <summary>The gain in density for each future that goes.</summary>
    /// <remarks>With n futures and u units inside it is ((u − r)/(n − k) − u/n)/k for the k that go with r. Of that 1/n is common
    /// to all cuts and left out: (u k − r n)/((n − k) k), kept as a fraction.</remarks>
    public CutScore Score(BoxCount inside) => new(
        ((Int128)inside.Units * Removed) - ((Int128)RemovedUnits * inside.Points),
        (Int128)(inside.Points - Removed) * Removed);
}

/// <summary>A score as a fraction, so that equal scores are equal.</summary>
/// <param name="Numerator">Its sign is that of the gain.</param>
/// <param name="Denominator">Above 0.</param>
internal readonly record struct CutScore(Int128 Numerator, Int128 Denominator) : IComparable<CutScore>
{
    /// <inheritdoc/>
    public int CompareTo(CutScore other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);
}

/// <summary>What a cut takes away.</summary>
internal enum CutSide
{
    /// <summary>The highest values.</summary>
    Upper,

    /// <summary>The lowest values.</summary>
    Lower,

    /// <summary>One category.</summary>
    Category,
}
