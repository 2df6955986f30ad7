using Escalation.Engine;

namespace Escalation.Language;

/// <summary>A sum of many parts.</summary>
internal static class NormalDistribution
{
    public static Distribution Description { get; } = Distribution.Of(
        "normal", "A sum of many small parts; it can be negative.",
        DistributionParameter.Free("mean", "its mean"),
        DistributionParameter.NotNegative("sd", "its standard deviation, not negative, in the unit of the mean",
            carriesQuantity: true),
        NormalVariate.Draw, NormalVariate.Fault, static (mean, sd) => sd is { Low: 0, High: 0 } ? mean : Bounds.Everything);
}
