using Escalation.Experiments;
using Escalation.Simulation;
using Escalation.Tests.Support;
using Escalation.Verification;

namespace Escalation.Tests.Analytic;

/// <summary>The intervals that a run reports hold the exact value as often as they say. Of 2,000 intervals of exactly 95 % the
/// share that covers lies between 94 and 97 % but for once in 50 times; the seeds are fixed.</summary>
internal sealed class CoverageTests
{
    private const int Seeds = 2_000;

    [TestCase("V03", "b_first", 400)]
    [TestCase("V06", "a_first", 400)]
    [TestCase("V21", "p_spiral", 400)]
    [TestCase("V25", "p_cross", 800)]
    public void Intervals_of_shares_cover_between_94_and_97_per_cent(string caseName, string figure, int count) => Assert.That(
        Coverage(caseName, figure, count, (summary, column) =>
            summary.Outcomes.Single(outcome => outcome.Outcome.Name == column).Share.Interval),
        Is.InRange(0.94, 0.97));

    [TestCase("V01", "mean", 100)]
    [TestCase("V03", "first_time", 400)]
    [TestCase("V11", "duration", 800)]
    [TestCase("V25", "mean", 200)]
    public void Intervals_of_means_cover_between_94_and_97_per_cent(string caseName, string figure, int count) => Assert.That(
        Coverage(caseName, figure, count, (summary, column) =>
            summary.Measures.Single(measure => measure.Column == column).Mean.Interval),
        Is.InRange(0.94, 0.97));

    private static double Coverage(
        string caseName, string figure, int replications, Func<RunSummary, string, Interval> interval)
    {
        var reference = ReferenceCases.Find(caseName)!;
        var statistic = reference.Statistics.Single(known => known.Name == figure);
        var program = ScenarioProgram.Compile(ScenarioRun.Read(reference.ScenarioText), ParameterChoice.AsWritten);
        var covered = Enumerable.Range(0, Seeds).Count(seed =>
        {
            var result = ReplicationRunner.Run(program, new(replications, (ulong)seed, Threads: 1));
            return interval(RunSummary.Of(program, result), statistic.Estimate.Columns[0]).Contains(statistic.Value);
        });
        return (double)covered / Seeds;
    }
}
