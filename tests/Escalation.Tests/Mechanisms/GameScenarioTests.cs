using System.Globalization;
using Escalation.Tests.Support;
using Escalation.Tuning;

namespace Escalation.Tests.Mechanisms;

/// <summary>The scenarios that are games have the losses and the equilibria that their heads work out.</summary>
internal sealed class GameScenarioTests
{
    private static readonly GameScenario Inspection = new(
        "inspection-game.yaml", ("inspect", "cost_of_inspector"), ("violate", "cost_of_violator"));

    private static readonly GameScenario Chicken = new(
        "chicken.yaml", ("west_dares", "cost_of_west"), ("east_dares", "cost_of_east"));

    // Where both sides do one thing nothing is left to luck.
    [Test]
    public void Pure_profiles_of_the_inspection_game_cost_what_its_head_says() =>
        Inspection.AssertLosses([0, 10, 2, 7], [0, -5, 0, 15]);

    [Test]
    public void Pure_profiles_of_chicken_cost_what_its_head_says() => Chicken.AssertLosses([0, 1, -1, 4], [0, -1, 1, 4]);

    [Test]
    public void The_inspection_game_has_the_equilibrium_of_its_head()
    {
        var found = GameEquilibria.Of(Inspection.Simulated()).Profiles.Single();

        Assert.That(found.Rows[1], Is.EqualTo(0.25).Within(1e-12));
        Assert.That(found.Columns[1], Is.EqualTo(0.4).Within(1e-12));
    }

    [Test]
    public void Chicken_has_the_three_equilibria_of_its_head()
    {
        var found = GameEquilibria.Of(Chicken.Simulated()).Profiles;

        Assert.That(found.Select(profile => (profile.Rows[1], profile.Columns[1])),
            Is.EqualTo(new[] { (0.0, 1.0), (0.25, 0.25), (1.0, 0.0) }));
    }

    // In equilibrium a side loses the same whatever it does itself. Six z-tests here and six below, each with a false-alarm rate
    // of 1e-5.
    [TestCase(0, 0.4, 4, null)]
    [TestCase(0.25, 0.4, 4, 0)]
    [TestCase(1, 0.4, 4, null)]
    [TestCase(0.25, 0, null, 0)]
    [TestCase(0.25, 1, null, 0)]
    public void Neither_side_of_the_inspection_game_can_gain_alone(
        double inspect, double violate, double? inspector, double? violator) =>
        Inspection.AssertMeans(inspect, violate, inspector, violator, replications: 2_000);

    [TestCase(0, 0.25, 0.25, null)]
    [TestCase(0.25, 0.25, 0.25, 0.25)]
    [TestCase(1, 0.25, 0.25, null)]
    [TestCase(0.25, 0, null, 0.25)]
    [TestCase(0.25, 1, null, 0.25)]
    public void Neither_side_of_chicken_can_gain_alone_by_mixing(double west, double east, double? ofWest, double? ofEast) =>
        Chicken.AssertMeans(west, east, ofWest, ofEast, replications: 20_000);

    /// <summary>A scenario of two sides, of which each has a chance to choose and a loss.</summary>
    private sealed class GameScenario(string file, (string Lever, string Loss) row, (string Lever, string Loss) column)
    {
        private readonly SameLuck few = new(file, replications: 8);

        public BimatrixGame Simulated() => new(2, 2, Losses(row.Loss), Losses(column.Loss));

        public void AssertLosses(double[] ofRows, double[] ofColumns)
        {
            Assert.That(Losses(row.Loss), Is.EqualTo(ofRows));
            Assert.That(Losses(column.Loss), Is.EqualTo(ofColumns));
        }

        public void AssertMeans(double rowChance, double columnChance, double? ofRow, double? ofColumn, int replications)
        {
            var many = new SameLuck(file, replications);
            foreach (var (loss, exact) in new[] { (row.Loss, ofRow), (column.Loss, ofColumn) })
            {
                if (exact is { } mean)
                {
                    many.AssertMean(loss, Settings(rowChance, columnChance), mean);
                }
            }
        }

        // One number a cell, the same in every history.
        private double[] Losses(string loss) =>
            [.. Enumerable.Range(0, 4).Select(cell => few.Column(loss, Settings(cell / 2, cell % 2)).Distinct().Single())];

        private string Settings(double rowChance, double columnChance) =>
            string.Create(CultureInfo.InvariantCulture, $"{row.Lever}={rowChance}, {column.Lever}={columnChance}");
    }
}
