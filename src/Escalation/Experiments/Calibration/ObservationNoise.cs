using System.Diagnostics;
using Escalation.Engine;
using Escalation.Model;
using MathNet.Numerics;

namespace Escalation.Experiments;

/// <summary>The error of an observation.</summary>
/// <param name="Kind">Its law.</param>
/// <param name="Size">The standard error of a normal one, in the unit of the observation, above 0; the shape of a negative
/// binomial one, above 0, NaN if it is fitted to the model's histories; else NaN.</param>
public sealed record ObservationNoise(NoiseKind Kind, double Size)
{
    // Above it a negative binomial law is Poisson to nine digits of its variance.
    private const double LargeShape = 1e9;

    /// <summary>What was observed is compared with one history as it is.</summary>
    public static ObservationNoise None { get; } = new(NoiseKind.None, double.NaN);

    /// <summary>A Poisson count.</summary>
    public static ObservationNoise Poisson { get; } = new(NoiseKind.Poisson, double.NaN);

    /// <summary>A negative binomial count with the mean and the variance of the model's histories.</summary>
    public static ObservationNoise NegativeBinomial { get; } = new(NoiseKind.NegativeBinomial, double.NaN);

    /// <summary>Gets a value indicating whether a count is observed about an expected count, so that it has a
    /// likelihood.</summary>
    public bool IsCount => Kind is NoiseKind.Poisson or NoiseKind.NegativeBinomial;

    /// <summary>The error of a target.</summary>
    /// <param name="noise">As the scenario says it.</param>
    public static ObservationNoise Of(TargetNoise noise)
    {
        ArgumentNullException.ThrowIfNull(noise);
        return new(noise.Kind, noise.Size);
    }

    /// <summary>A normal error.</summary>
    /// <param name="standardError">In the unit of the observation; above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0.</exception>
    public static ObservationNoise Normal(double standardError)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(standardError);
        return new(NoiseKind.Normal, standardError);
    }

    /// <summary>A negative binomial count of known shape k: its variance is μ + μ²/k.</summary>
    /// <param name="shape">The shape; above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0.</exception>
    public static ObservationNoise NegativeBinomialOf(double shape)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shape);
        return new(NoiseKind.NegativeBinomial, shape);
    }

    /// <summary>The error's size next to an observation: the unit in which a distance is measured.</summary>
    /// <param name="observed">The observation.</param>
    /// <returns>A standard deviation above 0; NaN if the law says nothing about it before the model has been run.</returns>
    public double ScaleAt(double observed)
    {
        // A count of 0 has an expectation that may well be 1.
        var mean = Math.Max(observed, 1);
        return Kind switch
        {
            NoiseKind.Normal => Size,
            NoiseKind.Poisson => Math.Sqrt(mean),
            NoiseKind.NegativeBinomial => Math.Sqrt(mean + (mean * mean / Size)),
            _ => double.NaN,
        };
    }

    /// <summary>What would be observed.</summary>
    /// <param name="value">The model's value: of one history without noise, else an expected one.</param>
    /// <param name="variance">Variance of the histories that it is the mean of; read by a negative binomial law that is
    /// fitted.</param>
    /// <param name="stream">Where its luck comes from.</param>
    /// <returns>An observation; NaN if the model has no value.</returns>
    public double Draw(double value, double variance, ref KeyedStream stream)
    {
        if (double.IsNaN(value))
        {
            return value;
        }

        switch (Kind)
        {
            case NoiseKind.None:
                return value;
            case NoiseKind.Normal:
                return NormalVariate.Draw(ref stream, value, Size);
            default:
                var mean = Math.Max(0, value);
                var shape = ShapeAt(mean, variance);
                return shape < LargeShape
                    ? NegativeBinomialVariate.Draw(ref stream, mean, shape)
                    : PoissonVariate.Draw(ref stream, mean);
        }
    }

    /// <summary>How likely a count is.</summary>
    /// <param name="observed">The count; a whole number, at least 0.</param>
    /// <param name="mean">The expected count; above 0.</param>
    /// <param name="variance">Variance of the histories that it is the mean of; read by a negative binomial law that is
    /// fitted.</param>
    /// <returns>The natural logarithm of its probability; −∞ if the model has no value.</returns>
    /// <remarks>A fitted shape is that of the moments, μ²/(σ² − μ); histories that are not over-dispersed make it a Poisson
    /// law.</remarks>
    public double LogLikelihood(double observed, double mean, double variance)
    {
        Debug.Assert(IsCount, "Only counts have a likelihood here.");
        if (!(mean > 0))
        {
            return double.NegativeInfinity;
        }

        var shape = ShapeAt(mean, variance);
        var withoutFactorial = shape < LargeShape
            ? LogRising(shape, observed)
                - (shape * LogarithmNearOne.OfOnePlus(mean / shape)) + (observed * Math.Log(mean / (shape + mean)))
            : (observed * Math.Log(mean)) - mean;
        return withoutFactorial - SpecialFunctions.GammaLn(observed + 1);
    }

    private double ShapeAt(double mean, double variance) =>
        Kind == NoiseKind.Poisson ? double.PositiveInfinity
        : !double.IsNaN(Size) ? Size
        : variance > mean && mean > 0 ? mean * mean / (variance - mean)
        : double.PositiveInfinity;

    // ln Γ(k + y) − ln Γ(k): the difference of the two loses digits for large k, the sum of y logarithms does not.
    private static double LogRising(double shape, double observed)
    {
        const int FewTerms = 1000;
        if (observed > FewTerms)
        {
            return SpecialFunctions.GammaLn(shape + observed) - SpecialFunctions.GammaLn(shape);
        }

        var sum = 0.0;
        for (var step = 0; step < observed; step++)
        {
            sum += Math.Log(shape + step);
        }

        return sum;
    }
}
