using Escalation.Engine;
using Escalation.Experiments;
using FsCheck;

namespace Escalation.Tests.Experiments.Estimates;

internal sealed class QuantileSketchTests
{
    private const double RelativeError = 1.0 / 256;

    [FsCheck.NUnit.Property(MaxTest = 500, Replay = "42,1")]
    public bool A_quantile_is_wrong_by_less_than_the_stated_error(NormalFloat[] numbers, byte share)
    {
        double[] values = [.. numbers.Select(number => number.Get).Order()];
        var q = share / 255.0;
        var found = Of(values).Quantile(q);

        return values.Length == 0 ? double.IsNaN(found) : IsNear(found, values, q);
    }

    // The worst case of a bucket: all values at its least but one, which is as far above as the bucket is wide.
    [Test]
    public void Values_that_lie_unevenly_in_a_bucket_keep_the_stated_error(
        [Values(1, 1.25, 1.9, 3e-5, -7, -1e200)] double value, [Values(0.0005, 0.002, 0.0038, 0.005, 0.01)] double distance)
    {
        double[] values = [.. Enumerable.Repeat(value, 9).Append(value * (1 + distance)).Order()];
        var sketch = Of(values);

        for (var rank = 0; rank < 10; rank++)
        {
            Assert.That(IsNear(sketch.Quantile(rank / 9.0), values, rank / 9.0), FormattableString.Invariant($"rank {rank}"));
        }
    }

    [FsCheck.NUnit.Property(MaxTest = 200, Replay = "42,1")]
    public bool The_least_and_the_greatest_value_are_exact(ushort[] numbers)
    {
        double[] values = [.. numbers.Select(number => 1 + (number / 1e6)), 1.0001];
        var sketch = Of(values);

        return sketch.Quantile(0).Equals(values.Min()) && sketch.Quantile(1).Equals(values.Max());
    }

    [Test]
    public void Squares_of_whole_numbers_keep_the_stated_error(
        [Values(0, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999, 1)] double q)
    {
        double[] values = [.. Enumerable.Range(1, 1000).Select(i => (double)i * i)];

        var found = Of(values).Quantile(q);

        var exact = OrderStatistics.Quantile(values, q);
        Assert.That(found, Is.EqualTo(exact).Within(exact * 0.0004), "Ten times better than the bound where values lie evenly.");
    }

    [Test]
    public void Whole_numbers_up_to_511_are_exact()
    {
        for (var number = 0; number <= 510; number++)
        {
            var sketch = Of([number, number, number, number + 1]);

            Assert.That(sketch.Quantile(1.0 / 3), Is.EqualTo(number));
            Assert.That(sketch.Quantile(1), Is.EqualTo(number + 1));
        }
    }

    [FsCheck.NUnit.Property(MaxTest = 300, Replay = "42,1")]
    public bool Any_split_in_any_order_gives_the_same_bytes(NormalFloat[] numbers, byte blockSize, int turn)
    {
        double[] values = [.. numbers.Select(number => number.Get), double.NaN, 0.0, -0.0, 1e-310, 7];
        var whole = Of(values);

        var shuffled = values
            .Select((value, index) => (value, key: unchecked((index + 1) * (turn | 1))))
            .OrderBy(pair => pair.key);
        var merged = new QuantileSketch();
        foreach (var block in shuffled.Select(pair => pair.value).Chunk(blockSize + 1).Reverse())
        {
            merged.Merge(Of(block));
        }

        return Bytes(merged) == Bytes(whole);
    }

    [Test]
    public void A_larger_sketch_merges_into_a_smaller_one_as_well_as_the_other_way_round()
    {
        var large = Of([.. Enumerable.Range(0, 5_000).Select(i => Math.Exp(i / 100.0))]);
        var small = Of([.. Enumerable.Range(0, 10).Select(i => i * 0.5)]);

        var (one, other) = (new QuantileSketch(), new QuantileSketch());
        one.Merge(large);
        one.Merge(small);
        other.Merge(small);
        other.Merge(large);

        Assert.Multiple(() =>
        {
            Assert.That(Bytes(one), Is.EqualTo(Bytes(other)));
            Assert.That(one.Count, Is.EqualTo(5_010));
            Assert.That(one.Buckets.Sum(bucket => bucket.Count), Is.EqualTo(5_010));
        });
    }

    [Test]
    public void Zero_has_one_sign()
    {
        var (one, other) = (Of([-0.0]), Of([0.0]));

        Assert.Multiple(() =>
        {
            Assert.That(Bytes(one), Is.EqualTo(Bytes(other)));
            Assert.That(double.IsNegative(one.Quantile(0.5)), Is.False);
        });
    }

    [Test]
    public void Negative_values_come_before_positive_ones() =>
        Assert.That(
            Of([3, -2, -700.5, 0, 1e-9]).Buckets.Select(bucket => bucket.Minimum),
            Is.EqualTo((double[])[-700.5, -2, 0, 1e-9, 3]));

    [Test]
    public void The_ends_of_the_number_line_have_buckets() => Assert.Multiple(() =>
    {
        var sketch = Of([double.MaxValue, -double.MaxValue, double.Epsilon]);
        Assert.That(sketch.Quantile(0), Is.EqualTo(-double.MaxValue));
        Assert.That(sketch.Quantile(0.5), Is.EqualTo(double.Epsilon));
        Assert.That(sketch.Quantile(1), Is.EqualTo(double.MaxValue));
    });

    [Test]
    public void A_quantile_follows_values_that_come_after_it_was_asked()
    {
        var sketch = Of([1, 2, 3]);
        _ = sketch.Quantile(1);

        sketch.Add(4);

        Assert.That(sketch.Quantile(1), Is.EqualTo(4));
    }

    [Test]
    public void A_missing_value_is_counted_apart()
    {
        var sketch = Of([double.NaN, 5]);
        sketch.Merge(Of([double.NaN]));

        Assert.That((sketch.Count, sketch.MissingCount, sketch.Quantile(0.5)), Is.EqualTo((1L, 2L, 5.0)));
    }

    [Test]
    public void No_values_have_no_quantile() => Assert.Multiple(() =>
    {
        Assert.That(new QuantileSketch().Quantile(0.5), Is.NaN);
        Assert.That(new QuantileSketch().QuantileInterval(0.5), Is.Null);
        Assert.That(new QuantileSketch().Buckets, Is.Empty);
    });

    [TestCase(double.PositiveInfinity)]
    [TestCase(double.NegativeInfinity)]
    public void Infinite_values_are_refused_and_change_nothing(double value)
    {
        var sketch = Of([1]);

        Assert.Multiple(() =>
        {
            Assert.That(
                () => sketch.Add(value),
                Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("where there is no value, add NaN"));
            Assert.That((sketch.Count, sketch.MissingCount), Is.EqualTo((1L, 0L)));
        });
    }

    [TestCase(-0.1)]
    [TestCase(1.1)]
    [TestCase(double.NaN)]
    public void A_quantile_outside_of_the_unit_interval_is_refused(double q) =>
        Assert.That(() => Of([1]).Quantile(q), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [FsCheck.NUnit.Property(MaxTest = 200, Replay = "42,1")]
    public bool An_interval_encloses_that_of_the_values_closely(ushort[] numbers, byte share)
    {
        double[] values = [.. numbers.Select(number => 1000 + (number / 3.0)).Order()];
        var q = (share + 1) / 257.0;

        var wide = Of(values).QuantileInterval(q, 0.5);
        var exact = OrderStatistics.QuantileInterval(values, q, 0.5);

        return wide is { } outer && exact is { } inner
            ? outer.Lower <= inner.Lower && outer.Upper >= inner.Upper
                && outer.Lower >= inner.Lower * (1 - RelativeError) && outer.Upper <= inner.Upper * (1 + RelativeError)
            : wide is null && exact is null;
    }

    // Most values meet a bucket that has seen many, and are not compared with its extremes.
    [TestCase(1.0, 512)]
    [TestCase(-1.0, 512)]
    [TestCase(3.0, 1)]
    [TestCase(-0.001, 7)]
    [TestCase(1e-310, 40)]
    public void Buckets_are_those_of_a_plain_table(double scale, int wholes)
    {
        var stream = KeyedStream.Derive(5, 0);
        var sketch = new QuantileSketch();
        var table = new SortedDictionary<long, (double Minimum, double Maximum, long Count)>();
        for (var draw = 0; draw < 20_000; draw++)
        {
            var number = Math.Floor(stream.NextUniform() * wholes) + (draw % 3 == 0 ? 0 : stream.NextUniform() / 64);
            var value = (number * scale) + 0.0;
            sketch.Add(value);
            var key = BitConverter.DoubleToInt64Bits(value) >> 44;
            var (minimum, maximum, count) = table.GetValueOrDefault(key, (value, value, 0));
            table[key] = (Math.Min(minimum, value), Math.Max(maximum, value), count + 1);
        }

        Assert.That(
            sketch.Buckets.Select(bucket => (bucket.Minimum, bucket.Maximum, bucket.Count)),
            Is.EqualTo(table.Values.OrderBy(bucket => bucket.Minimum)));
    }

    [Test]
    public void More_than_four_billion_values_of_a_bucket_are_counted()
    {
        const long Many = 3_000_000_000;
        var sketch = QuantileSketch.FromBuckets([new(0, 0, Many), new(7, 7, Many)], missingCount: 0);
        sketch.Merge(QuantileSketch.FromBuckets([new(0, 0, Many), new(7, 7, 2)], missingCount: 0));
        sketch.Add(0);
        sketch.Add(7);

        Assert.Multiple(() =>
        {
            Assert.That(sketch.Buckets.Select(bucket => bucket.Count), Is.EqualTo(new[] { (2 * Many) + 1, Many + 3 }));
            Assert.That(sketch.Count, Is.EqualTo((3 * Many) + 4));
        });
    }

    [Test]
    public void What_was_kept_can_be_taken_up_again()
    {
        var first = Of([.. Enumerable.Range(0, 3_000).Select(i => (i * i * 0.37) - 5_000), double.NaN]);

        var again = QuantileSketch.FromBuckets(first.Buckets, first.MissingCount);

        Assert.That(Bytes(again), Is.EqualTo(Bytes(first)));
    }

    [TestCase(1, 1.5, 2)]
    [TestCase(1.001, 1, 2)]
    [TestCase(1, 1, 0)]
    [TestCase(1, 1.001, 1)]
    [TestCase(double.NaN, 1, 2)]
    [TestCase(1, double.NaN, 2)]
    [TestCase(double.PositiveInfinity, double.PositiveInfinity, 2)]
    public void What_is_no_bucket_is_refused(double minimum, double maximum, long count) =>
        Assert.That(() => QuantileSketch.FromBuckets([new(minimum, maximum, count)], 0), Throws.ArgumentException);

    [Test]
    public void Values_of_known_buckets_allocate_nothing()
    {
        var sketch = Of([.. Enumerable.Range(0, 500).Select(i => (double)i)]);
        sketch.Add(3);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10_000; i++)
        {
            sketch.Add(i % 500);
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    private static QuantileSketch Of(double[] values)
    {
        var sketch = new QuantileSketch();
        foreach (var value in values)
        {
            sketch.Add(value);
        }

        return sketch;
    }

    private static string Bytes(QuantileSketch sketch) =>
        FormattableString.Invariant($"{sketch.Count} {sketch.MissingCount} ") + string.Join(' ', sketch.Buckets.Select(bucket =>
            FormattableString.Invariant($"{Bits(bucket.Minimum):x}:{Bits(bucket.Maximum):x}:{bucket.Count}")));

    private static long Bits(double value) => BitConverter.DoubleToInt64Bits(value);

    /// <summary>Whether a quantile is within the stated error of its neighbours in rank.</summary>
    private static bool IsNear(double found, double[] sorted, double q)
    {
        var rank = (int)((sorted.Length - 1) * q);
        var scale = Math.Max(Math.Abs(sorted[rank]), Math.Abs(sorted[Math.Min(rank + 1, sorted.Length - 1)]));
        return Math.Abs(found - OrderStatistics.Quantile(sorted, q)) <= (scale * RelativeError) + 1e-310;
    }
}
