using System.Collections.Immutable;
using Escalation.Experiments;

namespace Escalation.Tuning;

/// <summary>Looks for the policy whose regret is small in nine of ten futures: it compares candidates in the same futures, and
/// in some rounds puts new ones about the best of them, closer each time.</summary>
/// <remarks>The mean regret needs no search of its own: what the best of a future costs is the same for all policies, so the
/// policy of least mean regret is that of least mean. A quantile of regret is another matter.</remarks>
internal sealed class RegretRounds
{
    private const int Rounds = 3;
    private const int Fresh = 6;
    private const int Parents = 3;
    private const int MostFutures = 128;

    /// <summary>Half the width of the box about the best in the first round, in parts of ranges; each round halves it.</summary>
    private const double FirstHalfWidth = 0.2;

    private readonly PolicySpace space;
    private readonly RobustPlan plan;
    private readonly ImmutableArray<RegretRound>.Builder rounds = ImmutableArray.CreateBuilder<RegretRound>();
    private FutureTable table;
    private ImmutableArray<int> order;
    private ImmutableArray<double> domains;

    private RegretRounds(PolicySpace space, RobustPlan plan, FutureTable table) =>
        (this.space, this.plan, this.table) = (space, plan, table);

    /// <summary>The policies by regret, the best first.</summary>
    internal ImmutableArray<Point> ByRegret => [.. order.Select(place => table.Policies[place])];

    /// <summary>Those that are the best of some future, that of the most futures first.</summary>
    internal ImmutableArray<Point> BestSomewhere =>
    [
        .. Enumerable.Range(0, order.Length).Where(place => domains[place] > 0).OrderByDescending(place => domains[place])
            .Select(place => table.Policies[order[place]]),
    ];

    /// <summary>How it went.</summary>
    internal ImmutableArray<RegretRound> All => rounds.ToImmutable();

    /// <summary>Looks for it.</summary>
    /// <param name="session">Runs the points.</param>
    /// <param name="goal">What is asked of policies in each future.</param>
    /// <param name="futures">The futures.</param>
    /// <param name="space">All policies.</param>
    /// <param name="candidates">The policies to begin with.</param>
    /// <param name="plan">How.</param>
    /// <param name="tell">Takes what is being done, in few words.</param>
    internal static RegretRounds Run(
        PointSession session,
        TuningGoal goal,
        FutureSequence futures,
        PolicySpace space,
        IEnumerable<Point> candidates,
        RobustPlan plan,
        Action<string>? tell)
    {
        var window = new FutureWindow(RobustPlan.FirstOfComparison, Math.Min(plan.Futures, MostFutures), plan.Histories);
        tell?.Invoke("comparing regrets");
        var run = new RegretRounds(space, plan, FutureTable.Run(session, goal, futures, window, candidates));
        run.Rank();
        for (var round = 1; round <= Rounds && !space.Ranges.IsEmpty; round++)
        {
            tell?.Invoke(FormattableString.Invariant($"comparing regrets, round {round} of {Rounds}"));
            run.table = run.table.With(session, futures, run.About(round));
            run.Rank();
        }

        return run;
    }

    private void Rank()
    {
        ImmutableArray<int> all = [.. Enumerable.Range(0, table.Policies.Length)];
        var kept = all.Where(policy => table.Trial(policy, RobustCriterion.Expected).IsFeasible).ToList();
        var compared = table.Comparable(kept.Count > 0 ? kept : all);
        if (compared.IsEmpty)
        {
            // Nothing can be said of regrets: the order stays as the search had it.
            (order, domains) = (all, [.. all.Select(_ => 0.0)]);
            return;
        }

        var figures = new FutureFigures(table.Matrix(compared), new RobustOptions());
        var values = new double[Enum.GetValues<RobustCriterion>().Length * compared.Length];
        figures.Compute([.. Enumerable.Range(0, figures.FutureCount)], values);
        var sorted = Enumerable.Range(0, compared.Length).OrderBy(place => Of(RobustCriterion.RegretPoint, place))
            .ThenBy(place => Of(RobustCriterion.MeanRegret, place)).ToList();
        order = [.. sorted.Select(place => compared[place])];
        domains = [.. sorted.Select(place => Of(RobustCriterion.Domain, place))];
        rounds.Add(new(table.Policies.Length, table.Policies[order[0]], Of(RobustCriterion.RegretPoint, sorted[0])));

        double Of(RobustCriterion criterion, int place) => values[((int)criterion * compared.Length) + place];
    }

    // Some about the best one, which keep its choices, and the middle of the best few.
    private List<Point> About(int round)
    {
        var best = ByRegret;
        var centre = Coordinates(best[0]);
        var choices = Choices(best[0]);
        var half = FirstHalfWidth * Math.Pow(0.5, round - 1);
        var spread = SobolSequence.Scrambled(
            plan.Seed, FormattableString.Invariant($"regret round {round}"), Fresh, space.Ranges.Length);
        var near = Enumerable.Range(0, Fresh).Select(row => space.At(
            centre.Select((middle, lever) => Math.Clamp(middle + (half * ((2 * spread.Row(row)[lever]) - 1)), 0, 1)).ToArray(),
            choices));
        var parents = best.Take(Parents).Where(policy => Choices(policy).SequenceEqual(choices)).Select(Coordinates).ToList();
        var middle = space.At(centre.Select((_, lever) => parents.Average(parent => parent[lever])).ToArray(), choices);
        var fresh = new List<Point>();
        RobustCandidates.Add(fresh, space, near.Append(middle), int.MaxValue);
        return fresh;
    }

    private double[] Coordinates(Point policy) => [.. space.Ranges.Select(lever =>
        Math.Clamp((policy.Values[lever.Parameter] - lever.Low) / (lever.High - lever.Low), 0, 1))];

    private int[] Choices(Point policy) =>
        [.. space.Choices.Select(lever => Math.Max(0, lever.Values.IndexOf(policy.Values[lever.Parameter])))];
}

/// <summary>One round of looking for small regrets.</summary>
/// <param name="Policies">How many policies were held against each other.</param>
/// <param name="Best">The one of least regret.</param>
/// <param name="Regret">What its regret did not exceed in nine of ten futures, as it looked then.</param>
public sealed record RegretRound(int Policies, Point Best, double Regret);
