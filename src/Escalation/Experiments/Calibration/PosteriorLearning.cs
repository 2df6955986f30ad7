using System.Collections.Immutable;

namespace Escalation.Experiments;

/// <summary>What the data taught about one uncertainty.</summary>
/// <param name="Prior">Draws from its prior.</param>
/// <param name="Posterior">Its posterior.</param>
public sealed record PosteriorLearning(WeightedSample Prior, WeightedSample Posterior)
{
    // Kolmogorov's law: P(K > 1.6276) = 0.01.
    private const double CriticalGap = 1.6276;

    /// <summary>The greatest distance between the distribution functions of prior and posterior, from 0 to 1.</summary>
    public double Distance { get; } = Prior.DistanceTo(Posterior);

    /// <summary>The distance that two samples of this size from one law exceed once in a hundred times.</summary>
    /// <remarks>Smirnov (1948), Annals of Mathematical Statistics 19, 279–281, with the effective numbers of particles.</remarks>
    public double DistanceByChance => CriticalGap * Math.Sqrt((1 / Prior.EffectiveCount) + (1 / Posterior.EffectiveCount));

    /// <summary>How much of the prior's variance is gone: 1 − variance of the posterior / variance of the prior; negative if the
    /// posterior is wider. NaN if the prior does not vary.</summary>
    public double Contraction => Prior.Variance > 0 ? 1 - (Posterior.Variance / Prior.Variance) : double.NaN;

    /// <summary>Gets a value indicating whether the data moved it more than chance would.</summary>
    public bool IsInformed => Distance > DistanceByChance;

    /// <summary>What the data taught about each uncertainty.</summary>
    /// <param name="prior">Draws from the prior: of each uncertainty, one value a draw.</param>
    /// <param name="posterior">The particles: of each uncertainty, one value a particle.</param>
    /// <param name="weights">One a particle.</param>
    /// <returns>One an uncertainty.</returns>
    public static ImmutableArray<PosteriorLearning> Of(double[][] prior, double[][] posterior, ReadOnlySpan<double> weights)
    {
        ArgumentNullException.ThrowIfNull(prior);
        ArgumentNullException.ThrowIfNull(posterior);
        var found = ImmutableArray.CreateBuilder<PosteriorLearning>(prior.Length);
        for (var index = 0; index < prior.Length; index++)
        {
            if (WeightedSample.Of(prior[index]) is not { } before
                || WeightedSample.Of(posterior[index], weights) is not { } after)
            {
                throw new ArgumentException("An uncertainty has values in prior and posterior.", nameof(prior));
            }

            found.Add(new(before, after));
        }

        return found.MoveToImmutable();
    }
}
