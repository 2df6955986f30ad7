using System.Collections.Immutable;

namespace Escalation.Tuning;

/// <summary>Where a search may go: a range for each coordinate, or none.</summary>
/// <remarks>
/// The search itself knows no limits. Its coordinates y are mapped to x in the box by a curve that is straight inside, bends
/// like a parabola in the last twentieth at each end, and turns back there: x = (y + a)²/(4a) from −a to a, in widths of the
/// box, a = 0.05. So an optimum at a limit lies where the search may go around it on all sides, and is approached like any
/// other. The same idea as in pycma's <c>BoundTransform</c>.
/// </remarks>
public sealed class SearchBox
{
    private const double Bend = 0.05;
    private const double Period = 2 * (1 + (2 * Bend));

    /// <summary>A box.</summary>
    /// <param name="lower">Lower limit of each coordinate; −∞ with an upper limit of +∞: no limits.</param>
    /// <param name="upper">Upper limits, above the lower ones.</param>
    /// <exception cref="ArgumentException">There are not as many upper limits as lower ones, none at all, or limits that are
    /// neither a range nor none.</exception>
    public SearchBox(ReadOnlySpan<double> lower, ReadOnlySpan<double> upper)
    {
        if (lower.Length != upper.Length || lower.Length == 0)
        {
            throw new ArgumentException("Each coordinate has a lower and an upper limit.", nameof(upper));
        }

        (Lower, Upper) = ([.. lower], [.. upper]);
        for (var i = 0; i < lower.Length; i++)
        {
            if (!(lower[i] < upper[i] && (IsUnlimited(i) || double.IsFinite(upper[i] - lower[i]))))
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"Limits {lower[i]} and {upper[i]} are not a range."), nameof(upper));
            }
        }
    }

    /// <summary>Gets the lower limits.</summary>
    public ImmutableArray<double> Lower { get; }

    /// <summary>Gets the upper limits.</summary>
    public ImmutableArray<double> Upper { get; }

    /// <summary>Gets the number of coordinates.</summary>
    public int Dimension => Lower.Length;

    /// <summary>A box without limits.</summary>
    /// <param name="dimension">Number of coordinates, at least 1.</param>
    /// <returns>The box; the unit of a coordinate is its width.</returns>
    public static SearchBox Unlimited(int dimension) => new(
        [.. Enumerable.Repeat(double.NegativeInfinity, dimension)], [.. Enumerable.Repeat(double.PositiveInfinity, dimension)]);

    /// <summary>Says whether a coordinate has no limits.</summary>
    internal bool IsUnlimited(int i) => double.IsNegativeInfinity(Lower[i]) && double.IsPositiveInfinity(Upper[i]);

    /// <summary>The point in the box that coordinates of the search stand for.</summary>
    internal double[] ToBox(ReadOnlySpan<double> search)
    {
        var point = new double[search.Length];
        for (var i = 0; i < point.Length; i++)
        {
            point[i] = IsUnlimited(i) ? search[i] : Within(i, search[i]);
        }

        return point;
    }

    /// <summary>Coordinates of the search that stand for a point of the box.</summary>
    internal double[] ToSearch(ReadOnlySpan<double> point)
    {
        var search = new double[point.Length];
        for (var i = 0; i < search.Length; i++)
        {
            search[i] = IsUnlimited(i) ? point[i] : Unbent(Math.Clamp((point[i] - Lower[i]) / (Upper[i] - Lower[i]), 0, 1));
        }

        return search;
    }

    private double Within(int i, double search)
    {
        // Back and forth between −a and 1 + a.
        var turn = (search + Bend) / Period;
        var phase = (turn - Math.Floor(turn)) * Period;
        var y = (phase <= Period / 2 ? phase : Period - phase) - Bend;

        // The nearer limit is the one to count from, so that it is met to the last digit.
        return y <= 0.5
            ? Math.Min(Upper[i], Lower[i] + ((Upper[i] - Lower[i]) * Bent(y)))
            : Math.Max(Lower[i], Upper[i] - ((Upper[i] - Lower[i]) * Bent(1 - y)));
    }

    private static double Bent(double y) => y >= Bend ? y : (y + Bend) * (y + Bend) / (4 * Bend);

    private static double Unbent(double x) => x <= 0.5 ? UnbentFrom(x) : 1 - UnbentFrom(1 - x);

    private static double UnbentFrom(double x) => x >= Bend ? x : (2 * Math.Sqrt(Bend * x)) - Bend;
}
