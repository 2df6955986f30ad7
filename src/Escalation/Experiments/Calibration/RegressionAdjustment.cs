namespace Escalation.Experiments;

/// <summary>Moves the particles of an ABC posterior to where they would be if each had met the observation exactly.</summary>
/// <remarks>Local-linear regression of the normal scores on the simulated observations, weighted by Epanechnikov's kernel:
/// Beaumont, Zhang and Balding (2002), Genetics 162, 2025–2035. In normal scores no particle leaves the range of a
/// prior.</remarks>
internal static class RegressionAdjustment
{
    // A regression on fewer effective particles a coefficient adds more noise than it takes away.
    private const double LeastParticles = 10;

    // Added to the variance of each target, which is about 1: a target that hardly varies would have any slope.
    private const double Ridge = 1e-6;

    /// <summary>Adjusts a cloud.</summary>
    /// <param name="cloud">The particles.</param>
    /// <param name="differences">Of each particle, simulated less real observation, a number a target, scaled.</param>
    /// <param name="distances">Of each particle, from 0 to the width.</param>
    /// <param name="width">The tolerance, at which a particle no longer counts.</param>
    /// <returns>The adjusted cloud; null where there is nothing to adjust, or too little to do it with.</returns>
    public static ParticleCloud? Of(ParticleCloud cloud, double[][] differences, double[] distances, double width)
    {
        if (!double.IsFinite(width) || width == 0 || distances.All(distance => distance == 0))
        {
            return null;
        }

        var weights = new double[cloud.Count];
        for (var particle = 0; particle < weights.Length; particle++)
        {
            var share = distances[particle] / width;
            weights[particle] = cloud.Weights[particle] * (1 - (share * share));
        }

        var sum = weights.Sum();
        var targets = differences[0].Length;
        if (sum <= 0)
        {
            return null;
        }

        for (var particle = 0; particle < weights.Length; particle++)
        {
            weights[particle] /= sum;
        }

        return ParticleCloud.Effective(weights) < LeastParticles * (targets + 1)
            ? null
            : new(cloud.Dimensions, Moved(cloud, differences, weights), weights);
    }

    private static double[] Moved(ParticleCloud cloud, double[][] differences, double[] weights)
    {
        var targets = differences[0].Length;
        var mean = new double[targets];
        var covariance = new double[targets * targets];
        for (var particle = 0; particle < weights.Length; particle++)
        {
            for (var row = 0; row < targets; row++)
            {
                mean[row] += weights[particle] * differences[particle][row];
            }
        }

        for (var particle = 0; particle < weights.Length; particle++)
        {
            for (var row = 0; row < targets; row++)
            {
                for (var column = 0; column < targets; column++)
                {
                    covariance[(row * targets) + column] += weights[particle]
                        * (differences[particle][row] - mean[row]) * (differences[particle][column] - mean[column]);
                }
            }
        }

        for (var row = 0; row < targets; row++)
        {
            covariance[(row * targets) + row] += Ridge;
        }

        var factor = CovarianceFactor.Of(covariance, targets);
        var scores = new double[cloud.Count * cloud.Dimensions];
        var slopes = new double[targets];
        for (var row = 0; row < cloud.Dimensions; row++)
        {
            Array.Clear(slopes);
            for (var particle = 0; particle < weights.Length; particle++)
            {
                for (var target = 0; target < targets; target++)
                {
                    slopes[target] += weights[particle]
                        * (differences[particle][target] - mean[target]) * cloud.ScoresAt(particle)[row];
                }
            }

            factor.Solve(slopes, slopes);
            for (var particle = 0; particle < weights.Length; particle++)
            {
                var score = cloud.ScoresAt(particle)[row];
                for (var target = 0; target < targets; target++)
                {
                    score -= slopes[target] * differences[particle][target];
                }

                scores[(particle * cloud.Dimensions) + row] = score;
            }
        }

        return scores;
    }
}
