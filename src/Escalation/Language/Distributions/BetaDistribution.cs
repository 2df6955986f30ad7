using Escalation.Engine;

namespace Escalation.Language;

/// <summary>Shares and chances.</summary>
internal static class BetaDistribution
{
    public static Distribution Description { get; } = Distribution.Of(
        "beta", "An unknown share or chance, as after a successes and b failures.",
        DistributionParameter.Positive("a", "above 0; the mean is a / (a + b)"),
        DistributionParameter.Positive("b", "above 0"),
        BetaVariate.Draw, BetaVariate.Fault, static (_, _) => Bounds.EitherTruth);
}
