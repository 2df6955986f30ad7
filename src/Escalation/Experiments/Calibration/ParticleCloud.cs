using System.Collections.Immutable;
using System.Diagnostics;
using Escalation.Engine;

namespace Escalation.Experiments;

/// <summary>Weighted points that stand for a law of uncertainties: a posterior, or a step on the way to it.</summary>
/// <remarks>Inside, a coordinate is the normal score z = Φ⁻¹(u) of the uniform number u that an <see cref="InputSpace"/> takes:
/// the prior is standard normal there, whatever it is outside, and no coordinate has an end. Immutable.</remarks>
public sealed class ParticleCloud
{
    private readonly double[] scores;
    private readonly double[] weights;

    /// <summary>Initializes a new instance of the <see cref="ParticleCloud"/> class.</summary>
    /// <param name="dimensions">Number of coordinates.</param>
    /// <param name="scores">Normal scores, one particle after the other.</param>
    /// <param name="weights">One a particle, not negative, not all 0; they need not sum to 1.</param>
    internal ParticleCloud(int dimensions, double[] scores, double[] weights)
    {
        Debug.Assert(scores.Length == weights.Length * dimensions, "A particle has all its coordinates.");
        Dimensions = dimensions;
        this.scores = scores;
        var sum = 0.0;
        foreach (var weight in weights)
        {
            Debug.Assert(weight >= 0, "A weight is not negative.");
            sum += weight;
        }

        Debug.Assert(sum > 0, "Some particle counts.");
        this.weights = Array.ConvertAll(weights, weight => weight / sum);
        EffectiveCount = Effective(this.weights);
    }

    /// <summary>Number of particles.</summary>
    public int Count => weights.Length;

    /// <summary>Number of coordinates.</summary>
    public int Dimensions { get; }

    /// <summary>How many equally weighted particles would say as much: 1 / Σw², from 1 to <see cref="Count"/>.</summary>
    /// <remarks>Kish (1965), Survey Sampling; Kong, Liu and Wong (1994), Journal of the American Statistical Association 89,
    /// 278–288.</remarks>
    public double EffectiveCount { get; }

    /// <summary>The weights; they sum to 1.</summary>
    public ReadOnlySpan<double> Weights => weights;

    /// <summary>A particle's place in the unit cube.</summary>
    /// <param name="particle">Its number.</param>
    /// <returns>One number a coordinate, in (0, 1).</returns>
    public ImmutableArray<double> UnitAt(int particle)
    {
        var unit = ImmutableArray.CreateBuilder<double>(Dimensions);
        foreach (var score in ScoresAt(particle))
        {
            unit.Add(UnitOf(score));
        }

        return unit.MoveToImmutable();
    }

    /// <summary>Draws particles by their weights, as evenly as whole numbers allow.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="name">What they are for.</param>
    /// <param name="count">How many; at least 1.</param>
    /// <returns>Numbers of particles, rising.</returns>
    /// <remarks>Systematic resampling, Kitagawa (1996), Journal of Computational and Graphical Statistics 5, 1–25.</remarks>
    public ImmutableArray<int> Resample(ulong seed, string name, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var stream = new KeyedStream(DesignKey.Of(seed, "resampling", name));
        var start = stream.NextOpenUniform();
        var chosen = ImmutableArray.CreateBuilder<int>(count);
        var (particle, below) = (0, weights[0]);
        for (var place = 0; place < count; place++)
        {
            while ((place + start) / count > below && particle < weights.Length - 1)
            {
                below += weights[++particle];
            }

            chosen.Add(particle);
        }

        return chosen.MoveToImmutable();
    }

    /// <summary>The place in the unit cube of a normal score, never quite at its ends.</summary>
    internal static double UnitOf(double score) =>
        Math.Clamp(StandardNormal.LowerTail(score), 1.0 / (1UL << 53), 1 - (1.0 / (1UL << 53)));

    /// <summary>1 / Σw² of weights that sum to 1.</summary>
    internal static double Effective(ReadOnlySpan<double> weights)
    {
        var squares = 0.0;
        foreach (var weight in weights)
        {
            squares += weight * weight;
        }

        return 1 / squares;
    }

    /// <summary>Normal scores of a particle.</summary>
    internal ReadOnlySpan<double> ScoresAt(int particle) => scores.AsSpan(particle * Dimensions, Dimensions);

    /// <summary>Weighted means of the scores.</summary>
    internal double[] Mean()
    {
        var mean = new double[Dimensions];
        for (var particle = 0; particle < Count; particle++)
        {
            for (var row = 0; row < Dimensions; row++)
            {
                mean[row] += weights[particle] * scores[(particle * Dimensions) + row];
            }
        }

        return mean;
    }

    /// <summary>Weighted covariances of the scores, row after row.</summary>
    internal double[] Covariance()
    {
        var mean = Mean();
        var covariance = new double[Dimensions * Dimensions];
        for (var particle = 0; particle < Count; particle++)
        {
            var at = ScoresAt(particle);
            for (var row = 0; row < Dimensions; row++)
            {
                for (var column = 0; column < Dimensions; column++)
                {
                    covariance[(row * Dimensions) + column] +=
                        weights[particle] * (at[row] - mean[row]) * (at[column] - mean[column]);
                }
            }
        }

        return covariance;
    }
}
