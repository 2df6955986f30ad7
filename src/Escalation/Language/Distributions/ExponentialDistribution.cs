using Escalation.Engine;

namespace Escalation.Language;

/// <summary>Waits without memory.</summary>
internal static class ExponentialDistribution
{
    public static Distribution Description { get; } = Distribution.Of(
        "exponential", "A wait without memory.",
        DistributionParameter.NotNegative("mean", "its mean, not negative; 0 gives 0", carriesQuantity: true),
        ExponentialVariate.Draw, ExponentialVariate.Fault, Supports.OfMean);
}
