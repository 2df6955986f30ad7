using Escalation.Loading;
using Escalation.Tuning;

namespace Escalation.Tests.Tuning.Robust;

internal sealed class RobustTuningTests
{
    private const int Bold = 0, Steady = 1, Hedge = 2;

    [TestCase(RobustCriterion.Expected, Bold)]
    [TestCase(RobustCriterion.WorstMean, Steady)]
    [TestCase(RobustCriterion.RegretPoint, Hedge)]
    public void Each_criterion_has_another_best_bet(RobustCriterion criterion, int best)
    {
        var found = Run(criterion, Bets.Policies);

        Assert.That(found.Table.Policies[0].Values[0], Is.EqualTo(best));
        Assert.That(found.Table.Policies, Has.Length.EqualTo(3));
        Assert.That(found.Written, Is.EqualTo(found.Table.Policies.IndexOf(Bets.Policies.Written)));
        Assert.That(found.Decision.By(criterion).Best, Is.Zero, "Fresh futures agree.");
        Assert.That(found.Decision.By(criterion).BestShares[0], Is.GreaterThan(0.95));
    }

    // All costs of effort and luck are shared by the three: regrets are those of the table, but for rounding.
    [Test]
    public void Regrets_in_fresh_futures_are_those_of_the_table()
    {
        var found = Run(RobustCriterion.Expected, Bets.Policies);
        (double Calm, double Storm)[] regrets = [(0, 6), (3, 0), (2, 1)];

        for (var policy = 0; policy < 3; policy++)
        {
            var (calm, storm) = regrets[(int)found.Table.Policies[policy].Values[0]];
            for (var future = 0; future < found.Table.Window.Count; future++)
            {
                var isStorm = found.Table.At(policy, future).Values[2] > 0.8;
                Assert.That(found.Matrix.Regret(policy, future), Is.EqualTo(isStorm ? storm : calm).Within(1e-9));
            }
        }
    }

    [Test]
    public void The_chosen_bet_fails_in_storms()
    {
        var failing = Run(RobustCriterion.Expected, Bets.Policies).Failing!;

        Assert.That(failing.IsConfirmed);
        Assert.That(failing.Share, Is.EqualTo(0.2).Within(0.02));
        var limit = failing.Found!.Box.Limits.Single();
        Assert.That(failing.Searched.Inputs[limit.Input].Name, Is.EqualTo("storm"));
        Assert.That(limit.Range.Lower, Is.EqualTo(0.8).Within(0.03));
        Assert.That(failing.Judged!.Density, Is.GreaterThan(0.9));
    }

    // By regret each future's wind has an effort of its own: what is at most (effort − wind)² away is least about the middle.
    [Test]
    public void Rounds_about_the_least_regret_find_the_effort_in_the_middle()
    {
        var found = Run(RobustCriterion.RegretPoint, Bets.Efforts);

        Assert.That(found.Table.Policies[0].Values[0], Is.EqualTo(Hedge));
        Assert.That(found.Table.Policies[0].Values[1], Is.EqualTo(0.5).Within(0.08));
        Assert.That(found.Rounds, Has.Length.EqualTo(4));
        Assert.That(found.Rounds[^1].Policies, Is.GreaterThan(found.Rounds[0].Policies));
    }

    [Test]
    public void Who_breaks_a_constraint_is_nobodys_best_and_shares_of_good_futures_are_counted()
    {
        var reading = EstimateText.ReadConstraint(Bets.Scenario, "probability(dear) <= 0.1").Value!;

        var found = Run(RobustCriterion.Expected, Bets.Policies, Bets.Price with { Constraints = [reading] });

        Assert.That(found.Table.Policies[0].Values[0], Is.EqualTo(Steady), "It alone is dear in less than a tenth of all.");
        Assert.That(found.Compared, Is.EqualTo(new[] { 0 }));
        Assert.That(found.Figure(RobustCriterion.MeanRegret, 1), Is.Null);
        Assert.That(found.GoodEnough[1].Value, Is.EqualTo(0.8).Within(0.02), "Where it is calm.");
    }

    [Test]
    public void A_threshold_counts_futures_in_which_a_policy_is_good_enough()
    {
        var found = Run(RobustCriterion.Expected, Bets.Policies, threshold: 4.7);

        Assert.That(found.GoodEnough[0].Value, Is.EqualTo(0.8).Within(0.02));
        Assert.That(
            found.Decision.By(RobustCriterion.Satisficing).Policies[0].Value,
            Is.EqualTo(found.GoodEnough[0].Value).Within(1e-12));
    }

    [TestCase(1)]
    [TestCase(3)]
    public void Any_number_of_threads_finds_the_same_bits(int threads)
    {
        var one = Run(RobustCriterion.RegretPoint, Bets.Efforts, threads: threads);
        var other = Run(RobustCriterion.RegretPoint, Bets.Efforts);

        Assert.That(one.Table.Policies, Is.EqualTo(other.Table.Policies));
        Assert.That(one.Decision.Rankings.SelectMany(ranking => ranking.Policies), Is.EqualTo(
            other.Decision.Rankings.SelectMany(ranking => ranking.Policies)));
    }

    private static RobustPolicies Run(
        RobustCriterion criterion, PolicySpace space, TuningGoal? goal = null, double threshold = double.NaN, int threads = 2)
    {
        var plan = new RobustPlan(criterion, Budget: 30_000, Futures: 256, Histories: 16, Seed: 1) { Threshold = threshold };
        return RobustTuning.Run(Bets.Session(threads: threads), goal ?? Bets.Price, space, Bets.Futures(), plan)!;
    }
}
