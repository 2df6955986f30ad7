using Escalation.Experiments;

namespace Escalation.Tests.Experiments;

/// <summary>Noise of the simulation is taken off the indices: Ishigami's function, whose variance is 13.84, with normal
/// noise.</summary>
internal sealed class SobolNoiseTests
{
    private const int Inputs = 3;
    private const int Rows = 256;
    private const int Designs = 60;
    private const int Replications = 4;

    // Its own and common noise, each of standard deviation 4: a history has a noise of 32, a mean of four histories 8. The
    // variance of means is then 13.84 + 8, the noise share 0.366.
    private const double Deviation = 4;
    private const double NoiseOfMean = 2 * Deviation * Deviation / Replications;

    private static readonly double Variance = TestFunctions.Exact(TestFunctions.Ishigami, "variance");

    // Independent noise of 32 a history adds 8 to the variance and to the half square of every difference.
    [Test]
    public void Without_taking_it_off_independent_noise_pulls_indices_to_one_and_to_nothing()
    {
        var found = Mean(seed => Raw(seed, Math.Sqrt(2) * Deviation, 0));

        for (var input = 0; input < Inputs; input++)
        {
            var (first, total) = (Exact("S1", input), Exact("ST", input));
            Assert.That(found.First[input], Is.EqualTo(first * Variance / (Variance + NoiseOfMean)).Within(0.02));
            Assert.That(
                found.Total[input], Is.EqualTo(((total * Variance) + NoiseOfMean) / (Variance + NoiseOfMean)).Within(0.02));
        }
    }

    // Ratios of unbiased estimates have a bias of the order 1/N of their own, which 256 rows keep below the tolerance of four
    // standard errors or so.
    [Test]
    public void Independent_noise_is_taken_off_from_histories()
    {
        var found = Mean(seed => OfHistories(seed, Math.Sqrt(2) * Deviation, 0));

        AssertExact(found);
        Assert.That(found.NoiseVariance, Is.EqualTo(NoiseOfMean).Within(0.1));
        Assert.That(found.NoiseShare, Is.EqualTo(NoiseOfMean / (NoiseOfMean + Variance)).Within(0.01));
    }

    [Test]
    public void Independent_noise_is_taken_off_from_means_with_their_variances()
    {
        var found = Mean(seed =>
        {
            var histories = Histories(seed, Math.Sqrt(2) * Deviation, 0);
            return SobolIndices.OfMeans(
                Inputs,
                [.. histories.Select(history => history.Average())],
                [.. histories.Select(history => PointMeans.NoiseOf(history, history))],
                Plan(seed));
        });

        AssertExact(found);
        Assert.That(found.NoiseVariance, Is.EqualTo(NoiseOfMean).Within(0.1));
    }

    // Common noise of 16 a history and own noise of 16: differences hold the own part only.
    [Test]
    public void Noise_that_a_row_has_in_common_is_taken_off_from_histories()
    {
        var found = Mean(seed => OfHistories(seed, Deviation, Deviation));

        AssertExact(found);
        Assert.That(found.NoiseVariance, Is.EqualTo(NoiseOfMean).Within(0.1));
    }

    // What is wrong about means with common noise: f_A - f_AB has half of the noise that the two variances say, and f_B has noise
    // in common with no difference. Total indices come out too low by 4 of 13.84.
    [Test]
    public void Means_with_their_variances_do_not_serve_for_common_noise()
    {
        var found = Mean(seed =>
        {
            var histories = Histories(seed, Deviation, Deviation);
            return SobolIndices.OfMeans(
                Inputs,
                [.. histories.Select(history => history.Average())],
                [.. histories.Select(history => PointMeans.NoiseOf(history, history))],
                Plan(seed));
        });

        for (var input = 0; input < Inputs; input++)
        {
            Assert.That(
                found.Total[input], Is.EqualTo(Exact("ST", input) - (NoiseOfMean / 2 / Variance)).Within(0.02));
        }
    }

    // The same luck in all rows: a history's noise is one number for all points, which no difference sees. It must not be taken
    // off the variance a second time: the mean of all points holds it.
    [Test]
    public void Noise_that_all_points_have_in_common_changes_nothing()
    {
        var values = TestFunctions.Values(TestFunctions.Ishigami, Points(7));
        var common = TestFunctions.Histories([.. new double[values.Length]], values.Length, Replications, 0, 10, seed: 5);
        double[][] histories = [.. values.Select((value, point) => common[point].Select(noise => value + noise).ToArray())];

        var with = SobolIndices.OfReplications(Inputs, histories, Plan(7));
        var without = SobolIndices.OfMeans(Inputs, values, [], Plan(7));

        Assert.That(with.Variance.Value, Is.EqualTo(without.Variance.Value).Within(1e-9));
        for (var input = 0; input < Inputs; input++)
        {
            Assert.That(with.Inputs[input].First.Value, Is.EqualTo(without.Inputs[input].First.Value).Within(1e-9));
            Assert.That(with.Inputs[input].Total.Value, Is.EqualTo(without.Inputs[input].Total.Value).Within(1e-9));
        }
    }

    // Luck that gives the idle third input an effect of a random size, the same in all rows: the mean of four histories then has
    // an effect of first order of variance 64/4/12 = 4/3, which is no noise between rows, but goes away with more histories.
    // Variances are free of bias (a ratio of such luck is not); 400 lucks tell them to within a standard error of 0.11.
    [Test]
    public void Luck_that_acts_on_an_input_alike_in_all_rows_is_taken_off_too()
    {
        var points = Points(9);
        var values = TestFunctions.Values(TestFunctions.Ishigami, points);

        var (raw, found) = (Mean(seed => Lucky(seed, isRaw: true), 400), Mean(seed => Lucky(seed, isRaw: false), 400));

        Assert.That(raw.FirstVariance[2], Is.EqualTo(4.0 / 3).Within(0.45));
        Assert.That(raw.Variance, Is.EqualTo(Variance + (4.0 / 3)).Within(0.45));
        Assert.That(found.FirstVariance[2], Is.EqualTo(0).Within(0.45));
        Assert.That(found.Variance, Is.EqualTo(Variance).Within(0.45));

        SobolIndices Lucky(ulong seed, bool isRaw)
        {
            var luck = TestFunctions.Histories([0], 1, Replications, 8, 0, seed)[0];
            double[][] histories =
                [.. values.Select((value, point) => luck.Select(noise => value + (noise * (points[point, 2] - 0.5))).ToArray())];
            return isRaw
                ? SobolIndices.OfMeans(Inputs, [.. histories.Select(history => history.Average())], [], Plan(seed))
                : SobolIndices.OfReplications(Inputs, histories, Plan(seed));
        }
    }

    [Test]
    public void With_one_history_a_point_the_noise_is_unknown_and_it_is_said()
    {
        var found = SobolIndices.OfReplications(
            Inputs, TestFunctions.Histories(TestFunctions.Values(TestFunctions.Ishigami, Points(1)), 5, 1, 1, 0, 1), Plan(1));

        Assert.That(found.IsNoiseKnown, Is.False);
        Assert.That(found.NoiseShare, Is.NaN);
        Assert.That(found.Verdict, Does.StartWith("The noise of the simulation is not known"));
    }

    // Under nothing but noise the variance is as often below 0 as above, and its interval holds 0 in nineteen of twenty designs.
    [Test]
    public void Where_only_luck_varies_no_indices_are_claimed()
    {
        var verdicts = Enumerable.Range(0, 200).Select(seed => SobolIndices.OfReplications(
            Inputs, TestFunctions.Histories(new double[5 * 64], 5, Replications, 1, 1, (ulong)seed), Plan((ulong)seed))).ToList();

        Assert.That(verdicts.Count(found => found.Variance.Value <= 0), Is.InRange(70, 130));
        Assert.That(verdicts.Count(found => found.IsVarianceSeen), Is.LessThan(20));
        Assert.That(
            verdicts.Where(found => found.Variance.Value <= 0).Select(found => found.Verdict),
            Is.All.StartWith("Nothing varies beyond noise"));
    }

    private static void AssertExact(Averages found)
    {
        Assert.That(found.Variance, Is.EqualTo(Variance).Within(0.02 * Variance));
        for (var input = 0; input < Inputs; input++)
        {
            Assert.That(found.First[input], Is.EqualTo(Exact("S1", input)).Within(0.02), $"S{input + 1}");
            Assert.That(found.Total[input], Is.EqualTo(Exact("ST", input)).Within(0.02), $"ST{input + 1}");
        }
    }

    private static Averages Mean(Func<ulong, SobolIndices> estimate, int designs = Designs)
    {
        var found = Enumerable.Range(0, designs).Select(seed => estimate((ulong)seed)).ToList();
        return new(
            [.. Enumerable.Range(0, Inputs).Select(input => found.Average(one => one.Inputs[input].First.Value))],
            [.. Enumerable.Range(0, Inputs).Select(input => found.Average(one => one.Inputs[input].Total.Value))],
            [.. Enumerable.Range(0, Inputs).Select(input =>
                found.Average(one => one.Inputs[input].First.Value * one.Variance.Value))],
            found.Average(one => one.Variance.Value),
            found.Average(one => one.NoiseVariance),
            found.Average(one => one.NoiseShare));
    }

    private static SobolIndices OfHistories(ulong seed, double own, double common) =>
        SobolIndices.OfReplications(Inputs, Histories(seed, own, common), Plan(seed));

    private static SobolIndices Raw(ulong seed, double own, double common) => SobolIndices.OfMeans(
        Inputs, [.. Histories(seed, own, common).Select(history => history.Average())], [], Plan(seed));

    private static double[][] Histories(ulong seed, double own, double common) => TestFunctions.Histories(
        TestFunctions.Values(TestFunctions.Ishigami, Points(seed)), Inputs + 2, Replications, own, common, seed);

    private static DesignPoints Points(ulong seed) => new SaltelliDesign(seed, "noise", Rows, Inputs).Points();

    private static double Exact(string quantity, int input) => TestFunctions.Exact(TestFunctions.Ishigami, quantity, input);

    private static BootstrapPlan Plan(ulong seed) => new(seed, "noise", Resamples: 100);

    private sealed record Averages(
        double[] First, double[] Total, double[] FirstVariance, double Variance, double NoiseVariance, double NoiseShare);
}
