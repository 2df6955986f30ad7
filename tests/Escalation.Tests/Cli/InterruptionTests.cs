using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Escalation.Tests.Support;

namespace Escalation.Tests.Cli;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Platform(Exclude = "Win", Reason = "Signals are sent by kill.")]
[Parallelizable(ParallelScope.Self)]
internal sealed class InterruptionTests : IDisposable
{
    private readonly SourceFolder folder = new();

    public InterruptionTests() => folder.Write("feud.yaml", SourceScenarios.Feud);

    public void Dispose() => folder.Dispose();

    [TestCase("INT")]
    [TestCase("TERM")]
    public void A_signal_ends_the_run_keeps_what_is_done_and_says_how_to_run_it_again(string signal)
    {
        using var process = CliProcess.Start(folder.Path, "run", "feud.yaml", "-n", "50000000", "--out", "cut");
        WaitForManifest();

        using (var kill = Process.Start("kill", ["-s", signal, process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            kill.WaitForExit();
        }

        var answer = CliProcess.Await(process);
        Assert.That(answer.ExitCode, Is.EqualTo(130), answer.Error);
        Assert.That(answer.Error, Does.EndWith("to run them all: escalate run feud.yaml -n 50000000 --out cut --force\n")
            .Or.EndWith("to run again: escalate run feud.yaml -n 50000000 --out cut\n"));
        Assert.That(answer.Error, Does.Contain("interrupted").And.Not.Contain("   at "));
        AssertThatWhatIsKeptIsWhole();
    }

    private void AssertThatWhatIsKeptIsWhole()
    {
        if (!Directory.Exists(folder.At("cut")))
        {
            // The signal came before the first block was done.
            return;
        }

        using var manifest = JsonDocument.Parse(File.ReadAllBytes(folder.At("cut", "manifest.json")));
        var done = manifest.RootElement.GetProperty("replications_done").GetInt32();
        Assert.That(manifest.RootElement.GetProperty("complete").GetBoolean(), Is.False);
        Assert.That(File.ReadLines(folder.At("cut", "replications.csv")).Count(), Is.EqualTo(done + 1));
        CliProcess.Run(folder.Path, "run", "feud.yaml", "-n", done.ToString(CultureInfo.InvariantCulture), "--out", "whole");
        Assert.That(Summary("cut"), Is.EqualTo(Summary("whole")));
    }

    private byte[] Summary(string run) => File.ReadAllBytes(folder.At(run, "summary.json"));

    // The manifest is written right before the first replication. Whoever waits for it waits for the program, not for a clock.
    private void WaitForManifest()
    {
        using var watcher = new FileSystemWatcher(folder.Path) { IncludeSubdirectories = true, EnableRaisingEvents = true };
        while (!File.Exists(folder.At("cut", "resolved.yaml")))
        {
            watcher.WaitForChanged(WatcherChangeTypes.All, timeout: 100);
        }
    }
}
