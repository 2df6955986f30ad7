using Escalation.Experiments;
using Escalation.Tests.Experiments.Estimates;
using Escalation.Tests.Support;

namespace Escalation.Tests.Experiments.Designs;

internal sealed class MorrisTrajectoriesTests
{
    [TestCase("linear")]
    [TestCase("interaction")]
    public void Given_trajectories_go_through_the_points_of_the_reference(string model)
    {
        var rows = ReferenceTable.Rows("morris-trajectories.csv", "Sensitivity")
            .Where(row => row[0] == model && row[1] != "all").ToList();
        var expected = rows.Select(row => row[4].Split(' ').Select(Fraction).ToArray()).ToList();

        var points = MorrisReference.Design(model).Points();

        Assert.That(points.Count, Is.EqualTo(expected.Count));
        for (var point = 0; point < points.Count; point++)
        {
            Assert.That(points.Row(point).ToArray(), Is.EqualTo(expected[point]));
        }
    }

    [TestCase(2, 1)]
    [TestCase(4, 2.0 / 3)]
    [TestCase(8, 4.0 / 7)]
    public void The_step_is_half_of_the_levels(int levels, double step)
    {
        Assert.That(MorrisTrajectories.Draw(1, "m", 1, 1, levels).Step, Is.EqualTo(step).Within(1e-15));
        Assert.That(MorrisTrajectories.Draw(1, "m", 1, 1, levels, MorrisGrid.Middles).Step, Is.EqualTo(0.5));
    }

    [FsCheck.NUnit.Property(MaxTest = 100, Replay = "42,1")]
    public bool Each_step_moves_one_input_by_the_step_and_each_input_moves_once(ulong seed, byte size, byte half, bool hasEnds)
    {
        var (inputs, levels) = (1 + (size % 12), 2 + (2 * (half % 5)));
        var design = MorrisTrajectories.Draw(seed, "m", 3, inputs, levels, hasEnds ? MorrisGrid.Ends : MorrisGrid.Middles);
        var points = design.Points();
        return Enumerable.Range(0, 3).All(trajectory => Enumerable.Range(0, inputs).All(step =>
        {
            var from = points.Row((trajectory * (inputs + 1)) + step);
            var to = points.Row((trajectory * (inputs + 1)) + step + 1);
            var drawn = design.Trajectories[trajectory];
            var moved = drawn.Order[step];
            var isSound = true;
            for (var input = 0; input < inputs; input++)
            {
                var expected = input == moved ? design.Step * drawn.Directions[input] : 0;
                isSound &= Math.Abs(to[input] - from[input] - expected) < 1e-12 && to[input] is >= 0 and <= 1;
            }

            return isSound;
        }));
    }

    [Test]
    public void A_trajectory_does_not_depend_on_how_many_there_are()
    {
        var (few, many) = (MorrisTrajectories.Draw(2, "m", 2, 5).Points(), MorrisTrajectories.Draw(2, "m", 9, 5).Points());

        for (var point = 0; point < few.Count; point++)
        {
            Assert.That(many.Row(point).ToArray(), Is.EqualTo(few.Row(point).ToArray()));
        }
    }

    // Each pair of levels that a step joins has the same chance, and so have both directions: false-alarm rate 1e-5.
    [Test]
    public void Every_level_is_started_from_equally_often()
    {
        const int Count = 10_000;
        var counts = new double[6];
        foreach (var trajectory in MorrisTrajectories.Draw(3, "m", Count, 2, levelCount: 6).Trajectories)
        {
            counts[trajectory.Start[1]]++;
        }

        Assert.That(
            Statistical.ChiSquareP(counts, [.. Enumerable.Repeat(Count / 6.0, 6)]), Is.GreaterThan(Statistical.LeastP));
    }

    [Test]
    public void What_is_no_trajectory_is_refused()
    {
        MorrisTrajectory up = new([0, 0], [0, 1], [1, 1]);

        Assert.That(() => new MorrisTrajectories([up], 4), Throws.Nothing);
        Assert.That(() => new MorrisTrajectories([], 4), Throws.ArgumentException);
        Assert.That(() => new MorrisTrajectories([up], 3), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new MorrisTrajectories([up with { Order = [0, 0] }], 4), Throws.ArgumentException);
        Assert.That(() => new MorrisTrajectories([up with { Directions = [1, -1] }], 4), Throws.ArgumentException);
        Assert.That(() => new MorrisTrajectories([up, new([0], [0], [1])], 4), Throws.ArgumentException);
    }

    private static double Fraction(string text) => text.Split('/') is [var above, var below]
        ? ReferenceTable.Number(above) / ReferenceTable.Number(below)
        : ReferenceTable.Number(text);
}
