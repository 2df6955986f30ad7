using Escalation.Experiments;
using Escalation.Tuning;

namespace Escalation.Tests.Tuning.Robust;

internal sealed class RobustDecisionTests
{
    private const double None = double.NaN;

    // Two policies in four futures. Regrets are 0, 1, 0, 7 and 3, 0, 1, 0.
    private static readonly double[] Means = [0, 4, 2, 10, 3, 3, 3, 3];
    private static readonly RobustOptions Options = new() { Threshold = 3, Far = 3 };
    private static readonly BootstrapPlan Plan = new(1, "robust", 400);

    [TestCase(RobustCriterion.Expected, 4, 3)]
    [TestCase(RobustCriterion.WorstMean, 10, 3)]
    [TestCase(RobustCriterion.MeanRegret, 2, 1)]
    [TestCase(RobustCriterion.RegretPoint, 7, 3)]
    [TestCase(RobustCriterion.GreatestRegret, 7, 3)]
    [TestCase(RobustCriterion.Satisficing, 0.5, 1)]
    [TestCase(RobustCriterion.Domain, 0.5, 0.5)]
    [TestCase(RobustCriterion.SeldomFar, 0.75, 1)]
    public void Two_policies_in_four_futures_by_hand(RobustCriterion criterion, double first, double second)
    {
        var ranking = RobustDecision.Of(new(2, Means, Means), Options, Plan).By(criterion);

        Assert.That(ranking.Criterion, Is.EqualTo(criterion));
        Assert.That(ranking.Policies.Select(policy => policy.Value), Is.EqualTo(new[] { first, second }).Within(1e-14));
        Assert.That(ranking.Best, Is.EqualTo(first == second ? 0 : 1));
        Assert.That(ranking.Policies.All(policy => policy.Interval.Contains(policy.Value)), Is.True);
    }

    // Weights ½, ¼, ⅛, ⅛. The worst 0.3: all of 10, and 0.175 of 4.
    [Test]
    public void Futures_have_weights_and_the_last_of_the_worst_counts_in_part()
    {
        var matrix = new PolicyMatrix(2, Means, Means, [4, 2, 1, 1]);

        var found = RobustDecision.Of(matrix, Options with { WorstShare = 0.3, RegretShare = 0.625, Tie = 1, Far = 1 }, Plan);

        Assert.That(Value(RobustCriterion.Expected), Is.EqualTo(2.5).Within(1e-14));
        Assert.That(Value(RobustCriterion.WorstMean), Is.EqualTo(((0.125 * 10) + (0.175 * 4)) / 0.3).Within(1e-13));
        Assert.That(Value(RobustCriterion.MeanRegret), Is.EqualTo(0.25 + (7.0 / 8)).Within(1e-14));
        Assert.That(Value(RobustCriterion.RegretPoint), Is.Zero, "0.625 of the weight has no regret");
        Assert.That(Value(RobustCriterion.Domain), Is.EqualTo(0.875).Within(1e-14));
        Assert.That(Value(RobustCriterion.SeldomFar), Is.EqualTo(0.875).Within(1e-14));

        double Value(RobustCriterion criterion) => found.By(criterion).Policies[0].Value;
    }

    [Test]
    public void With_the_whole_for_the_worst_share_it_is_the_mean()
    {
        var found = RobustDecision.Of(new(2, Means, Means), Options with { WorstShare = 1 }, Plan);

        Assert.That(found.By(RobustCriterion.WorstMean).Policies.Select(policy => policy.Value), Is.EqualTo(new[] { 4.0, 3 }));
    }

    [Test]
    public void Resamples_say_how_sure_the_best_is()
    {
        var found = RobustDecision.Of(new(2, Means, Means), Options, Plan);

        foreach (var ranking in found.Rankings)
        {
            Assert.That(ranking.BestShares.Sum(), Is.EqualTo(1).Within(1e-9), $"{ranking.Criterion}");
        }

        // The first policy is the better one on average unless 10 or enough of 4 is drawn.
        Assert.That(found.By(RobustCriterion.Expected).BestShares[0], Is.InRange(0.2, 0.5));
        var clear = RobustDecision.Of(new(2, [1, 2, 3, 4], [1, 2, 3, 4]), Options, Plan);
        Assert.That(clear.By(RobustCriterion.Expected).BestShares, Is.EqualTo(new[] { 1.0, 0 }));
    }

    [Test]
    public void A_future_without_a_value_is_left_out_for_all()
    {
        double[] first = [0, 4, None, 10, 3, 3, 3, 3], second = [0, 4, 2, 10, 3, 3, 3, None];
        var matrix = new PolicyMatrix(2, first, second);

        var found = RobustDecision.Of(matrix, Options, Plan);

        Assert.That((found.FutureCount, found.LeftOut), Is.EqualTo((2, 2)));
        Assert.That(matrix.Futures, Is.EqualTo(new[] { 0, 1 }));
        Assert.That(matrix.Mean(1, 2), Is.NaN);
        Assert.That(matrix.Regret(1, 3), Is.NaN);
        Assert.That(matrix.RawRegret(0, 3), Is.NaN);
        Assert.That(found.By(RobustCriterion.Expected).Policies.Select(policy => policy.Value), Is.EqualTo(new[] { 2.0, 3 }));
    }

    [Test]
    public void Without_a_threshold_no_policy_is_good_enough_and_none_is_the_best()
    {
        var ranking = RobustDecision.Of(new(2, Means, Means), new RobustOptions(), Plan).By(RobustCriterion.Satisficing);

        Assert.That(ranking.Policies.Select(policy => policy.Value), Is.All.NaN);
        Assert.That(ranking.Best, Is.EqualTo(-1));
        Assert.That(ranking.BestShares, Is.All.Zero);
    }

    // The worst are no better than the mean, the greatest no less than a point, and somebody is the best everywhere.
    [FsCheck.NUnit.Property(MaxTest = 50, Replay = "5,1")]
    public bool Figures_keep_their_order(byte[] values)
    {
        double[] means = [.. values.Append((byte)3).Append((byte)7).Chunk(2).Where(pair => pair.Length == 2)
            .SelectMany(pair => pair.Select(value => (double)value))];
        var found = RobustDecision.Of(new(2, means, means), Options with { Far = 5 }, Plan with { Resamples = 100 });

        return Value(RobustCriterion.Expected, 0) <= Value(RobustCriterion.WorstMean, 0) + 1e-9
            && Value(RobustCriterion.RegretPoint, 1) <= Value(RobustCriterion.GreatestRegret, 1)
            && Value(RobustCriterion.Domain, 0) + Value(RobustCriterion.Domain, 1) >= 1 - 1e-12;

        double Value(RobustCriterion criterion, int policy) => found.By(criterion).Policies[policy].Value;
    }

    [Test]
    public void The_same_seed_gives_the_same_bits() => Assert.That(
        RobustDecision.Of(new(2, Means, Means), Options, Plan).Rankings.SelectMany(ranking => ranking.Policies),
        Is.EqualTo(RobustDecision.Of(new(2, Means, Means), Options, Plan).Rankings.SelectMany(ranking => ranking.Policies)));

    [Test]
    public void Options_that_say_nothing_are_refused()
    {
        var matrix = new PolicyMatrix(2, Means, Means);

        foreach (var options in new[]
        {
            Options with { WorstShare = 0 }, Options with { WorstShare = 1.1 }, Options with { RegretShare = None },
            Options with { Tie = -1 },
        })
        {
            Assert.That(() => RobustDecision.Of(matrix, options, Plan), Throws.InstanceOf<ArgumentOutOfRangeException>());
        }
    }
}
