using Escalation.Tests.Support;

namespace Escalation.Tests.Analytic;

/// <summary>Models whose answers are known exactly, run as scenario files. |z| &lt; 4.42 has a false-alarm rate of 1e-5 for each
/// statistic, 3e-4 for all of these; the seeds are fixed.</summary>
internal sealed class ExactCaseTests
{
    private const int Replications = 100_000;

    [TestCase("V11-ladder-ruin", "p_hit", "duration")]
    [TestCase("V13-ladder-rung-table", "p_spiral", "attacks", "mean_min")]
    [TestCase("V16-cluster-duration", "quiet_after_15")]
    [TestCase("V19-two-sided-hawkes", "mean_a", "mean_b")]
    [TestCase("V22-window-3", "p_spiral", "mean_min")]
    [TestCase("V23-both-sides-window", "p_spiral")]
    [TestCase("V24-two-regimes", "mean", "p_zero", "in_crisis")]
    [TestCase("V25-shot-noise", "mean", "p_cross")]
    [TestCase("V29-cooldown", "mean", "p_ge_6")]
    [TestCase("V30-two-per-week", "mean", "p_ge_7")]
    [TestCase("V31-threshold-reset", "mean", "p_ge_5", "first_strike")]
    public void A_scenario_reproduces_the_exact_answer(string caseId, params string[] statistics)
    {
        var path = Path.Combine(TestContext.CurrentContext.TestDirectory, "Analytic", "Cases", caseId + ".yaml");
        var run = ScenarioRun.Of(File.ReadAllText(path), Replications, seed: 20231017);

        Assert.Multiple(() =>
        {
            foreach (var statistic in statistics)
            {
                var exact = Reference.Find(caseId, statistic);
                var z = (run.Mean(statistic) - exact.Value) / (exact.StandardDeviation / Math.Sqrt(Replications));
                Assert.That(Math.Abs(z), Is.LessThan(4.42), FormattableString.Invariant(
                    $"{caseId} {statistic}: {run.Mean(statistic)} against {exact.Value}, z = {z:F2}"));
            }
        });
    }
}
