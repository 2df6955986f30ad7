using Escalation.Engine;

namespace Escalation.Language;

/// <summary>Waits in several stages.</summary>
internal static class GammaDistribution
{
    public static Distribution Description { get; } = Distribution.Of(
        "gamma", "A wait in several stages; the larger the shape, the more regular.",
        DistributionParameter.NotNegative("mean", "its mean, not negative; 0 gives 0", carriesQuantity: true),
        DistributionParameter.Positive("shape", "above 0; 1 is exponential, the coefficient of variation is 1/√shape"),
        GammaVariate.Draw, GammaVariate.Fault, static (mean, _) => Supports.OfMean(mean));
}
