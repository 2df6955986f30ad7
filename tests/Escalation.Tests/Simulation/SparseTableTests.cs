using Escalation.Simulation;

namespace Escalation.Tests.Simulation;

/// <summary>The table of few of many names.</summary>
internal sealed class SparseTableTests
{
    [Test]
    public void A_name_that_was_not_added_is_not_there() => Assert.That(new SparseTable().Find(0), Is.EqualTo(-1));

    [FsCheck.NUnit.Property(MaxTest = 200, Replay = "42,1")]
    public bool It_finds_what_a_dictionary_finds(int[] names)
    {
        var (table, reference) = (new SparseTable(), new Dictionary<long, int>());
        foreach (var name in names.Select(name => Math.Abs((long)name)).Distinct())
        {
            reference[name] = reference.Count;
            table.Add(name, reference[name]);
        }

        return reference.All(known => table.Find(known.Key) == known.Value)
            && Enumerable.Range(0, 100).All(name => table.Find(name) == reference.GetValueOrDefault(name, -1));
    }

    [Test]
    public void Many_names_side_by_side_are_all_found()
    {
        const int Count = 100_000;
        var table = new SparseTable();
        for (var name = 0; name < Count; name++)
        {
            table.Add(name * 5001L, name);
        }

        Assert.Multiple(() =>
        {
            Assert.That(Enumerable.Range(0, Count).All(name => table.Find(name * 5001L) == name));
            Assert.That(table.Find(5000), Is.EqualTo(-1));
        });
    }
}
