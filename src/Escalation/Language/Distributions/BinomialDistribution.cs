using Escalation.Engine;

namespace Escalation.Language;

/// <summary>Successes in a number of trials.</summary>
internal static class BinomialDistribution
{
    public static Distribution Description { get; } = Distribution.Of(
        "binomial", "How many of n trials succeed, each with chance p.",
        DistributionParameter.NotNegative("n", "how many trials, a whole number, not negative", carriesQuantity: false),
        DistributionParameter.Chance("p", "the chance of each, from 0 to 1"),
        BinomialVariate.Draw, BinomialVariate.Fault, static (n, _) => new Bounds(0, Math.Max(0, n.High)));
}
