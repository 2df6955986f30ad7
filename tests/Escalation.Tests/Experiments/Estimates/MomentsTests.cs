using Escalation.Experiments;

namespace Escalation.Tests.Experiments.Estimates;

internal sealed class MomentsTests
{
    private static readonly Dictionary<string, (double[] Values, int[] Cuts)> DataSets = new(StringComparer.Ordinal)
    {
        ["classic-1e9"] = ([1000000004, 1000000007, 1000000013, 1000000016], [2]),
        ["offset-1e9"] = (Congruential(1000, 1, 1e9, 1), [1, 1, 334, 999]),
        ["offset-minus-1e15"] = (Congruential(500, 7, -1e15, 16), [250]),
        ["tenths"] = ([.. Enumerable.Repeat(0.1, 100_000)], [3, 50_000]),
        ["constant-1e9"] = ([.. Enumerable.Repeat(1000000000.1, 100)], [37]),
        ["geometric"] = (Geometric(60, 1e-20, 7), [20, 40]),
        ["single"] = ([42.5], [0]),
    };

    public static IEnumerable<TestCaseData> ReferenceRows() => ReferenceTable.Rows("moments.csv").Select(row =>
        new TestCaseData(row[0], row[1], row[2], row[3], row[4], row[5]).SetArgDisplayNames(row[0], row[1]));

    [TestCaseSource(nameof(ReferenceRows))]
    public void Chunks_and_their_merged_whole_are_those_of_exact_arithmetic(
        string dataSet, string part, string count, string mean, string squaredDeviations, string kappa)
    {
        var (values, cuts) = DataSets[dataSet];
        var chunks = Chunks(values, cuts);

        var moments = part == "all" ? Merged(chunks) : chunks[(int)ReferenceTable.Whole(part["chunk ".Length..]) - 1];

        Assert.That(moments.Count, Is.EqualTo(ReferenceTable.Whole(count)));
        if (moments.Count == 0)
        {
            Assert.That(moments.Mean, Is.NaN);
            return;
        }

        // Chan, Golub and LeVeque: relative errors are at most about n 2^-53 times the condition number. Equal values have
        // none, and there the sum of squares is exactly 0; from 0.01 · 2^53 on (offset 1e15) no digit is promised.
        var condition = kappa.Length == 0 ? 0 : ReferenceTable.Number(kappa);
        var expectedMean = ReferenceTable.Number(mean);
        var expectedSquares = ReferenceTable.Number(squaredDeviations);
        Assert.That(moments.Mean, Is.EqualTo(expectedMean).Within(Math.Abs(expectedMean) * 1e-15));
        if (condition < 9e13)
        {
            var tolerance = expectedSquares * moments.Count * 1.2e-16 * condition;
            Assert.That(moments.SquaredDeviations, Is.EqualTo(expectedSquares).Within(tolerance));
        }
    }

    [FsCheck.NUnit.Property(MaxTest = 300, Replay = "42,1")]
    public bool Merging_blocks_equals_one_pass(short[] numbers, byte blockSize)
    {
        var values = Array.ConvertAll(numbers, number => number / 7.0);
        var whole = Of(values);
        var merged = Merged([.. values.Chunk(blockSize + 1).Select(Of)]);

        return merged.Count == whole.Count
            && (merged.Count == 0 || Math.Abs(merged.Mean - whole.Mean) <= 1e-12 * values.Max(Math.Abs))
            && Math.Abs(merged.SquaredDeviations - whole.SquaredDeviations) <= 1e-12 * whole.SquaredDeviations;
    }

    [Test]
    public void Empty_blocks_change_no_bit()
    {
        var plain = Of([0.1, 0.2, 0.7]);

        var padded = Merged([new(), Of([0.1, 0.2, 0.7]), new()]);

        Assert.That(
            (padded.Count, padded.Mean, padded.SquaredDeviations),
            Is.EqualTo((plain.Count, plain.Mean, plain.SquaredDeviations)));
    }

    [Test]
    public void A_missing_value_is_counted_apart()
    {
        var moments = Merged([Of([1, double.NaN]), Of([double.NaN]), Of([3])]);

        Assert.Multiple(() =>
        {
            Assert.That(moments.Count, Is.EqualTo(2));
            Assert.That(moments.MissingCount, Is.EqualTo(2));
            Assert.That(moments.Mean, Is.EqualTo(2));
            Assert.That(moments.Variance, Is.EqualTo(2));
        });
    }

    [Test]
    public void One_value_has_a_mean_but_no_spread()
    {
        var moments = Of([42.5]);

        Assert.Multiple(() =>
        {
            Assert.That(moments.Mean, Is.EqualTo(42.5));
            Assert.That(moments.SquaredDeviations, Is.Zero);
            Assert.That(moments.StandardDeviation, Is.NaN);
        });
    }

    [TestCase(double.PositiveInfinity)]
    [TestCase(double.NegativeInfinity)]
    [TestCase(1.1e307)]
    public void Infinite_and_overflowing_values_are_refused_and_change_nothing(double value)
    {
        var moments = Of([1, 2]);

        Assert.Multiple(() =>
        {
            Assert.That(
                () => moments.Add(value),
                Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("where there is no value, add NaN"));
            Assert.That(moments.Count, Is.EqualTo(2));
        });
    }

    [Test]
    public void The_largest_values_leave_no_NaN()
    {
        var moments = Of([1e307, -1e307, 1e307, 0]);
        moments.Merge(Of([-1e307]));

        Assert.Multiple(() =>
        {
            Assert.That(double.IsFinite(moments.Mean));
            Assert.That(moments.Variance, Is.EqualTo(double.PositiveInfinity));
        });
    }

    [Test]
    public void What_was_kept_can_be_taken_up_again([Values(0, 1, 5)] int count)
    {
        var first = Of([.. Enumerable.Range(0, count).Select(i => 0.1 * i), double.NaN]);

        var again = new Moments(first.Count, first.MissingCount, first.Mean, first.SquaredDeviations);
        again.Add(7);
        first.Add(7);

        Assert.That(
            (again.Count, again.MissingCount, again.Mean, again.SquaredDeviations),
            Is.EqualTo((first.Count, first.MissingCount, first.Mean, first.SquaredDeviations)));
    }

    [TestCase(-1, 0, 0, 0)]
    [TestCase(1, -1, 0, 0)]
    [TestCase(1, 0, double.NaN, 0)]
    [TestCase(1, 0, 0, -1)]
    [TestCase(1, 0, 0, double.NaN)]
    public void Impossible_states_are_refused(long count, long missingCount, double mean, double squaredDeviations) =>
        Assert.That(
            () => new Moments(count, missingCount, mean, squaredDeviations),
            Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static Moments Of(double[] values)
    {
        var moments = new Moments();
        foreach (var value in values)
        {
            moments.Add(value);
        }

        return moments;
    }

    private static Moments Merged(IEnumerable<Moments> blocks)
    {
        var whole = new Moments();
        foreach (var block in blocks)
        {
            whole.Merge(block);
        }

        return whole;
    }

    private static Moments[] Chunks(double[] values, int[] cuts)
    {
        int[] borders = [0, .. cuts, values.Length];
        return [.. borders.Zip(borders.Skip(1), (from, to) => Of(values[from..to]))];
    }

    private static double[] Congruential(int count, long seed, double offset, double scale)
    {
        var values = new double[count];
        var state = seed;
        for (var i = 0; i < count; i++)
        {
            state = ((1103515245 * state) + 12345) % (1L << 31);
            values[i] = offset + (scale * (state / 2147483648.0));
        }

        return values;
    }

    private static double[] Geometric(int count, double first, double ratio)
    {
        var values = new double[count];
        var value = first;
        for (var i = 0; i < count; i++)
        {
            values[i] = value;
            value *= ratio;
        }

        return values;
    }
}
