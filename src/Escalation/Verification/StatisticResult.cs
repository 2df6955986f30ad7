using System.Collections.Immutable;
using Escalation.Experiments;

namespace Escalation.Verification;

/// <summary>What became of a figure.</summary>
public enum Verdict
{
    /// <summary>The estimate is where chance alone would put it.</summary>
    Agrees,

    /// <summary>The estimate is farther from the exact value than chance puts one in 100,000.</summary>
    Fails,

    /// <summary>So rare that these replications would not count it: it waits for more of them, or for a method for rare
    /// events.</summary>
    Waits,

    /// <summary>With so few replications the law of the estimate is not known well enough to judge.</summary>
    TooFew,
}

/// <summary>A figure of a case against its exact value.</summary>
/// <param name="Statistic">The figure.</param>
/// <param name="Estimate">What the replications say; NaN if they say nothing.</param>
/// <param name="Interval">Its 95 % interval; the whole line if they say nothing.</param>
/// <param name="Z">By how many standard errors the estimate is above the exact value; for a rare truth, the normal quantile of
/// the exact test's probability. NaN if there is none.</param>
/// <param name="Verdict">What follows from it.</param>
public sealed record StatisticResult(
    ReferenceStatistic Statistic, double Estimate, Interval Interval, double Z, Verdict Verdict);

/// <summary>All figures of a case against their exact values.</summary>
/// <param name="Case">The case.</param>
/// <param name="Plan">What was asked for.</param>
/// <param name="Seed">The seed of this case's replications, which follows from that of the plan.</param>
/// <param name="Statistics">One result a figure, in their order.</param>
public sealed record CaseResult(
    ReferenceCase Case, VerificationPlan Plan, ulong Seed, ImmutableArray<StatisticResult> Statistics)
{
    /// <summary>The command that repeats these results.</summary>
    public string Command => FormattableString.Invariant(
        $"escalate verify --case {Case.Id} --replications {Plan.Replications} --seed {Plan.Seed}");

    /// <summary>Says on one line what a figure is, what it should be, and how to see it again.</summary>
    /// <param name="figure">One of <see cref="Statistics"/>.</param>
    /// <returns>The line.</returns>
    public string Tell(StatisticResult figure)
    {
        var exact = figure.Statistic.IsSignOnly ? "a number above 0" : FormattableString.Invariant($"{figure.Statistic.Value}");
        return FormattableString.Invariant(
            $"{Case.Id} {figure.Statistic.Name}: {figure.Estimate:G7} instead of {exact}, z = {figure.Z:F2}; again: {Command}");
    }
}
