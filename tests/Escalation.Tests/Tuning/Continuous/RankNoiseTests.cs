using Escalation.Engine;
using Escalation.Tuning;

namespace Escalation.Tests.Tuning.Continuous;

internal sealed class RankNoiseTests
{
    [TestCase(true)]
    [TestCase(false)]
    public void Values_that_come_again_are_no_noise(bool isLuckCommon)
    {
        var noise = new RankNoise(64, 6400, 64, isLuckCommon);
        noise.Tell([3, 1, 2, 5, 4, 6], [3, 1, 2, 5]);

        Assert.That(noise.IsNoisy, Is.False);
        Assert.That(noise.Replications, Is.EqualTo(64));
    }

    [Test]
    public void Pure_noise_raises_replications_to_the_most()
    {
        var noise = new RankNoise(64, 6500, 64);
        var counts = Told(noise, generations: 40, spread: 0, shift: 0);

        Assert.That(counts.Take(3), Is.EqualTo(new[] { 128, 192, 256 }));
        Assert.That(counts[^1], Is.EqualTo(6464));
    }

    [Test]
    public void Small_noise_lets_replications_fall_to_the_least()
    {
        var noise = new RankNoise(64, 6400, 64);
        Told(noise, generations: 10, spread: 0, shift: 0);

        var counts = Told(noise, generations: 100, spread: 1000, shift: 0);

        Assert.That(counts[^1], Is.EqualTo(64));
    }

    [TestCase(true, false)]
    [TestCase(false, true)]
    public void What_all_second_values_have_in_common_is_no_noise_with_common_luck(bool isLuckCommon, bool isNoisy)
    {
        var noise = new RankNoise(64, 6400, 64, isLuckCommon);
        Told(noise, generations: 20, spread: 100, shift: 1000);

        Assert.That(noise.IsNoisy, Is.EqualTo(isNoisy));
    }

    // Both spend 200,000 replications; a replication has a standard deviation of 1.
    [Test]
    public void Replications_that_follow_the_noise_come_nearer_than_fixed_ones()
    {
        var adapted = Enumerable.Range(0, 15).Select(run => Searched(new RankNoise(1, 100_000, 1, false), run));
        var @fixed = Enumerable.Range(0, 15).Select(run => Searched(new RankNoise(64, 64, 1, false), run));

        Assert.That(TestLandscapes.Median(adapted), Is.LessThan(0.5 * TestLandscapes.Median(@fixed)));
    }

    private static long[] Told(RankNoise noise, int generations, double spread, double shift)
    {
        var stream = new KeyedStream(Key.OfName("ranks"));
        var counts = new long[generations];
        for (var generation = 0; generation < generations; generation++)
        {
            double[] truth = [.. Enumerable.Range(0, 10).Select(_ => spread * NormalVariate.DrawUnit(ref stream))];
            double[] values = [.. truth.Select(value => value + NormalVariate.DrawUnit(ref stream))];
            double[] fresh = [.. truth.Take(noise.Twice(10)).Select(value => value + shift + NormalVariate.DrawUnit(ref stream))];
            noise.Tell(values, fresh);
            counts[generation] = noise.Replications;
        }

        return counts;
    }

    private static double Searched(RankNoise noise, int run)
    {
        var stream = new KeyedStream(Key.Derive(Key.OfName("spending"), (ulong)run));
        var search = new ContinuousSearch(SearchBox.Unlimited(5), new ContinuousOptions
        {
            Seed = (ulong)run,
            Start = [3, 3, 3, 3, 3],
            Step = 1,
            MostRestarts = 0,
        });
        for (var spent = 0L; spent < 200_000 && !search.IsFinished;)
        {
            var points = search.Ask();
            double[] values = [.. points.Select(Valued)];
            double[] fresh = [.. points.Take(noise.Twice(points.Length)).Select(Valued)];
            spent += (values.Length + fresh.Length) * noise.Replications;
            noise.Tell(values, fresh);
            search.Tell(values);
        }

        return TestLandscapes.Sphere([.. search.Mean]);

        double Valued(double[] point) =>
            TestLandscapes.Sphere(point) + (NormalVariate.DrawUnit(ref stream) / Math.Sqrt(noise.Replications));
    }
}
