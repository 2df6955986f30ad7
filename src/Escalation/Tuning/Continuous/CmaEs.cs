using System.Collections.Immutable;
using Escalation.Engine;

namespace Escalation.Tuning;

/// <summary>One run of the evolution strategy with covariance matrix adaptation: asks for the values of points, is told them,
/// and moves towards the least.</summary>
/// <remarks>
/// Hansen, The CMA Evolution Strategy: A Tutorial, arXiv:1604.00772: weighted recombination, cumulative step-size adaptation,
/// updates of rank one and rank μ, with negative weights (equation 47) if active; default parameters. The points of a
/// generation follow from seed, number of the restart, number of the generation, index, and what was told before. Only the
/// order of values counts, so that any rising function of them gives the same run.
/// </remarks>
public sealed class CmaEs
{
    private static readonly ulong Point = Key.OfName("point");

    private readonly int n;
    private readonly CmaOptions options;
    private readonly CmaParameters parameters;
    private readonly CmaStopping stopping;
    private readonly double[] mean;
    private readonly double[] path;
    private readonly double[] stepPath;
    private readonly double[] covariance;
    private double[] axes;
    private double[] lengths;
    private double[][]? steps;

    /// <summary>Begins a run.</summary>
    /// <param name="start">Where the mean begins; finite, at least one coordinate.</param>
    /// <param name="step">First step size σ, in the unit of the coordinates: about a third of the distance to where the
    /// optimum may be; above 0.</param>
    /// <param name="options">How it goes.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public CmaEs(ReadOnlySpan<double> start, double step, CmaOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfZero(start.Length, nameof(start));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        n = start.Length;
        Population = options.Population ?? CmaParameters.DefaultPopulation(n);
        ArgumentOutOfRangeException.ThrowIfLessThan(Population, 4, nameof(options));
        this.options = options;
        parameters = new(n, Population, options.IsActive);
        stopping = new(n, Population, step, options);
        mean = start.ToArray();
        Step = step;
        (path, stepPath, lengths) = (new double[n], new double[n], new double[n]);
        (covariance, axes) = (new double[n * n], new double[n * n]);
        for (var i = 0; i < n; i++)
        {
            (covariance[(i * n) + i], axes[(i * n) + i], lengths[i]) = (1, 1, 1);
        }
    }

    /// <summary>Gets how many points a generation has, λ.</summary>
    public int Population { get; }

    /// <summary>Gets the mean of the distribution: the estimate of the optimum that noise deceives least.</summary>
    public ImmutableArray<double> Mean => [.. mean];

    /// <summary>Gets the step size σ.</summary>
    public double Step { get; private set; }

    /// <summary>Gets the number of generations told.</summary>
    public int Generation { get; private set; }

    /// <summary>Gets why the run ended; <see cref="CmaStop.None"/> while it goes on.</summary>
    public CmaStop Stop { get; private set; }

    /// <summary>Gives the points of the generation.</summary>
    /// <returns>λ points, the same until their values are told.</returns>
    public double[][] Ask()
    {
        steps ??= Draw();
        return [.. steps.Select(y => y.Select((move, i) => mean[i] + (Step * move)).ToArray())];
    }

    /// <summary>Tells the values of the points.</summary>
    /// <param name="values">One value a point of <see cref="Ask"/>, less is better; NaN counts as worst.</param>
    /// <exception cref="ArgumentException">There is not one value a point.</exception>
    /// <exception cref="InvalidOperationException">Nothing was asked.</exception>
    public void Tell(ReadOnlySpan<double> values) => Tell(values, new double[values.Length]);

    /// <summary>Tells the values of the points, and how far they are from being allowed.</summary>
    /// <param name="values">One value a point of <see cref="Ask"/>, less is better; NaN counts as worst.</param>
    /// <param name="violations">For each point 0 if it is allowed, else how far it is off, above 0. Points that are allowed are
    /// better than all others, whatever their values; the others are better the less they are off.</param>
    /// <exception cref="ArgumentException">There is not one value, or one violation, a point.</exception>
    /// <exception cref="InvalidOperationException">Nothing was asked.</exception>
    public void Tell(ReadOnlySpan<double> values, ReadOnlySpan<double> violations)
    {
        if (values.Length != Population || violations.Length != Population)
        {
            throw new ArgumentException("There is one value a point.", nameof(values));
        }

        var drawn = steps ?? throw new InvalidOperationException("Points are asked for before they are told.");
        double[] worth = [.. values];
        double[] off = [.. violations];
        for (var i = 0; i < worth.Length; i++)
        {
            worth[i] = double.IsNaN(worth[i]) ? double.PositiveInfinity : worth[i];
        }

        // Equal points keep the order of their indices, which says nothing about where they are.
        int[] order = [.. Enumerable.Range(0, Population).OrderBy(i => off[i]).ThenBy(i => worth[i])];
        Update([.. order.Select(i => drawn[i])]);
        steps = null;
        Generation++;
        var stop = stopping.OfDistribution(mean, Step, path, covariance, lengths, axes, Generation);
        Stop = stop == CmaStop.None ? stopping.OfValues([.. order.Where(i => off[i] == 0).Select(i => worth[i])]) : stop;
    }

    private double[][] Draw()
    {
        var key = TuningKey.Of(options.Seed, "cma-es", options.Restart, Generation);
        var drawn = new double[Population][];
        var unit = new double[n];
        for (var index = 0; index < drawn.Length; index++)
        {
            var stream = KeyedStream.Derive(key, Point, (ulong)index);
            for (var i = 0; i < n; i++)
            {
                unit[i] = lengths[i] * NormalVariate.DrawUnit(ref stream);
            }

            drawn[index] = Rotated(unit);
        }

        return drawn;
    }

    // The mean, both paths, the covariance and the step size, in the order of the tutorial's figure 6.
    private void Update(double[][] ranked)
    {
        var p = parameters;
        var move = new double[n];
        for (var rank = 0; rank < p.Mu; rank++)
        {
            Add(move, p.Weights[rank], ranked[rank]);
        }

        Add(mean, Step, move);
        var whitened = Whitened(move);
        var push = Math.Sqrt(p.CSigma * (2 - p.CSigma) * p.MuEff);
        Scale(stepPath, 1 - p.CSigma);
        Add(stepPath, push, Rotated(whitened));
        var length = Math.Sqrt(stepPath.Sum(x => x * x));

        // While the step size still grows fast, the path of the covariance waits.
        var isSlow = length / Math.Sqrt(1 - Math.Pow(1 - p.CSigma, 2 * (Generation + 1))) < (1.4 + (2.0 / (n + 1))) * p.ChiN;
        Scale(path, 1 - p.CC);
        Add(path, isSlow ? Math.Sqrt(p.CC * (2 - p.CC) * p.MuEff) : 0, move);
        Adapt(ranked, isSlow ? 0 : p.CC * (2 - p.CC));
        Step *= Math.Exp(Math.Min(1, p.CSigma / p.DSigma * ((length / p.ChiN) - 1)));
        Decompose();
    }

    private void Adapt(double[][] ranked, double lostByWaiting)
    {
        var p = parameters;
        Scale(covariance, 1 + (p.C1 * lostByWaiting) - p.C1 - (p.CMu * p.WeightSum));
        AddSquare(p.C1, path);
        for (var rank = 0; rank < ranked.Length; rank++)
        {
            var weight = p.Weights[rank];
            if (weight < 0)
            {
                // A long step with a negative weight could make C indefinite; scaled so, none can.
                var square = Whitened(ranked[rank]).Sum(x => x * x);
                weight *= n / Math.Max(square, double.Epsilon);
            }

            AddSquare(p.CMu * weight, ranked[rank]);
        }
    }

    private void Decompose()
    {
        (var values, axes) = SymmetricEigen.Of(covariance, n);

        // Rounding may leave a vanishing eigenvalue below zero.
        var floor = 1e-20 * values.Max();
        lengths = [.. values.Select(value => Math.Sqrt(Math.Max(value, floor)))];
    }

    // B z, with C = B D² Bᵀ.
    private double[] Rotated(double[] z)
    {
        var result = new double[n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                result[i] += axes[(i * n) + j] * z[j];
            }
        }

        return result;
    }

    // D⁻¹ Bᵀ y, as long as C^(−1/2) y.
    private double[] Whitened(double[] y)
    {
        var result = new double[n];
        for (var j = 0; j < n; j++)
        {
            for (var i = 0; i < n; i++)
            {
                result[j] += axes[(i * n) + j] * y[i];
            }

            result[j] /= lengths[j];
        }

        return result;
    }

    private void AddSquare(double factor, double[] y)
    {
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                covariance[(i * n) + j] += factor * (y[i] * y[j]);
            }
        }
    }

    private static void Add(double[] sum, double factor, double[] y)
    {
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] += factor * y[i];
        }
    }

    private static void Scale(double[] y, double factor)
    {
        for (var i = 0; i < y.Length; i++)
        {
            y[i] *= factor;
        }
    }
}
