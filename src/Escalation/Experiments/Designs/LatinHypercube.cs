using Escalation.Engine;

namespace Escalation.Experiments;

/// <summary>Points of which each column has exactly one in each of as many equal stretches as there are points.</summary>
/// <remarks>McKay, Beckman and Conover (1979), Technometrics 21, 239–245: a random order for each column, and a random place
/// within each stretch. A row depends on how many there are; a column does not depend on the others.</remarks>
public static class LatinHypercube
{
    // Places within a stretch are odd multiples of 2⁻³³: few enough digits that none is lost with an index before them.
    private const double Unit = 1.0 / (1UL << 33);

    /// <summary>The points.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="name">What the points are for; another name gives other points.</param>
    /// <param name="count">Number of points, not negative.</param>
    /// <param name="dimensions">Number of coordinates, at least 1.</param>
    /// <returns>Points in (0, 1)^d.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static DesignPoints Points(ulong seed, string name, int count, int dimensions)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        var key = DesignKey.Of(seed, "latin", name);
        var columns = new double[dimensions][];
        for (var column = 0; column < dimensions; column++)
        {
            columns[column] = Column(Key.Derive(key, (ulong)column), count);
        }

        return new(count, dimensions, (row, column) => columns[column][row]);
    }

    private static double[] Column(ulong key, int count)
    {
        var stream = new KeyedStream(key);
        var order = UniformIndex.Order(ref stream, count);
        var places = new double[count];
        for (var row = 0; row < count; row++)
        {
            var within = (((stream.NextBits() >> 32) * 2) + 1) * Unit;
            places[row] = (order[row] + within) / count;
        }

        return places;
    }
}
