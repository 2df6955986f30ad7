using Escalation.Experiments;

namespace Escalation.Tests.Experiments.Estimates;

internal sealed class MeanEstimateTests
{
    [Test]
    public void One_to_five_give_the_interval_of_the_textbooks()
    {
        var estimate = MeanEstimate.Of(Of(1, 2, 3, 4, 5));

        // t(0.975; 4) = 2.7764451051977987, s = √2.5.
        var halfWidth = 2.7764451051977987 * Math.Sqrt(2.5 / 5);
        Assert.Multiple(() =>
        {
            Assert.That(estimate.Mean, Is.EqualTo(3));
            Assert.That(estimate.StandardDeviation, Is.EqualTo(Math.Sqrt(2.5)).Within(1e-15));
            Assert.That(estimate.HalfWidth, Is.EqualTo(halfWidth).Within(1e-12));
            Assert.That(estimate.Interval.Lower, Is.EqualTo(3 - halfWidth).Within(1e-12));
            Assert.That(estimate.Interval.HalfWidth, Is.EqualTo(halfWidth).Within(1e-12));
            Assert.That((estimate.Count, estimate.MissingCount, estimate.Level), Is.EqualTo((5L, 0L, 0.95)));
        });
    }

    [Test]
    public void A_constant_has_an_interval_of_no_width() =>
        Assert.That(MeanEstimate.Of(Of(0.1, 0.1, 0.1)).Interval, Is.EqualTo(new Interval(0.1, 0.1)));

    [Test]
    public void Fewer_than_two_values_say_nothing_of_the_mean([Values(0, 1)] int count)
    {
        var estimate = MeanEstimate.Of(Of([.. Enumerable.Repeat(3.0, count), double.NaN]));

        Assert.Multiple(() =>
        {
            Assert.That(estimate.Mean, Is.EqualTo(count == 0 ? double.NaN : 3));
            Assert.That(estimate.StandardDeviation, Is.NaN);
            Assert.That(estimate.HalfWidth, Is.EqualTo(double.PositiveInfinity));
            Assert.That(estimate.Interval, Is.EqualTo(new Interval(double.NegativeInfinity, double.PositiveInfinity)));
            Assert.That(estimate.MissingCount, Is.EqualTo(1));
        });
    }

    [TestCase(0.0)]
    [TestCase(1.0)]
    [TestCase(double.NaN)]
    public void A_level_that_is_no_confidence_is_refused(double level) =>
        Assert.That(() => MeanEstimate.Of(Of(1, 2), level), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static ExactMoments Of(params double[] values) => ExactMoments.Of(values);
}
