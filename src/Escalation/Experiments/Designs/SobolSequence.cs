using System.Numerics;
using Escalation.Engine;

namespace Escalation.Experiments;

/// <summary>Sobol' points: each block of 2^k rows fills the cube evenly, far more so than independent points do.</summary>
/// <remarks>
/// <para>Direction numbers of Joe and Kuo (2008), rows in the order of the Gray code as there: row 0 is the origin, row 1 the
/// middle. A row depends neither on how many rows nor on how many columns are asked for.</para>
/// <para>Ask for 2^k rows: then each column has one point in each of 2^k equal stretches, and pairs of columns nearly so. Rows
/// are not left out at the start, which would break that: Owen (2020), On dropping the first Sobol' point.</para>
/// </remarks>
public static class SobolSequence
{
    // An exact power of two, so that no digit is lost.
    private const double Unit = 1.0 / (1UL << SobolDirections.Digits);

    /// <summary>Gets the greatest number of dimensions, 1,111.</summary>
    public static int MostDimensions => SobolDirections.Count;

    /// <summary>The points without scrambling, which have no error that could be estimated; the first one is the
    /// origin.</summary>
    /// <param name="count">Number of points, not negative; a power of two fills the cube evenly.</param>
    /// <param name="dimensions">Number of coordinates, from 1 to <see cref="MostDimensions"/>.</param>
    /// <returns>Points in [0, 1)^d, multiples of 2⁻³².</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static DesignPoints Plain(int count, int dimensions)
    {
        CheckDimensions(dimensions);
        return new(count, dimensions, (row, column) => Digits(row, column) * Unit);
    }

    /// <summary>The points scrambled: each is uniform in the cube, and all together fill it as evenly as without.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="name">What the points are for; another name is another scrambling.</param>
    /// <param name="count">Number of points, not negative; a power of two fills the cube evenly.</param>
    /// <param name="dimensions">Number of coordinates, from 1 to <see cref="MostDimensions"/>.</param>
    /// <returns>Points in (0, 1)^d: never an end, where a quantile may be infinite.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    /// <remarks>Nested uniform scrambling: Owen (1995), in Monte Carlo and Quasi-Monte Carlo Methods in Scientific Computing,
    /// 299–317.</remarks>
    public static DesignPoints Scrambled(ulong seed, string name, int count, int dimensions)
    {
        CheckDimensions(dimensions);
        var key = DesignKey.Of(seed, "sobol", name);
        var scramblings = new OwenScrambling[dimensions];
        for (var column = 0; column < dimensions; column++)
        {
            scramblings[column] = new(Key.Derive(key, (ulong)column));
        }

        return new(count, dimensions, (row, column) => scramblings[column].Of(Digits(row, column)));
    }

    private static uint Digits(int row, int column)
    {
        var directions = SobolDirections.Of(column);
        var digits = 0u;
        for (var code = (uint)row ^ ((uint)row >> 1); code != 0; code &= code - 1)
        {
            digits ^= directions[BitOperations.TrailingZeroCount(code)];
        }

        return digits;
    }

    private static void CheckDimensions(int dimensions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions, MostDimensions);
    }
}
