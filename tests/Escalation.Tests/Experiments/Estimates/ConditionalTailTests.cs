using Escalation.Engine;
using Escalation.Experiments;

namespace Escalation.Tests.Experiments.Estimates;

internal sealed class ConditionalTailTests
{
    [Test]
    public void It_is_the_mean_of_the_greatest_part()
    {
        double[] sorted = [.. Enumerable.Range(1, 1_000).Select(i => (double)i)];

        var tail = ConditionalTail.Of(sorted)!;

        // 951 to 1,000.
        Assert.That(tail.Value, Is.EqualTo(975.5).Within(1e-9));
        Assert.That(tail.Count, Is.EqualTo(50));
        Assert.That(tail.Interval.Contains(tail.Value));
    }

    [Test]
    public void Of_the_value_on_the_border_as_much_counts_as_fills_the_part()
    {
        // The greatest 25 of 50 are 26 to 50; the greatest 22.5 are 29 to 50 and half of 28.
        double[] sorted = [.. Enumerable.Range(1, 50).Select(i => (double)i)];

        Assert.That(ConditionalTail.Of(sorted, q: 0.5)!.Value, Is.EqualTo(38));
        Assert.That(ConditionalTail.Of(sorted, q: 0.55)!.Value, Is.EqualTo(((50 + 29) * 22 / 2.0 + 14) / 22.5).Within(1e-12));
    }

    [Test]
    public void Equal_values_are_their_own_tail() =>
        Assert.That(ConditionalTail.Of([.. Enumerable.Repeat(3.0, 500)])!.Interval, Is.EqualTo(new Interval(3, 3)));

    [TestCase(0, false)]
    [TestCase(380, false)]
    [TestCase(400, true)]
    public void Too_few_values_beyond_the_quantile_say_nothing(int count, bool isGiven) =>
        Assert.That(ConditionalTail.Of(new double[count]) is not null, Is.EqualTo(isGiven));

    // The mean beyond the 95 % quantile of the exponential law is ln 20 + 1. An interval of exactly 95 % would be hit 1,900
    // times of 2,000 with a standard deviation of 10.
    [TestCase(1_000, 0.93)]
    [TestCase(10_000, 0.94)]
    public void It_covers_the_truth_about_as_often_as_the_level_says(int count, double least)
    {
        const int Repeats = 2_000;
        var (covered, truth) = (0, Math.Log(20) + 1);
        for (var repeat = 0UL; repeat < Repeats; repeat++)
        {
            var stream = KeyedStream.Derive((ulong)count, Key.OfName("conditional tail"), repeat);
            var values = new double[count];
            for (var at = 0; at < count; at++)
            {
                values[at] = -Math.Log(stream.NextOpenUniform());
            }

            Array.Sort(values);
            covered += ConditionalTail.Of(values)!.Interval.Contains(truth) ? 1 : 0;
        }

        Assert.That(covered / (double)Repeats, Is.InRange(least, 0.97));
    }

    [TestCase(0, 0.95)]
    [TestCase(1, 0.95)]
    [TestCase(0.9, 1)]
    public void Impossible_arguments_are_refused(double q, double level) => Assert.That(
        () => ConditionalTail.Of(new double[1000], q, level), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
