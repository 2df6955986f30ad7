using Escalation.Engine;
using Escalation.Experiments;

namespace Escalation.Tests.Experiments.Comparing;

internal sealed class PairedMeansTests
{
    // Student (1908), Biometrika 6, 20: hours of sleep gained by ten patients with two drugs; t = 4.0621, p = 0.002833, 95 %
    // interval 0.7001 to 2.4599 (R, t.test(extra ~ group, paired = TRUE)).
    private static readonly double[] Hyoscyamine = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
    private static readonly double[] Hyoscine = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

    [Test]
    public void Students_own_example_comes_out_as_in_the_books()
    {
        var means = PairedMeans.Of(Hyoscyamine, Hyoscine);

        Assert.Multiple(() =>
        {
            Assert.That(means.First, Is.EqualTo(0.75).Within(1e-14));
            Assert.That(means.Second, Is.EqualTo(2.33).Within(1e-14));
            Assert.That(means.Difference.Mean, Is.EqualTo(1.58).Within(1e-14));
            Assert.That(means.Difference.Interval.Lower, Is.EqualTo(0.7001142).Within(1e-6));
            Assert.That(means.Difference.Interval.Upper, Is.EqualTo(2.4598858).Within(1e-6));
            Assert.That(means.P, Is.EqualTo(0.00283289).Within(1e-7));
        });
    }

    [Test]
    public void What_pairing_saved_is_the_covariance()
    {
        var means = PairedMeans.Of([1, 2, 3, 4], [1, 3, 2, 4]);

        // Var A = Var B = 5/3; differences 0, 1, −1, 0 have 2/3.
        Assert.That(means.VarianceSaved, Is.EqualTo(1 - (2.0 / 3 / (10.0 / 3))).Within(1e-15));
    }

    [Test]
    public void Incomplete_pairs_are_counted_and_left_out()
    {
        var means = PairedMeans.Of([1, double.NaN, 3, 5, double.NaN], [2, 7, double.NaN, 8, double.NaN]);

        Assert.Multiple(() =>
        {
            Assert.That(means.Difference.Count, Is.EqualTo(2));
            Assert.That(means.Difference.MissingCount, Is.EqualTo(3));
            Assert.That((means.First, means.Second, means.Difference.Mean), Is.EqualTo((3.0, 5.0, 2.0)));
        });
    }

    [Test]
    public void Without_pairs_and_with_one_nothing_is_claimed([Values(0, 1)] int count)
    {
        double[] values = [.. Enumerable.Repeat(3.0, count)];

        var means = PairedMeans.Of(values, values);

        Assert.Multiple(() =>
        {
            Assert.That(means.P, Is.NaN);
            Assert.That(means.VarianceSaved, Is.NaN);
            Assert.That(means.Difference.HalfWidth, Is.EqualTo(double.PositiveInfinity));
            Assert.That(means.DetectableDifference, Is.NaN);
        });
    }

    [Test]
    public void Equal_differences_leave_no_doubt() => Assert.Multiple(() =>
    {
        Assert.That(PairedMeans.Of([1, 2, 3], [2, 3, 4]).P, Is.Zero);
        Assert.That(PairedMeans.Of([1, 2, 3], [1, 2, 3]).P, Is.EqualTo(1));
        Assert.That(PairedMeans.Of([1, 2, 3], [1, 2, 3]).RequiredPairs, Is.EqualTo(double.PositiveInfinity));
    });

    [Test]
    public void As_many_pairs_as_a_difference_needs_tell_that_difference()
    {
        var means = PairedMeans.Of(Hyoscyamine, Hyoscine);

        // ((1.959964 + 0.841621) · 1.229995/1.58)² + 1.92 = 6.68 by hand.
        Assert.That(means.RequiredPairs, Is.EqualTo(7));
        Assert.That(means.DetectableDifference, Is.EqualTo(2.801585 * 1.229995 / Math.Sqrt(10 - 1.920729)).Within(1e-5));
    }

    // 400 tests of a true null hypothesis at 5 %: the number of rejections is binomial, and leaves 7 to 36 with a chance below
    // 1e-3.
    [Test]
    public void Equal_laws_are_told_apart_as_often_as_the_level_says()
    {
        var rejections = 0;
        for (var repeat = 0UL; repeat < 400; repeat++)
        {
            var stream = KeyedStream.Derive(11, Key.OfName("paired means"), repeat);
            double[] first = [.. Enumerable.Range(0, 30).Select(_ => stream.NextUniform())];
            double[] second = [.. first.Select(value => value + stream.NextUniform() - 0.5)];
            rejections += PairedMeans.Of(first, second).P < 0.05 ? 1 : 0;
        }

        Assert.That(rejections, Is.InRange(7, 36));
    }

    [Test]
    public void Impossible_arguments_are_refused() => Assert.Multiple(() =>
    {
        Assert.That(() => PairedMeans.Of([1], [1, 2]), Throws.ArgumentException);
        Assert.That(() => PairedMeans.Of([1, 2], [1, double.PositiveInfinity]), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => PairedMeans.Of([1, 2], [1, 2], level: 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
    });
}
