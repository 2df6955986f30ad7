using Escalation.Engine;
using Escalation.Experiments;

namespace Escalation.Tests.Experiments.Forecasting;

internal sealed class SampleScoreTests
{
    private static readonly double[] Four = [4, 1, 2, 9];

    // |4−3| + |1−3| + |2−3| + |9−3| = 10 over 4; the six distances 3, 2, 5, 1, 8, 7 sum to 26: over 16, and over 12.
    [Test]
    public void Four_values_by_hand()
    {
        Assert.That(SampleScore.Crps(Four, 3), Is.EqualTo(2.5 - (26.0 / 16)).Within(1e-15));
        Assert.That(SampleScore.FairCrps(Four, 3), Is.EqualTo(2.5 - (26.0 / 12)).Within(1e-15));
    }

    [FsCheck.NUnit.Property(MaxTest = 200, Replay = "7,1")]
    public bool It_is_the_sum_over_all_pairs(short[] values, short observed)
    {
        double[] sample = [.. values.Select(value => value / 16.0), 3];
        var pairs = sample.Sum(one => sample.Sum(other => Math.Abs(one - other)));
        var expected = sample.Average(value => Math.Abs(value - observed)) - (pairs / 2 / sample.Length / sample.Length);

        return Math.Abs(SampleScore.Crps(sample, observed) - expected) <= 1e-9;
    }

    // The definition: the integral of the squared distance of the step function from that of what came.
    [FsCheck.NUnit.Property(MaxTest = 200, Replay = "7,3")]
    public bool It_is_the_area_between_two_step_functions(sbyte[] values, sbyte observed)
    {
        double[] sample = [.. values, 1];
        var area = 0.0;
        for (var x = -128; x < 128; x++)
        {
            var distance = (sample.Count(value => value <= x) / (double)sample.Length) - (observed <= x ? 1 : 0);
            area += distance * distance;
        }

        return Math.Abs(SampleScore.Crps(sample, observed) - area) <= 1e-10;
    }

    [FsCheck.NUnit.Property(MaxTest = 200, Replay = "7,5")]
    public bool It_is_never_negative_and_does_not_mind_a_shift(short[] values, short observed, short shift)
    {
        double[] sample = [.. values, observed + 1];
        double[] moved = [.. sample.Select(value => value + shift)];
        var score = SampleScore.Crps(sample, observed);

        return score >= -1e-9 && Math.Abs(SampleScore.Crps(moved, observed + shift) - score) <= 1e-9;
    }

    [FsCheck.NUnit.Property(MaxTest = 100, Replay = "7,7")]
    public bool Of_one_number_it_is_the_distance(short forecast, short observed, byte copies)
    {
        double[] sample = [.. Enumerable.Repeat((double)forecast, copies + 1)];

        return Math.Abs(SampleScore.Crps(sample, observed) - Math.Abs(forecast - observed)) <= 1e-9;
    }

    // Uniform on 0 to 1 against y: E|X − y| = ½ − y + y², half of E|X − X′| is 1/6. Over 4,000 samples of five the mean fair
    // score is off by |z| > 4.42 with probability 1e-5; the plain one is 1/30 greater, which gives z of 14 or so.
    [Test]
    public void Few_histories_cost_nothing_in_the_fair_score()
    {
        const double Observed = 0.3;
        var stream = new KeyedStream(Key.OfName("fair score"));
        var fair = new ExactMoments();
        var plain = new ExactMoments();
        var sample = new double[5];
        for (var repeat = 0; repeat < 4_000; repeat++)
        {
            for (var history = 0; history < sample.Length; history++)
            {
                sample[history] = stream.NextUniform();
            }

            fair.Add(SampleScore.FairCrps(sample, Observed));
            plain.Add(SampleScore.Crps(sample, Observed));
        }

        var exact = 0.5 - Observed + (Observed * Observed) - (1.0 / 6);
        Assert.That(Z(fair), Is.InRange(-4.42, 4.42));
        Assert.That(Z(plain), Is.GreaterThan(4.42));

        double Z(ExactMoments scores) => (scores.Mean - exact) / (scores.StandardDeviation / Math.Sqrt(scores.Count));
    }

    [Test]
    public void A_spread_that_is_small_against_the_values_keeps_its_digits() => Assert.That(
        SampleScore.Crps([1e12 + 1, 1e12 + 3], 1e12 + 2), Is.EqualTo(0.5));

    [Test]
    public void What_cannot_be_scored_is_refused()
    {
        Assert.That(() => SampleScore.Crps([], 1), Throws.ArgumentException);
        Assert.That(() => SampleScore.FairCrps([1], 1), Throws.ArgumentException);
        Assert.That(() => SampleScore.Crps([1, double.NaN], 1), Throws.ArgumentException);
        Assert.That(() => SampleScore.Crps([1], double.PositiveInfinity), Throws.ArgumentException);
    }
}
