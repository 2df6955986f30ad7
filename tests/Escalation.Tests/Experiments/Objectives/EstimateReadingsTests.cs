using System.Collections.Immutable;
using Escalation.Engine;
using Escalation.Experiments;
using Escalation.Loading;
using Escalation.Model;
using Escalation.Simulation;
using Escalation.Tests.Support;

namespace Escalation.Tests.Experiments.Objectives;

internal sealed class EstimateReadingsTests
{
    private static readonly Scenario Feud = SourceScenarios.Compile(SourceScenarios.Feud).Scenario;

    [Test]
    public void Single_estimates_are_those_of_the_summary_of_a_run()
    {
        var (readings, sample, point) = Read(500, "probability(war)", "mean(insults)", "median(wounds)", "mean(first_wound)");
        var summary = PointRunner.Run(Plan(500), (_, rows) => PointSummary.Of(Feud, rows))[0];

        var war = summary.Outcomes[0].Share;
        Assert.That(readings.Value(0, sample, point), Is.EqualTo(war.Value));
        Assert.That(readings.Estimate(0, sample, point).Interval, Is.EqualTo(war.Interval));
        var insults = summary.Measures[0].Mean;
        Assert.That(readings.Value(1, sample, point), Is.EqualTo(insults.Mean));
        Assert.That(readings.Estimate(1, sample, point).Interval, Is.EqualTo(insults.Interval));
        Assert.That(readings.Value(2, sample, point), Is.EqualTo(summary.Measures[1].P50));
        Assert.That(readings.Estimate(2, sample, point).Interval, Is.EqualTo(summary.Measures[1].P50Interval));
        Assert.That(
            readings.Value(3, sample, point), Is.EqualTo(summary.Measures[2].Mean.Mean), "Those without a time do not count.");
    }

    [Test]
    public void The_standard_error_of_a_mean_and_of_a_share_is_the_usual_one()
    {
        var (readings, sample, point) = Read(400, "mean(insults)", "probability(war)");

        var mean = MeanEstimate.Of(ExactMoments.Of(sample.Column(1)));
        var p = readings.Value(1, sample, point);
        Assert.That(
            readings.Estimate(0, sample, point).StandardError, Is.EqualTo(mean.StandardDeviation / 20).Within(1e-12));
        Assert.That(readings.Estimate(1, sample, point).StandardError, Is.EqualTo(Math.Sqrt(p * (1 - p) / 399)).Within(1e-12));
    }

    [Test]
    public void The_error_of_a_formula_is_that_of_the_delta_method()
    {
        var (readings, sample, point) = Read(2_000, "mean(insults) / mean(wounds)", "mean(insults)", "mean(wounds)");

        var ratio = readings.Estimate(0, sample, point);
        var (top, bottom) = (readings.Value(1, sample, point), readings.Value(2, sample, point));
        double[] residuals = [.. sample.Column(0).ToArray().Zip(
            sample.Column(1).ToArray(), (insults, wounds) => (insults - (top / bottom * wounds)) / bottom)];
        var expected = ExactMoments.Of(residuals).StandardDeviation / Math.Sqrt(2_000);
        Assert.That(ratio.Value, Is.EqualTo(top / bottom));
        Assert.That(ratio.StandardError, Is.EqualTo(expected).Within(0.01 * expected));
    }

    [Test]
    public void A_difference_of_policies_with_the_same_luck_is_that_of_pairs()
    {
        var readings = new EstimateReadings(Feud, [Formula("mean(insults)"), Formula("probability(war)")]);
        var plan = Plan(300, 0.2, 0.9);
        var found = PointRunner.Run(plan, (_, rows) => readings.Sample(rows));
        var (first, second) = (
            readings.Estimate(0, found[0], plan.Points[0]), readings.Estimate(0, found[1], plan.Points[1]));

        var pairs = PairedMeans.Of(found[0].Column(1), found[1].Column(1)).Difference;
        Assert.That(first.To(second).Mean, Is.EqualTo(pairs.Mean).Within(1e-12));
        Assert.That(first.To(second).HalfWidth, Is.EqualTo(pairs.HalfWidth).Within(1e-12));
        Assert.That(second.To(first).Mean, Is.EqualTo(-pairs.Mean).Within(1e-12));
    }

    [TestCase("median(x)", 0.6931, 1.0)]
    [TestCase("quantile(x, 0.9)", 2.3026, 3.0)]
    [TestCase("cvar(x, 0.9)", 3.3026, 4.3589)]
    [TestCase("mean(x) - 2 * median(x) + 1", 0.6137, 1.4925)]
    public void Estimates_from_an_exponential_law_have_the_errors_that_its_theory_says(
        string text, double value, double deviation)
    {
        // √(q (1 − q))/f at a quantile; for the tail √((1 + q)/(1 − q)); mean − 2 median has the variance 1 − 4 cov + 4, where
        // the covariance of the influences X − 1 and 1 − 2·1{X ≤ ln 2} is ln 2.
        var (readings, sample, point) = Exponential(40_000, text);

        var estimate = readings.Estimate(0, sample, point);

        Assert.That(estimate.Value, Is.EqualTo(value).Within(Statistical.ZBound * deviation / 200));
        Assert.That(estimate.StandardError * 200, Is.EqualTo(deviation).Within(0.08 * deviation));
    }

    [Test]
    public void Intervals_of_formulas_cover_as_often_as_they_say()
    {
        // True value 1/1 − 2 · ln 2 + 1; 1,000 repeats miss 95 % ± 3.0 % at most once in 1e5.
        var hits = 0;
        for (var repeat = 0UL; repeat < 1_000; repeat++)
        {
            var (readings, sample, point) = Exponential(400, "mean(x) - 2 * median(x) + 1", repeat);
            hits += readings.Estimate(0, sample, point).Interval is var interval
                && interval.Lower <= 2 - (2 * Math.Log(2)) && interval.Upper >= 2 - (2 * Math.Log(2)) ? 1 : 0;
        }

        Assert.That(hits, Is.InRange(920, 980));
    }

    [Test]
    public void What_no_history_has_has_no_value()
    {
        var (readings, sample, point) = Read(3, "mean(first_wound)", "mean(insults) / probability(war)");

        var empty = new EstimateSample([new double[3], [double.NaN, double.NaN, double.NaN], [1, 2, 3]]);
        Assert.That(sample.Count, Is.EqualTo(3));
        var nothing = new EstimateSample([.. Enumerable.Repeat<double[]>([double.NaN, double.NaN], 3)]);
        Assert.That(readings.Value(0, nothing, point), Is.NaN);
        Assert.That(readings.Value(1, empty, point), Is.NaN, "A quotient by a share of 0.");
        Assert.That(readings.Estimate(0, nothing, point).Value, Is.NaN);
    }

    [Test]
    public void A_formula_may_read_levers()
    {
        var (readings, sample, point) = Read(10, "mean(insults) + 100 * restraint");

        Assert.That(
            readings.Value(0, sample, point), Is.EqualTo(ExactMoments.Of(sample.Column(0)).Mean + 50).Within(1e-12));
    }

    [Test]
    public void More_histories_follow_the_first_ones()
    {
        var (readings, sample, point) = Read(256, "mean(insults)");

        var both = sample.First(100).FollowedBy(new([sample.Column(0)[100..].ToArray()]));

        Assert.That(both.Count, Is.EqualTo(256));
        Assert.That(readings.Value(0, both, point), Is.EqualTo(readings.Value(0, sample, point)));
    }

    private static EstimateFormula Formula(string text) => EstimateText.ReadObjective(Feud, text).Value!;

    private static PointPlan Plan(long replications, params double[] restraints) => new(
        Feud,
        ParameterChoice.AsWritten,
        [
            .. (restraints is [] ? [0.5] : restraints).Select(restraint =>
                PointPlan.PointAt(Feud, ParameterChoice.AsWritten, [new ParameterSetting(0, restraint)])),
        ],
        replications,
        Seed: 5,
        Threads: 2);

    private static (EstimateReadings Readings, EstimateSample Sample, Point Point) Read(long replications, params string[] texts)
    {
        var readings = new EstimateReadings(Feud, [.. texts.Select(Formula)]);
        var plan = Plan(replications);
        return (readings, PointRunner.Run(plan, (_, rows) => readings.Sample(rows))[0], plan.Points[0]);
    }

    private static (EstimateReadings Readings, EstimateSample Sample, Point Point) Exponential(
        int count, string text, ulong repeat = 0)
    {
        var scenario = SourceScenarios.Compile(
            """
            escalation: 1
            name: one number
            horizon: 1 d
            actors: {a: {levels: {x: 1}}}
            measures: {x: {level: a.x}}
            outcomes: {o: {when: x > 3}}
            """).Scenario;
        var stream = KeyedStream.Derive(17, Key.OfName("exponential"), repeat);
        var values = new double[count];
        for (var place = 0; place < count; place++)
        {
            values[place] = ExponentialVariate.Draw(ref stream, 1);
        }

        var formula = EstimateText.ReadObjective(scenario, text).Value!;
        return (new EstimateReadings(scenario, [formula]), new([values]), new Point(ImmutableArray<double>.Empty));
    }
}
