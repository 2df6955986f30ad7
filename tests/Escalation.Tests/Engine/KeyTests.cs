using Escalation.Engine;
using Escalation.Tests.Support;

namespace Escalation.Tests.Engine;

internal sealed class KeyTests
{
    // 12,288 pairs of bits, each |z| above 6 with probability 2e-9: one false alarm in 40,000 seeds.
    private const double AvalancheBound = 6;
    private const int Inputs = 20_000;

    [Test]
    public void Mix_is_the_finaliser_of_SplitMix64()
    {
        // The first outputs of the reference implementation (Vigna, splitmix64.c) for seed 1234567.
        ulong[] expected =
            [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821];

        var mixed = Enumerable.Range(1, 5).Select(i => Key.Mix(1234567 + ((ulong)i * 0x9E3779B97F4A7C15)));

        Assert.That(mixed, Is.EqualTo(expected));
    }

    // FNV-1a, 64 bits, of "", "a" and "foobar": the test vectors of the FNV draft; then mixed.
    [TestCase("", 0xCBF29CE484222325)]
    [TestCase("a", 0xAF63DC4C8601EC8C)]
    [TestCase("foobar", 0x85944171F73967E8)]
    public void The_key_of_a_name_is_its_mixed_FNV_hash(string name, ulong hash) =>
        Assert.That(Key.OfName(name), Is.EqualTo(Key.Mix(hash)));

    [Test]
    public void A_name_is_read_as_UTF_8()
    {
        // é is the two bytes C3 A9.
        var hash = unchecked((((0xCBF29CE484222325 ^ 0xC3) * 0x100000001B3) ^ 0xA9) * 0x100000001B3);

        Assert.That(Key.OfName("é"), Is.EqualTo(Key.Mix(hash)));
    }

    [Test]
    public void Long_names_have_keys_of_their_own()
    {
        var keys = Enumerable.Range(0, 2_000).Select(length => Key.OfName(new string('é', length)));

        Assert.That(keys, Is.Unique);
    }

    [Test]
    public void Derived_keys_of_small_numbers_differ()
    {
        var parts = Numbers(40).SelectMany(_ => Numbers(40), (cause, name) => (cause, name));
        var keys = parts.SelectMany(_ => Numbers(40), (part, ordinal) => Key.Derive(part.cause, part.name, ordinal));

        Assert.That(keys.Distinct().Count(), Is.EqualTo(64_000));
    }

    [Test]
    public void A_child_is_no_draw_of_its_cause()
    {
        var cause = Key.OfName("cause");
        var stream = new KeyedStream(cause);
        var draws = Enumerable.Range(0, 1_000).Select(_ => stream.NextBits()).ToHashSet();

        Assert.That(Numbers(1_000).Select(name => Key.Derive(cause, name)).Count(draws.Contains), Is.Zero);
    }

    [Test]
    public void Every_bit_of_a_derived_key_depends_on_every_bit_of_its_parts([Values("cause", "name", "ordinal")] string part)
    {
        var flips = new int[64 * 64];
        var stream = new KeyedStream(Key.OfName(part));
        for (var i = 0; i < Inputs; i++)
        {
            // Ordinals are small numbers in use, the others mixed ones.
            var (cause, name, ordinal) = (stream.NextBits(), stream.NextBits(), stream.NextBits() % 100);
            var key = Key.Derive(cause, name, ordinal);
            for (var bit = 0; bit < 64; bit++)
            {
                var flip = 1UL << bit;
                var changed = key ^ (part switch
                {
                    "cause" => Key.Derive(cause ^ flip, name, ordinal),
                    "name" => Key.Derive(cause, name ^ flip, ordinal),
                    _ => Key.Derive(cause, name, ordinal ^ flip),
                });
                for (var output = 0; output < 64; output++)
                {
                    flips[(bit * 64) + output] += (int)((changed >> output) & 1);
                }
            }
        }

        Assert.That(flips.Max(count => Math.Abs(Statistical.ShareZ(count, Inputs, 0.5))), Is.LessThan(AvalancheBound));
    }

    private static IEnumerable<ulong> Numbers(int count) => Enumerable.Range(0, count).Select(i => (ulong)i);
}
