using Escalation.Experiments;
using Escalation.Tests.Experiments.Estimates;
using Escalation.Tests.Support;

namespace Escalation.Tests.Experiments;

internal sealed class MorrisEffectsTests
{
    private static readonly string[] Models = ["linear", "interaction"];

    [TestCaseSource(nameof(Models))]
    public void Effects_of_given_trajectories_are_those_of_the_reference(string model)
    {
        var design = MorrisReference.Design(model);

        var found = MorrisEffects.OfMeans(design, Values(model, design), [], new(1, model));

        foreach (var row in Rows("morris-trajectories.csv", model))
        {
            if (row[1] == "all")
            {
                var effect = found[Factor(row[3])];
                AssertNear(effect.Mu.Value, row[7]);
                AssertNear(effect.MuStar.Value, row[8]);
                AssertNear(effect.Sigma.Value, row[9]);
            }
            else if (row[3].Length > 0)
            {
                AssertNear(found[Factor(row[3])].Effects[(int)ReferenceTable.Whole(row[1]) - 1], row[6]);
            }
        }
    }

    // Means of 4,000 effects against those of the population; their standard error is sigma/√4,000. False-alarm rate 1e-5 each.
    [TestCaseSource(nameof(Models))]
    public void Effects_of_many_trajectories_are_those_of_the_population(string model)
    {
        const int Count = 4_000;
        var inputs = MorrisReference.Design(model).Inputs;
        var design = MorrisTrajectories.Draw(1, model, Count, inputs);

        var found = MorrisEffects.OfMeans(design, Values(model, design), [], new(1, model, Resamples: 100));

        foreach (var row in Rows("morris-population.csv", model))
        {
            var effect = found[Factor(row[1])];
            var (mu, muStar) = (ReferenceTable.Number(row[2]), ReferenceTable.Number(row[3]));
            var sigma = ReferenceTable.Number(row[4]);
            var most = (Statistical.ZBound * sigma / Math.Sqrt(Count)) + 1e-12;
            Assert.That(effect.Mu.Value, Is.EqualTo(mu).Within(most));
            Assert.That(effect.MuStar.Value, Is.EqualTo(muStar).Within(most));

            // These effects take few values near each other: their kurtosis is at most 3.
            Assert.That(effect.Sigma.Value, Is.EqualTo(sigma).Within(most));
        }
    }

    [Test]
    public void Intervals_hold_the_population_and_shrink_with_the_root_of_the_trajectories()
    {
        var (few, many) = (Effect(25), Effect(2_500));

        Assert.That(few.MuStar.Interval.Contains(2.875), Is.True);
        Assert.That(few.Mu.Interval.HalfWidth / many.Mu.Interval.HalfWidth, Is.InRange(7, 14));

        static MorrisEffect Effect(int count)
        {
            var design = MorrisTrajectories.Draw(3, "few", count, 6);
            return MorrisEffects.OfMeans(design, Values("interaction", design), [], new(1, "few"))[1];
        }
    }

    // Noise of its own of standard deviation 2 in 16 histories a point: a difference of means has the variance 2 · 4/16, an
    // effect that times (3/2)².
    [Test]
    public void The_noise_of_an_effect_is_that_of_a_paired_difference_so_common_noise_is_none()
    {
        var (own, common) = (Noisy(own: 2, common: 0), Noisy(own: 2, common: 50));

        Assert.That(own[3].NoiseLevel, Is.EqualTo(1.5 * Math.Sqrt(0.5)).Within(3).Percent);
        Assert.That(common[3].NoiseLevel, Is.EqualTo(1.5 * Math.Sqrt(0.5)).Within(3).Percent);

        // The linear model's effects are 3, -2, 0.5, 0 and 7: the fourth does nothing.
        Assert.That(own.Select(effect => effect.IsEffectSeen), Is.EqualTo(new[] { true, true, false, false, true }));
        Assert.That(own[3].Verdict, Is.EqualTo("no effect seen"));
        Assert.That(own[3].Mu.Interval.Contains(0), Is.True);
    }

    // Two idle inputs with unit noise in ten histories a point. With other luck no effect was seen in 41 % of 400 with 20
    // trajectories, in 85 % with 100; the bounds are some four standard errors about that.
    [TestCase(20, 0.30, 0.51)]
    [TestCase(100, 0.78, 0.93)]
    public void Idle_inputs_are_seen_to_do_nothing_more_often_with_more_trajectories(int count, double least, double most)
    {
        const int Designs = 200;
        var found = Enumerable.Range(0, Designs).SelectMany(seed =>
        {
            var design = MorrisTrajectories.Draw((ulong)seed, "idle", count, 2);
            var histories = TestFunctions.Histories(new double[design.PointCount], 3, replications: 10, 1, 0, (ulong)seed);
            return MorrisEffects.OfReplications(design, histories, new((ulong)seed, "idle", Resamples: 400));
        }).ToList();

        Assert.That(found.Count(effect => effect.IsNoEffectSeen) / (2.0 * Designs), Is.InRange(least, most));
        Assert.That(found.Count(effect => effect.IsEffectSeen), Is.LessThan(4));
    }

    [Test]
    public void Variances_of_means_tell_the_noise_of_independent_histories()
    {
        var design = MorrisTrajectories.Draw(5, "noise", 30, 5);
        double[] variances = [.. Enumerable.Repeat(0.25, design.PointCount)];

        var found = MorrisEffects.OfMeans(design, Values("linear", design), variances, new(5, "noise"));

        Assert.That(found[0].NoiseLevel, Is.EqualTo(1.5 * Math.Sqrt(0.5)).Within(1e-12));
    }

    [Test]
    public void Without_luck_any_change_is_an_effect_and_none_is_none()
    {
        var design = MorrisReference.Design("linear");
        double[] none = [.. new double[design.PointCount]];

        foreach (var variances in new double[][] { [], none })
        {
            var found = MorrisEffects.OfMeans(design, Values("linear", design), variances, new(1, "linear"));

            Assert.That(found.Select(effect => effect.IsNoEffectSeen), Is.EqualTo(new[] { false, false, false, true, false }));
            Assert.That(found.Select(effect => effect.IsEffectSeen), Is.EqualTo(new[] { true, true, true, false, true }));
        }
    }

    [Test]
    public void One_trajectory_has_effects_but_no_spread()
    {
        var design = MorrisTrajectories.Draw(1, "one", 1, 5);

        var found = MorrisEffects.OfMeans(design, Values("linear", design), [], new(1, "one"));

        Assert.That(found[0].MuStar.Value, Is.EqualTo(3).Within(1e-12));
        Assert.That(found[0].Sigma.Value, Is.NaN);
        Assert.That(double.IsInfinity(found[0].Sigma.Interval.HalfWidth), Is.True);
    }

    [Test]
    public void Results_of_another_number_of_points_are_refused() => Assert.That(
        () => MorrisEffects.OfMeans(MorrisReference.Design("linear"), [1, 2, 3], [], new(1, "no")),
        Throws.ArgumentException.With.Message.Contains("12"));

    private static MorrisEffect[] Noisy(double own, double common)
    {
        const int Inputs = 5;
        var design = MorrisTrajectories.Draw(5, "noise", 60, Inputs);
        var values = Values("linear", design);
        var histories = TestFunctions.Histories(values, Inputs + 1, replications: 16, own, common, seed: 5);
        return [.. MorrisEffects.OfReplications(design, histories, new(5, "noise"))];
    }

    private static double[] Values(string model, MorrisTrajectories design)
    {
        var points = design.Points();
        return [.. Enumerable.Range(0, points.Count).Select(point => MorrisReference.Value(model, points.Row(point)))];
    }

    private static IEnumerable<string[]> Rows(string table, string model) =>
        ReferenceTable.Rows(table, "Sensitivity").Where(row => row[0] == model);

    private static int Factor(string text) => (int)ReferenceTable.Whole(text) - 1;

    private static void AssertNear(double found, string expected) =>
        Assert.That(found, Is.EqualTo(ReferenceTable.Number(expected)).Within(1e-12));
}
