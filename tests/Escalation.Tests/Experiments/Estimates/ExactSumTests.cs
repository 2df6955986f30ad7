using System.Numerics;
using Escalation.Engine;
using Escalation.Experiments;

namespace Escalation.Tests.Experiments.Estimates;

internal sealed class ExactSumTests
{
    [TestCase(new double[] { }, 0)]
    [TestCase(new[] { 1e100, 1, -1e100 }, 1)]
    [TestCase(new[] { 5e-324, 5e-324 }, 1e-323)]
    [TestCase(new[] { double.MaxValue, double.MaxValue, -double.MaxValue }, double.MaxValue)]
    [TestCase(new[] { double.MaxValue, double.MaxValue }, double.PositiveInfinity)]
    [TestCase(new[] { 1, double.Epsilon, -1 }, double.Epsilon)]
    [TestCase(new[] { 1, 1.1102230246251565e-16 }, 1)]
    [TestCase(new[] { 1, 1.1102230246251565e-16, 5e-324 }, 1.0000000000000002)]
    [TestCase(new[] { 1.0000000000000002, 1.1102230246251565e-16 }, 1.0000000000000004)]
    public void A_sum_is_rounded_once_and_to_even(double[] values, double expected) =>
        Assert.That(Of(values).Value, Is.EqualTo(expected));

    [Test]
    public void A_product_has_all_its_bits()
    {
        var sum = new ExactSum();
        sum.AddProduct(1 + 2.220446049250313e-16, 1 + 2.220446049250313e-16);
        sum.Add(-1 - 4.440892098500626e-16);

        // (1 + u)² − 1 − 2u = u², of which a double knows nothing.
        Assert.That(sum.Value, Is.EqualTo(2.220446049250313e-16 * 2.220446049250313e-16));
    }

    [Test]
    public void The_least_product_and_the_greatest_are_held()
    {
        var sum = new ExactSum();
        sum.AddProduct(double.MaxValue, double.MaxValue);
        sum.AddProduct(5e-324, 5e-324);
        sum.AddProduct(-double.MaxValue, double.MaxValue);

        Assert.That(sum.ToString(), Is.EqualTo("1@-2148"));
    }

    [FsCheck.NUnit.Property(MaxTest = 500, Replay = "42,1")]
    public bool It_is_the_sum_of_whole_numbers(long[] numbers, bool isNegative)
    {
        var expected = BigInteger.Zero;
        var sum = new ExactSum();
        foreach (var number in numbers)
        {
            var value = isNegative ? -(double)(number >> 11) : number >> 11;
            sum.Add(value);
            sum.AddProduct(value, value);
            expected += new BigInteger(value) + (new BigInteger(value) * new BigInteger(value));
        }

        return sum.Numerator == expected * ExactSum.Denominator && ExactSum.Parse(sum.ToString()).Numerator == sum.Numerator;
    }

    [FsCheck.NUnit.Property(MaxTest = 500, Replay = "42,1")]
    public bool Many_at_once_are_the_same_as_one_after_the_other(double[] numbers, byte stride, byte start)
    {
        double[] values = [.. numbers.Select(number => double.IsInfinity(number) ? double.NaN : number)];
        var (some, all) = (new ExactSum(), new ExactSum());
        SlicedSum.AddTo(some, values, start % 3, (stride % 9) + 1, new double[SlicedSum.MostValues]);
        for (var at = start % 3; at < values.Length; at += (stride % 9) + 1)
        {
            all.Add(double.IsNaN(values[at]) ? 0 : values[at]);
        }

        return some.ToString() == all.ToString();
    }

    // Fears and levels: near 1, decayed to 1e-30, exactly 0, huge, missing; as many as a batch may hold.
    [TestCase(1)]
    [TestCase(1e-12)]
    [TestCase(1e200)]
    [TestCase(1e300)]
    [TestCase(1e-290)]
    public void A_full_batch_of_values_of_all_sizes_is_exact(double scale)
    {
        var stream = KeyedStream.Derive(5, Key.OfName("sliced sum"));
        var values = new double[SlicedSum.MostValues];
        for (var at = 0; at < values.Length; at++)
        {
            var size = scale * Math.Pow(10, -30 * stream.NextUniform());
            values[at] = (at % 5) switch { 0 => double.NaN, 1 => -size, 2 => scale, _ => size };
        }

        var sum = new ExactSum();
        SlicedSum.AddTo(sum, values, 0, 1, new double[SlicedSum.MostValues]);

        Assert.That(sum.ToString(), Is.EqualTo(Of([.. values.Where(value => !double.IsNaN(value))]).ToString()));
    }

    [Test]
    public void Carries_move_before_a_limb_is_full()
    {
        // Doubling by merging goes far beyond 2³¹ additions of the largest pieces.
        var sum = Of([-1.9999999999999998, 1e-300]);
        for (var turn = 0; turn < 90; turn++)
        {
            sum.Merge(ExactSum.Parse(sum.ToString()));
            sum.Add(0.5);
            sum.Add(-0.5);
        }

        Assert.That(sum.Value, Is.EqualTo(Math.ScaleB(-1.9999999999999998, 90)));
    }

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void What_is_not_finite_is_refused(double value) => Assert.Multiple(() =>
    {
        Assert.That(() => new ExactSum().Add(value), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new ExactSum().AddProduct(1, value), Throws.InstanceOf<ArgumentOutOfRangeException>());
    });

    private static ExactSum Of(double[] values)
    {
        var sum = new ExactSum();
        foreach (var value in values)
        {
            sum.Add(value);
        }

        return sum;
    }
}
