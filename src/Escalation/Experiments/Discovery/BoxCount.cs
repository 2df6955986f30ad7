namespace Escalation.Experiments;

/// <summary>What is in a box.</summary>
/// <param name="Points">How many futures.</param>
/// <param name="Units">The sum of their weights, in the unit of <see cref="Futures"/>.</param>
internal readonly record struct BoxCount(int Points, long Units)
{
    /// <summary>Orders boxes by density, exactly; an empty one counts as if it had none.</summary>
    public int CompareDensity(BoxCount other) =>
        ((Int128)Units * Math.Max(other.Points, 1)).CompareTo((Int128)other.Units * Math.Max(Points, 1));
}
