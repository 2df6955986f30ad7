using System.Collections.Immutable;
using Escalation.Experiments;

namespace Escalation.Tuning;

/// <summary>Looks for the best policy by one objective under what nobody knows: a search over futures, then all candidates side
/// by side in fresh ones.</summary>
public static class RobustTuning
{
    private const int MostCompared = 24;

    /// <summary>Policies that are compared in the end are so far from each other, in parts of ranges.</summary>
    private const double LeastDistance = 0.05;

    /// <summary>Looks for it.</summary>
    /// <param name="session">Runs the points.</param>
    /// <param name="goal">What is looked for; one objective.</param>
    /// <param name="space">The policies.</param>
    /// <param name="futures">The futures.</param>
    /// <param name="plan">How.</param>
    /// <param name="tell">Takes what is being done, in few words; null: nobody watches.</param>
    /// <returns>What was found; null if the policy that the search chose has no value in any future.</returns>
    /// <exception cref="PointFaultException">A replication failed.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public static RobustPolicies? Run(
        PointSession session,
        TuningGoal goal,
        PolicySpace space,
        FutureSequence futures,
        RobustPlan plan,
        Action<string>? tell = null)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(goal);
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(futures);
        ArgumentNullException.ThrowIfNull(plan);
        var trials = new FutureTrials(session, goal, futures, plan.Searched, plan.HistoriesOfSearch(goal));
        var search = PolicyTuning.Run(trials, space, new(plan.Budget, plan.Futures, plan.Seed), areShares: false, tell);
        var candidates = RobustCandidates.Of(space, search, plan.Seed);
        ImmutableArray<RegretRound> rounds = [];
        if (plan.Criterion == RobustCriterion.RegretPoint)
        {
            var regrets = RegretRounds.Run(session, goal, futures, space, candidates, plan, tell);
            rounds = regrets.All;
            candidates = Judged(space, regrets, search.Best.Policy, candidates);
        }

        tell?.Invoke(FormattableString.Invariant($"judging {candidates.Length} policies"));
        var window = new FutureWindow(RobustPlan.FirstOfJudgement, plan.Futures, plan.Histories);
        var table = FutureTable.Run(session, goal, futures, window, candidates);
        return Judge(session, goal, space, futures, plan, new(search, rounds, table));
    }

    // Close to each other they would say the same; what is the best of some future gives the others their regret.
    private static ImmutableArray<Point> Judged(
        PolicySpace space, RegretRounds regrets, Point bestOnAverage, ImmutableArray<Point> candidates)
    {
        List<Point> judged = [.. new[] { regrets.ByRegret[0], space.Written, bestOnAverage }.Distinct()];
        var most = Math.Max(MostCompared, space.Ranges.IsEmpty ? candidates.Length : 0);
        var others = regrets.BestSomewhere.Concat(regrets.ByRegret).Concat(candidates);
        RobustCandidates.Add(judged, space, others, most, LeastDistance);
        return [.. judged];
    }

    private static RobustPolicies? Judge(
        PointSession session, TuningGoal goal, PolicySpace space, FutureSequence futures, RobustPlan plan, Candidates found)
    {
        var table = found.Table;
        var trials = Enumerable.Range(0, table.Policies.Length)
            .Select(policy => table.Trial(policy, plan.Searched)).ToImmutableArray();

        // The chosen policy was chosen before; whoever breaks a constraint is nobody's best. If all do, it is among them.
        ImmutableArray<int> all = [.. Enumerable.Range(0, trials.Length)];
        var kept = all.Where(policy => policy == 0 || trials[policy].IsFeasible).ToList();
        var compared = table.Comparable(kept.Count > 1 || trials[0].IsFeasible ? kept : all);
        if (compared.IsEmpty)
        {
            return null;
        }

        var matrix = table.Matrix(compared);
        var far = double.IsNaN(plan.Far) ? UsualFar(matrix) : plan.Far;
        var decision = RobustDecision.Of(
            matrix, new RobustOptions { Threshold = plan.Threshold, Far = far }, new BootstrapPlan(plan.Seed, "robust tuning"));
        var regrets = Enumerable.Range(0, plan.Futures).Select(future => matrix.Regret(0, future));
        var failing = FailingFutures.Of(session.Scenario, futures, table, 0, [.. regrets], far);
        return new()
        {
            Search = found.Search,
            Rounds = found.Rounds,
            Table = table,
            Trials = trials,
            Compared = compared,
            Written = table.Policies.IndexOf(space.Written),
            Matrix = matrix,
            Decision = decision,
            Far = far,
            GoodEnough = GoodEnough(goal, plan, table),
            Failing = failing,
        };
    }

    // A tenth of what policies differ by.
    private static double UsualFar(PolicyMatrix matrix) => 0.1 * matrix.Futures.Average(future =>
    {
        var means = Enumerable.Range(0, matrix.PolicyCount).Select(policy => matrix.Mean(policy, future)).ToList();
        return means.Max() - means.Min();
    });

    // Of the futures in which all that is asked has a value.
    private static ImmutableArray<ProportionEstimate> GoodEnough(TuningGoal goal, RobustPlan plan, FutureTable table)
    {
        if (double.IsNaN(plan.Threshold) && goal.Constraints.IsEmpty)
        {
            return [];
        }

        return [.. Enumerable.Range(0, table.Policies.Length).Select(Share)];

        ProportionEstimate Share(int policy)
        {
            var kept = Enumerable.Range(0, plan.Futures).Select(future => Excess(policy, future))
                .Where(excess => !double.IsNaN(excess)).Select(excess => excess <= 0).ToList();
            return ProportionEstimate.Of(kept.Count(isKept => isKept), kept.Count);
        }

        double Excess(int policy, int future)
        {
            var excess = double.IsNaN(plan.Threshold) ? double.NegativeInfinity : table.Value(policy, future) - plan.Threshold;
            for (var formula = 1; formula <= goal.Constraints.Length; formula++)
            {
                excess = Math.Max(excess, table.Value(policy, future, formula));
            }

            return excess;
        }
    }

    private sealed record Candidates(TunedPolicy Search, ImmutableArray<RegretRound> Rounds, FutureTable Table);
}
