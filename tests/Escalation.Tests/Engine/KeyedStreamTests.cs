using System.Runtime.CompilerServices;
using Escalation.Engine;
using Escalation.Tests.Support;

namespace Escalation.Tests.Engine;

internal sealed class KeyedStreamTests
{
    private const int Draws = 1_000_000;
    private const int Cells = 256;

    [Test]
    public void A_stream_is_eight_bytes() => Assert.That(Unsafe.SizeOf<KeyedStream>(), Is.EqualTo(8));

    [Test]
    public void A_stream_is_SplitMix64_from_its_seed()
    {
        var stream = new KeyedStream(1234567);

        ulong[] drawn = [stream.NextBits(), stream.NextBits()];

        Assert.That(drawn, Is.EqualTo([6457827717110365317, 3203168211198807973]));
    }

    [Test]
    public void The_stream_of_a_child_begins_with_its_key_and_goes_on_as_SplitMix64([Values(0UL, 1UL, 77UL)] ulong ordinal)
    {
        var (cause, name) = (Key.OfName("cause"), Key.OfName("name"));
        var stream = KeyedStream.Derive(cause, name, ordinal);
        var counter = unchecked((Key.Stem(cause) ^ name) + (ordinal * 0xD1342543DE82EF95));

        var rest = new KeyedStream(counter);

        ulong[] drawn = [stream.NextBits(), stream.NextBits(), stream.NextBits()];

        Assert.That(drawn, Is.EqualTo([Key.Derive(cause, name, ordinal), rest.NextBits(), rest.NextBits()]));
    }

    [Test]
    public void A_uniform_number_is_the_top_53_bits()
    {
        var (bits, closed, open) = (new KeyedStream(5), new KeyedStream(5), new KeyedStream(5));
        for (var i = 0; i < 1_000; i++)
        {
            var top = bits.NextBits() >> 11;

            Assert.That(closed.NextUniform(), Is.EqualTo(top * Math.Pow(2, -53)));
            Assert.That(open.NextOpenUniform(), Is.EqualTo((top | 1) * Math.Pow(2, -53)));
        }
    }

    [Test]
    public void The_numbers_of_a_stream_are_uniform_and_so_are_pairs_of_them([Values(0UL, 1UL, ulong.MaxValue)] ulong key)
    {
        var stream = new KeyedStream(key);
        var numbers = Enumerable.Range(0, Draws).Select(_ => stream.NextUniform()).ToArray();

        AssertUniformInPairs(numbers);
    }

    // As in a simulation, where most keys are asked for one or two numbers.
    [TestCase(1UL)]
    [TestCase(1UL << 32)]
    public void The_first_numbers_of_consecutive_keys_are_uniform_and_so_are_pairs_of_them(ulong step)
    {
        var numbers = Enumerable.Range(0, Draws).Select(i => new KeyedStream((ulong)i * step).NextUniform()).ToArray();

        AssertUniformInPairs(numbers);
    }

    [Test]
    public void The_first_numbers_of_children_are_uniform_and_so_are_pairs_of_them()
    {
        var cause = Key.OfName("cause");
        var children = Enumerable.Range(0, Draws).Select(i => new KeyedStream(Key.Derive(cause, 1, (ulong)i)));
        var numbers = children.Select(stream => stream.NextUniform()).ToArray();

        AssertUniformInPairs(numbers);
    }

    [Test]
    public void Every_bit_is_fair()
    {
        var ones = new int[64];
        var stream = new KeyedStream(3);
        for (var i = 0; i < Draws; i++)
        {
            var bits = stream.NextBits();
            for (var bit = 0; bit < 64; bit++)
            {
                ones[bit] += (int)((bits >> bit) & 1);
            }
        }

        // 64 bits: one false alarm in 1,500 seeds.
        Assert.That(ones.Max(count => Math.Abs(Statistical.ShareZ(count, Draws, 0.5))), Is.LessThan(Statistical.ZBound));
    }

    [Test]
    public void The_keys_that_the_test_of_pairs_must_reject_are_rejected()
    {
        // A counter without the mixing: uniform alone, but not in pairs.
        var numbers = Enumerable.Range(0, Draws).Select(i => ((ulong)i * 0x9E3779B97F4A7C15 >> 11) * Math.Pow(2, -53)).ToArray();

        Assert.That(PairP(numbers), Is.LessThan(Statistical.LeastP));
    }

    private static void AssertUniformInPairs(double[] numbers)
    {
        var counts = new double[Cells];
        foreach (var u in numbers)
        {
            counts[(int)(u * Cells)]++;
        }

        var expected = Enumerable.Repeat((double)numbers.Length / Cells, Cells).ToArray();
        Assert.That(Statistical.ChiSquareP(counts, expected), Is.GreaterThan(Statistical.LeastP));
        Assert.That(PairP(numbers), Is.GreaterThan(Statistical.LeastP));
        Assert.That(Statistical.KolmogorovSmirnovP(numbers, u => u), Is.GreaterThan(Statistical.LeastP));
    }

    // Pairs that do not overlap, on a grid of 64 by 64.
    private static double PairP(double[] numbers)
    {
        var counts = new double[64 * 64];
        for (var i = 0; i + 1 < numbers.Length; i += 2)
        {
            counts[((int)(numbers[i] * 64) * 64) + (int)(numbers[i + 1] * 64)]++;
        }

        return Statistical.ChiSquareP(counts, [.. Enumerable.Repeat(numbers.Length / 2.0 / counts.Length, counts.Length)]);
    }
}
