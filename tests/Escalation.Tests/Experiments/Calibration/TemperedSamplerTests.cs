using Escalation.Experiments;
using Escalation.Tests.Support;

namespace Escalation.Tests.Experiments.Calibration;

internal sealed class TemperedSamplerTests
{
    [TestCaseSource(typeof(PoissonGamma), nameof(PoissonGamma.Both))]
    public void The_particles_have_the_exact_posterior(PoissonGamma model)
    {
        var result = Run(model, 2000);

        var rates = model.Rates(result.Cloud);
        Assert.That(result.End, Is.EqualTo(SamplerEnd.Reached));
        Assert.That(result.Generations[^1].Temperature, Is.EqualTo(1));
        Assert.That(model.GapToPosterior(rates), Is.LessThan(0.05));
        var z = (rates.Mean - model.PosteriorMean) / model.Reference(0, "sd") * Math.Sqrt(rates.EffectiveCount);
        Assert.That(Math.Abs(z), Is.LessThan(Statistical.ZBound));
        Assert.That(rates.EffectiveCount, Is.GreaterThan(1000));
    }

    [TestCase(1)]
    [TestCase(7)]
    [TestCase(100_000)]
    public void The_posterior_is_the_same_for_any_size_of_batch(int batch)
    {
        var expected = SamplerRun.Text(Run(PoissonGamma.Peaked, 200));

        var found = SamplerRun.Of(new TemperedSampler(SamplerRun.Plan(1, 200), []), PoissonGamma.Peaked.Expect, batch);

        Assert.That(SamplerRun.Text(found), Is.EqualTo(expected));
    }

    // A correlated normal likelihood in two normal scores, mean (1.5, -1), far from the prior and a hundred times narrower: the
    // posterior is normal with precision I + C^-1. Means within 4.42 standard errors, variances within a fifth.
    [Test]
    public void A_narrow_and_correlated_posterior_is_found()
    {
        const double Variance = 0.02;
        const double Covariance = 0.015;
        var (mean, covariance) = Conjugate(Variance, Covariance, 1.5, -1);

        var result = SamplerRun.Of(new TemperedSampler(SamplerRun.Plan(2, 1000), []), proposal =>
        {
            var (x, y) = (Score(proposal.Coordinates[0]) - 1.5, Score(proposal.Coordinates[1]) + 1);
            var determinant = (Variance * Variance) - (Covariance * Covariance);
            return new([], -((Variance * x * x) - (2 * Covariance * x * y) + (Variance * y * y)) / (2 * determinant));
        });

        var found = result.Cloud.Mean();
        var spread = result.Cloud.Covariance();
        for (var row = 0; row < 2; row++)
        {
            var variance = covariance[row == 0 ? 0 : 3];
            var error = Math.Sqrt(variance / result.Cloud.EffectiveCount);
            Assert.That(Math.Abs(found[row] - mean[row]), Is.LessThan(Statistical.ZBound * error));
            Assert.That(spread[(row * 2) + row], Is.EqualTo(variance).Within(0.2 * variance));
        }

        Assert.That(spread[1], Is.EqualTo(covariance[1]).Within(0.2 * covariance[1]));
        Assert.That(PosteriorSizes.Of(result.Cloud.EffectiveCount), Is.EqualTo(PosteriorSize.Enough));
    }

    [Test]
    public void What_is_impossible_nearly_everywhere_is_found_all_the_same()
    {
        var result = SamplerRun.Of(
            new TemperedSampler(SamplerRun.Plan(1, 500), []),
            proposal => new([], proposal.Coordinates[0] < 0.98 ? double.NegativeInfinity : 0));

        Assert.That(result.End, Is.EqualTo(SamplerEnd.Reached));
        Assert.That(result.Cloud.EffectiveCount, Is.GreaterThan(150));
        for (var particle = 0; particle < result.Cloud.Count; particle++)
        {
            Assert.That(result.Cloud.Weights[particle] == 0 || result.Cloud.UnitAt(particle)[0] >= 0.98, Is.True);
        }
    }

    [Test]
    public void What_is_impossible_everywhere_leaves_the_prior_and_says_so()
    {
        var result = SamplerRun.Of(
            new TemperedSampler(SamplerRun.Plan(1, 50), []), _ => new([], double.NaN));

        Assert.That(result.End, Is.EqualTo(SamplerEnd.NothingComparable));
        Assert.That(result.Cloud.EffectiveCount, Is.EqualTo(50).Within(1e-9));
    }

    [Test]
    public void A_budget_that_is_too_small_is_told()
    {
        var result = SamplerRun.Of(
            new TemperedSampler(SamplerRun.Plan(1, 100, budget: 250), []), proposal => new([], -1e6 * proposal.Coordinates[0]));

        Assert.That(result.End, Is.EqualTo(SamplerEnd.BudgetSpent));
        Assert.That(result.Generations, Has.Length.EqualTo(2));
        Assert.That(result.Generations[^1].Temperature, Is.LessThan(1));
    }

    private static SamplerResult Run(PoissonGamma model, int particles) =>
        SamplerRun.Of(new TemperedSampler(SamplerRun.Plan(1, particles), []), model.Expect);

    private static double Score(double u) => -StandardNormal.UpperQuantile(u);

    private static (double[] Mean, double[] Covariance) Conjugate(double variance, double covariance, double x, double y)
    {
        // (I + C^-1)^-1 = C (I + C)^-1 for C = [[v, c], [c, v]].
        var determinant = ((1 + variance) * (1 + variance)) - (covariance * covariance);
        var own = ((variance * (1 + variance)) - (covariance * covariance)) / determinant;
        var cross = covariance / determinant;
        var (a, b) = ((1 + variance) / determinant, -covariance / determinant);
        return ([(a * x) + (b * y), (b * x) + (a * y)], [own, cross, cross, own]);
    }
}
