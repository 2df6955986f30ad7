using Escalation.Engine;

namespace Escalation.Experiments;

/// <summary>Proposes points near the particles of a cloud, and says how likely the prior would be to give them instead.</summary>
/// <remarks>A mixture: a share of the proposals comes from the prior itself, which bounds every weight by its inverse (Hesterberg
/// 1995, Technometrics 37, 185–194); the others are normal about a particle drawn by its weight, with a multiple of the cloud's
/// covariance (Beaumont, Cornuet, Marin and Robert 2009, Biometrika 96, 983–990). Among many uncertainties this holds in the
/// <see cref="InformedDirections"/> alone, and across them every proposal comes from the prior: there the two densities are the
/// same and cancel.</remarks>
internal sealed class ParticleKernel
{
    private readonly ParticleCloud cloud;
    private readonly double[][]? basis;
    private readonly int directions;
    private readonly CovarianceFactor factor;
    private readonly double ofPrior;
    private readonly double[] places;
    private readonly double[] whitened;
    private readonly double[] below;
    private readonly double logScale;

    /// <summary>Initializes a new instance of the <see cref="ParticleKernel"/> class.</summary>
    /// <param name="cloud">The particles.</param>
    /// <param name="width">What the covariance is multiplied by; above 0.</param>
    /// <param name="ofPrior">The share of the prior; from 0 to 1.</param>
    /// <param name="basis">Orthonormal directions in which particles matter; null: all coordinates.</param>
    public ParticleKernel(ParticleCloud cloud, double width, double ofPrior, double[][]? basis = null)
    {
        (this.cloud, this.ofPrior, this.basis) = (cloud, ofPrior, basis);
        directions = basis?.Length ?? cloud.Dimensions;
        places = new double[cloud.Count * directions];
        below = new double[cloud.Count];
        var sum = 0.0;
        for (var particle = 0; particle < cloud.Count; particle++)
        {
            Place(cloud.ScoresAt(particle), places.AsSpan(particle * directions, directions));
            below[particle] = sum += cloud.Weights[particle];
        }

        var covariance = basis is null
            ? cloud.Covariance()
            : new ParticleCloud(directions, places, cloud.Weights.ToArray()).Covariance();
        factor = CovarianceFactor.Of(Array.ConvertAll(covariance, entry => entry * width), directions);
        whitened = new double[places.Length];
        for (var particle = 0; particle < cloud.Count; particle++)
        {
            var at = particle * directions;
            factor.Divide(places.AsSpan(at, directions), whitened.AsSpan(at, directions));
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
        var drawn = new double[directions];
        Place(scores, drawn);
        var step = new double[directions];
        factor.Multiply(drawn, step);
        for (var row = 0; row < directions; row++)
        {
            // What the prior drew along a direction gives way to what the kernel says.
            var change = places[(particle * directions) + row] + step[row] - drawn[row];
            for (var column = 0; column < scores.Length; column++)
            {
                scores[column] += basis is null ? column == row ? change : 0 : change * basis[row][column];
            }
        }

        return scores;
    }

    /// <summary>The logarithm of prior density over proposal density at a point: its weight before it is judged.</summary>
    public double LogWeight(ReadOnlySpan<double> scores)
    {
        Span<double> at = stackalloc double[directions];
        Place(scores, at);
        var logPrior = 0.0;
        foreach (var place in at)
        {
            logPrior -= place * place / 2;
        }

        factor.Divide(at, at);

        // The nearest particle sets the scale, so that a point far from all of them does not underflow.
        var distances = new double[cloud.Count];
        var nearest = double.PositiveInfinity;
        for (var particle = 0; particle < distances.Length; particle++)
        {
            var squared = 0.0;
            for (var row = 0; row < directions; row++)
            {
                var difference = at[row] - whitened[(particle * directions) + row];
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

    // Where a point lies along the directions.
    private void Place(ReadOnlySpan<double> scores, Span<double> place)
    {
        if (basis is null)
        {
            scores.CopyTo(place);
            return;
        }

        for (var row = 0; row < directions; row++)
        {
            place[row] = 0;
            for (var column = 0; column < scores.Length; column++)
            {
                place[row] += basis[row][column] * scores[column];
            }
        }
    }
}
