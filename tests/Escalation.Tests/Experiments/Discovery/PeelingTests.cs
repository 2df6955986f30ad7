using Escalation.Engine;
using Escalation.Experiments;

namespace Escalation.Tests.Experiments.Discovery;

internal sealed class PeelingTests
{
    private static readonly PrimOptions Options = new() { PeelShare = 0.1 };

    [FsCheck.NUnit.Property(MaxTest = 400, Replay = "42,1")]
    public bool Sorting_once_gives_the_boxes_of_the_definition(uint seed)
    {
        var futures = RandomFutures.Small(seed);

        var steps = Prim.Peel(futures.Make(), Options);

        return steps.Select(step => RandomFutures.Inside(futures.Make(), step.Box)).Select(rows => string.Join(' ', rows))
            .SequenceEqual(PeelingByDefinition.Of(futures, 0.1, 0.05).Select(rows => string.Join(' ', rows)));
    }

    [FsCheck.NUnit.Property(MaxTest = 200, Replay = "42,1")]
    public bool Boxes_lie_in_each_other_and_their_counts_are_those_of_counting(uint seed)
    {
        var table = RandomFutures.Small(seed);
        var futures = table.Make();

        var steps = Prim.Peel(futures, Options);

        var rows = steps.Select(step => RandomFutures.Inside(futures, step.Box)).ToList();
        return rows.Zip(rows.Skip(1)).All(pair => pair.Second.IsSubsetOf(pair.First) && pair.Second.Count < pair.First.Count)
            && steps.Zip(steps.Skip(1)).All(pair => pair.Second.Density > pair.First.Density && pair.Second.Mass >= 0.05)
            && steps.Zip(rows).All(pair => table.Counts(pair.First, pair.Second));
    }

    [FsCheck.NUnit.Property(MaxTest = 200, Replay = "42,1")]
    public bool The_order_of_futures_does_not_matter(uint seed)
    {
        var table = RandomFutures.Small(seed);
        int[] order = [.. Enumerable.Range(0, table.Rows.Length).OrderBy(row => Key.Derive(seed, (ulong)row))];
        var turned = table with
        {
            Rows = [.. order.Select(row => table.Rows[row])],
            Hits = [.. order.Select(row => table.Hits[row])],
        };

        var (one, other) = (Prim.Find(table.Make()), Prim.Find(turned.Make()));

        return Told(one) == Told(other);
    }

    [FsCheck.NUnit.Property(MaxTest = 200, Replay = "42,1")]
    public bool Inputs_that_are_bent_upwards_give_the_same_futures(uint seed)
    {
        var table = RandomFutures.Small(seed);
        var bent = table with
        {
            Rows = [.. table.Rows.Select(row =>
                row.Select((value, input) => table.Inputs[input].IsCategorical ? value : Math.Exp(value / 100)).ToArray())],
        };

        var (one, other) = (Prim.Peel(table.Make()), Prim.Peel(bent.Make()));

        // Of peeling alone: pasting may give back futures between a limit and the next value inside, and half-way is elsewhere
        // when bent.
        return one.Select(step => (step.Points, step.Cases)).SequenceEqual(other.Select(step => (step.Points, step.Cases)));
    }

    [TestCase(0)]
    [TestCase(1)]
    public void Without_cases_or_with_nothing_else_there_is_no_box(int hit)
    {
        var futures = Futures.Of([new("x")], [1, 2, 3, 4, 5], [hit, hit, hit, hit, hit]);

        var found = Prim.Find(futures);

        Assert.That(found.IsFound, Is.False);
        Assert.That(found.Trajectory, Has.Length.EqualTo(1));
        Assert.That(Prim.Cover(futures, 3), Is.Empty);
    }

    [Test]
    public void Without_futures_there_is_no_box() =>
        Assert.That(Prim.Find(Futures.Of([new("x")], [], [])).IsFound, Is.False);

    [Test]
    public void A_constant_limits_nothing()
    {
        var futures = Futures.Of([new("constant"), new("x")], [7, 1, 7, 2, 7, 3, 7, 4], [0, 0, 0, 1]);

        var steps = Prim.Peel(futures, Options);

        Assert.That(steps, Has.Length.GreaterThan(1));
        Assert.That(steps.SelectMany(step => step.Box.Limits).Select(limit => limit.Input), Is.All.EqualTo(1));
    }

    [Test]
    public void Equal_values_go_together()
    {
        // Nine tenths of the values are 0: the upper end is cut between 0 and 1, whatever the share.
        var futures = Futures.Of([new("x")], [0, 0, 0, 0, 0, 0, 0, 0, 0, 1], [1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

        var steps = Prim.Peel(futures);

        Assert.That(steps.Select(step => step.Points), Is.EqualTo(new[] { 10, 9 }));
        Assert.That(steps[1].Box.Limits.Single().Range, Is.EqualTo(new Interval(double.NegativeInfinity, 0.5)));
    }

    [Test]
    public void Neighbours_among_doubles_are_cut_between_them()
    {
        // Half-way between 1 and the next double is 1 itself: the upper side keeps what is at the cut.
        var next = Math.BitIncrement(1);
        var futures = Futures.Of([new("x")], [1, 1, next, next], [1, 1, 0, 0]);

        Assert.That(Prim.Peel(futures).Select(step => step.Points), Is.EqualTo(new[] { 4, 2 }));
    }

    [Test]
    public void A_box_may_have_the_least_mass_itself()
    {
        var futures = Futures.Of([new("x")], [1, 2, 3, 4], [0, 0, 0, 1]);

        var steps = Prim.Peel(futures, new PrimOptions { LeastMass = 0.5 });

        Assert.That(steps.Select(step => step.Points), Is.EqualTo(new[] { 4, 3, 2 }));
    }

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void What_is_no_number_is_refused(double value) => Assert.Multiple(() =>
    {
        Assert.That(() => Futures.Of([new("x")], [1, value], [0, 1]), Throws.ArgumentException.With.Message.Contains("future 1"));
        Assert.That(() => Futures.Of([new("x")], [1, 2], [0, value]), Throws.ArgumentException.With.Message.Contains("future 1"));
    });

    [Test]
    public void What_does_not_go_together_is_refused() => Assert.Multiple(() =>
    {
        Assert.That(() => Futures.Of([], [], []), Throws.ArgumentException);
        Assert.That(() => Futures.Of([new("x"), new("x")], [1, 2], [1]), Throws.ArgumentException);
        Assert.That(() => Futures.Of([new("x")], [1, 2], [1]), Throws.ArgumentException);
        Assert.That(() => Futures.Of([new("x")], [1], [1.5]), Throws.ArgumentException);
        Assert.That(() => Futures.Of([new("x") { IsCategorical = true }], [1.5], [1]), Throws.ArgumentException);
        Assert.That(() => Futures.OfHits([new("x")], [1], [3], 2), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(
            () => Prim.Peel(PublishedFutures.All, new PrimOptions { PeelShare = 0.5 }),
            Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => Prim.Find(PublishedFutures.All, step: 1_000), Throws.InstanceOf<ArgumentOutOfRangeException>());
    });

    private static string Told(DiscoveredBox found) => string.Join('\n', found.Trajectory.Select(step =>
        FormattableString.Invariant($"{step.Move} {step.Points} {step.Cases} {BoxWords.Limits(found.Futures, step.Box)}")));
}
