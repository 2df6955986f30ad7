using Escalation.Engine;

namespace Escalation.Experiments;

/// <summary>Independent uniform points: what all better designs are measured against.</summary>
public static class UniformPoints
{
    /// <summary>The points.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="name">What the points are for; another name gives other points.</param>
    /// <param name="count">Number of points, not negative. A row does not depend on it.</param>
    /// <param name="dimensions">Number of coordinates, at least 1. A column does not depend on it.</param>
    /// <returns>Points in (0, 1)^d.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static DesignPoints Points(ulong seed, string name, int count, int dimensions)
    {
        var key = DesignKey.Of(seed, "uniform", name);
        return new(count, dimensions, (row, column) =>
        {
            var stream = KeyedStream.Derive(key, (ulong)column, (ulong)row);
            return stream.NextOpenUniform();
        });
    }
}
