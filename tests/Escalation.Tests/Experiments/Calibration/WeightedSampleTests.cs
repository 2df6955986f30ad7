using Escalation.Experiments;

namespace Escalation.Tests.Experiments.Calibration;

internal sealed class WeightedSampleTests
{
    [Test]
    public void A_small_sample_has_the_figures_one_counts_by_hand()
    {
        var sample = WeightedSample.Of([3, double.NaN, 1, 2, 7], [1, 5, 1, 2, 0])!;

        Assert.That(sample.Count, Is.EqualTo(3));
        Assert.That(sample.Mean, Is.EqualTo(2).Within(1e-15));
        Assert.That(sample.Variance, Is.EqualTo(0.5).Within(1e-15));
        Assert.That(sample.EffectiveCount, Is.EqualTo(16 / 6.0).Within(1e-12));
        Assert.That(sample.Quantile(0.5), Is.EqualTo(2).Within(1e-15));

        // The middles of the weights stand at 1/8, 1/2 and 7/8.
        Assert.That(sample.Quantile(0.25), Is.EqualTo(1 + (1 / 3.0)).Within(1e-12));
        Assert.That(sample.Quantile(0), Is.EqualTo(1));
        Assert.That(sample.Quantile(1), Is.EqualTo(3));
        Assert.That(sample.AtMost(1.9), Is.EqualTo(0.25));
        Assert.That(sample.AtMost(2), Is.EqualTo(0.75));
        Assert.That(sample.TwoSidedTail(3), Is.EqualTo(0.5));
        Assert.That(sample.TwoSidedTail(2), Is.EqualTo(1));
        Assert.That(sample.TwoSidedTail(4), Is.Zero);
    }

    [FsCheck.NUnit.Property(MaxTest = 200, Replay = "5,1")]
    public bool A_whole_weight_counts_like_that_many_numbers(FsCheck.NonEmptyArray<FsCheck.PositiveInt> entries)
    {
        double[] values = [.. entries.Get.Select((_, index) => (double)(index * 7 % 11))];
        double[] weights = [.. entries.Get.Select(entry => (double)((entry.Get % 4) + 1))];
        double[] repeated = [.. values.SelectMany((value, index) => Enumerable.Repeat(value, (int)weights[index]))];

        var (weighted, plain) = (WeightedSample.Of(values, weights)!, WeightedSample.Of(repeated)!);

        return Math.Abs(weighted.Mean - plain.Mean) < 1e-9
            && Math.Abs(weighted.Variance - plain.Variance) < 1e-9
            && weighted.DistanceTo(plain) < 1e-9
            && Math.Abs(weighted.TwoSidedTail(5) - plain.TwoSidedTail(5)) < 1e-9;
    }

    // F is x on [0, 1] and x/2 on [0, 2]: farthest apart at 1, by a half.
    [Test]
    public void The_distance_of_two_samples_is_that_of_their_laws()
    {
        double[] grid = [.. Enumerable.Range(0, 1000).Select(step => (step + 0.5) / 1000)];
        var (one, two) = (WeightedSample.Of(grid)!, WeightedSample.Of(Array.ConvertAll(grid, x => 2 * x))!);

        Assert.That(one.DistanceTo(two), Is.EqualTo(0.5).Within(1e-9));
        Assert.That(two.DistanceTo(one), Is.EqualTo(0.5).Within(1e-9));
        Assert.That(one.DistanceTo(one), Is.Zero);
    }

    [Test]
    public void Nothing_is_no_sample_and_a_negative_weight_is_refused()
    {
        Assert.That(WeightedSample.Of([double.NaN], [1]), Is.Null);
        Assert.That(WeightedSample.Of([1], [0]), Is.Null);
        Assert.That(() => WeightedSample.Of([1, 2], [1]), Throws.ArgumentException);
        Assert.That(() => WeightedSample.Of([1, 2], [1, -1]), Throws.ArgumentException);
    }
}
