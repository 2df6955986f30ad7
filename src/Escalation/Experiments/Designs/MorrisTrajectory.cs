using System.Collections.Immutable;

namespace Escalation.Experiments;

/// <summary>A walk over a grid that moves each input once: d + 1 points, each of which differs from the one before in one
/// input.</summary>
/// <param name="Start">The level of each input at the first point, from 0.</param>
/// <param name="Order">Which input moves at each step.</param>
/// <param name="Directions">Where each input goes when it moves: 1 up, −1 down.</param>
public sealed record MorrisTrajectory(ImmutableArray<int> Start, ImmutableArray<int> Order, ImmutableArray<int> Directions)
{
    /// <summary>The levels of a point.</summary>
    /// <param name="point">Index of the point, from 0 to the number of inputs.</param>
    /// <param name="jump">By how many levels an input moves.</param>
    /// <returns>One level an input.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such point.</exception>
    public ImmutableArray<int> Levels(int point, int jump)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(point);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(point, Order.Length);
        var levels = Start.ToBuilder();
        foreach (var input in Order.AsSpan()[..point])
        {
            levels[input] += jump * Directions[input];
        }

        return levels.ToImmutable();
    }
}
