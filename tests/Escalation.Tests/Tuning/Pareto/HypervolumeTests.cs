using Escalation.Tests.Experiments.Estimates;
using Escalation.Tuning;

namespace Escalation.Tests.Tuning.Pareto;

internal sealed class HypervolumeTests
{
    public static IEnumerable<TestCaseData> ReferenceRows() => ReferenceTable.Rows("zdt-hypervolume.csv", "Tuning")
        .Where(row => row[2] == "inf").Select(row => new TestCaseData(row[0], row[1], row[3]).SetArgDisplayNames(row[0], row[1]));

    // Steps of 1/n below a curve of slope bounded but for one end lose about the reference's area by O(1/n).
    [TestCaseSource(nameof(ReferenceRows))]
    public void Many_points_fill_the_whole_front(string problem, string reference, string expected)
    {
        const int Points = 20_000;
        double[] corner = [.. reference.Split(' ').Select(ReferenceTable.Number)];
        var front = Enumerable.Range(0, Points + 1).Select(i => Math.Pow(i / (double)Points, 2))
            .Select(f => new[] { f, problem == "ZDT1" ? 1 - Math.Sqrt(f) : 1 - (f * f) });

        var found = Hypervolume.Of(front, corner);

        Assert.That(found, Is.EqualTo(ReferenceTable.Number(expected)).Within(2e-4));
        Assert.That(found, Is.LessThan(ReferenceTable.Number(expected)));
    }

    // In halves: 8 − 1 of the unit cube in eighths.
    [Test]
    public void Three_plates_of_a_cube_are_exact() => Assert.That(
        Hypervolume.Of([[0.5, 0, 0], [0, 0.5, 0], [0, 0, 0.5]], [1, 1, 1]), Is.EqualTo(7.0 / 8));

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    [TestCase(6)]
    public void It_is_what_inclusion_and_exclusion_count(int objectives)
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var points = RandomFronts.Points(seed, seed % 9, objectives);

            var found = Hypervolume.Of(points, RandomFronts.Ones(objectives));

            Assert.That(found, Is.EqualTo(Counted(points, objectives)).Within(1e-12));
        }
    }

    [FsCheck.NUnit.Property(MaxTest = 100, Replay = "42,1")]
    public bool A_point_more_never_lowers_it(FsCheck.PositiveInt seed, FsCheck.NonNegativeInt size)
    {
        var objectives = 2 + (seed.Get % 3);
        var points = RandomFronts.Points(seed.Get, 1 + (size.Get % 12), objectives);
        var ones = RandomFronts.Ones(objectives);

        return Hypervolume.Of(points, ones) >= Hypervolume.Of(points[1..], ones) - 1e-12;
    }

    [FsCheck.NUnit.Property(MaxTest = 100, Replay = "42,1")]
    public bool A_contribution_is_what_is_lost_without_the_point(FsCheck.PositiveInt seed, FsCheck.NonNegativeInt size)
    {
        var objectives = 2 + (seed.Get % 3);
        var points = RandomFronts.Points(seed.Get, 1 + (size.Get % 12), objectives);
        var ones = RandomFronts.Ones(objectives);
        var all = Hypervolume.Of(points, ones);

        return Hypervolume.Contributions(points, ones)
            .Select((part, i) => Math.Abs(part - all + Hypervolume.Of([.. points[..i], .. points[(i + 1)..]], ones)))
            .All(error => error < 1e-12);
    }

    [Test]
    public void Points_beyond_the_reference_add_nothing()
    {
        Assert.That(Hypervolume.Of([[2, 0], [0, 1]], [1, 1]), Is.Zero);
        Assert.That(Hypervolume.Contributions([[2, 0], [0.5, 0.5]], [1, 1]), Is.EqualTo(new[] { 0, 0.25 }));
        Assert.That(() => Hypervolume.Of([[1.0]], [1, 1]), Throws.ArgumentException);
    }

    private static double Counted(double[][] points, int objectives) => Enumerable.Range(1, (1 << points.Length) - 1).Sum(set =>
    {
        var chosen = points.Where((_, i) => (set >> i & 1) == 1).ToArray();
        var common = Enumerable.Range(0, objectives).Aggregate(1.0, (volume, k) => volume * (1 - chosen.Max(point => point[k])));
        return chosen.Length % 2 == 1 ? common : -common;
    });
}
