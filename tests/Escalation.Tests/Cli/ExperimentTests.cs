using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Escalation.Tests.Support;

namespace Escalation.Tests.Cli;

/// <summary>What all experiments have in common, shown by the sweep: their folder, going on, going wrong.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.Self)]
internal sealed class ExperimentTests : IDisposable
{
    private static readonly string[] Sweep = ["sweep", "feud.yaml", "--lever", "restraint=0:1:5", "-n", "3000"];

    private readonly SourceFolder folder = new();

    public ExperimentTests() => folder.Write("feud.yaml", SourceScenarios.Feud);

    public void Dispose() => folder.Dispose();

    [Test]
    public void Any_number_of_threads_leaves_the_same_bytes()
    {
        Run([.. Sweep, "--threads", "1", "--out", "one"]);
        Run([.. Sweep, "--threads", "5", "--out", "five"]);

        Assert.That(Files("five"), Is.EqualTo(Files("one")));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Signals are sent by kill.")]
    public void A_study_that_is_killed_goes_on_and_ends_with_the_bytes_of_one_that_was_not([Values(1, 3)] int blocks)
    {
        string[] study = ["sweep", "feud.yaml", "--lever", "restraint=0:1:1000", "-n", "200", "--no-report"];
        Run([.. study, "--out", "whole"]);
        using (var process = CliProcess.Start(folder.Path, [.. study, "--threads", "1", "--out", "cut"]))
        {
            WaitForBlocks("cut", blocks);
            process.Kill();
            process.WaitForExit();
        }

        var answer = Run("resume", "cut");

        Assert.That(answer.ExitCode, Is.Zero, answer.Error);
        Assert.That(answer.Error, Does.Match("[1-9][0-9,]* histories were there already"));
        Assert.That(Files("cut"), Is.EqualTo(Files("whole")));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Signals are sent by kill.")]
    public void Ctrl_C_keeps_what_is_done_and_says_how_to_go_on()
    {
        using var process = CliProcess.Start(
            folder.Path, "sweep", "feud.yaml", "--lever", "restraint=0:1:1001", "-n", "4000", "--out", "my cut");
        WaitForBlocks("my cut", 1);
        using (var kill = Process.Start("kill", ["-s", "INT", process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            kill.WaitForExit();
        }

        var answer = CliProcess.Await(process);

        Assert.That(answer.ExitCode, Is.EqualTo(130), answer.Error);
        Assert.That(answer.Error, Does.Match(
            @"escalate: interrupted: \d+ of 1,001 points are done and kept; to go on: escalate resume 'my cut'\n$"));
        var manifest = JsonDocument.Parse(File.ReadAllBytes(folder.At("my cut", "manifest.json"))).RootElement;
        Assert.That(manifest.GetProperty("complete").GetBoolean(), Is.False);
        Assert.That(folder.At("my cut", "lock"), Does.Not.Exist);
    }

    [Test]
    public void What_was_killed_before_it_began_can_be_begun()
    {
        Directory.CreateDirectory(folder.At("run"));
        folder.Write(Path.Combine("run", "lock"), "");
        folder.Write(Path.Combine("run", "manifest.json.part"), "{");
        Assert.That(Run("resume", "run").Error, Does.Contain("nothing was begun; run the command of the experiment"));

        Assert.That(Run([.. Sweep, "--out", "run"]).ExitCode, Is.Zero);

        File.Delete(folder.At("run", "scenario.yaml"));
        Assert.That(Run("resume", "run").ExitCode, Is.Zero);
    }

    [Test]
    public void Points_that_are_added_cost_only_themselves_and_change_no_other()
    {
        Run("sweep", "feud.yaml", "--lever", "restraint=0,0.5,1", "-n", "1000", "--out", "run");
        var before = Rows("run");

        var answer = Run("sweep", "feud.yaml", "--lever", "restraint=0:1:5", "-n", "1000", "--out", "run");

        Assert.That(answer.Error, Does.Contain("2,000 histories run").And.Contain("3,000 histories were there already"));
        Assert.That(Rows("run").Select(WithoutNumber), Is.SupersetOf(before.Select(WithoutNumber)));

        static string WithoutNumber(string row) => row[(row.IndexOf(',', StringComparison.Ordinal) + 1)..];
    }

    [Test]
    public void The_row_of_a_point_says_what_a_run_of_it_says()
    {
        Run([.. Sweep, "--out", "sweep"]);
        var run = Run("run", "feud.yaml", "--set", "restraint=0.25", "-n", "3000", "--format", "json", "--no-report");

        var war = JsonDocument.Parse(run.Out).RootElement.GetProperty("outcomes").GetProperty("war");
        var row = Rows("sweep").Single(line => line.StartsWith("1,0.25,war,", StringComparison.Ordinal)).Split(',');
        Assert.That(row[6], Is.EqualTo(war.GetProperty("share").GetRawText()));
        Assert.That(row[7], Is.EqualTo(war.GetProperty("low").GetRawText()));
        Assert.That(row[^1], Is.EqualTo(war.GetProperty("median_day").GetRawText()));
    }

    [Test]
    public void A_damaged_block_is_named_set_aside_and_run_again()
    {
        Run([.. Sweep, "--out", "run"]);
        var before = Files("run");
        var block = Directory.GetFiles(folder.At("run", "blocks")).Order(StringComparer.Ordinal).First();
        var bytes = File.ReadAllBytes(block);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(block, bytes);

        var answer = Run("resume", "run");

        Assert.That(answer.ExitCode, Is.Zero);
        Assert.That(answer.Error, Does.Contain("is damaged: its checksum is wrong; it is set aside as")
            .And.Contain("its histories are run again"));
        File.Delete(block + ".bad");
        Assert.That(Files("run"), Is.EqualTo(before));
    }

    [TestCase("a sweep of another scenario", "sweep", "other.yaml", "--lever", "restraint=0:1:5")]
    [TestCase("a sweep with --seed 1", "sweep", "feud.yaml", "--lever", "restraint=0:1:5", "--seed", "2")]
    [TestCase("the experiment of 'escalate sweep'", "compare", "feud.yaml", "--set", "restraint=0")]
    public void A_folder_that_holds_something_else_is_not_written_over(string what, params string[] command)
    {
        folder.Write("other.yaml", SourceScenarios.Feud + "# another text\n");
        Run([.. Sweep, "--out", "run"]);
        var before = Files("run");

        var answer = Run([.. command, "--out", "run"]);

        Assert.That(answer.ExitCode, Is.EqualTo(1));
        Assert.That(answer.Error, Does.StartWith($"escalate: error: cannot write to 'run': it holds {what}"));
        Assert.That(Files("run"), Is.EqualTo(before));
        Assert.That(Run([.. command, "--out", "run", "--force"]).ExitCode, Is.Zero);
    }

    [Test]
    public void A_folder_in_which_another_process_works_is_left_alone()
    {
        using var process = CliProcess.Start(
            folder.Path, "sweep", "feud.yaml", "--lever", "restraint=0:1:1001", "-n", "40000", "--out", "busy");
        WaitForBlocks("busy", 1);

        var second = Run("resume", "busy");

        process.Kill();
        process.WaitForExit();
        Assert.That(second.ExitCode, Is.EqualTo(1), second.Error);
        Assert.That(second.Error, Does.Contain("another escalate works in it; wait for it, or give another --out"));
    }

    [Test]
    public void A_point_that_fails_is_named_with_the_fault()
    {
        folder.Write("fragile.yaml", SourceScenarios.Fragile.Replace(
            "actors:", "levers: {least: {value: 1, range: [0, 1]}}\nactors:", StringComparison.Ordinal)
            .Replace("1 / event.piece", "1 / (event.piece + least)", StringComparison.Ordinal));

        var answer = Run("sweep", "fragile.yaml", "--lever", "least=1,0.5,0", "--out", "run");

        Assert.That(answer.ExitCode, Is.EqualTo(1));
        Assert.That(answer.Error, Does.StartWith("escalate: error: at least = 0: ").And.Not.Contain("   at "));
    }

    [Test]
    public void The_report_of_an_experiment_is_written_anew_without_running_it()
    {
        Run([.. Sweep, "--out", "run"]);
        var before = Files("run");
        File.Delete(folder.At("run", "report.html"));
        File.Delete(folder.At("run", "points.csv"));

        var answer = Run("report", "run");

        Assert.That(answer.Error, Does.Contain(" 0 histories run"));
        Assert.That(Files("run"), Is.EqualTo(before));
    }

    private CliAnswer Run(params string[] arguments) => CliProcess.Run(folder.Path, arguments);

    private string[] Rows(string run) => File.ReadAllLines(folder.At(run, "points.csv"))[1..];

    // By name; what does not follow from scenario and seed stands in the manifest, and the page shows the command.
    private Dictionary<string, string> Files(string run) => Directory
        .EnumerateFiles(folder.At(run), "*", SearchOption.AllDirectories)
        .Where(path => Path.GetFileName(path) is not ("manifest.json" or "report.html"))
        .ToDictionary(path => Path.GetRelativePath(folder.At(run), path), path => Convert.ToHexString(File.ReadAllBytes(path)));

    private void WaitForBlocks(string run, int count)
    {
        using var watcher = new FileSystemWatcher(folder.Path) { IncludeSubdirectories = true, EnableRaisingEvents = true };
        var blocks = folder.At(run, "blocks");
        while (!Directory.Exists(blocks) || Directory.GetFiles(blocks, "*.rows").Length < count)
        {
            watcher.WaitForChanged(WatcherChangeTypes.All, timeout: 100);
        }
    }
}
