using System.Text.Json;
using Escalation.Tests.Support;

namespace Escalation.Tests.Cli;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.Self)]
internal sealed class PrecisionTests : IDisposable
{
    private static readonly string[] Results =
        ["replications.csv", "series.csv", "first_passage.csv", "events.csv", "summary.json"];

    private readonly SourceFolder folder = new();

    public PrecisionTests() => folder.Write("feud.yaml", SourceScenarios.Feud);

    public void Dispose() => folder.Dispose();

    [Test]
    public void A_run_stops_at_the_same_history_with_the_same_bytes_on_any_number_of_threads(
        [Values("0.02", "calm=20%", "insults=0.2")] string precision)
    {
        foreach (var threads in new[] { "1", "3" })
        {
            Run("feud.yaml", "--precision", precision, "--threads", threads, "--out", threads, "--no-report");
        }

        foreach (var name in Results)
        {
            Assert.That(File.ReadAllBytes(folder.At($"3/{name}")), Is.EqualTo(File.ReadAllBytes(folder.At($"1/{name}"))), name);
        }
    }

    [Test]
    public void The_answer_the_summary_and_the_manifest_say_how_it_stopped()
    {
        var answer = Run("feud.yaml", "--precision", "war=0.02", "--out", "run", "--no-report");

        var summary = Json("summary.json").GetProperty("precision");
        var manifest = Json("manifest.json");
        var war = Json("summary.json").GetProperty("outcomes").GetProperty("war");
        Assert.Multiple(() =>
        {
            Assert.That(answer.ExitCode, Is.Zero);
            Assert.That(answer.Out, Does.Contain("when 'war' was as precise as asked"));
            Assert.That(summary.GetProperty("reached").GetBoolean());
            Assert.That(summary.GetProperty("half_width").GetDouble(), Is.AtMost(0.02));
            Assert.That(summary.GetProperty("level_of_formula").GetDouble(), Is.InRange(0.95, 0.97));
            Assert.That(war.GetProperty("low").GetDouble(), Is.EqualTo(summary.GetProperty("low").GetDouble()));
            Assert.That(manifest.GetProperty("complete").GetBoolean());
            Assert.That(
                manifest.GetProperty("replications").GetInt64(), Is.EqualTo(summary.GetProperty("stopped_at").GetInt64()));
            Assert.That(manifest.GetProperty("precision").GetProperty("asked").GetString(), Is.EqualTo("war=0.02"));
        });
    }

    [Test]
    public void The_most_histories_end_it_and_the_answer_says_how_precise_it_is()
    {
        var answer = Run("feud.yaml", "--precision", "0.001", "-n", "200", "--out", "run", "--no-report");

        Assert.Multiple(() =>
        {
            Assert.That(answer.ExitCode, Is.Zero);
            Assert.That(answer.Out, Does.Contain("is not as precise as asked").And.Contain("after 200 histories"));
            Assert.That(Json("summary.json").GetProperty("precision").GetProperty("reached").GetBoolean(), Is.False);
            Assert.That(Json("manifest.json").GetProperty("complete").GetBoolean());
        });
    }

    [TestCase("much", "'much' is no precision: write a half-width as in 0.01")]
    [TestCase("=0.1", "is no precision")]
    [TestCase("0.7", "the half-width of a share lies between 0 and 0.5, as in 0.01")]
    [TestCase("0", "lies between 0 and 0.5")]
    [TestCase("120%", "a part of a share lies between 0 and 100 %")]
    [TestCase("insults=10%", "'insults' is a measure: write the half-width of its mean in its unit, as in insults=0.5")]
    [TestCase("clam=0.01", "there is no outcome or measure 'clam'", "did you mean 'calm'?")]
    public void A_wrong_precision_is_a_usage_error_that_says_what_to_write(string text, params string[] told)
    {
        var answer = Run("feud.yaml", "--precision", text);

        Assert.That(answer.ExitCode, Is.EqualTo(2));
        foreach (var part in told)
        {
            Assert.That(answer.Error, Does.Contain(part));
        }
    }

    private CliAnswer Run(params string[] arguments) => CliProcess.Run(folder.Path, ["run", .. arguments]);

    private JsonElement Json(string name) => JsonDocument.Parse(File.ReadAllText(folder.At($"run/{name}"))).RootElement;
}
