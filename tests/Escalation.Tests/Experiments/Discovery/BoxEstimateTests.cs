using Escalation.Experiments;

namespace Escalation.Tests.Experiments.Discovery;

internal sealed class BoxEstimateTests
{
    private static readonly FutureBox Half = FutureBox.Of(new BoxLimit(0) { Range = new(double.NegativeInfinity, 2.5) });

    [Test]
    public void Shares_and_intervals_are_those_of_the_counts()
    {
        var futures = Futures.Of([new("x")], [1, 2, 3, 4, 5], [1, 0, 1, 0, 0]);

        var estimate = BoxEstimate.Of(futures, Half, level: 0.9);

        Assert.That((estimate.Coverage, estimate.Density, estimate.Mass, estimate.BaseDensity), Is.EqualTo((0.5, 0.5, 0.4, 0.4)));
        Assert.That(estimate.CoverageInterval, Is.EqualTo(BinomialInterval.ClopperPearson(1, 2, 0.9)));
        Assert.That(estimate.DensityInterval, Is.EqualTo(BinomialInterval.ClopperPearson(1, 2, 0.9)));
        Assert.That(estimate.MassInterval, Is.EqualTo(BinomialInterval.ClopperPearson(2, 5, 0.9)));
    }

    [Test]
    public void Sums_of_shares_are_rounded_outwards()
    {
        var futures = Futures.Of([new("x")], [1, 2, 3, 4], [0.5, 0.25, 0.5, 0]);

        var estimate = BoxEstimate.Of(futures, Half);

        Assert.That(estimate.DensityInterval.Lower, Is.Zero);
        Assert.That(estimate.DensityInterval.Upper, Is.EqualTo(BinomialInterval.ClopperPearson(1, 2).Upper));
    }

    [Test]
    public void Boxes_that_overlap_count_a_future_once()
    {
        var futures = Futures.Of([new("x")], [1, 2, 3, 4], [1, 1, 1, 0]);
        var low = FutureBox.Of(new BoxLimit(0) { Range = new(1.5, double.PositiveInfinity) });

        var estimate = BoxEstimate.Of(futures, [Half, low]);

        Assert.That((estimate.Inside, estimate.CasesInside), Is.EqualTo((4, 3.0)));
    }

    [Test]
    public void Nothing_inside_and_no_cases_say_nothing()
    {
        var estimate = BoxEstimate.Of(Futures.Of([new("x")], [9], [0]), Half);

        Assert.That((estimate.Coverage, estimate.Density), Is.EqualTo((double.NaN, double.NaN)));
        Assert.That((estimate.CoverageInterval, estimate.DensityInterval), Is.EqualTo((new Interval(0, 1), new Interval(0, 1))));
    }

    [Test]
    public void Intervals_from_fresh_futures_hold_the_truth()
    {
        // The box is found in 400 futures; its true density and coverage come from areas. 300 sets of 400 fresh futures: at 95 %
        // at most 15 misses are expected of each; more than 31 happen with probability 1e-4 at the worst.
        var found = Prim.Find(Draw(1)).Box;
        var box = FutureBox.Of(
            new BoxLimit(0) { Range = new(found.Limit(0)!.Range.Lower, double.PositiveInfinity) },
            new BoxLimit(1) { Range = new(found.Limit(1)!.Range.Lower, double.PositiveInfinity) });
        var (x, y) = (box.Limits[0].Range.Lower, box.Limits[1].Range.Lower);
        var mass = (1 - x) * (1 - y);
        var planted = (1 - Math.Max(x, 0.5)) * (1 - Math.Max(y, 0.6));
        var density = (0.8 * planted / mass) + (0.1 * (1 - (planted / mass)));
        var coverage = density * mass / ((0.8 * 0.2) + (0.1 * 0.8));

        var misses = new int[3];
        for (var seed = 2UL; seed < 302; seed++)
        {
            var estimate = BoxEstimate.Of(Draw(seed), box);
            misses[0] += estimate.DensityInterval.Contains(density) ? 0 : 1;
            misses[1] += estimate.CoverageInterval.Contains(coverage) ? 0 : 1;
            misses[2] += estimate.MassInterval.Contains(mass) ? 0 : 1;
        }

        Assert.That(misses, Is.All.AtMost(31));

        static Futures Draw(ulong seed) => RandomFutures.Planted(seed, 400, 3, x => x[0] > 0.5 && x[1] > 0.6 ? 0.8 : 0.1);
    }

    [Test]
    public void Density_in_training_is_flattered()
    {
        // Noise alone, 30 % everywhere: inside the peeled box of training it looks denser; on fresh futures it is not.
        var (training, fresh) = (0.0, 0.0);
        for (var seed = 0UL; seed < 20; seed++)
        {
            var step = Prim.Peel(RandomFutures.Planted(seed, 300, 6, _ => 0.3))[^1];
            training += step.Density / 20;
            fresh += BoxEstimate.Of(RandomFutures.Planted(100 + seed, 5_000, 6, _ => 0.3), step.Box).Density / 20;
        }

        Assert.That(training, Is.GreaterThan(0.4));
        Assert.That(fresh, Is.EqualTo(0.3).Within(0.03));
    }

    [TestCase(0.0)]
    [TestCase(double.NaN)]
    public void A_level_that_is_none_is_refused(double level) => Assert.That(
        () => BoxEstimate.Of(PublishedFutures.All, FutureBox.Everything, level),
        Throws.InstanceOf<ArgumentOutOfRangeException>());
}
