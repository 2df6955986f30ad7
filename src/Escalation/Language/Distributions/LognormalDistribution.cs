using Escalation.Engine;

namespace Escalation.Language;

/// <summary>A product of many factors.</summary>
internal static class LognormalDistribution
{
    public static Distribution Description { get; } = Distribution.Of(
        "lognormal", "A product of many factors; two thirds lie between median / spread and median * spread.",
        DistributionParameter.NotNegative("median", "its median, not negative; 0 gives 0", carriesQuantity: true),
        new DistributionParameter("spread", "exp σ, at least 1; 1 is certainty", false, new Bounds(1, double.PositiveInfinity)),
        LognormalVariate.Draw, LognormalVariate.Fault,
        static (median, spread) => spread is { Low: 1, High: 1 } ? median : Supports.OfMean(median));
}
