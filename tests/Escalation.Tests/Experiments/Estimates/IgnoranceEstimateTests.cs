using Escalation.Experiments;

namespace Escalation.Tests.Experiments.Estimates;

internal sealed class IgnoranceEstimateTests
{
    private const double None = double.NaN;

    private static readonly double[] First = [0, 1, 0, 1];
    private static readonly double[] Second = [0, 1, 1, 0];

    [Test]
    public void Four_pairs_by_hand()
    {
        // Means of pairs 0, 1, ½, ½: variance 1/6. Half differences 0, 0, ½, ½: mean square 1/8.
        var pairs = PairMoments.Of(First, Second);

        Assert.That(pairs.Count, Is.EqualTo(4));
        Assert.That(pairs.Mean, Is.EqualTo(0.5));
        Assert.That(pairs.Covariance, Is.EqualTo((1.0 / 6) - 0.125).Within(1e-15));
        Assert.That(pairs.Variance, Is.EqualTo((1.0 / 6) + 0.125).Within(1e-15));

        // Products ¼, ¼, −¼, −¼: variance 1/12, over four pairs.
        Assert.That(pairs.StandardError, Is.EqualTo(Math.Sqrt(1.0 / 48)).Within(1e-15));
    }

    [Test]
    public void It_is_all_the_same_which_member_comes_first()
    {
        double[] one = [1, 5, 2, 9, 4], other = [2, 3, 8, 7, 4];
        double[] mixed = [2, 5, 8, 9, 4], rest = [1, 3, 2, 7, 4];

        var (here, there) = (PairMoments.Of(one, other), PairMoments.Of(mixed, rest));

        Assert.That(there.Covariance, Is.EqualTo(here.Covariance).Within(1e-13));
        Assert.That(there.RatioError, Is.EqualTo(here.RatioError).Within(1e-13));
    }

    [Test]
    public void A_pair_of_which_one_is_missing_is_left_out()
    {
        var pairs = PairMoments.Of([None, .. First, 7], [3, .. Second, None]);

        Assert.That(pairs.Count, Is.EqualTo(4));
        Assert.That(pairs.Covariance, Is.EqualTo(PairMoments.Of(First, Second).Covariance));
    }

    [TestCase(new double[0], new double[0])]
    [TestCase(new[] { 1.0 }, new[] { 2.0 })]
    [TestCase(new[] { 1.0, None }, new[] { 2.0, 5.0 })]
    public void Fewer_than_two_pairs_say_nothing(double[] first, double[] second)
    {
        var numbers = IgnoranceEstimate.OfNumbers(PairMoments.Of(first, second));

        Assert.That(numbers.Explained, Is.NaN);
        Assert.That(numbers.Share, Is.NaN);
        Assert.That(numbers.MostStandardDeviation, Is.NaN);
        Assert.That(numbers.IsSeen, Is.False);
        Assert.That(IgnoranceEstimate.OfTruths(PairMoments.Of(first, second)).MostStandardDeviation, Is.NaN);
    }

    [Test]
    public void What_never_varies_is_not_explained()
    {
        var always = Enumerable.Repeat(1.0, 100).ToArray();

        var truths = IgnoranceEstimate.OfTruths(PairMoments.Of(always, always));

        Assert.That(truths.Explained, Is.Zero);
        Assert.That(truths.Share, Is.NaN);
        Assert.That(truths.IsSeen, Is.False);

        // No miss in 100 pairs leaves open that both miss with a chance of 3 %: 1 − 0.05^(1/100).
        var bound = Math.Sqrt(1 - Math.Pow(0.05, 0.01));
        Assert.That(truths.MostStandardDeviation, Is.EqualTo(bound).Within(1e-12));
    }

    [Test]
    public void Twins_that_always_agree_are_explained_as_a_whole()
    {
        var truths = Enumerable.Range(0, 1_000).Select(number => number % 4 == 0 ? 1.0 : 0).ToArray();

        var estimate = IgnoranceEstimate.OfTruths(PairMoments.Of(truths, truths));

        Assert.That(estimate.Share, Is.EqualTo(1));
        Assert.That(estimate.ShareError, Is.Zero);
        Assert.That(estimate.IsSeen, Is.True);
    }

    [Test]
    public void Twins_that_disagree_are_not_explained_at_all()
    {
        double[] first = [.. Enumerable.Range(0, 100).Select(number => number % 2 == 0 ? 1.0 : 0)];
        double[] second = [.. first.Select(truth => 1 - truth)];

        var estimate = IgnoranceEstimate.OfTruths(PairMoments.Of(first, second));

        Assert.That(estimate.Covariance, Is.EqualTo(-0.25));
        Assert.That(estimate.Explained, Is.Zero);
        Assert.That(estimate.Share, Is.Zero);
    }

    [Test]
    public void Few_pairs_that_happen_to_be_alike_do_not_count_as_seen()
    {
        var alike = PairMoments.Of([0, 1, 0, 1], [0, 1, 0, 1]);

        Assert.That(alike.StandardError, Is.Zero);
        Assert.That(IgnoranceEstimate.OfTruths(alike).IsSeen, Is.False);
    }

    [Test]
    public void What_is_rare_is_bounded_by_counts_and_not_by_a_standard_error()
    {
        // Ten hits in a thousand pairs, never both: the standard error would leave a hundredth at most.
        double[] first = [.. Enumerable.Range(0, 1_000).Select(number => number < 10 ? 1.0 : 0)];
        var pairs = PairMoments.Of(first, new double[1_000]);

        var (truths, numbers) = (IgnoranceEstimate.OfTruths(pairs), IgnoranceEstimate.OfNumbers(pairs));

        Assert.That(numbers.MostStandardDeviation, Is.LessThan(0.01));
        Assert.That(truths.MostStandardDeviation, Is.EqualTo(0.0545).Within(0.0005));
        Assert.That(truths.IsSeen, Is.False);
    }

    [Test]
    public void Numbers_too_large_for_a_variance_have_none_and_break_nothing()
    {
        var pairs = PairMoments.Of([1e200, -1e200, 3], [1e200, 1e200, 5]);

        Assert.That(pairs.Count, Is.EqualTo(3));
        Assert.That(pairs.Covariance, Is.NaN);
    }
}
