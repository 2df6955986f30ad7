using System.Text;
using System.Text.Json;
using Escalation.Cli;
using Escalation.Experiments;
using Escalation.Simulation;
using Escalation.Tests.Support;

namespace Escalation.Tests.Cli;

/// <summary>A run whose uncertainties are drawn shows two intervals: chance within the model, and ignorance about it.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.Self)]
internal sealed class SampleTests : IDisposable
{
    private readonly SourceFolder folder = new();

    public SampleTests() => folder.Write("feud.yaml", SourceScenarios.Feud);

    public void Dispose() => folder.Dispose();

    [Test]
    public void The_answer_has_both_intervals_and_says_what_they_mean()
    {
        var answer = Run("-n", "2000", "--sample", "--out", "run");

        Assert.That(answer.ExitCode, Is.Zero);
        Golden.Check(answer.Out, "run-of-sampled-feud.txt");
    }

    [Test]
    public void The_summary_has_the_ignorance_of_every_outcome_and_measure()
    {
        Run("-n", "200", "--sample", "--out", "run");

        Golden.Check(Text("run", "summary.json"), "summary-of-sampled-feud.json");
    }

    [Test]
    public void The_files_have_the_same_bytes_on_one_two_and_seven_threads()
    {
        foreach (var threads in new[] { "1", "2", "7" })
        {
            Run("-n", "1000", "--sample", "--threads", threads, "--out", threads);
        }

        foreach (var name in new[] { "replications.csv", "series.csv", "first_passage.csv", "events.csv", "summary.json" })
        {
            Assert.That(Text("2", name), Is.EqualTo(Text("1", name)), name);
            Assert.That(Text("7", name), Is.EqualTo(Text("1", name)), name);
        }
    }

    [Test]
    public void The_manifest_counts_the_twins()
    {
        Run("-n", "10", "--sample", "--out", "sampled");
        Run("-n", "10", "--out", "plain");

        Assert.That(Twins("sampled"), Is.EqualTo((10, 10, true)));
        Assert.That(Twins("plain"), Is.EqualTo((0, 0, true)));
    }

    [Test]
    public void Without_anything_to_draw_there_are_no_twins_and_a_message_says_so()
    {
        var answer = Run("-n", "10", "--sample", "--set", "temper=0.2 per d", "--out", "set");
        Run("-n", "10", "--out", "plain");

        Assert.That(answer.Error, Does.StartWith("escalate: warning: --sample draws nothing"));
        Assert.That(Text("set", "summary.json"), Is.EqualTo(Text("plain", "summary.json")));
        Assert.That(Twins("set"), Is.EqualTo((0, 0, true)));
    }

    [Test]
    public void One_history_has_a_twin_and_no_ignorance_to_tell()
    {
        var answer = Run("-n", "1", "--sample", "--out", "run");

        Assert.That(answer.ExitCode, Is.Zero);
        Assert.That(answer.Out, Does.Contain("ignorance about it not seen"));
        using var summary = JsonDocument.Parse(Text("run", "summary.json"));
        var ignorance = summary.RootElement.GetProperty("outcomes").GetProperty("war").GetProperty("ignorance");
        Assert.That(ignorance.GetProperty("low").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(ignorance.GetProperty("pairs").GetInt64(), Is.EqualTo(1));
    }

    [Test]
    public void An_answer_that_was_interrupted_before_its_twins_says_so()
    {
        var program = ScenarioProgram.Compile(ScenarioRun.Read(SourceScenarios.Feud), new ParameterChoice([], Sample: true));
        var run = ReplicationRunner.Run(program, new(100, Seed: 1, Threads: 2));
        var cut = ReplicationRunner.AddTwins(program, run, progress: null, new CancellationToken(canceled: true));
        using var answers = new MemoryStream();
        using var terminal = Terminal.OfStreams(answers, Stream.Null, width: 200, isRich: false);

        RunAnswer.Write(terminal, RunSummary.Of(program, cut), cut.Rows, new string('0', 64));

        Assert.That(Encoding.UTF8.GetString(answers.ToArray()), Does.Contain("ignorance about it not known without twins")
            .And.Contain("Interrupted before the first twins were done").And.Contain("100 histories and 0 twins, seed 1;"));
    }

    [Test]
    public void Progress_counts_twins_as_work_and_leaves_them_out_of_the_interval() => Assert.That(
        ProgressLine.Text(done: 10_000, hits: 380, total: 10_000, TimeSpan.FromSeconds(2), "spiral", twinsDone: 4_000),
        Is.EqualTo("━━━━━━━━━━━━━━──────  70 %  14,000 of 20,000 with twins  7,000/s  0:01 left  spiral 3.8 % (3.1–4.6 %)"));

    [TestCase(0.0004, 0.27, "0.040–27 %")]
    [TestCase(0.00000001, 0.27, "0–27 %")]
    [TestCase(0.083, 0.9962, "8.3–99.62 %")]
    [TestCase(0.083, 0.99999999, "8.3–100 %")]
    [TestCase(0.25, 0.25, "25–25 %")]
    [TestCase(0, 1, "0–100 %")]
    public void A_range_is_told_to_two_digits_of_what_is_near_an_end(double lower, double upper, string told)
    {
        var spread = new IgnoranceEstimate(1_000, Variance: 0.2, Covariance: 0.1, StandardError: 0.001, ShareError: 0.01);

        Assert.That(IgnoranceText.Range(new OutcomeIgnorance(spread, 0.3, 0.9, new(lower, upper))), Is.EqualTo(told));
    }

    private (long Asked, long Done, bool IsComplete) Twins(string run)
    {
        using var manifest = JsonDocument.Parse(Text(run, "manifest.json"));
        var root = manifest.RootElement;
        return (root.GetProperty("twins").GetInt64(), root.GetProperty("twins_done").GetInt64(),
            root.GetProperty("complete").GetBoolean());
    }

    private string Text(string run, string name) => File.ReadAllText(folder.At(run, name));

    private CliAnswer Run(params string[] arguments) => CliProcess.Run(folder.Path, ["run", "feud.yaml", .. arguments]);
}
