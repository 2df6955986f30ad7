using Escalation.Engine;

namespace Escalation.Language;

/// <summary>Anything between two ends.</summary>
internal static class UniformDistribution
{
    public static Distribution Description { get; } = Distribution.Of(
        "uniform", "Anything between two ends, all equally likely.",
        DistributionParameter.Free("low", "the least value"),
        DistributionParameter.Free("high", "the greatest value, not below low"),
        UniformVariate.Draw, UniformVariate.Fault, static (low, high) => Bounds.Hull(low, high));
}
