using Escalation.Engine;
using Escalation.Experiments;

namespace Escalation.Tests.Experiments.Discovery;

internal sealed class PastingTests
{
    [FsCheck.NUnit.Property(MaxTest = 400, Replay = "42,1")]
    public bool Pasting_makes_a_box_larger_and_no_less_dense(uint seed)
    {
        var table = RandomFutures.Small(seed);
        var futures = table.Make();
        var box = AnyBox(futures, seed);
        var before = futures.CountIn(box);

        var steps = Prim.Paste(futures, box, new PrimOptions { PeelShare = 0.2 });

        var rows = steps.Select(step => RandomFutures.Inside(futures, step.Box))
            .Prepend(RandomFutures.Inside(futures, box)).ToList();
        var densities = steps.Select(step => step.Density)
            .Prepend(futures.InCases(before.Units) / Math.Max(before.Points, 1)).ToList();
        return rows.Zip(rows.Skip(1)).All(pair => pair.First.IsProperSubsetOf(pair.Second))
            && densities.Zip(densities.Skip(1)).All(pair => pair.Second >= pair.First)
            && steps.Zip(rows.Skip(1)).All(pair => table.Counts(pair.First, pair.Second));
    }

    [Test]
    public void What_is_as_dense_as_the_box_is_given_back()
    {
        var futures = Futures.Of(
            [new("x")],
            [.. Enumerable.Range(1, 10).Select(value => (double)value)],
            [.. Enumerable.Range(1, 10).Select(value => value > 5 ? 1.0 : 0)]);
        var box = FutureBox.Of(new BoxLimit(0) { Range = new(7.5, 9.5) });

        var steps = Prim.Paste(futures, box);

        Assert.That(steps.Select(step => step.Move), Is.All.EqualTo(PeelingMove.Paste));
        Assert.That(steps.Select(step => step.Points), Is.EqualTo(new[] { 3, 4, 5 }));
        Assert.That(steps[^1].Box.Limits.Single().Range, Is.EqualTo(new Interval(5.5, double.PositiveInfinity)));
    }

    [Test]
    public void A_category_is_given_back_and_the_last_one_takes_the_limit_away()
    {
        var futures = Futures.Of([new("side") { IsCategorical = true }], [0, 0, 1, 1], [1, 0, 1, 1]);

        var one = Prim.Paste(futures, FutureBox.Of(new BoxLimit(0) { Categories = [0] }));

        Assert.That(one.Select(step => (step.Points, step.LimitedInputs)), Is.EqualTo(new[] { (4, 0) }));
        Assert.That(Prim.Paste(futures, FutureBox.Of(new BoxLimit(0) { Categories = [1] })), Is.Empty);
    }

    // Limits anywhere in the ranges, or one category alone.
    private static FutureBox AnyBox(Futures futures, uint seed)
    {
        var stream = KeyedStream.Derive(seed, Key.OfName("any box"));
        var limits = new List<BoxLimit>();
        for (var input = 0; input < futures.Inputs.Length; input++)
        {
            var range = futures.Range(input);
            var (one, other) = (Within(), Within());
            limits.Add(futures.Inputs[input].IsCategorical
                ? new BoxLimit(input) { Categories = [futures.Value(0, input)] }
                : new BoxLimit(input) { Range = new(Math.Min(one, other), Math.Max(one, other)) });

            double Within() => range.Lower + (stream.NextUniform() * (range.Upper - range.Lower));
        }

        return FutureBox.Of(limits);
    }
}
