using Escalation.Experiments;
using Escalation.Results;
using Escalation.Tests.Support;

namespace Escalation.Tests.Results;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class BlockFolderTests : IDisposable
{
    private const int Width = 3;
    private const string Hash = "00ff";

    private static readonly Point Here = new([0.5, double.NaN]);
    private static readonly Point There = new([-0.0, 1]);

    private readonly SourceFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Test]
    public void Rows_come_back_to_the_bit()
    {
        var rows = new[] { 1, double.NaN, -0.0, 1e-300, 2, 3 };
        Open().Write([new(new(Here, 64, 2), rows), new(new(There, 0, 1), new double[] { 7, 8, 9 })]);

        var blocks = Open();

        Assert.That(blocks.Has(new(Here, 64, 2)) && blocks.Has(new(There, 0, 1)), Is.True);
        Assert.That(Bits(blocks.Read(new(Here, 64, 2))!), Is.EqualTo(Bits(rows)));
        Assert.That(blocks.Read(new(There, 0, 1)), Is.EqualTo(new double[] { 7, 8, 9 }));
        Assert.That(blocks.Read(new(There, 0, 1)), Is.EqualTo(new double[] { 7, 8, 9 }), "A point may stand in a plan twice.");
    }

    [Test]
    public void Other_rows_than_those_that_are_there_are_not_there()
    {
        Open().Write([new(new(Here, 64, 2), new double[6])]);
        var blocks = Open();

        Assert.That(blocks.Has(new(Here, 0, 2)), Is.False, "another first replication");
        Assert.That(blocks.Has(new(Here, 64, 1)), Is.False, "another number");
        Assert.That(blocks.Has(new(new([0.5, 0]), 64, 2)), Is.False, "another point");
    }

    [Test]
    public void Batches_that_begin_alike_do_not_take_each_other_away()
    {
        Open().Write([new(new(Here, 0, 1), new double[3]), new(new(There, 0, 1), new double[3])]);
        Open().Write([new(new(Here, 0, 1), new double[3])]);

        Assert.That(Open().Has(new(There, 0, 1)), Is.True);
    }

    [Test]
    public void Zero_and_minus_zero_are_one_value()
    {
        Open().Write([new(new(There, 0, 1), new double[3])]);

        Assert.That(Open().Has(new(new([0.0, 1]), 0, 1)), Is.True);
    }

    [Test]
    public void Every_flipped_bit_is_found_and_the_block_set_aside()
    {
        Open().Write([new(new(Here, 0, 4), Enumerable.Range(0, 12).Select(value => (double)value).ToArray())]);
        var path = Directory.GetFiles(folder.At("blocks")).Single();
        var whole = File.ReadAllBytes(path);
        for (var bit = 0; bit < 8 * whole.Length; bit++)
        {
            var flipped = (byte[])whole.Clone();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            File.WriteAllBytes(path, flipped);

            var blocks = Open();

            Assert.That(blocks.Has(new(Here, 0, 4)), Is.False, $"bit {bit}");
            Assert.That(blocks.SetAside, Has.Length.EqualTo(1), $"bit {bit}");
            Assert.That(path + ".bad", Does.Exist);
        }
    }

    [Test]
    public void Every_torn_end_is_found()
    {
        Open().Write([new(new(Here, 0, 4), new double[12])]);
        var path = Directory.GetFiles(folder.At("blocks")).Single();
        var whole = File.ReadAllBytes(path);
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(path, whole[..length]);

            Assert.That(Open().Has(new(Here, 0, 4)), Is.False, $"length {length}");
        }
    }

    [TestCase("1.0", "00ff", 2UL, Width)]
    [TestCase("1.1", "00ff", 1UL, Width)]
    [TestCase("1.0", "00fe", 1UL, Width)]
    [TestCase("1.0", "00ff", 1UL, 4)]
    public void A_block_of_another_seed_version_or_scenario_is_set_aside(string version, string hash, ulong seed, int width)
    {
        BlockFolder.Open(RunFolder.At(folder.Path), version, hash, seed, width).Write([new(new(Here, 0, 1), new double[width])]);

        var blocks = Open();

        Assert.That(blocks.Has(new(Here, 0, 1)), Is.False);
        Assert.That(blocks.SetAside.Single(), Does.Contain("belongs to another scenario, seed or version"));
    }

    [Test]
    public void What_was_being_written_when_the_program_was_killed_is_taken_away()
    {
        Open().Write([new(new(Here, 0, 1), new double[3])]);
        folder.Write(Path.Combine("blocks", "torn.rows.part"), "escalate ro");

        Assert.That(Open().Has(new(Here, 0, 1)), Is.True);
        Assert.That(folder.At("blocks", "torn.rows.part"), Does.Not.Exist);
    }

    private static IEnumerable<long> Bits(double[] values) => values.Select(BitConverter.DoubleToInt64Bits);

    private BlockFolder Open() => BlockFolder.Open(RunFolder.At(folder.Path), "1.0", Hash, seed: 1, Width);
}
