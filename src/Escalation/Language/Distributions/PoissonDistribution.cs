using Escalation.Engine;

namespace Escalation.Language;

/// <summary>Counts of independent events.</summary>
internal static class PoissonDistribution
{
    public static Distribution Description { get; } = Distribution.Of(
        "poisson", "A count of events that do not know of each other.",
        DistributionParameter.NotNegative("mean", "its mean, not negative; 0 gives 0", carriesQuantity: false),
        PoissonVariate.Draw, PoissonVariate.Fault, Supports.OfMean,
        preparation: new(PoissonVariate.IsPrepared, PoissonVariate.ChanceOfNone, PoissonVariate.DrawPrepared));
}
