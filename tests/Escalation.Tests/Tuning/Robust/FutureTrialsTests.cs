using Escalation.Loading;
using Escalation.Tests.Support;
using Escalation.Tuning;

namespace Escalation.Tests.Tuning.Robust;

internal sealed class FutureTrialsTests
{
    // The square of effort less wind: 0.2 less a uniform number, whose square is 0.2² − 0.2 + 1/3 on average.
    private const double Miss = 0.04 - 0.2 + (1.0 / 3);

    // |z| > 4.42 has probability 1e-5, for three policies; whole blocks are more even than the standard error says.
    [TestCase(RobustCriterion.Expected, 2.0, 3.2, 2.6)]
    [TestCase(RobustCriterion.WorstMean, 10.0, 4.0, 5.0)]
    public void The_three_bets_have_the_values_of_the_table(RobustCriterion criterion, double bold, double steady, double hedge)
    {
        var trials = new FutureTrials(Bets.Session(), Bets.Price, Bets.Futures(), criterion, 64);
        var policies = Bets.Policies.Combinations().Select(choices => Bets.Policies.At([], choices.AsSpan()));

        var found = trials.Run(policies, 0, 1_024);

        foreach (var (trial, value) in found.Zip([bold, steady, hedge]))
        {
            var price = trial.Objective(0);
            Assert.That(trial.Count, Is.EqualTo(1_024));
            Assert.That(price.Value, Is.EqualTo(trial.Objectives[0]));
            if (criterion == RobustCriterion.Expected)
            {
                Assert.That(Math.Abs(price.Value - value - Miss) / price.StandardError, Is.LessThan(Statistical.ZBound));
            }
            else
            {
                // The worst half of the storms, where the wind is above 0.5: (0.8³ − 0.3³) / 1.5 more. Of 102 futures whose
                // standard deviation is 0.2, so four standard errors; luck that is left of 64 histories adds 0.01.
                Assert.That(price.Value, Is.EqualTo(value + 0.323).Within(0.08));
            }
        }
    }

    [Test]
    public void What_is_maximised_and_what_is_kept_are_turned_to_less_is_better()
    {
        var reading = EstimateText.ReadConstraint(Bets.Scenario, "probability(dear) <= 0.1").Value!;
        var goal = new TuningGoal([Bets.Scenario.Objectives[1]], [reading]);
        var trials = new FutureTrials(Bets.Session(), goal, Bets.Futures(), RobustCriterion.Expected, 16);

        var trial = trials.Run([Bets.Policies.At([], [0])], 0, 640)[0];

        Assert.That(trial.Objectives[0], Is.EqualTo(2 + Miss).Within(0.1), "The gain of bold is minus that.");
        Assert.That(trial.Excesses[0], Is.EqualTo(0.1).Within(0.02), "It is dear in one storm of five, and a tenth is allowed.");
        Assert.That(trial.IsFeasible, Is.False);
    }

    [Test]
    public void Futures_that_follow_each_other_make_one_trial_and_pairs_share_their_luck()
    {
        var trials = new FutureTrials(Bets.Session(), Bets.Price, Bets.Futures(), RobustCriterion.WorstMean, 4);
        var (bold, steady) = (Bets.Policies.At([], [0]), Bets.Policies.At([], [1]));

        var whole = trials.Run([bold], 0, 256)[0];
        var parts = trials.Run([(bold, 0L), (bold, 128L)], 128);
        var pair = trials.Run([bold, steady], 0, 256);

        Assert.That(parts[0].FollowedBy(parts[1]).Objectives[0], Is.EqualTo(whole.Objectives[0]));
        var difference = pair[0].Objective(0).To(pair[1].Objective(0));
        Assert.That(difference.Mean, Is.EqualTo(pair[1].Objectives[0] - pair[0].Objectives[0]));
    }

    [Test]
    public void A_future_without_a_value_is_passed_over_and_a_policy_without_any_is_the_worst()
    {
        // No quotient where bold is never dear, which is where it is calm.
        var some = Trial("probability(dear) / probability(dear)");
        var none = Trial("1 / (probability(dear) - probability(dear))");

        Assert.That(some.Objectives[0], Is.EqualTo(1));
        Assert.That(none.Objectives[0], Is.EqualTo(double.PositiveInfinity));

        static PolicyTrial Trial(string text)
        {
            var formula = EstimateText.ReadObjective(Bets.Scenario, text).Value!;
            var goal = new TuningGoal([new("quotient", formula, IsMaximised: false, -1)], []);
            var trials = new FutureTrials(Bets.Session(), goal, Bets.Futures(), RobustCriterion.Expected, 4);
            return trials.Run([Bets.Policies.At([], [0])], 0, 128)[0];
        }
    }

    [Test]
    public void A_policy_alone_has_no_regret() => Assert.That(
        () => new FutureTrials(Bets.Session(), Bets.Price, Bets.Futures(), RobustCriterion.RegretPoint, 2),
        Throws.InstanceOf<ArgumentOutOfRangeException>());
}
