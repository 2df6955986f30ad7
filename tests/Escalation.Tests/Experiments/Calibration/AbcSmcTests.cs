using System.Collections.Immutable;
using Escalation.Engine;
using Escalation.Experiments;
using Escalation.Tests.Support;

namespace Escalation.Tests.Experiments.Calibration;

internal sealed class AbcSmcTests
{
    private static readonly double[] Tolerances = [1, 3, 10];
    private static readonly double[] Shares = [0.025, 0.5, 0.975];

    [TestCaseSource(typeof(PoissonGamma), nameof(PoissonGamma.Both))]
    public void At_tolerance_0_the_particles_have_the_exact_posterior(PoissonGamma model)
    {
        var result = Run(model, 2000, 0);

        Assert.That(result.End, Is.EqualTo(SamplerEnd.Reached));
        Assert.That(result.Generations[^1].Tolerance, Is.Zero);
        Assert.That(result.IsAdjusted, Is.False);
        Assert.That(model.GapToPosterior(model.Rates(result.Cloud)), Is.LessThan(0.05));
    }

    // The law at a tolerance is that of plain rejection: weights must undo what the kernels favour. |z| > 4.42 has probability
    // 1e-5 each; effective particles count.
    [TestCaseSource(nameof(Tolerances))]
    public void At_a_tolerance_the_particles_have_the_law_of_plain_rejection(double tolerance)
    {
        var model = PoissonGamma.Peaked;
        var result = Run(model, 4000, tolerance);

        CheckLaw(model, tolerance, model.Rates(result.Unadjusted));
        Assert.That(result.Generations[^1].Tolerance, Is.EqualTo(tolerance));
    }

    [Test]
    public void At_a_tolerance_next_to_an_end_of_the_prior_too()
    {
        var model = PoissonGamma.AtZero;

        CheckLaw(model, 2, model.Rates(Run(model, 4000, 2).Unadjusted));
    }

    [Test]
    public void Simulations_are_accepted_as_often_as_they_should_be()
    {
        var model = PoissonGamma.Peaked;
        var key = UniformPoints.Points(1, "prior", 20_000, 1);
        foreach (var tolerance in Tolerances)
        {
            var hits = Enumerable.Range(0, key.Count).Count(row =>
                Math.Abs(model.Simulate(new(row, [key[row, 0]])).Observations[0] - model.Sum) <= tolerance);

            var z = Statistical.ShareZ(hits, key.Count, model.Reference(tolerance, "acceptance probability"));
            Assert.That(Math.Abs(z), Is.LessThan(Statistical.ZBound));
        }
    }

    // At tolerance 10 rejection gives a mean of 3.327 and a deviation of 0.758 where the posterior has 3.545 and 0.568.
    [Test]
    public void Regression_takes_most_of_the_tolerance_away()
    {
        var model = PoissonGamma.Peaked;

        var result = Run(model, 4000, 10);

        Assert.That(result.IsAdjusted, Is.True);
        var (before, after) = (model.Rates(result.Unadjusted), model.Rates(result.Cloud));
        var exact = model.Reference(0, "mean");
        Assert.That(Math.Abs(after.Mean - exact), Is.LessThan(Math.Abs(before.Mean - exact) / 4));
        Assert.That(
            Math.Abs(after.StandardDeviation - model.Reference(0, "sd")),
            Is.LessThan(Math.Abs(before.StandardDeviation - model.Reference(0, "sd")) / 4));
        Assert.That(model.GapToPosterior(after), Is.LessThan(0.05));
        Assert.That(model.GapToPosterior(before), Is.GreaterThan(0.1));
    }

    [TestCase(1)]
    [TestCase(7)]
    [TestCase(100_000)]
    public void The_posterior_is_the_same_for_any_size_of_batch(int batch)
    {
        var model = PoissonGamma.Peaked;
        var expected = SamplerRun.Text(Run(model, 200, 0));

        var found = SamplerRun.Of(
            new AbcSmc(SamplerRun.Plan(1, 200), [model.Target]), proposal => model.Simulate(proposal), batch);

        Assert.That(SamplerRun.Text(found), Is.EqualTo(expected));
    }

    // Two means and a spread from 40 normal numbers each: what is true lies within three standard deviations of the posterior,
    // and that is far narrower than the prior.
    [Test]
    public void What_made_the_data_is_recovered_in_three_dimensions()
    {
        double[] truth = [0.3, 0.8, 0.55];
        var observed = Summaries([.. truth], 999).Observations;
        ImmutableArray<CalibrationTarget> targets =
            [.. observed.Select((value, index) => new CalibrationTarget($"target {index}", value, ObservationNoise.None))];

        var result = SamplerRun.Of(
            new AbcSmc(SamplerRun.Plan(3, 500), targets),
            proposal => Summaries(proposal.Coordinates, (ulong)proposal.Number + 1000));

        for (var index = 0; index < truth.Length; index++)
        {
            var sample = Coordinate(result.Cloud, index);
            Assert.That(Math.Abs(sample.Mean - truth[index]), Is.LessThan(3 * sample.StandardDeviation), $"coordinate {index}");
            Assert.That(sample.StandardDeviation, Is.LessThan(0.1), $"coordinate {index}");
        }
    }

    [Test]
    public void A_budget_ends_it_with_what_there_is()
    {
        var model = PoissonGamma.Peaked;

        var result = SamplerRun.Of(
            new AbcSmc(SamplerRun.Plan(1, 500, budget: 1700), [model.Target]), proposal => model.Simulate(proposal));

        Assert.That(result.End, Is.EqualTo(SamplerEnd.BudgetSpent));
        Assert.That(result.Generations.Sum(generation => generation.Proposals), Is.LessThanOrEqualTo(1700));
        Assert.That(result.Cloud.Count, Is.GreaterThanOrEqualTo(250));
    }

    [Test]
    public void It_ends_when_too_few_are_accepted()
    {
        // Noise of ten times what the prior moves: no tolerance is met often.
        var result = SamplerRun.Of(
            new AbcSmc(SamplerRun.Plan(1, 100) with { LeastAcceptance = 0.2 }, [new("far", 50, ObservationNoise.None)]),
            proposal =>
            {
                var stream = KeyedStream.Derive(5, 5, (ulong)proposal.Number);
                return new([proposal.Coordinates[0] + NormalVariate.Draw(ref stream, 0, 10)], double.NaN);
            });

        Assert.That(result.End, Is.EqualTo(SamplerEnd.FewAccepted));
    }

    [Test]
    public void Histories_without_a_value_never_become_particles()
    {
        var model = PoissonGamma.Peaked;

        var result = SamplerRun.Of(new AbcSmc(SamplerRun.Plan(1, 400), [model.Target]), proposal => proposal.Number % 3 == 0
            ? new([double.NaN], double.NaN)
            : model.Simulate(proposal));

        Assert.That(model.GapToPosterior(model.Rates(result.Cloud)), Is.LessThan(0.1));
    }

    [Test]
    public void Without_any_value_it_says_so_and_leaves_the_prior()
    {
        var result = SamplerRun.Of(
            new AbcSmc(SamplerRun.Plan(1, 50), [PoissonGamma.Peaked.Target]), _ => new([double.NaN], double.NaN));

        Assert.That(result.End, Is.EqualTo(SamplerEnd.NothingComparable));
        Assert.That(result.Cloud.EffectiveCount, Is.EqualTo(50).Within(1e-9));
    }

    [Test]
    public void Asking_twice_and_telling_too_little_are_refused()
    {
        var sampler = new AbcSmc(SamplerRun.Plan(1, 50), [PoissonGamma.Peaked.Target]);
        sampler.Ask(3);

        Assert.That(() => sampler.Ask(1), Throws.InvalidOperationException);
        Assert.That(() => sampler.Tell([new([1], double.NaN)]), Throws.ArgumentException);
        Assert.That(sampler.Result, Throws.InvalidOperationException);
    }

    private static SamplerResult Run(PoissonGamma model, int particles, double tolerance) => SamplerRun.Of(
        new AbcSmc(SamplerRun.Plan(1, particles) with { LeastTolerance = tolerance }, [model.Target]),
        proposal => model.Simulate(proposal));

    private static void CheckLaw(PoissonGamma model, double tolerance, WeightedSample rates)
    {
        var deviation = model.Reference(tolerance, "sd");
        var z = (rates.Mean - model.Reference(tolerance, "mean")) / deviation * Math.Sqrt(rates.EffectiveCount);
        Assert.That(Math.Abs(z), Is.LessThan(Statistical.ZBound), "mean");
        Assert.That(rates.StandardDeviation, Is.EqualTo(deviation).Within(0.08 * deviation), "sd");
        foreach (var share in Shares)
        {
            var quantile = model.Reference(tolerance, FormattableString.Invariant($"quantile {share}"));
            var hits = rates.AtMost(quantile) * rates.EffectiveCount;
            Assert.That(
                Math.Abs(Statistical.ShareZ(hits, rates.EffectiveCount, share)),
                Is.LessThan(Statistical.ZBound),
                FormattableString.Invariant($"quantile {share}"));
        }
    }

    private static Simulated Summaries(ImmutableArray<double> at, ulong number)
    {
        var stream = KeyedStream.Derive(7, 7, number);
        var first = ExactMoments.Of(Normal(ref stream, at[0], 0.2));
        var second = ExactMoments.Of(Normal(ref stream, at[1], at[2]));
        return new([first.Mean, second.Mean, second.StandardDeviation], double.NaN);
    }

    private static double[] Normal(ref KeyedStream stream, double mean, double sd)
    {
        var values = new double[40];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = NormalVariate.Draw(ref stream, mean, sd);
        }

        return values;
    }

    private static WeightedSample Coordinate(ParticleCloud cloud, int index) => WeightedSample.Of(
        Enumerable.Range(0, cloud.Count).Select(particle => cloud.UnitAt(particle)[index]).ToArray(), cloud.Weights)!;
}
