using System.Collections.Immutable;
using Escalation.Engine;
using Escalation.Experiments;
using Escalation.Tests.Support;

namespace Escalation.Tests.Experiments.Calibration;

/// <summary>Thirty uncertainties and two targets, each a sum of a few normal scores: the posterior of a sum of squared length q,
/// observed as t with an error of variance v, is normal with mean tq/(q + v) and variance qv/(q + v), and across it the
/// prior.</summary>
internal sealed class ManyUncertaintiesTests
{
    private const int Dimensions = 30;
    private const double Error = 0.5;

    private static readonly double[] Observed = [3, -2];

    // The first target is z0 + z1 + z2, the second 2 z3 - z4.
    private static readonly double[][] Slopes =
    [
        [1, 1, 1, .. new double[27]], [0, 0, 0, 2, -1, .. new double[25]],
    ];

    private static ImmutableArray<CalibrationTarget> Targets =>
        [.. Observed.Select((value, index) => new CalibrationTarget($"target {index}", value, ObservationNoise.Normal(Error)))];

    [Test]
    public void A_likelihood_of_two_directions_is_found_among_thirty()
    {
        var result = SamplerRun.Of(new TemperedSampler(SamplerRun.Plan(Dimensions, 1000), Targets), Simulate);

        Assert.That(result.Cloud.EffectiveCount, Is.GreaterThan(400));
        CheckPosterior(result.Cloud, Statistical.ZBound, 0.15);
    }

    // The tolerance that is left widens the posterior, and regression takes most of that away.
    [Test]
    public void Abc_finds_them_too()
    {
        var result = SamplerRun.Of(new AbcSmc(SamplerRun.Plan(Dimensions, 1000), Targets), Simulate);

        Assert.That(result.Cloud.EffectiveCount, Is.GreaterThan(200));
        CheckPosterior(result.Cloud, 6, 0.25);
    }

    [Test]
    public void Directions_are_those_of_the_slopes()
    {
        var directions = new InformedDirections(Dimensions, Targets);
        for (var number = 0; number < 1000; number++)
        {
            var stream = KeyedStream.Derive(5, 5, (ulong)number);
            var scores = ParticleKernel.ProposePrior(Dimensions, ref stream);
            directions.Add(scores, [.. Slopes.Select(slope => Dot(slope, scores) + (0.5 * NormalVariate.DrawUnit(ref stream)))]);
        }

        var basis = directions.Basis()!;

        Assert.That(basis, Has.Length.EqualTo(2));
        foreach (var slope in Slopes)
        {
            var inside = basis.Sum(direction => Math.Pow(Dot(direction, slope), 2)) / Dot(slope, slope);
            Assert.That(inside, Is.GreaterThan(0.95));
        }
    }

    [Test]
    public void Few_uncertainties_are_taken_as_they_are() =>
        Assert.That(new InformedDirections(InformedDirections.FewDimensions, Targets).Basis(), Is.Null);

    private static Simulated Simulate(Proposal proposal)
    {
        double[] scores = [.. proposal.Coordinates.Select(u => -StandardNormal.UpperQuantile(u))];
        var stream = KeyedStream.Derive(9, 9, (ulong)proposal.Number);
        double[] sums = [.. Slopes.Select(slope => Dot(slope, scores))];
        return new(
            [.. sums.Select(sum => sum + (Error * NormalVariate.DrawUnit(ref stream)))],
            -sums.Zip(Observed, (sum, value) => (sum - value) * (sum - value)).Sum() / (2 * Error * Error));
    }

    private static void CheckPosterior(ParticleCloud cloud, double bound, double share)
    {
        for (var target = 0; target < Slopes.Length; target++)
        {
            var length = Dot(Slopes[target], Slopes[target]);
            var mean = Observed[target] * length / (length + (Error * Error));
            var variance = length * Error * Error / (length + (Error * Error));
            var sums = Along(cloud, Slopes[target]);
            var z = (sums.Mean - mean) / Math.Sqrt(variance / sums.EffectiveCount);
            Assert.That(Math.Abs(z), Is.LessThan(bound), $"target {target}");
            Assert.That(sums.Variance, Is.EqualTo(variance).Within(share * 2 * variance), $"target {target}");
        }

        var idle = Along(cloud, [.. new double[10], 1, .. new double[19]]);
        Assert.That(Math.Abs(idle.Mean) * Math.Sqrt(idle.EffectiveCount), Is.LessThan(Statistical.ZBound));
        Assert.That(idle.Variance, Is.EqualTo(1).Within(2 * share));
    }

    private static WeightedSample Along(ParticleCloud cloud, double[] slope) => WeightedSample.Of(
        [.. Enumerable.Range(0, cloud.Count).Select(particle => Dot(slope, cloud.ScoresAt(particle)))], cloud.Weights)!;

    private static double Dot(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        var sum = 0.0;
        for (var index = 0; index < one.Length; index++)
        {
            sum += one[index] * other[index];
        }

        return sum;
    }
}
