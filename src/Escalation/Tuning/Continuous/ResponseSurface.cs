using System.Collections.Immutable;

namespace Escalation.Tuning;

/// <summary>A value that a search found: where, in which generation, on how many units.</summary>
/// <param name="Coordinates">One a lever, from 0 to 1.</param>
/// <param name="Generation">Number of the generation; those of one generation share their luck.</param>
/// <param name="Value">The value.</param>
/// <param name="Weight">On how many units it rests.</param>
public sealed record ResponsePoint(ImmutableArray<double> Coordinates, int Generation, double Value, double Weight);

/// <summary>Finds the least point of what a search saw by fitting a paraboloid: one point may be lucky, all of them together
/// are not.</summary>
/// <remarks>
/// Response surface of Box and Wilson (1951), J. R. Stat. Soc. B 13, 1–45: least squares with weights, on a box about the least
/// point that is halved as long as the place is known well enough in it, so that what is no paraboloid matters less and less.
/// Points of one generation share their luck, so each generation has a height of its own, and only differences within it count.
/// </remarks>
public static class ResponseSurface
{
    private const int MostHalvings = 4;

    /// <summary>A place counts as known if its standard error is below this part of the half-width of the box.</summary>
    private const double KnownPart = 0.15;

    /// <summary>Finds the least point.</summary>
    /// <param name="points">What the search saw; finite values.</param>
    /// <param name="near">Where to look: where the search ended.</param>
    /// <returns>Its coordinates, inside the unit box, and the half-width of the box that it was fitted in; null if there is none
    /// inside, or the points do not say where.</returns>
    public static (ImmutableArray<double> Place, double HalfWidth)? Least(
        IReadOnlyList<ResponsePoint> points, ImmutableArray<double> near)
    {
        ArgumentNullException.ThrowIfNull(points);
        double[] centre = [.. near];
        (ImmutableArray<double> Place, double HalfWidth)? found = null;
        for (var (round, half) = (0, 1.0); round <= MostHalvings; (round, half) = (round + 1, half / 2))
        {
            var inside = points.Where(point => IsInside(point, centre, half))
                .GroupBy(point => point.Generation).Where(generation => generation.Count() > 1).ToList();
            if (new Paraboloid(centre.Length, centre, half).Fit(inside) is var (place, error)
                && place.All(one => one is >= 0 and <= 1)
                && error.All(one => one < KnownPart * half))
            {
                (found, centre) = (([.. place], half), place);
            }
            else if (found is not null)
            {
                // Closer than the noise lets one see.
                break;
            }
        }

        return found;
    }

    private static bool IsInside(ResponsePoint point, double[] centre, double half)
    {
        for (var i = 0; i < centre.Length; i++)
        {
            if (Math.Abs(point.Coordinates[i] - centre[i]) > half)
            {
                return false;
            }
        }

        return true;
    }
}
