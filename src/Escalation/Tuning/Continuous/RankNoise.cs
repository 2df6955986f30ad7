namespace Escalation.Tuning;

/// <summary>Tells from points that were valued twice whether noise decides the order of points, and how many replications the
/// next generation should have.</summary>
/// <remarks>
/// Uncertainty handling of Hansen, Niederberger, Guzzella and Koumoutsakos (2009), IEEE Transactions on Evolutionary
/// Computation 13, 180–197, section III: by how many ranks points move when they are valued anew, less what would be
/// tolerated. Smoothing, and the slower way down, as in pycma's <c>NoiseHandler</c>. Nothing here is random.
/// </remarks>
public sealed class RankNoise
{
    // θ of the paper; the others are pycma's.
    private const double Tolerance = 0.2;
    private const double Smoothing = 0.3;
    private const double Growth = 1.5;

    private readonly long least;
    private readonly long most;
    private readonly long chunk;
    private readonly bool isLuckCommon;
    private double wanted;

    /// <summary>Begins to watch.</summary>
    /// <param name="least">Least replications of a point, and those of the first generation; at least 1.</param>
    /// <param name="most">Most replications of a point; not below the least.</param>
    /// <param name="chunk">Replications come in multiples of this; at least 1.</param>
    /// <param name="isLuckCommon">Whether all points of a generation share their luck, and their second values too share
    /// other luck: then what all second values have in common is no noise in the order.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public RankNoise(long least, long most, long chunk = 64, bool isLuckCommon = true)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(least, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, least);
        ArgumentOutOfRangeException.ThrowIfLessThan(chunk, 1);
        (this.least, this.most, this.chunk, this.isLuckCommon) = (least, most, chunk, isLuckCommon);
        wanted = least;
    }

    /// <summary>Gets the smoothed measure, in ranks; above 0 noise decides too much of the order.</summary>
    public double Measure { get; private set; }

    /// <summary>Gets a value indicating whether noise decides too much of the order.</summary>
    public bool IsNoisy => Measure > 0;

    /// <summary>Gets how many replications a point of the next generation should have, whole chunks.</summary>
    public long Replications => Math.Min((long)Math.Ceiling(wanted / chunk), Math.Max(1, most / chunk)) * chunk;

    /// <summary>How many points to value a second time: the first ones, since the order of points is random anyway.</summary>
    /// <param name="population">Points of a generation, at least 4.</param>
    /// <returns>2 + λ/20, with common luck 2 more.</returns>
    public int Twice(int population) => Math.Min(population, 2 + (population / 20) + (isLuckCommon ? 2 : 0));

    /// <summary>Tells the values of a generation.</summary>
    /// <param name="values">The value of each point; finite.</param>
    /// <param name="fresh">Second values of the first points, with fresh luck and as many replications; at least 1, with
    /// common luck 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are too few second values, or more than points.</exception>
    public void Tell(ReadOnlySpan<double> values, ReadOnlySpan<double> fresh)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(fresh.Length, isLuckCommon ? 2 : 1, nameof(fresh));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fresh.Length, values.Length, nameof(fresh));
        var measure = Excess(values, isLuckCommon ? Uncommon(values, fresh) : fresh.ToArray());
        Measure += Smoothing * (measure - Measure);
        wanted = Math.Clamp(wanted * (IsNoisy ? Growth : Math.Pow(Growth, -0.25)), least, most);
    }

    // Second values without what they have in common; what is left of independent noise is made up for.
    private static double[] Uncommon(ReadOnlySpan<double> values, ReadOnlySpan<double> fresh)
    {
        var shift = 0.0;
        for (var i = 0; i < fresh.Length; i++)
        {
            shift += (fresh[i] - values[i]) / fresh.Length;
        }

        var result = new double[fresh.Length];
        var scale = Math.Sqrt(fresh.Length / (fresh.Length - 1.0));
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = values[i] + (scale * (fresh[i] - values[i] - shift));
        }

        return result;
    }

    // Mean change of rank among first and second values together, less the mean of two tolerated changes.
    private static double Excess(ReadOnlySpan<double> values, double[] fresh)
    {
        double[] first = [.. values];
        double[] second = [.. fresh, .. first.AsSpan(fresh.Length)];
        var sum = 0.0;
        for (var i = 0; i < fresh.Length; i++)
        {
            var (before, after) = (Rank(first[i], first, second, i), Rank(second[i], first, second, i));
            var change = Math.Abs(after - before);
            sum += change - Math.Max(1, (Tolerated(before, first.Length) + Tolerated(after, first.Length)) / 2);
        }

        return sum / fresh.Length;
    }

    // Rank among the values of the other points, both kinds, from 1: a point is not compared with itself.
    private static int Rank(double value, double[] first, double[] second, int self)
    {
        var rank = 1;
        for (var i = 0; i < first.Length; i++)
        {
            rank += i == self ? 0 : (first[i] < value ? 1 : 0) + (second[i] < value ? 1 : 0);
        }

        return rank;
    }

    // The share θ/2 of how far a random rank would be away, by linear interpolation between sorted distances.
    private static double Tolerated(int rank, int points)
    {
        double[] distances = [.. Enumerable.Range(1, (2 * points) - 1).Select(other => Math.Abs((double)other - rank)).Order()];
        var place = Tolerance / 2 * (distances.Length - 1);
        var below = (int)place;
        return distances[below] + ((place - below) * (distances[below + 1] - distances[below]));
    }
}
