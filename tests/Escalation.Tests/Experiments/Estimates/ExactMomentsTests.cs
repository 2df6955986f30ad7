using Escalation.Experiments;

namespace Escalation.Tests.Experiments.Estimates;

internal sealed class ExactMomentsTests
{
    private static readonly Dictionary<string, (double[] Values, int[] Cuts)> Sets = new(StringComparer.Ordinal)
    {
        ["classic-1e9"] = ([1000000004, 1000000007, 1000000013, 1000000016], [2]),
        ["offset-1e9"] = (Congruential(1000, 1, 1e9, 1), [1, 1, 334, 999]),
        ["offset-minus-1e15"] = (Congruential(500, 7, -1e15, 16), [250]),
        ["cancel-1e100"] = ([.. Enumerable.Range(0, 50).SelectMany(_ => new[] { 1e100, 1, -1e100, 1 })], [1, 3, 100]),
        ["tenths"] = ([.. Enumerable.Repeat(0.1, 100_000)], [3, 50_000]),
        ["constant-1e9"] = ([.. Enumerable.Repeat(1000000000.1, 100)], [37]),
        ["geometric"] = (Geometric(60, 1e-20, 7), [20, 40]),
        ["single"] = ([42.5], [0]),
        ["two-scales"] = ([1e-300, 1e300, -1e300, 1e-300, 5e-324, 1e16, 1, -1e16], [2, 4]),
    };

    public static IEnumerable<TestCaseData> ReferenceRows() => ReferenceTable.Rows("moments.csv").Select(row =>
        new TestCaseData([.. row.Take(7), row[9], row[10]]).SetArgDisplayNames(row[0], row[1]));

    [TestCaseSource(nameof(ReferenceRows))]
    public void All_figures_are_those_of_exact_arithmetic_to_the_last_bit(
        string set,
        string part,
        string count,
        string sum,
        string mean,
        string squares,
        string variance,
        string least,
        string most)
    {
        var (values, cuts) = Sets[set];
        var chunks = Chunks(values, cuts);

        var moments = part == "all" ? Merged(chunks) : chunks[(int)ReferenceTable.Whole(part["chunk ".Length..]) - 1];

        Assert.Multiple(() =>
        {
            Assert.That(moments.Count, Is.EqualTo(ReferenceTable.Whole(count)));
            Assert.That(moments.Sum, Is.EqualTo(Figure(sum, ifNone: 0)));
            Assert.That(moments.Mean, Is.EqualTo(Figure(mean, ifNone: double.NaN)));
            Assert.That(moments.SquaredDeviations, Is.EqualTo(Figure(squares, ifNone: 0)));
            Assert.That(moments.Variance, Is.EqualTo(Figure(variance, ifNone: double.NaN)));
            Assert.That(moments.Minimum, Is.EqualTo(Figure(least, ifNone: double.NaN)));
            Assert.That(moments.Maximum, Is.EqualTo(Figure(most, ifNone: double.NaN)));
        });
    }

    [FsCheck.NUnit.Property(MaxTest = 300, Replay = "42,1")]
    public bool Any_order_and_any_division_give_the_same_state(double[] numbers, byte blockSize, int seed)
    {
        double[] values = [.. numbers.Select(number => double.IsInfinity(number) ? double.NaN : number)];
        var blocks = values.Chunk(blockSize + 1).Select(block => ExactMoments.Of(block)).ToArray();
        double[] shuffled = [.. values.Index().OrderBy(pair => (pair.Index * 2654435761L) ^ seed).Select(pair => pair.Item)];

        var whole = ExactMoments.Of(values).ToString();
        return Merged(blocks).ToString() == whole
            && Merged([.. blocks.Reverse()]).ToString() == whole
            && ExactMoments.Of(shuffled).ToString() == whole;
    }

    [FsCheck.NUnit.Property(MaxTest = 300, Replay = "42,1")]
    public bool What_was_kept_can_be_taken_up_again(double[] numbers)
    {
        var moments = ExactMoments.Of([.. numbers.Select(number => double.IsInfinity(number) ? double.NaN : number)]);

        var again = ExactMoments.Parse(moments.ToString());
        again.Add(7);
        moments.Add(7);

        return again.ToString() == moments.ToString() && again.Variance.Equals(moments.Variance);
    }

    [TestCase("")]
    [TestCase("1 2 3")]
    [TestCase("x 0 1 1 1@0 1@0")]
    [TestCase("1 0 1 1 1@0 1@z")]
    [TestCase("1 0 1 1 1@0 @1")]
    public void What_are_no_moments_is_refused(string text) =>
        Assert.That(() => ExactMoments.Parse(text), Throws.InstanceOf<FormatException>());

    [Test]
    public void A_missing_value_is_counted_apart()
    {
        var moments = Merged([ExactMoments.Of([1, double.NaN]), ExactMoments.Of([double.NaN]), ExactMoments.Of([3])]);

        Assert.Multiple(() =>
        {
            Assert.That((moments.Count, moments.MissingCount), Is.EqualTo((2L, 2L)));
            Assert.That((moments.Mean, moments.Variance), Is.EqualTo((2.0, 2.0)));
            Assert.That((moments.Minimum, moments.Maximum), Is.EqualTo((1.0, 3.0)));
        });
    }

    [TestCase(double.PositiveInfinity)]
    [TestCase(double.NegativeInfinity)]
    public void Infinite_values_are_refused_and_change_nothing(double value)
    {
        var moments = ExactMoments.Of([1, 2]);

        Assert.That(
            () => moments.Add(value),
            Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("where there is no value, add NaN"));
        Assert.That(moments.ToString(), Is.EqualTo(ExactMoments.Of([2, 1]).ToString()));
    }

    [Test]
    public void The_two_zeros_are_one() =>
        Assert.That(ExactMoments.Of([-0.0, 0.0]).ToString(), Is.EqualTo(ExactMoments.Of([0.0, -0.0]).ToString()));

    private static double Figure(string text, double ifNone) => text.Length == 0 ? ifNone : ReferenceTable.Number(text);

    private static ExactMoments Merged(IEnumerable<ExactMoments> blocks)
    {
        var whole = new ExactMoments();
        foreach (var block in blocks)
        {
            whole.Merge(block);
        }

        return whole;
    }

    private static ExactMoments[] Chunks(double[] values, int[] cuts)
    {
        int[] borders = [0, .. cuts, values.Length];
        return [.. borders.Zip(borders.Skip(1), (from, to) => ExactMoments.Of(values.AsSpan(from, to - from)))];
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
