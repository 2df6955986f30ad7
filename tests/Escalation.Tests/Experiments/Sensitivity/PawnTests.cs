using Escalation.Engine;
using Escalation.Experiments;

namespace Escalation.Tests.Experiments;

internal sealed class PawnTests
{
    private const int Points = 1_000;

    // Of y = x the law in slice k of 10 is uniform there: its distance is k/10 or 1 - (k + 1)/10, whichever is greater.
    [Test]
    public void Of_the_input_itself_the_distances_are_those_of_its_slices()
    {
        var points = LatinHypercube.Points(1, "pawn", Points, 1);
        var x = Column(points, 0);

        var found = Pawn.Indices([x], x, 1, "self")[0];

        Assert.That(found.Median, Is.EqualTo(0.7).Within(1e-12));
        Assert.That(found.Greatest, Is.EqualTo(0.9).Within(1e-12));
        Assert.That(found.Slices, Is.EqualTo(10));
        Assert.That(found.IsSeen, Is.True);
    }

    // Results 0, 0, 1, 2 with the input 1, 1, 1, 2: all have 1/2, 3/4, 1 at or below 0, 1, 2; the first slice 2/3, 1, 1, the
    // second 0, 0, 1. Distances 1/4 and 3/4.
    [Test]
    public void Equal_values_stay_in_one_slice_and_equal_results_are_one_step()
    {
        var found = Pawn.Indices([[1, 1, 1, 2]], [0, 1, 0, 2], 1, "ties", slices: 2)[0];

        Assert.That(found.Slices, Is.EqualTo(2));
        Assert.That(found.Greatest, Is.EqualTo(0.75).Within(1e-12));
        Assert.That(found.Median, Is.EqualTo(0.5).Within(1e-12));
    }

    // Points of one result have no order, so no slice is ahead of another.
    [Test]
    public void Results_that_are_all_the_same_are_moved_by_nothing() => Assert.That(
        Pawn.Indices([[1, 2, 3, 4]], [7, 7, 7, 7], 1, "same", slices: 2)[0], Is.EqualTo(new PawnIndex(0, 0, 0, 0, 2)));

    [Test]
    public void An_input_that_is_always_the_same_moves_nothing()
    {
        var found = Pawn.Indices([[.. Enumerable.Repeat(3.0, Points)]], Normal(1), 1, "constant")[0];

        Assert.That(found, Is.EqualTo(new PawnIndex(0, 0, 0, 0, 1)));
    }

    // The mean does not depend on the input, so no first-order index sees it; the spread does.
    [Test]
    public void An_input_that_moves_the_spread_alone_is_seen_and_one_that_does_nothing_is_not()
    {
        var points = LatinHypercube.Points(2, "pawn", Points, 2);
        var x = Column(points, 0);
        double[] results = [.. Normal(2).Select((z, point) => z * (0.5 + (2 * x[point])))];

        var found = Pawn.Indices([x, Column(points, 1)], results, 1, "spread");

        Assert.That(found[0].IsSeen, Is.True);
        Assert.That(found[0].Median, Is.GreaterThan(found[0].MedianOfDummy));
        Assert.That(found[1].IsSeen, Is.False);
    }

    // 400 idle inputs, each seen by mistake once in twenty times: 20 of them with a standard deviation of 4.4, 38 with a chance
    // of 1e-4.
    [Test]
    public void An_idle_input_is_seen_once_in_twenty_times()
    {
        var points = UniformPoints.Points(3, "pawn", 300, 400);
        var found = Pawn.Indices(
            [.. Enumerable.Range(0, 400).Select(column => Column(points, column))], Normal(4)[..300], 1, "idle", dummies: 200);

        Assert.That(found.Count(index => index.IsSeen), Is.InRange(5, 38));
    }

    [Test]
    public void Impossible_points_are_refused()
    {
        double[] results = [1, 2, 3, 4];

        Assert.That(() => Pawn.Indices([[1, 2, 3]], results, 1, "no", slices: 2), Throws.ArgumentException);
        Assert.That(() => Pawn.Indices([[1, 2, 3, double.NaN]], results, 1, "no", slices: 2), Throws.ArgumentException);
        Assert.That(() => Pawn.Indices([results], [1, 2, 3, double.NaN], 1, "no", slices: 2), Throws.ArgumentException);
        Assert.That(() => Pawn.Indices([results], results, 1, "no", slices: 5), Throws.ArgumentException);
        Assert.That(() => Pawn.Indices([results], results, 1, "no", slices: 1), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    private static double[] Column(DesignPoints points, int column) =>
        [.. Enumerable.Range(0, points.Count).Select(row => points[row, column])];

    private static double[] Normal(ulong seed) =>
    [
        .. Enumerable.Range(0, Points).Select(point =>
        {
            var stream = KeyedStream.Derive(seed, 1, (ulong)point);
            return NormalVariate.DrawUnit(ref stream);
        }),
    ];
}
