using Escalation.Experiments;

namespace Escalation.Tests.Experiments.Forecasting;

internal sealed class OutcomeScoreTests
{
    [TestCase(0.5, true, 0.6931471805599453, 0.25)]
    [TestCase(0.25, true, 1.3862943611198906, 0.5625)]
    [TestCase(0.25, false, 0.2876820724517809, 0.0625)]
    [TestCase(1, true, 0, 0)]
    [TestCase(0, false, 0, 0)]
    [TestCase(0, true, double.PositiveInfinity, 1)]
    public void A_chance_has_its_scores(double chance, bool hasCome, double log, double brier)
    {
        Assert.That(OutcomeScore.Log(chance, hasCome), Is.EqualTo(log).Within(1e-15));
        Assert.That(OutcomeScore.Brier(chance, hasCome), Is.EqualTo(brier));
    }

    [TestCase(0, 10_000)]
    [TestCase(10_000, 10_000)]
    [TestCase(0, 0)]
    [TestCase(3, 7)]
    public void A_share_of_histories_never_has_an_infinite_score(long hits, long count)
    {
        var chance = (hits + 0.5) / (count + 1.0);

        Assert.That(OutcomeScore.Log(hits, count, true), Is.EqualTo(-Math.Log(chance)).Within(1e-12));
        Assert.That(OutcomeScore.Log(hits, count, false), Is.EqualTo(-Math.Log(1 - chance)).Within(1e-12));
    }

    // The expected score is a p-weighted sum of two; its least on the grid is at the truth.
    [Test]
    public void Nobody_does_better_than_by_the_truth([Values(0.05, 0.3, 0.5, 0.9)] double truth)
    {
        double[] stated = [.. Enumerable.Range(1, 99).Select(hundredth => hundredth / 100.0)];

        var byLog = stated.MinBy(chance => Expected(OutcomeScore.Log, chance));
        var byBrier = stated.MinBy(chance => Expected(OutcomeScore.Brier, chance));

        Assert.That(byLog, Is.EqualTo(truth));
        Assert.That(byBrier, Is.EqualTo(truth));

        double Expected(Func<double, bool, double> score, double chance) =>
            (truth * score(chance, true)) + ((1 - truth) * score(chance, false));
    }

    // Over all samples of five histories with their binomial chances.
    [Test]
    public void Few_histories_cost_nothing_in_the_score_of_Brier([Values(0.1, 0.4)] double chance, [Values] bool hasCome)
    {
        double[] ways = [1, 5, 10, 10, 5, 1];
        var mean = ways.Select((number, hits) =>
            number * Math.Pow(chance, hits) * Math.Pow(1 - chance, 5 - hits) * OutcomeScore.Brier(hits, 5, hasCome)).Sum();

        Assert.That(mean, Is.EqualTo(OutcomeScore.Brier(chance, hasCome)).Within(1e-14));
    }

    [Test]
    public void What_is_no_chance_is_refused()
    {
        Assert.That(() => OutcomeScore.Log(1.1, true), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => OutcomeScore.Brier(double.NaN, true), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => OutcomeScore.Log(4, 3, true), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => OutcomeScore.Brier(1, 1, true), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }
}
