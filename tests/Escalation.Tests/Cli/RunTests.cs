using System.Text.Json;
using System.Text.RegularExpressions;
using Escalation.Tests.Support;

namespace Escalation.Tests.Cli;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.Self)]
internal sealed class RunTests : IDisposable
{
    private static readonly string[] Results =
        ["replications.csv", "series.csv", "first_passage.csv", "events.csv", "summary.json"];

    private readonly SourceFolder folder = new();

    public RunTests() => folder.Write("feud.yaml", SourceScenarios.Feud);

    public void Dispose() => folder.Dispose();

    [Test]
    public void The_answer_is_a_sentence_tables_and_the_path_of_the_folder()
    {
        var answer = Run("feud.yaml", "-n", "1000", "--out", "run");

        Assert.That(answer.ExitCode, Is.Zero);
        Golden.Check(answer.Out, "run-of-feud.txt");
        Assert.That(answer.Error, Does.Match(@"^[\d.,]+ s on \d+ threads?: \S+ histories a second, \S+ steps a second\.\n$"));
    }

    [Test]
    public void Quiet_leaves_standard_error_empty() => Assert.That(Run("feud.yaml", "-n", "10", "--quiet").Error, Is.Empty);

    [Test]
    public void The_folder_lies_below_runs_and_is_named_after_file_and_time()
    {
        var answer = Run("feud.yaml", "-n", "10");

        var path = Regex.Match(answer.Out, @"Run folder: (runs/feud-\d{8}T\d{6}Z)\n$").Groups[1].Value;
        var names = Directory.EnumerateFiles(folder.At(path)).Select(Path.GetFileName).Order();
        Assert.That(names, Is.EqualTo(
            new[]
            {
                "events.csv", "first_passage.csv", "manifest.json", "replications.csv", "report.html", "resolved.yaml",
                "scenario.yaml", "series.csv", "summary.json",
            }));
    }

    [Test]
    public void The_files_have_the_same_bytes_on_one_two_and_seven_threads()
    {
        foreach (var threads in new[] { "1", "2", "7" })
        {
            Run("feud.yaml", "-n", "1000", "--seed", "18446744073709551615", "--threads", threads, "--out", threads);
        }

        foreach (var name in Results)
        {
            Assert.That(Bytes("2", name), Is.EqualTo(Bytes("1", name)), name);
            Assert.That(Bytes("7", name), Is.EqualTo(Bytes("1", name)), name);
        }
    }

    [Test]
    public void A_setting_gives_the_same_bytes_as_an_edited_file()
    {
        folder.Write("edited.yaml", SourceScenarios.Feud.Replace("{value: 0.5,", "{value: 0.25,", StringComparison.Ordinal));

        Run("feud.yaml", "-n", "500", "--set", "restraint=0.25", "--out", "set");
        Run("edited.yaml", "-n", "500", "--out", "edited");
        Run("feud.yaml", "-n", "500", "--out", "as-written");

        foreach (var name in Results)
        {
            Assert.That(Bytes("set", name), Is.EqualTo(Bytes("edited", name)), name);
            Assert.That(Bytes("set", name), Is.Not.EqualTo(Bytes("as-written", name)), name);
        }
    }

    [Test]
    public void A_setting_wins_over_a_case_and_the_last_one_over_the_others()
    {
        Run("feud.yaml", "-n", "10", "--case", "saints", "--set", "restraint=0.1", "--set", "restraint=0.2", "--out", "run");

        var resolved = File.ReadAllText(folder.At("run", "resolved.yaml"));
        Assert.That(resolved, Does.Contain("restraint: 0.2\n").And.Contain("temper: 0.2 per d\n"));
    }

    [Test]
    public void The_scenario_is_kept_byte_for_byte_and_sampled_uncertainties_are_named()
    {
        Run("feud.yaml", "-n", "10", "--case", "saints", "--sample", "--out", "run");

        Assert.That(Bytes("run", "scenario.yaml"), Is.EqualTo(File.ReadAllBytes(folder.At("feud.yaml"))));
        Golden.Check(File.ReadAllText(folder.At("run", "resolved.yaml")), "resolved-of-sampled-feud.yaml");
    }

    [Test]
    public void The_manifest_says_what_was_run()
    {
        Run("feud.yaml", "-n", "10", "--seed", "7", "--threads", "2", "--set", "restraint=0.1", "--out", "run");

        using var manifest = JsonDocument.Parse(Bytes("run", "manifest.json"));
        var root = manifest.RootElement;
        Assert.That(root.GetProperty("complete").GetBoolean(), Is.True);
        Assert.That(root.GetProperty("replications_done").GetInt64(), Is.EqualTo(10));
        Assert.That(root.GetProperty("seed").GetUInt64(), Is.EqualTo(7));
        Assert.That(root.GetProperty("threads").GetInt32(), Is.EqualTo(2));
        Assert.That(root.GetProperty("settings")[0].GetString(), Is.EqualTo("restraint=0.1"));
        Assert.That(root.GetProperty("scenario").GetProperty("sha256").GetString(), Does.Match("^[0-9a-f]{64}$"));
        Assert.That(root.GetProperty("start").GetDateTimeOffset(), Is.AtMost(root.GetProperty("end").GetDateTimeOffset()));
    }

    [Test]
    public void Json_and_csv_print_what_the_files_hold()
    {
        var json = Run("feud.yaml", "-n", "100", "--format", "json", "--out", "json");
        var csv = Run("feud.yaml", "-n", "100", "--format", "csv", "--out", "csv");

        Assert.That(json.Out, Is.EqualTo(File.ReadAllText(folder.At("json", "summary.json"))));
        Assert.That(csv.Out, Is.EqualTo(File.ReadAllText(folder.At("json", "replications.csv"))));
        Assert.That(csv.Error, Does.Contain("Run folder: csv"));
    }

    [TestCase("replications.csv", "replications-of-feud.csv")]
    [TestCase("series.csv", "series-of-feud.csv")]
    [TestCase("events.csv", "events-of-feud.csv")]
    [TestCase("summary.json", "summary-of-feud.json")]
    public void The_files_are_as_documented(string name, string golden)
    {
        Run("feud.yaml", "-n", "3", "--out", "run");

        Golden.Check(File.ReadAllText(folder.At("run", name)), golden);
    }

    [TestCase(0, "0")]
    [TestCase(2, "2")]
    [TestCase(6, "100")]
    public void As_many_histories_are_written_line_by_line_as_are_asked_for_and_were_run(int told, string events)
    {
        Run("feud.yaml", "-n", "6", "--events", events, "--out", "run");

        var lines = File.Exists(folder.At("run", "events.csv")) ? File.ReadLines(folder.At("run", "events.csv")).Skip(1) : [];
        Assert.That(lines.Select(line => line.Split(',')[0]).Distinct().Count(), Is.EqualTo(told));
    }

    [TestCase(10, "0.2 per d")]
    [TestCase(6, "40 per d")]
    [TestCase(0, "400 per d")]
    public void Unless_asked_for_ten_are_written_and_fewer_where_they_are_long(int told, string temper)
    {
        Run("feud.yaml", "-n", "12", "--set", $"temper={temper}", "--set", "restraint=1", "--out", "run");

        var lines = File.Exists(folder.At("run", "events.csv")) ? File.ReadLines(folder.At("run", "events.csv")).Skip(1) : [];
        Assert.That(lines.Select(line => line.Split(',')[0]).Distinct().Count(), Is.EqualTo(told));
    }

    [Test]
    public void A_full_folder_is_refused_unless_forced()
    {
        Run("feud.yaml", "-n", "10", "--out", "run");

        var refused = Run("feud.yaml", "-n", "20", "--out", "run");
        var forced = Run("feud.yaml", "-n", "20", "--out", "run", "--force");

        Assert.That(refused.ExitCode, Is.EqualTo(1));
        Assert.That(refused.Error, Is.EqualTo(
            "escalate: error: cannot write to 'run': the folder is not empty; "
            + "give another --out, or --force to replace its run\n"));
        Assert.That(forced.ExitCode, Is.Zero);
        Assert.That(File.ReadLines(folder.At("run", "replications.csv")).Count(), Is.EqualTo(21));
    }

    [TestCase("feud.yaml")]
    [TestCase("/dev/null/run")]
    [TestCase("/proc/escalate")]
    public void A_folder_that_cannot_be_made_is_one_line(string path)
    {
        var answer = Run("feud.yaml", "-n", "10", "--out", path);

        Assert.That(answer.ExitCode, Is.EqualTo(1));
        Assert.That(answer.Error, Does.StartWith("escalate: error: cannot write").And.Contain(path).And.Contain("--out"));
        Assert.That(answer.Error.TrimEnd('\n'), Does.Not.Contain("\n"));
    }

    [TestCase("restrain=0.1", "did you mean 'restraint'?")]
    [TestCase("restraint=2", "restraint")]
    [TestCase("restraint", "name=value")]
    [TestCase("temper=3", "temper")]
    public void A_wrong_setting_is_a_wrong_command_line(string setting, string told)
    {
        var answer = Run("feud.yaml", "--set", setting);

        Assert.That(answer.ExitCode, Is.EqualTo(2));
        Assert.That(answer.Error, Does.StartWith("escalate run: error: --set: ").And.Contain(told));
        Assert.That(folder.At("runs"), Does.Not.Exist);
    }

    [Test]
    public void A_wrong_case_is_a_wrong_command_line()
    {
        var answer = Run("feud.yaml", "--case", "saint");

        Assert.That(answer.ExitCode, Is.EqualTo(2));
        Assert.That(answer.Error, Does.Contain("--case").And.Contain("'saints'"));
    }

    [Test]
    public void A_file_with_errors_is_not_run()
    {
        folder.Write("bad.yaml", SourceScenarios.Feud.Replace("rate: temper", "rate: tempr", StringComparison.Ordinal));

        var answer = Run("bad.yaml");

        Assert.That(answer.ExitCode, Is.EqualTo(1));
        Assert.That(answer.Out, Is.Empty);
        Assert.That(answer.Error, Does.Contain("bad.yaml:").And.Contain("^^^^^").And.Contain("'temper'"));
    }

    [Test]
    public void A_fault_names_the_replication_and_leaves_no_folder()
    {
        folder.Write("fragile.yaml", SourceScenarios.Fragile);

        var answer = Run("fragile.yaml", "-n", "10000", "--out", "run");

        Assert.That(answer.ExitCode, Is.EqualTo(1));
        Assert.That(answer.Error, Does.StartWith("escalate: error: ").And.Contain("replication").And.Not.Contain("   at "));
        Assert.That(folder.At("run"), Does.Not.Exist);
    }

    [Test]
    public void More_histories_than_memory_are_refused_before_anything_is_written()
    {
        // A billion rows of this many columns do not fit into any machine that runs these tests.
        var measures = string.Concat(Enumerable.Range(0, 2_000).Select(index => $"  m{index}: {{count: insult}}\n"));
        var wide = SourceScenarios.Feud.Replace("measures:\n", "measures:\n" + measures, StringComparison.Ordinal);
        folder.Write("wide.yaml", wide);

        var answer = Run("wide.yaml", "-n", "1000000000");

        Assert.That(answer.ExitCode, Is.EqualTo(1));
        Assert.That(answer.Error, Does.Contain("GB").And.Contain("--replications"));
        Assert.That(folder.At("runs"), Does.Not.Exist);
    }

    private byte[] Bytes(string run, string name) => File.ReadAllBytes(folder.At(run, name));

    private CliAnswer Run(params string[] arguments) => CliProcess.Run(folder.Path, ["run", .. arguments]);
}
