using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;

namespace Escalation.Experiments;

/// <summary>Learns in which directions of many uncertainties the targets lie. Few targets inform few directions; across the
/// others the posterior is the prior, and no kernel needs to guess it.</summary>
/// <remarks>
/// <para>Linear regressions of what the targets give on the normal scores, over everything that was simulated; the directions
/// are the leading eigenvectors of the outer products of their slopes, each in units of its own residual: an active subspace in
/// the sense of Constantine (2015), Active Subspaces, by regression. Directions that are missed cost particles, not truth:
/// across them proposals come from the prior, and the weights stay exact.</para>
/// <para>Up to <see cref="FewDimensions"/> uncertainties are taken as they are.</para>
/// </remarks>
internal sealed class InformedDirections
{
    /// <summary>Up to so many dimensions a kernel about particles covers them all.</summary>
    internal const int FewDimensions = 6;

    private readonly int dimensions;
    private readonly double[] observed;
    private readonly double[] scales;
    private readonly double[] squares;
    private readonly double[] products;
    private readonly double[] sums;
    private long count;

    /// <summary>Initializes a new instance of the <see cref="InformedDirections"/> class.</summary>
    /// <param name="dimensions">Number of uncertainties.</param>
    /// <param name="targets">The targets; none: all directions count.</param>
    public InformedDirections(int dimensions, ImmutableArray<CalibrationTarget> targets)
    {
        this.dimensions = dimensions;
        observed = [.. targets.Select(target => target.Observed)];
        scales = [.. targets.Select(target => target.Noise.ScaleAt(target.Observed))];
        squares = new double[(dimensions + 1) * (dimensions + 1)];
        products = new double[(dimensions + 1) * targets.Length];
        sums = new double[targets.Length];
    }

    private bool IsNeeded => dimensions > FewDimensions && observed.Length > 0;

    /// <summary>Takes what was simulated at a point.</summary>
    /// <param name="scores">Its normal scores.</param>
    /// <param name="values">What it gave, one number a target; points where one is missing are passed over.</param>
    /// <param name="known">Scales of targets whose noise has none; null: they are as good as any.</param>
    public void Add(ReadOnlySpan<double> scores, ImmutableArray<double> values, double[]? known = null)
    {
        if (!IsNeeded || values.Any(double.IsNaN))
        {
            return;
        }

        count++;
        Span<double> row = stackalloc double[dimensions + 1];
        scores.CopyTo(row);
        row[dimensions] = 1;
        for (var one = 0; one <= dimensions; one++)
        {
            for (var other = 0; other <= dimensions; other++)
            {
                squares[(one * (dimensions + 1)) + other] += row[one] * row[other];
            }
        }

        for (var target = 0; target < observed.Length; target++)
        {
            // Near the observation the slope counts, not far out where an exponential has run away.
            var scale = known?[target] ?? scales[target];
            var value = Math.Asinh((values[target] - observed[target])
                / (double.IsNaN(scale) ? Math.Sqrt(Math.Max(Math.Abs(observed[target]), 1)) : scale));
            sums[target] += value * value;
            for (var one = 0; one <= dimensions; one++)
            {
                products[(target * (dimensions + 1)) + one] += row[one] * value;
            }
        }
    }

    /// <summary>The directions.</summary>
    /// <returns>Orthonormal, one after the other; null: all of them.</returns>
    public double[][]? Basis()
    {
        if (!IsNeeded || count <= 2 * dimensions)
        {
            return null;
        }

        // Slopes shrink by one part in as many as there are points: with few points they are hardly known.
        var regressors = dimensions + 1;
        var matrix = Array.ConvertAll(squares, entry => entry / count);
        for (var one = 0; one < dimensions; one++)
        {
            matrix[(one * regressors) + one] += 1.0 / count;
        }

        var factor = CovarianceFactor.Of(matrix, regressors);
        var outer = Matrix<double>.Build.Dense(dimensions, dimensions);
        for (var target = 0; target < observed.Length; target++)
        {
            var own = Array.ConvertAll(products[(target * regressors)..((target + 1) * regressors)], entry => entry / count);
            var slopes = new double[regressors];
            factor.Solve(own, slopes);
            var explained = slopes.Zip(own, (slope, product) => slope * product).Sum();
            var residual = Math.Max((sums[target] / count) - explained, 1e-12);
            for (var one = 0; one < dimensions; one++)
            {
                for (var other = 0; other < dimensions; other++)
                {
                    outer[one, other] += slopes[one] * slopes[other] / residual;
                }
            }
        }

        return Leading(outer);
    }

    // What pure noise would give: slopes of variance 1/n make a greatest eigenvalue of about (√d + √K)²/n (Marchenko and Pastur).
    private double[][] Leading(Matrix<double> outer)
    {
        var spectrum = outer.Evd(Symmetricity.Symmetric);
        var noise = Math.Pow(Math.Sqrt(dimensions) + Math.Sqrt(observed.Length), 2) / count;
        return
        [
            .. Enumerable.Range(0, dimensions).Reverse()
                .Where(place => spectrum.EigenValues[place].Real > noise)
                .Take(FewDimensions)
                .Select(place => spectrum.EigenVectors.Column(place).ToArray()),
        ];
    }
}
