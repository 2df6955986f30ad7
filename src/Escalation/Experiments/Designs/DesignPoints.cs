namespace Escalation.Experiments;

/// <summary>Points of the unit cube, one a row: where a model is to be evaluated, before priors turn coordinates into
/// values.</summary>
/// <remarks>Immutable, and so safe for any number of threads.</remarks>
public sealed class DesignPoints
{
    private readonly double[] coordinates;

    internal DesignPoints(int count, int dimensions, Func<int, int, double> coordinate)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        (Count, Dimensions) = (count, dimensions);
        coordinates = new double[checked(count * dimensions)];
        for (var row = 0; row < count; row++)
        {
            for (var column = 0; column < dimensions; column++)
            {
                coordinates[(row * dimensions) + column] = coordinate(row, column);
            }
        }
    }

    /// <summary>Gets the number of points.</summary>
    public int Count { get; }

    /// <summary>Gets the number of coordinates of a point.</summary>
    public int Dimensions { get; }

    /// <summary>Gets a coordinate.</summary>
    /// <param name="row">Index of the point.</param>
    /// <param name="column">Index of the coordinate.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such point or coordinate.</exception>
    public double this[int row, int column] => Row(row)[column];

    /// <summary>A point.</summary>
    /// <param name="row">Its index.</param>
    /// <returns>Its coordinates, from 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such point.</exception>
    public ReadOnlySpan<double> Row(int row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Count);
        return coordinates.AsSpan(row * Dimensions, Dimensions);
    }
}
