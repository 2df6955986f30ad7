using Escalation.Tests.Support;

namespace Escalation.Tests.Analytic;

/// <summary>Models whose answers are known exactly, run as scenario files. |z| &lt; 4.42 has a false-alarm rate of 1e-5 for each
/// statistic, 1e-3 for all of these; the seeds are fixed. A variance is the mean of squares about the exact mean.</summary>
internal sealed class ExactCaseTests
{
    private const int Many = 100_000;
    private const int Some = 20_000;
    private const int Few = 10_000;

    [TestCase(1, "V00-conventions", "attacks", "spiral", "answers")]
    [TestCase(Many, "V01-poisson-count", "mean", "variance", "p_ge_10", "p_zero")]
    [TestCase(Many, "V02-thinned-delayed", "mean", "variance", "p_le_5", "cov")]
    [TestCase(Many, "V03-superposition", "mean", "b_first", "all_three", "first_time")]
    [TestCase(Many, "V04-delay-laws", "exp_by_7", "gamma_by_7", "lognormal_by_7", "uniform_by_7")]
    [TestCase(Many, "V04-delay-laws", "all_by_7", "first_time", "r4_first")]
    [TestCase(Many, "V05-order-statistics", "second", "all_by_5", "within_3", "three_by_2")]
    [TestCase(Many, "V06-who-retaliates-first", "a_first", "b_first", "none")]
    [TestCase(Many, "V07-rate-uncertainty-nb", "mean", "variance", "p_zero", "p_ge_30")]
    [TestCase(Many, "V08-salvo-intercept-hit-deaths", "hits_mean", "hits_variance", "salvo_no_death")]
    [TestCase(Many, "V08-salvo-intercept-hit-deaths", "deaths_mean", "deaths_variance")]
    [TestCase(Many, "V09-deaths-threshold", "mean", "variance", "p_ge_40", "p_zero")]
    [TestCase(Many, "V10-tit-for-tat-chain", "mean", "p_ge_4", "p_ge_10")]
    [TestCase(Many, "V11-ladder-ruin", "p_hit", "duration")]
    [TestCase(Many, "V12-ladder-first-passage", "p_by_90", "mean_min")]
    [TestCase(Many, "V13-ladder-rung-table", "p_spiral", "attacks", "mean_min")]
    [TestCase(Some, "V14-supercritical-extinction", "extinct", "p_ge_40")]
    [TestCase(Many, "V15-borel-total", "mean", "variance", "p_one", "p_ge_10")]
    [TestCase(Many, "V16-cluster-duration", "quiet_after_15")]
    [TestCase(Many, "V17-hawkes-window", "mean", "variance", "p_ge_40")]
    [TestCase(Some, "V18-hawkes-stationary", "mean", "variance")]
    [TestCase(Many, "V19-two-sided-hawkes", "mean_a", "mean_b")]
    [TestCase(Many, "V20-lognormal-branching", "mean", "p_ge_20")]
    [TestCase(Many, "V21-window-2", "p_spiral")]
    [TestCase(Many, "V22-window-3", "p_spiral", "mean_min")]
    [TestCase(Many, "V23-both-sides-window", "p_spiral")]
    [TestCase(Many, "V24-two-regimes", "mean", "p_zero", "in_crisis")]
    [TestCase(Many, "V25-shot-noise", "mean", "p_cross")]
    [TestCase(Many, "V26-perceived-cost", "mean", "p_zero")]
    [TestCase(Many, "V27-self-deterrence", "mean", "variance", "p_ge_8")]
    [TestCase(Few, "V28-deterrence-provocation", "s_0", "s_02", "s_star", "s_07", "s_1")]
    [TestCase(Many, "V29-cooldown", "mean", "p_ge_6")]
    [TestCase(Many, "V30-two-per-week", "mean", "p_ge_7")]
    [TestCase(Many, "V31-threshold-reset", "mean", "p_ge_5", "first_strike")]
    [TestCase(Many, "V32-spiral-given-early-death", "p_spiral", "p_joint")]
    [TestCase(Many, "V33-common-random-numbers", "p_y")]
    public void A_scenario_reproduces_the_exact_answer(int replications, string caseId, params string[] statistics)
    {
        var path = Path.Combine(TestContext.CurrentContext.TestDirectory, "Analytic", "Cases", caseId + ".yaml");
        var run = ScenarioRun.Of(File.ReadAllText(path), replications, seed: 20231017);

        Assert.Multiple(() =>
        {
            foreach (var statistic in statistics)
            {
                var exact = Reference.Find(caseId, statistic);
                var error = run.Mean(statistic) - exact.Value;
                var standardError = exact.StandardDeviation / Math.Sqrt(replications);
                Assert.That(Math.Abs(error), Is.LessThanOrEqualTo(4.42 * standardError), FormattableString.Invariant(
                    $"{caseId} {statistic}: {run.Mean(statistic)} against {exact.Value}, z = {error / standardError:F2}"));
            }
        });
    }
}
