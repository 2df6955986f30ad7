using Escalation.Experiments;
using Escalation.Tests.Experiments.Estimates;
using Escalation.Tests.Support;

namespace Escalation.Tests.Experiments.Designs;

internal sealed class SobolSequenceTests
{
    private static IEnumerable<DesignPoints> Both(int count, int dimensions) =>
        [SobolSequence.Plain(count, dimensions), SobolSequence.Scrambled(1, "both", count, dimensions)];

    // By scipy.stats.qmc.Sobol without scrambling, which is another program on the same published table.
    [Test]
    public void Points_are_those_of_another_program_in_the_first_and_the_last_dimensions()
    {
        var points = SobolSequence.Plain(16_384, SobolSequence.MostDimensions);

        foreach (var row in ReferenceTable.Rows("sobol-points.csv", "Designs"))
        {
            var (point, dimension) = ((int)ReferenceTable.Whole(row[0]), (int)ReferenceTable.Whole(row[1]));
            Assert.That(points[point, dimension - 1], Is.EqualTo(ReferenceTable.Number(row[2])), string.Join(',', row));
        }
    }

    [Test]
    public void Every_column_of_every_block_of_a_power_of_two_has_one_point_in_each_stretch()
    {
        const int Count = 1_024;
        foreach (var points in Both(Count, SobolSequence.MostDimensions))
        {
            foreach (var size in new[] { 2, 64, Count })
            {
                for (var column = 0; column < points.Dimensions; column++)
                {
                    for (var first = 0; first < Count; first += size)
                    {
                        var seen = new bool[size];
                        for (var row = first; row < first + size; row++)
                        {
                            seen[(int)(points[row, column] * size)] = true;
                        }

                        Assert.That(seen, Has.All.True, $"column {column}, rows from {first}, {size} of them");
                    }
                }
            }
        }
    }

    // The first two dimensions are a (0, 2)-sequence: Sobol' (1967). So each block of 2^k has one point in every elementary
    // interval of area 2^-k, of which there are k + 1 shapes.
    [Test]
    public void Two_columns_have_one_point_in_each_elementary_interval_of_every_shape()
    {
        const int Exponent = 8;
        const int Size = 1 << Exponent;
        foreach (var points in Both(4 * Size, 2))
        {
            for (var first = 0; first < points.Count; first += Size)
            {
                for (var across = 0; across <= Exponent; across++)
                {
                    var cells = Enumerable.Range(first, Size).Select(row =>
                        ((int)(points[row, 0] * (1 << across)), (int)(points[row, 1] * (1 << (Exponent - across)))));

                    Assert.That(cells, Is.Unique);
                }
            }
        }
    }

    [Test]
    public void Rows_and_columns_do_not_depend_on_how_many_there_are()
    {
        var few = SobolSequence.Scrambled(7, "same", 100, 3);
        var many = SobolSequence.Scrambled(7, "same", 1_000, 20);

        for (var row = 0; row < few.Count; row++)
        {
            Assert.That(many.Row(row)[..3].ToArray(), Is.EqualTo(few.Row(row).ToArray()));
        }
    }

    [Test]
    public void Another_seed_or_name_is_another_scrambling_and_columns_differ()
    {
        var points = SobolSequence.Scrambled(7, "a", 1, 4);

        double[] first = [points[0, 0], points[0, 1], points[0, 2], points[0, 3], SobolSequence.Scrambled(8, "a", 1, 1)[0, 0],
            SobolSequence.Scrambled(7, "b", 1, 1)[0, 0]];
        Assert.That(first, Is.Unique);
    }

    // Over scramblings each point is uniform. Two points, one of them the origin: false-alarm rate 1e-5 each.
    [TestCase(0)]
    [TestCase(11)]
    public void A_scrambled_point_is_uniform_over_seeds(int row)
    {
        const int Seeds = 20_000;
        double[] sample =
            [.. Enumerable.Range(0, Seeds).Select(seed => SobolSequence.Scrambled((ulong)seed, "u", 12, 1)[row, 0])];

        Assert.That(Statistical.KolmogorovSmirnovP(sample, x => x), Is.GreaterThan(Statistical.LeastP));
    }

    // Coins of sister stretches are independent: of the two points that fall into the upper and the lower half at the second
    // halving, both, one or none is moved. Each pair of coins has a chance of one quarter; false-alarm rate 1e-5.
    [Test]
    public void Stretches_are_exchanged_independently_of_each_other()
    {
        const int Seeds = 20_000;
        var counts = new double[4];
        for (var seed = 0; seed < Seeds; seed++)
        {
            // Rows 0 to 3 lie at 0, ½, ¾, ¼; the second digit of each after scrambling is a coin of its half.
            var points = SobolSequence.Scrambled((ulong)seed, "coins", 4, 1);
            counts[Second(points[0, 0]) + (2 * Second(points[1, 0]))]++;
        }

        Assert.That(
            Statistical.ChiSquareP(counts, [Seeds / 4.0, Seeds / 4.0, Seeds / 4.0, Seeds / 4.0]),
            Is.GreaterThan(Statistical.LeastP));

        static int Second(double x) => (int)(x * 4) & 1;
    }

    [TestCase(0)]
    [TestCase(1_112)]
    public void Impossible_dimensions_are_refused(int dimensions) =>
        Assert.That(() => SobolSequence.Scrambled(1, "no", 1, dimensions), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
