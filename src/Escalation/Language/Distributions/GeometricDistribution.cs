using Escalation.Engine;

namespace Escalation.Language;

/// <summary>Failures before the first success.</summary>
internal static class GeometricDistribution
{
    public static Distribution Description { get; } = Distribution.Of(
        "geometric", "A count on 0, 1, 2, … that stops each time with the same chance: failures before the first success.",
        DistributionParameter.NotNegative("mean", "its mean, not negative; 0 gives 0", carriesQuantity: false),
        GeometricVariate.Draw, GeometricVariate.Fault, Supports.OfMean);
}
