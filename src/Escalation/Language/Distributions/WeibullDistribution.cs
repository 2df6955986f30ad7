using Escalation.Engine;

namespace Escalation.Language;

/// <summary>Waits that age.</summary>
internal static class WeibullDistribution
{
    public static Distribution Description { get; } = Distribution.Of(
        "weibull", "A wait whose hazard rises with time if the shape is above 1, and falls if it is below.",
        DistributionParameter.NotNegative("scale", "its scale, not negative; 0 gives 0", carriesQuantity: true),
        DistributionParameter.Positive("shape", "above 0; 1 is exponential"),
        WeibullVariate.Draw, WeibullVariate.Fault, static (scale, _) => Supports.OfMean(scale));
}
