using System.Collections.Immutable;

namespace Escalation.Experiments;

/// <summary>How two uncertainties hang together in a posterior.</summary>
/// <param name="First">Number of the one.</param>
/// <param name="Second">Number of the other.</param>
/// <param name="Rank">Their rank correlation, −1 to 1, which no change of scale moves; 0 if one does not vary.</param>
public sealed record PosteriorPair(int First, int Second, double Rank)
{
    private const double Strong = 0.8;

    /// <summary>Gets a value indicating whether the data hardly tell the two apart: raising one makes up for the other.</summary>
    public bool IsConfounded => Math.Abs(Rank) > Strong;

    /// <summary>All pairs of uncertainties.</summary>
    /// <param name="values">Of each uncertainty, one value a particle.</param>
    /// <param name="weights">One a particle.</param>
    /// <returns>Each pair once.</returns>
    /// <remarks>Spearman (1904), The American Journal of Psychology 15, 72–101, with weights.</remarks>
    public static ImmutableArray<PosteriorPair> Of(double[][] values, ReadOnlySpan<double> weights)
    {
        ArgumentNullException.ThrowIfNull(values);
        var places = new double[values.Length][];
        for (var index = 0; index < values.Length; index++)
        {
            places[index] = WeightedSample.Places(values[index], weights);
        }

        var pairs = ImmutableArray.CreateBuilder<PosteriorPair>();
        for (var first = 0; first < values.Length; first++)
        {
            for (var second = first + 1; second < values.Length; second++)
            {
                pairs.Add(new(first, second, Correlation(places[first], places[second], weights)));
            }
        }

        return pairs.ToImmutable();
    }

    private static double Correlation(double[] x, double[] y, ReadOnlySpan<double> weights)
    {
        var (sum, meanX, meanY) = (0.0, 0.0, 0.0);
        for (var index = 0; index < x.Length; index++)
        {
            sum += weights[index];
            meanX += weights[index] * x[index];
            meanY += weights[index] * y[index];
        }

        (meanX, meanY) = (meanX / sum, meanY / sum);
        var (squaresX, squaresY, products) = (0.0, 0.0, 0.0);
        for (var index = 0; index < x.Length; index++)
        {
            squaresX += weights[index] * (x[index] - meanX) * (x[index] - meanX);
            squaresY += weights[index] * (y[index] - meanY) * (y[index] - meanY);
            products += weights[index] * (x[index] - meanX) * (y[index] - meanY);
        }

        return squaresX > 0 && squaresY > 0 ? Math.Clamp(products / Math.Sqrt(squaresX * squaresY), -1, 1) : 0;
    }
}
