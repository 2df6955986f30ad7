using Escalation.Engine;

namespace Escalation.Language;

/// <summary>One toss.</summary>
internal static class BernoulliDistribution
{
    public static Distribution Description { get; } = Distribution.Of(
        "bernoulli", "1 with chance p, else 0.",
        DistributionParameter.Chance("p", "the chance of 1, from 0 to 1"),
        BernoulliVariate.Draw, BernoulliVariate.Fault,
        static p => new Bounds(p.Low >= 1 ? 1 : 0, p.High <= 0 ? 0 : 1), allowsPosition: true);
}
