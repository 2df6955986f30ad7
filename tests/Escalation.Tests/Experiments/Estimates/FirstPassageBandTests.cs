using Escalation.Engine;
using Escalation.Experiments;

namespace Escalation.Tests.Experiments.Estimates;

internal sealed class FirstPassageBandTests
{
    [Test]
    public void The_curve_rises_on_the_days_of_the_outcome()
    {
        var band = FirstPassageBand.Of([2, 2, 5], count: 10);

        Assert.Multiple(() =>
        {
            Assert.That(band.Days, Is.EqualTo(new[] { 2.0, 5.0 }));
            Assert.That(band.ShareBy(1.9).Hits, Is.Zero);
            Assert.That(band.ShareBy(2).Hits, Is.EqualTo(2));
            Assert.That(band.ShareBy(99).Value, Is.EqualTo(0.3));
            Assert.That(band.BandAt(2).Contains(0.2));
        });
    }

    [Test]
    public void At_the_end_the_band_is_above_what_the_outcome_itself_leaves_open()
    {
        var days = Enumerable.Range(0, 400).Select(i => i / 10.0).ToArray();

        var band = FirstPassageBand.Of(days, count: 10_000).BandAt(40);

        // 4 % ± 0.44 % at 97.5 %, and 400 days shift by 7.4 %.
        Assert.That(band.Upper, Is.EqualTo(BinomialInterval.ClopperPearson(400, 10_000, 0.975).Upper));
        Assert.That(band.Upper - band.Lower, Is.LessThan(0.0125));
    }

    [Test]
    public void An_outcome_that_never_came_has_the_same_band_on_all_days()
    {
        var band = FirstPassageBand.Of([], count: 1_000);

        Assert.That(band.Days, Is.Empty);
        Assert.That(band.BandAt(7), Is.EqualTo(new Interval(0, BinomialInterval.ClopperPearson(0, 1_000, 0.975).Upper)));
    }

    // Days by an exponential law with a horizon. Of 1,000 bands at most 50 are expected to leave the curve anywhere; more than 85
    // have a chance below 1e-6. It is so wide that far fewer do.
    [TestCase(0.05)]
    [TestCase(0.9)]
    public void The_whole_curve_lies_in_the_band(double chance)
    {
        var lost = 0;
        for (var repeat = 0UL; repeat < 1_000; repeat++)
        {
            var stream = KeyedStream.Derive(21, Key.OfName("first passage"), repeat);
            var days = new List<double>();
            for (var replication = 0; replication < 500; replication++)
            {
                var uniform = stream.NextOpenUniform();
                if (uniform < chance)
                {
                    days.Add(-Math.Log(1 - uniform));
                }
            }

            days.Sort();
            var band = FirstPassageBand.Of(days.ToArray(), 500);

            // The curve is continuous, so the band is left at a day or just before it, if anywhere.
            var isLost = band.Days.Any(day =>
                !band.BandAt(day).Contains(1 - Math.Exp(-day)) || band.BandAt(Math.BitDecrement(day)).Upper < 1 - Math.Exp(-day));
            lost += isLost ? 1 : 0;
        }

        Assert.That(lost, Is.AtMost(85));
    }

    [Test]
    public void Impossible_arguments_are_refused() => Assert.Multiple(() =>
    {
        Assert.That(() => FirstPassageBand.Of([1, 2], 1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => FirstPassageBand.Of([2, 1], 5), Throws.ArgumentException);
        Assert.That(() => FirstPassageBand.Of([1], 5, level: 1), Throws.InstanceOf<ArgumentOutOfRangeException>());
    });
}
