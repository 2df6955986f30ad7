using Escalation.Engine;
using Escalation.Experiments;
using Escalation.Tests.Support;

namespace Escalation.Tests.Experiments.Designs;

internal sealed class RandomDesignTests
{
    [FsCheck.NUnit.Property(MaxTest = 100, Replay = "42,1")]
    public bool Each_column_of_a_latin_hypercube_has_one_point_in_each_stretch(ulong seed, ushort size)
    {
        var count = 1 + (size % 1_500);
        var points = LatinHypercube.Points(seed, "latin", count, 3);
        return Enumerable.Range(0, 3).All(column =>
            Enumerable.Range(0, count).Select(row => (int)(points[row, column] * count)).Order()
                .SequenceEqual(Enumerable.Range(0, count)));
    }

    // Pearson's correlation of two columns of n points has variance 1/(n − 1): false-alarm rate 1e-5.
    [Test]
    public void Columns_of_a_latin_hypercube_do_not_depend_on_each_other()
    {
        const int Count = 10_000;
        var points = LatinHypercube.Points(3, "latin", Count, 2);
        var sum = Enumerable.Range(0, Count).Sum(row => (points[row, 0] - 0.5) * (points[row, 1] - 0.5));

        Assert.That(Math.Abs(12 * sum / Math.Sqrt(Count)), Is.LessThan(Statistical.ZBound));
    }

    [Test]
    public void Uniform_points_are_uniform_and_do_not_depend_on_how_many_there_are()
    {
        var points = UniformPoints.Points(5, "u", 20_000, 2);
        double[] sample = [.. Enumerable.Range(0, points.Count).Select(row => points[row, 1])];

        Assert.That(UniformPoints.Points(5, "u", 3, 1)[2, 0], Is.EqualTo(points[2, 0]));
        Assert.That(Statistical.KolmogorovSmirnovP(sample, x => x), Is.GreaterThan(Statistical.LeastP));
    }

    [Test]
    public void Designs_of_one_name_and_different_kind_have_nothing_in_common()
    {
        double[] first = [UniformPoints.Points(5, "n", 1, 1)[0, 0], LatinHypercube.Points(5, "n", 1, 1)[0, 0],
            SobolSequence.Scrambled(5, "n", 1, 1)[0, 0]];

        Assert.That(first, Is.Unique);
    }

    // All 24 orders of four: chi-square, false-alarm rate 1e-5.
    [Test]
    public void Every_order_is_equally_likely()
    {
        const int Draws = 24_000;
        var counts = new Dictionary<string, double>();
        for (var draw = 0; draw < Draws; draw++)
        {
            var stream = KeyedStream.Derive(9, 9, (ulong)draw);
            var order = string.Concat(UniformIndex.Order(ref stream, 4));
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }

        Assert.That(counts, Has.Count.EqualTo(24));
        Assert.That(
            Statistical.ChiSquareP([.. counts.Values], [.. Enumerable.Repeat(Draws / 24.0, 24)]),
            Is.GreaterThan(Statistical.LeastP));
    }

    [Test]
    public void A_row_that_does_not_exist_is_refused()
    {
        var points = UniformPoints.Points(5, "n", 2, 1);

        Assert.That(() => points[2, 0], Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => points[-1, 0], Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => UniformPoints.Points(5, "n", 2, 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }
}
