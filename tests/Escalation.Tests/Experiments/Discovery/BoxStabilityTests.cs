using Escalation.Engine;
using Escalation.Experiments;
using Escalation.Tests.Support;

namespace Escalation.Tests.Experiments.Discovery;

internal sealed class BoxStabilityTests
{
    private static readonly Futures Planted =
        RandomFutures.Planted(11, 2_000, 6, x => x[1] > 0.6 && x[3] < 0.4 ? 0.9 : 0.03);

    [Test]
    public void Limits_that_matter_come_again_and_others_do_not()
    {
        var found = Prim.Find(Planted);

        var stability = BoxStability.Of(found, seed: 1);

        Assert.That(stability.Samples, Is.EqualTo(100));
        Assert.That(stability.Inputs.Select(input => input.Input), Is.EqualTo(Enumerable.Range(0, 6)));
        Assert.That(Shares(stability, [1, 3]), Is.All.EqualTo(1));
        Assert.That(Shares(stability, [0, 2, 4, 5]), Is.All.LessThan(0.5));
        Assert.That(stability.Inputs[1].Lower.Share, Is.EqualTo(1));
        Assert.That(stability.Inputs[1].Lower.Spread.Contains(0.6), Is.True);
        Assert.That(stability.Inputs[1].Lower.Spread.HalfWidth, Is.LessThan(0.05));
        Assert.That(stability.Inputs[3].Upper.Spread.Contains(0.4), Is.True);

        static IEnumerable<double> Shares(BoxStability stability, int[] inputs) =>
            inputs.Select(input => stability.Inputs[input].AtSameCoverage)
                .Concat(inputs.Select(input => stability.Inputs[input].AtSameDensity));
    }

    [Test]
    public void Halves_follow_from_the_seed()
    {
        var found = Prim.Find(Planted);

        var (one, again, other) = (Halves(5), Halves(5), Halves(6));

        Assert.That(one, Is.EqualTo(again));
        Assert.That(one, Is.Not.EqualTo(other));

        string Halves(ulong seed) => string.Join('\n', BoxStability.Of(found, seed, samples: 10).Inputs);
    }

    [Test]
    public void Halves_are_fair()
    {
        // Each of 10 futures is in 200 of 400 halves on average; |z| > 4.42 has probability 1e-5 for each.
        var drawn = new int[10];
        for (var sample = 0UL; sample < 400; sample++)
        {
            var half = BoxStability.Half(10, KeyedStream.Derive(3, sample));
            Assert.That(half.Count(isIn => isIn), Is.EqualTo(5));
            for (var row = 0; row < drawn.Length; row++)
            {
                drawn[row] += half[row] ? 1 : 0;
            }
        }

        Assert.That(drawn.Select(count => Math.Abs(Statistical.ShareZ(count, 400, 0.5))), Is.All.LessThan(Statistical.ZBound));
    }

    [Test]
    public void Categories_are_told_one_by_one()
    {
        double[] sides = [.. Enumerable.Range(0, 600).Select(row => (double)(row % 3))];
        var futures = Futures.Of(
            [new("side") { IsCategorical = true }], sides, [.. sides.Select((side, row) => side == 2 && row % 5 > 0 ? 1.0 : 0)]);

        var stability = BoxStability.Of(Prim.Find(futures), seed: 1, samples: 20);

        Assert.That(
            stability.Inputs.Single().Categories,
            Is.EqualTo(new CategoryStability[] { new(0, 1), new(1, 1), new(2, 0) }));
    }

    [Test]
    public void Few_futures_do_not_break_it()
    {
        var found = Prim.Find(Futures.Of([new("x")], [1, 2, 3], [0, 0, 1]));

        var stability = BoxStability.Of(found, seed: 1, samples: 5);

        Assert.That(stability.Inputs.Single().AtSameCoverage, Is.InRange(0, 1));
    }

    [Test]
    public void No_samples_are_refused() => Assert.That(
        () => BoxStability.Of(Prim.Find(Planted), seed: 1, samples: 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
