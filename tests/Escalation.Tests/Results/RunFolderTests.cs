using System.Runtime.Versioning;
using Escalation.Results;
using Escalation.Tests.Support;

namespace Escalation.Tests.Results;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class RunFolderTests : IDisposable
{
    private const int Twins = 12;

    private readonly SourceFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Test]
    public void A_folder_that_is_not_there_is_made_with_those_above_it()
    {
        var run = RunFolder.Open(folder.At("a", "b"), force: false);

        run.Write("summary.json", "{}");

        Assert.That(File.ReadAllText(folder.At("a", "b", "summary.json")), Is.EqualTo("{}"));
    }

    [Test]
    public void A_folder_with_something_in_it_is_refused()
    {
        folder.Write("mine.txt", "precious");

        var refusal = Assert.Throws<RunFolderException>(() => RunFolder.Open(folder.Path, force: false));

        Assert.That(refusal!.Message, Does.Contain(folder.Path).And.Contain("not empty").And.Contain("--force"));
    }

    [Test]
    public void Force_clears_the_files_of_an_earlier_run_and_no_others()
    {
        folder.Write("mine.txt", "precious");
        folder.Write("series.csv", "old");
        folder.Write("events.csv", "old");

        RunFolder.Open(folder.Path, force: true);

        Assert.That(Names(), Is.EqualTo(new[] { "mine.txt" }));
    }

    [Test]
    public void A_file_in_the_place_of_the_folder_is_refused()
    {
        var path = folder.Write("taken", "precious");

        var refusal = Assert.Throws<RunFolderException>(() => RunFolder.Open(path, force: true));

        Assert.That(refusal!.Message, Does.Contain(path).And.Contain("it is a file"));
        Assert.That(File.ReadAllText(path), Is.EqualTo("precious"));
    }

    [Test]
    public void A_folder_below_a_file_cannot_be_made()
    {
        var path = Path.Combine(folder.Write("taken", "precious"), "below");

        var refusal = Assert.Throws<RunFolderException>(() => RunFolder.Open(path, force: false));

        Assert.That(refusal!.Message, Does.Contain(path).And.Contain("--out").And.Not.Contain("\n"));
    }

    [Test]
    public void A_file_that_is_not_finished_leaves_nothing()
    {
        var run = RunFolder.Open(folder.Path, force: false);
        run.Write("summary.json", "old");

        var failure = Assert.Throws<RunFolderException>(() => run.Write("summary.json", stream =>
        {
            stream.WriteByte(1);
            throw new IOException("the cable was pulled.");
        }));

        Assert.That(failure!.Message, Does.Contain("summary.json").And.Contain("the cable was pulled"));
        Assert.That(Names(), Is.EqualTo(new[] { "summary.json" }));
        Assert.That(File.ReadAllText(folder.At("summary.json")), Is.EqualTo("old"));
    }

    [Test]
    public void A_full_disk_says_so()
    {
        // 28 is ENOSPC.
        var failure = RunFolderException.Of("runs/x/replications.csv", new IOException("No space left on device", hresult: 28));

        Assert.That(failure.Message, Is.EqualTo(
            "cannot write 'runs/x/replications.csv': the disk is full: free some space, or choose another disk with --out"));
    }

    [Test]
    public void Two_runs_in_one_second_get_two_folders()
    {
        var before = Environment.CurrentDirectory;
        Environment.CurrentDirectory = folder.Path;
        try
        {
            var time = new DateTimeOffset(2026, 11, 21, 12, 30, 5, TimeSpan.FromHours(2));
            var paths = Enumerable.Range(0, 3).Select(_ => RunFolder.CreateBelowRuns("scenarios/feud.yaml", time).Path).ToList();

            Assert.That(paths, Is.EqualTo(new[]
            {
                "runs/feud-20261121T103005Z", "runs/feud-20261121T103005Z-2", "runs/feud-20261121T103005Z-3",
            }));
        }
        finally
        {
            Environment.CurrentDirectory = before;
        }
    }

    [Test]
    public void Runs_that_begin_in_the_same_moment_get_a_folder_each()
    {
        var before = Environment.CurrentDirectory;
        Environment.CurrentDirectory = folder.Path;
        try
        {
            var time = new DateTimeOffset(2026, 11, 21, 12, 30, 5, TimeSpan.Zero);
            using var gate = new Barrier(Twins);
            var paths = new string[Twins];
            var threads = Enumerable.Range(0, Twins).Select(twin => new Thread(() =>
            {
                gate.SignalAndWait();
                var run = RunFolder.CreateBelowRuns("feud.yaml", time);
                run.Write("manifest.json", "{}");
                paths[twin] = run.Path;
            })).ToList();

            threads.ForEach(thread => thread.Start());
            threads.ForEach(thread => thread.Join());

            Assert.That(paths, Is.Unique);
        }
        finally
        {
            Environment.CurrentDirectory = before;
        }
    }

    [TestCase("")]
    [TestCase(" ")]
    public void A_folder_without_a_name_is_refused(string path)
    {
        var refusal = Assert.Throws<RunFolderException>(() => RunFolder.Open(path, force: false));

        Assert.That(refusal!.Message, Does.Contain("no name").And.Contain("--out"));
    }

    [Test]
    public void Force_clears_what_a_killed_run_had_begun_to_write()
    {
        folder.Write("replications.csv.part", "half");

        RunFolder.Open(folder.Path, force: true);

        Assert.That(Names(), Is.Empty);
    }

    [Test]
    public void A_run_that_came_to_nothing_leaves_nothing()
    {
        var run = RunFolder.Open(folder.At("new"), force: false);
        run.Write("manifest.json", "{}");

        run.Discard();

        Assert.That(folder.At("new"), Does.Not.Exist);
    }

    [Test]
    [Platform(Exclude = "Win")]
    [UnsupportedOSPlatform("windows")]
    public void Nobody_else_may_change_the_files()
    {
        var run = RunFolder.Open(folder.At("new"), force: false);
        run.Write("summary.json", "{}");

        const UnixFileMode Others = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
        Assert.That(File.GetUnixFileMode(folder.At("new")) & Others, Is.EqualTo(UnixFileMode.None));
        Assert.That(File.GetUnixFileMode(folder.At("new", "summary.json")) & Others, Is.EqualTo(UnixFileMode.None));
    }

    private IEnumerable<string> Names() =>
        Directory.EnumerateFileSystemEntries(folder.Path).Select(path => Path.GetFileName(path)).Order();
}
