using System.Collections.Immutable;
using Escalation.Experiments;

namespace Escalation.Tuning;

/// <summary>Policies judged over futures nobody can choose.</summary>
/// <param name="FutureCount">How many futures count.</param>
/// <param name="LeftOut">How many are left out: those without weight, or in which a policy has no value.</param>
/// <param name="Rankings">One for each <see cref="RobustCriterion"/>, in their order.</param>
/// <remarks>Lempert, Groves, Popper and Bankes (2006), Management Science 52, 514–528.</remarks>
public sealed record RobustDecision(int FutureCount, int LeftOut, ImmutableArray<RobustRanking> Rankings)
{
    private static readonly ImmutableArray<RobustCriterion> Criteria = [.. Enum.GetValues<RobustCriterion>()];

    /// <summary>Judges policies by all criteria.</summary>
    /// <param name="matrix">What they cost in futures.</param>
    /// <param name="options">What counts as bad, good enough and far.</param>
    /// <param name="plan">How futures are drawn anew for intervals.</param>
    /// <returns>Figures with intervals.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static RobustDecision Of(PolicyMatrix matrix, RobustOptions options, BootstrapPlan plan)
    {
        options.Check();
        var figures = new FutureFigures(matrix, options);
        var (policies, count) = (matrix.PolicyCount, Criteria.Length * matrix.PolicyCount);
        var wins = new double[count];

        // The first call is for the futures as they are, all others for resamples.
        var isResample = false;
        var estimates = Bootstrap.Of(plan, matrix.Futures.Length, count, (places, values) =>
        {
            figures.Compute(places, values);
            if (isResample)
            {
                AddWins(values, policies, wins);
            }

            isResample = true;
        });

        return new(
            matrix.Futures.Length,
            matrix.FutureCount - matrix.Futures.Length,
            [.. Criteria.Select(criterion => Ranking(criterion, policies, estimates, wins, plan.Resamples))]);
    }

    /// <summary>The ranking by a criterion.</summary>
    /// <param name="criterion">The criterion.</param>
    /// <returns>All policies by it.</returns>
    public RobustRanking By(RobustCriterion criterion) => Rankings[Criteria.IndexOf(criterion)];

    private static RobustRanking Ranking(
        RobustCriterion criterion, int policies, BootstrapEstimate[] estimates, double[] wins, int resamples)
    {
        var from = Criteria.IndexOf(criterion) * policies;
        double[] values = [.. estimates.AsSpan(from, policies).ToArray().Select(estimate => estimate.Value)];
        var ranking = new RobustRanking(
            criterion,
            [.. estimates.AsSpan(from, policies)],
            -1,
            [.. wins.AsSpan(from, policies).ToArray().Select(number => number / resamples)]);
        var leading = Leading(values, ranking.IsGreatestBest);
        return ranking with { Best = Array.FindIndex(values, value => value == leading) };
    }

    private static void AddWins(ReadOnlySpan<double> values, int policies, double[] wins)
    {
        for (var place = 0; place < Criteria.Length; place++)
        {
            var ofAll = values.Slice(place * policies, policies);
            var isGreatestBest = new RobustRanking(Criteria[place], [], -1, []).IsGreatestBest;
            var leading = Leading(ofAll, isGreatestBest);
            var equal = ofAll.Count(leading);
            for (var policy = 0; policy < policies; policy++)
            {
                wins[(place * policies) + policy] += ofAll[policy] == leading ? 1.0 / equal : 0;
            }
        }
    }

    // NaN equals nothing, so that nobody wins where nobody has a figure.
    private static double Leading(ReadOnlySpan<double> values, bool isGreatestBest)
    {
        var leading = double.NaN;
        foreach (var value in values)
        {
            leading = double.IsNaN(leading) || (isGreatestBest ? value > leading : value < leading) ? value : leading;
        }

        return leading;
    }
}
