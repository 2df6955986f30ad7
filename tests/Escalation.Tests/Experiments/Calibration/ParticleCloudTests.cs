using Escalation.Experiments;

namespace Escalation.Tests.Experiments.Calibration;

internal sealed class ParticleCloudTests
{
    [Test]
    public void A_resample_takes_each_particle_as_often_as_its_weight_says()
    {
        var cloud = new ParticleCloud(1, [0, 1, 2, 3], [1, 2, 0, 5]);

        var chosen = cloud.Resample(1, "test", 80);

        Assert.That(chosen.CountBy(particle => particle).ToDictionary(), Is.EqualTo(
            new Dictionary<int, int> { [0] = 10, [1] = 20, [3] = 50 }));
        Assert.That(cloud.EffectiveCount, Is.EqualTo(64 / 30.0).Within(1e-12));
    }

    [Test]
    public void Normal_scores_are_places_in_the_open_unit_interval()
    {
        var cloud = new ParticleCloud(3, [0, 40, -40], [1]);

        Assert.That(cloud.UnitAt(0)[0], Is.EqualTo(0.5));
        Assert.That(cloud.UnitAt(0)[1], Is.LessThan(1));
        Assert.That(cloud.UnitAt(0)[2], Is.GreaterThan(0));
        Assert.That(StandardNormal.LowerTail(-10) / 7.619853024160526e-24, Is.EqualTo(1).Within(1e-12));
    }

    [Test]
    public void The_spread_of_a_target_is_its_median_deviation_or_what_is_left_of_one()
    {
        double[] grid = [.. Enumerable.Range(1, 999).Select(step => -StandardNormal.UpperQuantile(step / 1000.0))];

        Assert.That(PriorSpread.Of([.. grid, double.NaN, double.PositiveInfinity]), Is.EqualTo(1).Within(0.01));
        Assert.That(PriorSpread.Of([0, 0, 0, 0, 3]), Is.EqualTo(Math.Sqrt(1.8)).Within(1e-12));
        Assert.That(PriorSpread.Of([5, 5, 5]), Is.EqualTo(1));
        Assert.That(PriorSpread.Of([double.NaN]), Is.EqualTo(1));
    }

    [Test]
    public void A_covariance_is_factored_and_solved()
    {
        double[] matrix = [4, 2, 0.4, 2, 5, 1, 0.4, 1, 3];
        var factor = CovarianceFactor.Of(matrix, 3);
        var solution = new double[3];

        factor.Solve([1, 2, 3], solution);

        for (var row = 0; row < 3; row++)
        {
            var product = Enumerable.Range(0, 3).Sum(column => matrix[(row * 3) + column] * solution[column]);
            Assert.That(product, Is.EqualTo(row + 1).Within(1e-7));
        }

        // 4 (15 - 1) - 2 (6 - 0.4) + 0.4 (2 - 2) = 44.8.
        Assert.That(factor.LogDeterminant, Is.EqualTo(Math.Log(44.8)).Within(1e-7));
    }

    // z = 1 + 2 s without any error: every particle comes to lie at z(0) = 1.
    [Test]
    public void Regression_moves_particles_along_a_line_to_where_it_meets_the_observation()
    {
        double[] differences = [.. Enumerable.Range(-50, 101).Select(step => step / 50.0)];
        var cloud = new ParticleCloud(1, [.. differences.Select(s => 1 + (2 * s))], [.. Enumerable.Repeat(1.0, 101)]);

        var adjusted = RegressionAdjustment.Of(
            cloud, [.. differences.Select(s => new[] { s, 7 })], [.. differences.Select(Math.Abs)], 1)!;

        Assert.That(adjusted.Mean()[0], Is.EqualTo(1).Within(1e-4));
        Assert.That(adjusted.Covariance()[0], Is.LessThan(1e-8));
        Assert.That(adjusted.Weights[0], Is.Zero);
        Assert.That(RegressionAdjustment.Of(cloud, [.. differences.Select(s => new[] { s })], new double[101], 1), Is.Null);
    }
}
