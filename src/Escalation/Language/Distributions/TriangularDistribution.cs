using Escalation.Engine;

namespace Escalation.Language;

/// <summary>A guess with a most likely value.</summary>
internal static class TriangularDistribution
{
    public static Distribution Description { get; } = Distribution.Of(
        "triangular", "A guess with a least, a most likely and a greatest value.",
        [
            DistributionParameter.Free("low", "the least value"),
            DistributionParameter.Free("mode", "the most likely value, between low and high"),
            DistributionParameter.Free("high", "the greatest value, not below low"),
        ],
        TriangularVariate.Draw, TriangularVariate.Fault, static (low, _, high) => Bounds.Hull(low, high));
}
