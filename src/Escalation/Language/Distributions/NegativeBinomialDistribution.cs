using Escalation.Engine;

namespace Escalation.Language;

/// <summary>Counts that cluster.</summary>
internal static class NegativeBinomialDistribution
{
    public static Distribution Description { get; } = Distribution.Of(
        "negative_binomial", "A count that clusters: Poisson with a gamma-distributed mean.",
        DistributionParameter.NotNegative("mean", "its mean, not negative; 0 gives 0", carriesQuantity: false),
        DistributionParameter.Positive("shape", "above 0; the variance is mean + mean² / shape, 1 is geometric"),
        NegativeBinomialVariate.Draw, NegativeBinomialVariate.Fault, static (mean, _) => Supports.OfMean(mean));
}
