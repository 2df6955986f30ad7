namespace Escalation.Experiments;

/// <summary>A point between 0 and 1 together with its complement, both precise in relative terms.</summary>
/// <param name="X">The point.</param>
/// <param name="Y">1 − <paramref name="X"/>; near X = 1 it has digits that X itself cannot hold.</param>
internal readonly record struct UnitPoint(double X, double Y)
{
    /// <summary>Gets the point seen from the other end.</summary>
    public UnitPoint Mirrored => new(Y, X);

    /// <summary>A point by its distance from 0.</summary>
    public static UnitPoint FromX(double x) => new(x, 1 - x);

    /// <summary>A point by its distance from 1.</summary>
    public static UnitPoint FromY(double y) => new(1 - y, y);
}
