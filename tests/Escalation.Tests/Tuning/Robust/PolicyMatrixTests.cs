using Escalation.Engine;
using Escalation.Experiments;
using Escalation.Tests.Support;
using Escalation.Tuning;

namespace Escalation.Tests.Tuning.Robust;

internal sealed class PolicyMatrixTests
{
    private const int Futures = 400;

    // The first half chooses the first policy, which costs 3 on the second; that one chooses the second, which costs 2 on the
    // first.
    [Test]
    public void The_best_is_chosen_on_one_half_and_valued_on_the_other()
    {
        var matrix = new PolicyMatrix(2, [1, 2], [3, 1]);

        Assert.That(matrix.Regret(0, 0), Is.EqualTo(((3 - 3) + (1 - 2)) / 2.0));
        Assert.That(matrix.Regret(1, 0), Is.EqualTo(((1 - 3) + (2 - 2)) / 2.0));
        Assert.That(matrix.RawRegret(0, 0), Is.EqualTo(0.5));
        Assert.That(matrix.RawRegret(1, 0), Is.Zero);
    }

    // Both are least on the first half: any might be chosen, and costs 4 on average on the second.
    [Test]
    public void Policies_that_are_equally_good_on_one_half_share_the_choice()
    {
        var matrix = new PolicyMatrix(3, [0, 0, 1], [3, 5, 6]);

        Assert.That(matrix.Regret(0, 0), Is.EqualTo(((3 - 4) + (0 - 0)) / 2.0));
        Assert.That(matrix.Regret(2, 0), Is.EqualTo(((6 - 4) + (1 - 0)) / 2.0));
    }

    // Ten policies that are all the same have no regret. The least of ten normal means is 1.54 standard deviations below, so raw
    // regrets are about 1.54/√2 each; the mean split one is 0, and |z| > 4.42 has probability 1e-5.
    [Test]
    public void Among_policies_that_are_all_the_same_only_raw_regret_sees_differences()
    {
        var matrix = Noisy("same", 10, (_, _) => 0);

        var (raw, split) = (Moments(matrix, matrix.RawRegret), Moments(matrix, matrix.Regret));

        Assert.That(raw.Mean, Is.EqualTo(1.54 / Math.Sqrt(2)).Within(0.1));
        Assert.That(Z(raw, 0), Is.GreaterThan(20));
        Assert.That(Z(split, 0), Is.InRange(-Statistical.ZBound, Statistical.ZBound));
    }

    // Where the best can be told from the others the split regret is the true one: 0, 8, 9 and 10 in turns.
    [Test]
    public void Where_the_best_is_clear_the_split_regret_is_the_true_one()
    {
        var matrix = Noisy("clear", 4, (policy, future) => (policy + future) % 4 == 0 ? 0 : 7 + ((policy + future) % 4));

        var split = Moments(matrix, matrix.Regret);

        Assert.That(Z(split, 27.0 / 4), Is.InRange(-Statistical.ZBound, Statistical.ZBound));
    }

    // Differences of half a standard deviation: half of the replications often choose wrongly, so the split regret is below the
    // true one, 0.75 on average, and the raw one above it.
    [Test]
    public void Where_the_best_is_hard_to_tell_the_split_regret_is_at_most_the_true_one()
    {
        var matrix = Noisy("near", 4, (policy, future) => (policy + future) % 4 / 2.0);

        var (raw, split) = (Moments(matrix, matrix.RawRegret), Moments(matrix, matrix.Regret));

        Assert.That(Z(raw, 0.75), Is.GreaterThan(Statistical.ZBound));
        Assert.That(Z(split, 0.75), Is.LessThan(Statistical.ZBound));
        Assert.That(split.Mean, Is.GreaterThan(0.2));
    }

    [Test]
    public void Matrices_that_do_not_fit_are_refused()
    {
        Assert.That(() => new PolicyMatrix(0, [1], [1]), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new PolicyMatrix(2, [1, 2, 3], [1, 2, 3]), Throws.ArgumentException);
        Assert.That(() => new PolicyMatrix(2, [1, 2], [1, 2, 3, 4]), Throws.ArgumentException);
        Assert.That(() => new PolicyMatrix(2, [1, 2], [1, 2], [1, 2]), Throws.ArgumentException);
        Assert.That(() => new PolicyMatrix(1, [1], [1], [0]), Throws.ArgumentException);
        Assert.That(() => new PolicyMatrix(1, [double.NaN], [1]), Throws.ArgumentException);
        Assert.That(() => new PolicyMatrix(1, [double.PositiveInfinity], [1]), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new PolicyMatrix(1, [1], [1], [-1]), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    private static PolicyMatrix Noisy(string name, int policies, Func<int, int, double> truth)
    {
        var halves = new double[2][];
        for (var half = 0; half < 2; half++)
        {
            var stream = KeyedStream.Derive(9, Key.OfName(name), (ulong)half);
            halves[half] = new double[policies * Futures];
            for (var cell = 0; cell < halves[half].Length; cell++)
            {
                halves[half][cell] = truth(cell / Futures, cell % Futures) + NormalVariate.DrawUnit(ref stream);
            }
        }

        return new(policies, halves[0], halves[1]);
    }

    // Futures are independent; within one, the mean over policies is taken.
    private static ExactMoments Moments(PolicyMatrix matrix, Func<int, int, double> regret) => ExactMoments.Of(
        [.. matrix.Futures.Select(future => Enumerable.Range(0, matrix.PolicyCount).Average(policy => regret(policy, future)))]);

    private static double Z(ExactMoments moments, double truth) =>
        (moments.Mean - truth) / (moments.StandardDeviation / Math.Sqrt(moments.Count));
}
