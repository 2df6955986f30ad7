using Escalation.Engine;
using Escalation.Experiments;
using Escalation.Tests.Support;

namespace Escalation.Tests.Experiments.Calibration;

/// <summary>Talts, Betancourt, Simpson, Vehtari and Gelman (2018), arXiv:1804.06788: a rate drawn from the prior, data drawn from
/// the rate, the posterior of the data: the rank of the rate among draws of the posterior is uniform.</summary>
internal sealed class SimulationBasedCalibrationTests
{
    private const int Repetitions = 250;
    private const int Draws = 9;
    private const int Particles = 200;

    [Test]
    public void Ranks_of_abc_are_uniform() => CheckRanks((model, seed) => SamplerRun.Of(
        new AbcSmc(SamplerRun.Plan(1, Particles, seed), [model.Target]), proposal => model.Simulate(proposal, seed)));

    [Test]
    public void Ranks_of_the_likelihood_are_uniform() => CheckRanks((model, seed) => SamplerRun.Of(
        new TemperedSampler(SamplerRun.Plan(1, Particles, seed), []), model.Expect));

    // The control: a likelihood taken three times makes the posterior too narrow, and the ranks pile up at the ends.
    [Test]
    public void Ranks_of_a_likelihood_taken_three_times_are_not() => Assert.That(
        P((model, seed) => SamplerRun.Of(
            new TemperedSampler(SamplerRun.Plan(1, Particles, seed), []),
            proposal => new([], 3 * model.Expect(proposal).LogLikelihood))),
        Is.LessThan(Statistical.LeastP));

    private static void CheckRanks(Func<PoissonGamma, ulong, SamplerResult> run) =>
        Assert.That(P(run), Is.GreaterThan(Statistical.LeastP));

    private static double P(Func<PoissonGamma, ulong, SamplerResult> run)
    {
        var ranks = new double[Draws + 1];
        for (var repetition = 0UL; repetition < Repetitions; repetition++)
        {
            var stream = KeyedStream.Derive(17, 17, repetition);
            var model = PoissonGamma.Peaked;
            var rate = model.Rate(stream.NextOpenUniform());
            model = model with { Sum = PoissonVariate.Draw(ref stream, rate * model.Counts) };

            var cloud = run(model, repetition + 100).Cloud;

            // Independent draws, not the even ones of a systematic resample.
            var below = 0;
            for (var draw = 0; draw < Draws; draw++)
            {
                var chosen = cloud.Resample(repetition, FormattableString.Invariant($"draw {draw}"), 1)[0];
                below += model.Rate(cloud.UnitAt(chosen)[0]) < rate ? 1 : 0;
            }

            ranks[below]++;
        }

        return Statistical.ChiSquareP(ranks, [.. Enumerable.Repeat((double)Repetitions / (Draws + 1), Draws + 1)]);
    }
}
