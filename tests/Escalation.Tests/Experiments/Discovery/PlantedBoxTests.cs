using System.Collections.Immutable;
using Escalation.Engine;
using Escalation.Experiments;

namespace Escalation.Tests.Experiments.Discovery;

/// <summary>Boxes that were put there are found again.</summary>
internal sealed class PlantedBoxTests
{
    // A limit is found to about one slice of what is left at the end, and noise inside the box moves it by a few slices.
    private const double Near = 0.06;

    [TestCase(1UL)]
    [TestCase(2UL)]
    [TestCase(3UL)]
    public void A_box_of_three_limits_in_ten_dimensions_is_found(ulong seed)
    {
        var futures = RandomFutures.Planted(seed, 5_000, 10, x => x[2] > 0.6 && x[5] < 0.5 && x[7] > 0.4 ? 0.9 : 0.02);

        var found = Prim.Find(futures);

        Assert.That(found.Box.Limits.Select(limit => limit.Input), Is.EqualTo(new[] { 2, 5, 7 }));
        Assert.That(Ends(found.Box), Is.EqualTo(new[] { 0.6, 0.5, 0.4 }).Within(Near));
        Assert.That(found.Limits.Select(limit => limit.QuasiP), Is.All.LessThan(1e-6));
    }

    [TestCase(4UL)]
    [TestCase(5UL)]
    public void Limits_at_both_ends_are_found_from_shares(ulong seed)
    {
        var futures = RandomFutures.Planted(
            seed, 4_000, 5, x => x[1] is > 0.3 and < 0.7 && x[4] < 0.5 ? 0.4 : 0.05, replications: 20);

        var found = Prim.Find(futures);

        Assert.That(found.Box.Limits.Select(limit => limit.Input), Is.EqualTo(new[] { 1, 4 }));
        Assert.That(found.Box.Limits[0].Range.Lower, Is.EqualTo(0.3).Within(Near));
        Assert.That(found.Box.Limits[0].Range.Upper, Is.EqualTo(0.7).Within(Near));
        Assert.That(found.Box.Limits[1].Range.Upper, Is.EqualTo(0.5).Within(Near));
    }

    [Test]
    public void Categories_that_do_not_matter_to_a_case_are_taken_away()
    {
        var stream = KeyedStream.Derive(6, Key.OfName("categories"));
        double[] values = [.. Enumerable.Range(0, 4_000).Select(place =>
            place % 2 == 0 ? Math.Floor(stream.NextUniform() * 5) : stream.NextUniform())];
        double[] weights = [.. Enumerable.Range(0, 2_000).Select(row =>
            values[2 * row] is 1 or 3 && values[(2 * row) + 1] > 0.5 && stream.NextUniform() < 0.9 ? 1.0 : 0)];
        var side = new FutureInput("side") { IsCategorical = true, Labels = ["a", "red", "b", "blue"] };
        var futures = Futures.Of([side, new("x")], values, weights);

        var found = Prim.Find(futures);

        Assert.That(found.Box.Limit(0)!.Categories, Is.EqualTo(ImmutableArray.Create(1.0, 3)));
        Assert.That(BoxWords.Limits(futures, found.Box), Does.StartWith("side is red or blue and x > 0.5"));
    }

    [Test]
    public void A_second_box_is_found_in_what_the_first_leaves()
    {
        var futures = RandomFutures.Planted(
            7, 6_000, 4, x => (x[0] > 0.7 && x[1] > 0.6) || (x[2] < 0.25 && x[3] < 0.35) ? 0.95 : 0.01);

        var boxes = Prim.Cover(futures, mostBoxes: 5);

        Assert.That(boxes, Has.Length.AtLeast(2));
        Assert.That(
            boxes.Take(2).Select(box => string.Join(' ', box.Box.Limits.Select(limit => limit.Input))),
            Is.EquivalentTo(new[] { "0 1", "2 3" }));
        var union = BoxEstimate.Of(futures, [.. boxes.Take(2).Select(box => box.Box)]);
        Assert.That(union.Coverage, Is.GreaterThan(0.85));
        Assert.That(boxes[1].Futures.Count, Is.EqualTo(futures.Count - boxes[0].Final.Points));
    }

    [Test]
    public void What_is_less_dense_than_everything_is_no_further_box()
    {
        // A third of all futures are cases. What the first box leaves has a denser part, too, but one in twenty is no find.
        var futures = RandomFutures.Planted(8, 4_000, 3, x => x[0] > 0.7 ? 1 : x[1] > 0.5 ? 0.05 : 0);

        Assert.That(Prim.Cover(futures, mostBoxes: 5), Has.Length.EqualTo(1));
    }

    [Test]
    public void What_is_in_any_box_is_not_outside()
    {
        var futures = Futures.Of([new("x")], [1, 2, 3, 4], [0, 1, 0, 1]);
        var low = FutureBox.Of(new BoxLimit(0) { Range = new(double.NegativeInfinity, 1.5) });
        var high = FutureBox.Of(new BoxLimit(0) { Range = new(3.5, double.PositiveInfinity) });

        var left = futures.Outside(low, high);

        Assert.That((left.Count, left.Cases, left.Value(0, 0), left.Value(1, 0)), Is.EqualTo((2, 1.0, 2.0, 3.0)));
    }

    [Test]
    public void Where_nothing_matters_few_limits_survive()
    {
        // Luck alone: 40 sets of futures in which no input matters. What peeling finds in noise is flattered in training; on
        // fresh futures it is worth nothing: the density inside is that of everything within |z| < 4.42 (false alarm 1e-5 each).
        for (var seed = 0UL; seed < 40; seed++)
        {
            var found = Prim.Find(RandomFutures.Planted(seed, 500, 5, _ => 0.3));
            var fresh = BoxEstimate.Of(RandomFutures.Planted(1_000 + seed, 4_000, 5, _ => 0.3), found.Box);

            var z = Support.Statistical.ShareZ(fresh.CasesInside, fresh.Inside, 0.3);
            Assert.That(Math.Abs(z), Is.LessThan(Support.Statistical.ZBound), seed.ToString(null, null));
        }
    }

    private static IEnumerable<double> Ends(FutureBox box) =>
        box.Limits.Select(limit => limit.IsLimitedBelow ? limit.Range.Lower : limit.Range.Upper);
}
