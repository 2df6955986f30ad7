using Escalation.Engine;

namespace Escalation.Experiments;

/// <summary>Proposes points near the particles of a cloud, and says how likely the prior would be to give them instead.</summary>
/// <remarks>A mixture: a share of the proposals comes from the prior itself, which bounds every weight by its inverse (Hesterberg
/// 1995, Technometrics 37, 185–194); the others are normal about a particle drawn by its weight, with a multiple of the cloud's
/// covariance (Beaumont, Cornuet, Marin and Robert 2009, Biometrika 96, 983–990).</remarks>
internal sealed class ParticleKernel
{
    private readonly ParticleCloud cloud;
    private readonly CovarianceFactor factor;
    private readonly double ofPrior;
    private readonly double[] whitened;
    private readonly double[] below;
    private readonly double logScale;

    /// <summary>Initializes a new instance of the <see cref="ParticleKernel"/> class.</summary>
    /// <param name="cloud">The particles.</param>
    /// <param name="width">What the covariance is multiplied by; above 0.</param>
    /// <param name="ofPrior">The share of the prior; from 0 to 1.</param>
    public ParticleKernel(ParticleCloud cloud, double width, double ofPrior)
    {
        (this.cloud, this.ofPrior) = (cloud, ofPrior);
        var dimensions = cloud.Dimensions;
        factor = CovarianceFactor.Of(Array.ConvertAll(cloud.Covariance(), entry => entry * width), dimensions);
        whitened = new double[cloud.Count * dimensions];
        below = new double[cloud.Count];
        var sum = 0.0;
        for (var particle = 0; particle < cloud.Count; particle++)
        {
            factor.Divide(cloud.ScoresAt(particle), whitened.AsSpan(particle * dimensions, dimensions));
            below[particle] = sum += cloud.Weights[particle];
        }

        // The normal constants of prior and kernel cancel but for the determinant.
        logScale = -0.5 * factor.LogDeterminant;
    }

    /// <summary>Proposes a point of the prior.</summary>
    public static double[] ProposePrior(int dimensions, ref KeyedStream stream)
    {
        var scores = new double[dimensions];
        for (var row = 0; row < dimensions; row++)
        {
            scores[row] = NormalVariate.DrawUnit(ref stream);
        }

        return scores;
    }

    /// <summary>Proposes a point.</summary>
    public double[] Propose(ref KeyedStream stream)
    {
        var isOfPrior = stream.NextUniform() < ofPrior;
        var place = stream.NextUniform() * below[^1];
        var scores = ProposePrior(cloud.Dimensions, ref stream);
        if (isOfPrior)
        {
            return scores;
        }

        var found = Array.BinarySearch(below, place);
        var particle = Math.Min(found < 0 ? ~found : found + 1, cloud.Count - 1);
        factor.Multiply(scores, scores);
        var center = cloud.ScoresAt(particle);
        for (var row = 0; row < scores.Length; row++)
        {
            scores[row] += center[row];
        }

        return scores;
    }

    /// <summary>The logarithm of prior density over proposal density at a point: its weight before it is judged.</summary>
    public double LogWeight(ReadOnlySpan<double> scores)
    {
        var dimensions = cloud.Dimensions;
        Span<double> at = stackalloc double[dimensions];
        factor.Divide(scores, at);
        var logPrior = 0.0;
        foreach (var score in scores)
        {
            logPrior -= score * score / 2;
        }

        // The nearest particle sets the scale, so that a point far from all of them does not underflow.
        var distances = new double[cloud.Count];
        var nearest = double.PositiveInfinity;
        for (var particle = 0; particle < distances.Length; particle++)
        {
            var squared = 0.0;
            for (var row = 0; row < dimensions; row++)
            {
                var difference = at[row] - whitened[(particle * dimensions) + row];
                squared += difference * difference;
            }

            distances[particle] = squared;
            nearest = Math.Min(nearest, squared);
        }

        var sum = 0.0;
        for (var particle = 0; particle < distances.Length; particle++)
        {
            sum += cloud.Weights[particle] * Exponential.Of((nearest - distances[particle]) / 2);
        }

        var logKernel = Math.Log(sum) - (nearest / 2) + logScale;
        return ofPrior == 0
            ? logPrior - logKernel
            : -Math.Log(ofPrior + ((1 - ofPrior) * Math.Exp(logKernel - logPrior)));
    }
}
