using Escalation.Experiments;
using Escalation.Loading;
using Escalation.Results;
using Escalation.Simulation;
using Escalation.Tests.Support;

namespace Escalation.Tests.Experiments.Calibration;

/// <summary>Whole calibrations of scenarios whose posteriors are known: strikes come as a Poisson process, so a gamma prior of
/// its rate, mean m and shape a, becomes the gamma law of shape a + strikes and rate a/m + days.</summary>
internal sealed class CalibrationTests
{
    private const string Strikes = """
        escalation: 1
        name: Strikes
        horizon: 60 d
        uncertainties:
          tempo: {value: 0.5 per d, prior: "gamma(mean=0.5 per d, shape=2)"}  # a day
          other:
            # what nobody asks for
            prior: "uniform(low=-1, high=2)"
        actions: {strike: {}}
        actors: {us: {policy: [{name: strikes, rate: tempo, do: [{act: strike}]}]}}
        measures: {strikes: {count: strike}, first: {first: strike}}
        outcomes: {early: {when: strikes >= 1}, none: {at_end: strikes == 0}}
        targets:

        """;

    [Test]
    public void A_count_without_noise_is_met_by_one_history_exactly()
    {
        var result = Run("  all: {of: strikes, observed: 40}\n", replications: 1);

        Assert.That(result.Plan.HasLikelihood, Is.False);
        Assert.That(result.Sampler.End, Is.EqualTo(SamplerEnd.Reached));
        Assert.That(Gap(result, 42, 64), Is.LessThan(0.06));
        CheckVerdicts(result);
    }

    // The mean of 20 histories stands for the expected count, which adds a twentieth to the variance of the likelihood.
    [Test]
    public void A_poisson_count_has_a_likelihood()
    {
        var result = Run("  all: {of: strikes, observed: 40, noise: poisson}\n", replications: 20);

        Assert.That(result.Plan.HasLikelihood, Is.True);
        Assert.That(Gap(result, 42, 64), Is.LessThan(0.06));
        Assert.That(result.Fits[0].TailProbability, Is.GreaterThan(0.5));
        Assert.That(result.Fits[0].Dispersion, Is.EqualTo(1).Within(0.2));
        CheckVerdicts(result);
    }

    [Test]
    public void A_fitted_negative_binomial_is_a_poisson_law_where_histories_are() =>
        Assert.That(
            Gap(Run("  all: {of: strikes, observed: 40, noise: negative_binomial}\n", replications: 40), 42, 64),
            Is.LessThan(0.08));

    [Test]
    public void Steps_of_a_table_and_counts_at_a_day_say_what_the_whole_count_says()
    {
        using var folder = new SourceFolder();
        folder.Write("strikes.csv", "day,strikes\n7,4\n14,6\n21,5\n28,3\n42,10\n");

        var result = Run("  weeks: {of: strikes, csv: strikes.csv, noise: poisson}\n", replications: 20, folder);

        Assert.That(result.Fits.Select(fit => fit.Target.Title), Is.EqualTo(
        [
            "weeks: 7", "weeks: 14", "weeks: 21", "weeks: 28", "weeks: 42",
        ]));
        Assert.That(Gap(result, 2 + 28, 4 + 42), Is.LessThan(0.06));
    }

    // Noise of known size about one history: a normal law about the count, of the sum of both variances.
    [Test]
    public void A_standard_error_widens_the_posterior()
    {
        var exact = Run("  all: {of: strikes, observed: 40}\n", replications: 1).Learnings[0].Posterior;
        var wide = Run("  all: {of: strikes, observed: 40, noise: 10}\n", replications: 1).Learnings[0].Posterior;

        // Conjugate means are no longer exact; the variance of the count, 40, has 100 added to it.
        Assert.That(wide.StandardDeviation / exact.StandardDeviation, Is.InRange(1.4, 2.0));
    }

    [Test]
    public void Figures_of_many_histories_and_outcomes_are_fitted_too()
    {
        // P(a strike within 2 days) = 1 - exp(-2 tempo) = 0.5 at tempo = 0.3466; mean at day 10 is 10 tempo.
        var share = Run("  early: {of: probability(early), observed: 0.98, noise: 0.01}\n", replications: 50);
        var mean = Run("  ten: {of: mean(strikes), at: 10 d, observed: 3, noise: 0.3}\n", replications: 50);

        Assert.That(share.Plan.Readings.IsOfOneHistory, Is.False);
        Assert.That(mean.Learnings[0].Posterior.Mean, Is.EqualTo(0.3).Within(0.03));
        Assert.That(mean.Learnings[0].Posterior.StandardDeviation, Is.InRange(0.02, 0.06));
    }

    [Test]
    public void Any_number_of_threads_gives_the_same_posterior()
    {
        const string Targets = "  all: {of: strikes, observed: 20}\n  first: {of: first, observed: 2 d, noise: 1 d}\n";

        Assert.That(
            SamplerRun.Text(Run(Targets, 1, threads: 3, particles: 100).Sampler),
            Is.EqualTo(SamplerRun.Text(Run(Targets, 1, threads: 1, particles: 100).Sampler)));
    }

    [TestCase("of: strikes / 2, observed: 3", "a formula of one history")]
    [TestCase("of: strikes, at: 70 d, observed: 3", "after the horizon")]
    [TestCase("of: none, at: 7 d, observed: 1", "judged at the end")]
    [TestCase("of: probability(early), at: 7 d, observed: 1", "about an outcome")]
    [TestCase("of: strikes, at: 60 d, observed: 3", null)]
    [TestCase("of: early, at: 7 d, observed: 1", null)]
    public void What_cannot_be_fitted_is_told(string target, string? obstacle)
    {
        var scenario = ScenarioRun.Read(Strikes + $"  one: {{{target}}}\n");

        Assert.That(
            TargetReadings.Obstacle(scenario, scenario.Targets[0]),
            obstacle is null ? Is.Null : Does.Contain(obstacle));
    }

    // What was written is read back and drawn: quantiles within what a sample of the particles' size allows.
    [TestCase("  all: {of: strikes, observed: 40, noise: poisson}\n")]
    [TestCase("  all: {of: strikes, observed: 2, noise: poisson}\n")]
    public void A_posterior_that_is_written_reads_back_as_it_was(string targets)
    {
        var result = Run(targets, replications: 20);
        var source = new ScenarioText("a.yaml", Strikes + targets);
        var laws = PosteriorLaws.Of(result);
        var scenario = result.Plan.Readings.Scenario;
        var text = ScenarioEdit.WithPriors(
            source,
            [
                .. laws.Laws.Select(law => new PriorEdit(
                    scenario.Parameters[law.Parameter].Name,
                    PosteriorText.Prior(scenario, laws.Laws, law),
                    PosteriorText.Median(law.Median, scenario.Parameters[law.Parameter].Quantity))),
            ],
            ["Calibrated."]);

        var read = ScenarioRun.Read(text);

        var prior = PriorQuantile.Of(read.Parameters[0].Prior!);
        var written = WeightedSample.Of([.. Enumerable.Range(0, 4000).Select(step => prior.At((step + 0.5) / 4000))])!;
        var posterior = result.Learnings[0].Posterior;
        Assert.That(laws.Left.Single().Reason, Is.EqualTo("the data did not inform it"));
        Assert.That(written.DistanceTo(posterior), Is.LessThan(0.07).And.EqualTo(laws.Distance).Within(0.005));
        Assert.That(written.Quantile(0.025), Is.EqualTo(posterior.Quantile(0.025)).Within(0.1 * posterior.Mean));
        Assert.That(read.Parameters[0].Value, Is.EqualTo(posterior.Quantile(0.5)).Within(1e-4));
        Assert.That(read.Parameters[1].Prior!.Text, Is.EqualTo("uniform(low=-1, high=2)"));
        Assert.That(text, Does.StartWith("# Calibrated.\n").And.Contain("}  # a day\n").And.Contain("# what nobody asks for"));
    }

    private static void CheckVerdicts(CalibrationResult result)
    {
        Assert.That(result.Learnings.Select(learning => learning.IsInformed), Is.EqualTo([true, false]));
        Assert.That(result.Learnings[0].Contraction, Is.GreaterThan(0.85));
        Assert.That(result.Learnings[1].Contraction, Is.EqualTo(0).Within(0.15));
        Assert.That(result.Pairs.Single().IsConfounded, Is.False);
        Assert.That(result.Size, Is.Not.EqualTo(PosteriorSize.TooFew));
    }

    private static double Gap(CalibrationResult result, double shape, double days)
    {
        var posterior = result.Learnings[0].Posterior;
        return Enumerable.Range(1, 2000).Select(step => posterior.Quantile(step / 2001.0))
            .Max(x => Math.Abs(posterior.AtMost(x) - IncompleteGamma.At(shape, days * x).Lower));
    }

    private static CalibrationResult Run(
        string targets, int replications, SourceFolder? folder = null, int threads = 2, int particles = 1000)
    {
        var scenario = folder is null
            ? ScenarioRun.Read(Strikes + targets)
            : ScenarioReader.ReadFile(folder.Write("a.yaml", Strikes + targets)).Scenario!;
        var basis = ParameterChoice.AsWritten;
        var space = new InputSpace(
            scenario,
            basis,
            Enumerable.Range(0, scenario.Parameters.Length).Where(index => scenario.Parameters[index].Prior is not null)
                .Select(index => SpaceInput.OfPrior(index, scenario.Parameters[index].Prior!)));
        var readings = new TargetReadings(scenario, scenario.Targets);
        var plan = new CalibrationPlan(space, readings, particles, replications, 2_000_000, 1);
        return Escalation.Experiments.Calibration.Run(
            plan, new PointSession(readings.Scenario, basis, space.Inputs.Select(input => input.Parameter), 1, threads));
    }
}
