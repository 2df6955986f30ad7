using Escalation.Engine;

namespace Escalation.Tests.Engine.Randomness;

/// <summary>A stream gives the numbers that others publish for SplitMix64.</summary>
internal sealed class ReferenceVectorTests
{
    // The first outputs for seed 0, which many generators of the xoshiro family start from; the first is also what
    // new SplittableRandom(0).nextLong() of Java gives, as a signed number −2152535657050944081.
    [Test]
    public void The_stream_of_key_0_is_SplitMix64_seeded_with_0()
    {
        ulong[] published =
            [0xE220A8397B1DCDAF, 0x6E789E6AA1B965F4, 0x06C45D188009454F, 0xF88BB8A8724C81EC, 0x1B39896A51A8749B];

        Assert.That(Draw(key: 0, count: 5), Is.EqualTo(published));
    }

    // Apache Commons RNG, SplitMix64Test: 40 outputs of Vigna's splitmix64.c.
    [Test]
    public void The_stream_of_the_key_that_Apache_Commons_tests_is_that_of_the_reference_program()
    {
        ulong[] published =
        [
            0x4141302768C9E9D0, 0x64DF48C4EAB51B1A, 0x4E723B53DBD901B3, 0xEAD8394409DD6454, 0x3EF60E485B412A0A,
            0xB2A23AEE63AECF38, 0x6CC3B8933C4FA332, 0x9C9E75E031E6FCCB, 0x0FDDFFB161C9F30F, 0x2D1D75D4E75C12A3,
            0xCDCF9D2DDE66DA2E, 0x278BA7D1D142CFEC, 0x4CA423E66072E606, 0x8F2C3C46EBC70BB7, 0xC9DEF3B1EEAE3E21,
            0x8E06670CD3E98BCE, 0x2326DEE7DD34747F, 0x3C8FFF64392BB3C1, 0xFC6AA1EBE7916578, 0x3191FB6113694E70,
            0x3453605F6544DAC6, 0x86CF93E5CDF81801, 0x0D764D7E59F724DF, 0xAE1DFB943EBF8659, 0x012DE1BABB3C4104,
            0xA5A818B8FC5AA503, 0xB124EA2B701F4993, 0x18E0374933D8C782, 0x2AF8DF668D68AD55, 0x76E56F59DAA06243,
            0xF58C016F0F01E30F, 0x8EEAFA41683DBBF4, 0x7BF121347C06677F, 0x4FD0C88D25DB5CCB, 0x99AF3BE9EBE0A272,
            0x94F2B33B74D0BDCB, 0x24B5D9D7A00A3140, 0x79D983D781A34A3C, 0x582E4A84D595F5EC, 0x7316FE8B0F606D20,
        ];

        Assert.That(Draw(key: 0x1A2B3C4D5E6F7531, count: 40), Is.EqualTo(published));
    }

    // The inverse of the mixer, whose multipliers are those of the mixer modulo 2⁶⁴ upside down: no two inputs share an output.
    [Test]
    public void Mixing_can_be_undone()
    {
        var stream = new KeyedStream(1);
        for (var i = 0; i < 10_000; i++)
        {
            var value = stream.NextBits();

            Assert.That(Undo(Key.Mix(value)), Is.EqualTo(value));
        }
    }

    private static ulong[] Draw(ulong key, int count)
    {
        var stream = new KeyedStream(key);
        return [.. Enumerable.Range(0, count).Select(_ => stream.NextBits())];
    }

    private static ulong Undo(ulong mixed)
    {
        mixed = UndoShift(mixed, 31) * Inverse(0x94D049BB133111EB);
        mixed = UndoShift(mixed, 27) * Inverse(0xBF58476D1CE4E5B9);
        return UndoShift(mixed, 30);
    }

    private static ulong UndoShift(ulong value, int shift) => value ^ (value >> shift) ^ (value >> (2 * shift));

    // Newton's iteration doubles the right bits: 5, 10, 20, 40, 80.
    private static ulong Inverse(ulong odd)
    {
        var inverse = (3 * odd) ^ 2;
        for (var round = 0; round < 4; round++)
        {
            inverse *= 2 - (odd * inverse);
        }

        return inverse;
    }
}
