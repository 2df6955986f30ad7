using Escalation.Engine;
using Escalation.Experiments;
using Escalation.Tests.Support;
using Escalation.Tuning;

namespace Escalation.Tests.Tuning.Selection;

internal sealed class SelectionProbabilityTests
{
    // θ = arcsin √p has density (4/π) cos² θ after no hit in one, (4/π) sin² θ after one: the integral is elementary.
    [Test]
    public void No_hit_in_one_against_one_in_one_is_exact() =>
        Assert.That(
            SelectionProbability.OfChoice([ChoiceSample.OfHits(0, 1), ChoiceSample.OfHits(1, 1)], 0),
            Is.EqualTo(0.5 + (4 / (Math.PI * Math.PI))).Within(1e-9));

    // With two replications each a posterior is Cauchy's law, and the difference of two is too.
    [TestCase(0.5)]
    [TestCase(20)]
    public void Two_replications_each_are_exact(double gap)
    {
        var found = SelectionProbability.OfChoice([new(2, 1, 8), new(2, 1 + gap, 8)], 0);

        Assert.That(found, Is.EqualTo(0.5 + (Math.Atan(gap / 4) / Math.PI)).Within(1e-9));
    }

    [TestCase(3)]
    [TestCase(7)]
    public void Equal_choices_share_equally(int choices)
    {
        var means = Enumerable.Repeat(new ChoiceSample(50, 3, 2), choices).ToArray();
        var shares = Enumerable.Repeat(ChoiceSample.OfHits(0, 1_000_000), choices).ToArray();

        Assert.That(SelectionProbability.OfChoice(means, 1), Is.EqualTo(1.0 / choices).Within(1e-9));
        Assert.That(SelectionProbability.OfChoice(shares, 1), Is.EqualTo(1.0 / choices).Within(1e-9));
    }

    [Test]
    public void Large_samples_follow_the_normal_law()
    {
        const double N = 1e8;
        var error = Math.Sqrt(2 * 0.25 / N);
        var gap = StandardNormal.UpperQuantile(0.025) * error;

        var shares = SelectionProbability.OfChoice([Share(0.5), Share(0.5 + gap)], 0);
        var means = SelectionProbability.OfChoice([new((long)N, 0.5, 0.25), new((long)N, 0.5 + gap, 0.25)], 0);

        Assert.That(shares, Is.EqualTo(0.975).Within(1e-5));
        Assert.That(means, Is.EqualTo(0.975).Within(1e-7));

        ChoiceSample Share(double p) => ChoiceSample.OfHits((long)Math.Round(p * N), (long)N);
    }

    [FsCheck.NUnit.Property(MaxTest = 60, Replay = "42,1")]
    public bool Probabilities_of_all_choices_sum_to_one(FsCheck.PositiveInt[] seeds, bool isShare)
    {
        var samples = Samples(seeds, isShare);

        var sum = Enumerable.Range(0, samples.Length).Sum(choice => SelectionProbability.OfChoice(samples, choice));

        return Math.Abs(sum - 1) < 1e-8;
    }

    [FsCheck.NUnit.Property(MaxTest = 60, Replay = "42,1")]
    public bool Bounds_are_in_order(FsCheck.PositiveInt[] seeds, bool isShare)
    {
        var found = SelectionProbability.Of(Samples(seeds, isShare));

        return found.BonferroniBound <= found.PairProduct + 1e-9 && found.PairProduct <= found.Posterior + 1e-9;
    }

    // Chances drawn from the prior: the posterior is right as often as it says. |z| > 4.42 has probability 1e-5.
    [Test]
    public void The_posterior_is_calibrated_under_its_prior()
    {
        const int Repeats = 1000;
        var stream = new KeyedStream(Key.OfName("calibration"));
        var (excess, variance, said) = (0.0, 0.0, 0.0);
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            double[] chances = [.. Enumerable.Range(0, 5).Select(_ => Math.Pow(Math.Sin(Math.PI / 2 * Uniform()), 2))];
            var samples = chances.Select(p => ChoiceSample.OfHits((long)BinomialVariate.Draw(ref stream, 30, p), 30)).ToArray();
            var best = OcbaAllocation.IndexOfLeast([.. samples.Select(sample => sample.Mean)]);
            var probability = SelectionProbability.OfChoice(samples, best);
            said += probability;
            variance += probability * (1 - probability);
            excess += (chances[best] == chances.Min() ? 1 : 0) - probability;
        }

        Assert.That(said / Repeats, Is.InRange(0.5, 0.95), "Neither sure nor ignorant, so that the test can see something.");
        Assert.That(Math.Abs(excess / Math.Sqrt(variance)), Is.LessThan(Statistical.ZBound));

        double Uniform() => stream.NextUniform();
    }

    [Test]
    public void Means_that_never_vary_leave_no_doubt()
    {
        Assert.That(SelectionProbability.Of([new(9, 1, 0), new(9, 2, 0)]).Posterior, Is.EqualTo(1));
        Assert.That(SelectionProbability.Of([new(9, 1, 0), new(9, 1, 0)]).Posterior, Is.EqualTo(0.5));
    }

    // t = 2.776445105 leaves 2.5 % above at 4 degrees of freedom.
    [Test]
    public void Pairs_on_common_luck_follow_Student()
    {
        var difference = new ChoiceSample(5, 2.776445105 / Math.Sqrt(5), 1);

        var found = PairedSelectionProbability.Of(1, [difference, default, difference]);

        Assert.That(found.PairProduct, Is.EqualTo(0.975 * 0.975).Within(1e-9));
        Assert.That(found.BonferroniBound, Is.EqualTo(0.95).Within(1e-9));
    }

    [Test]
    public void Pairs_that_never_differ_are_a_tie() =>
        Assert.That(PairedSelectionProbability.Of(0, [default, new(64, 0, 0)]).PairProduct, Is.EqualTo(0.5));

    private static ChoiceSample[] Samples(FsCheck.PositiveInt[] seeds, bool isShare)
    {
        var stream = new KeyedStream(Key.Mix((ulong)seeds.Sum(seed => (long)seed.Get)));
        var samples = new ChoiceSample[2 + (seeds.Length % 4)];
        for (var i = 0; i < samples.Length; i++)
        {
            var count = (long)Math.Pow(10, 0.4 + (4 * stream.NextUniform()));
            samples[i] = isShare
                ? ChoiceSample.OfHits((long)(count * Math.Pow(stream.NextUniform(), 3)), count)
                : new(count, NormalVariate.DrawUnit(ref stream), 10 * ExponentialVariate.DrawUnit(ref stream));
        }

        return samples;
    }
}
