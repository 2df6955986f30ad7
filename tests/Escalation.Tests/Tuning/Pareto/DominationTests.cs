using Escalation.Tuning;

namespace Escalation.Tests.Tuning.Pareto;

internal sealed class DominationTests
{
    [FsCheck.NUnit.Property(MaxTest = 200, Replay = "42,1")]
    public bool The_first_front_is_what_nothing_dominates(FsCheck.PositiveInt seed, FsCheck.NonNegativeInt size)
    {
        var points = RandomFronts.Points(seed.Get, size.Get % 40, 2 + (seed.Get % 3));

        var ranks = Domination.Ranks(points);

        return points.Select((point, i) => (ranks[i] == 0) == !points.Any(other => IsBetter(other, point))).All(holds => holds);
    }

    [FsCheck.NUnit.Property(MaxTest = 200, Replay = "42,1")]
    public bool A_rank_is_one_more_than_the_greatest_of_those_above(FsCheck.PositiveInt seed, FsCheck.NonNegativeInt size)
    {
        var points = RandomFronts.Points(seed.Get, size.Get % 40, 2 + (seed.Get % 3));

        var ranks = Domination.Ranks(points);

        return points.Select((point, i) => ranks[i] == points
            .Select((other, j) => IsBetter(other, point) ? ranks[j] + 1 : 0).Max()).All(holds => holds);
    }

    [Test]
    public void What_is_allowed_comes_first_then_what_is_least_off() =>
        Assert.That(
            Domination.Ranks([[5, 5], [1, 1], [0, 0], [4, 6]], [0, 0.5, 2, 0]),
            Is.EqualTo(new[] { 0, 1, 2, 0 }));

    [Test]
    public void What_has_no_value_dominates_nothing()
    {
        Assert.That(Domination.Dominates([double.NaN, 0], [1, 1]), Is.False);
        Assert.That(Domination.Dominates([1, 1], [1, 1]), Is.False);
        Assert.That(Domination.Dominates([1, 0], [1, 1]), Is.True);
    }

    [Test]
    public void Room_is_the_distance_between_neighbours()
    {
        var distances = CrowdingDistance.Of([[0, 4], [4, 0], [1, 2], [2, 1]]);

        Assert.That(distances, Is.EqualTo(new[] { double.PositiveInfinity, double.PositiveInfinity, 1.25, 1.25 }));
    }

    // By the definition, one comparison after the other.
    private static bool IsBetter(double[] one, double[] other) =>
        one.Zip(other).All(pair => pair.First <= pair.Second) && one.Zip(other).Any(pair => pair.First < pair.Second);
}
