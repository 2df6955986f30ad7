using System.Diagnostics;
using System.Globalization;
using Escalation.Tests.Support;

namespace Escalation.Tests.Cli;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.Self)]
internal sealed class CalibrateTests : IDisposable
{
    /// <summary>Strikes are answered with a chance; nobody sees what 'idle' does, for it does nothing.</summary>
    private const string Feud = """
        escalation: 1
        name: Feud
        start: 2023-10-17
        horizon: 60 d
        uncertainties:
          tempo: {value: 0.5, prior: "gamma(mean=0.5, shape=2)"}   # strikes a day
          answer: {prior: "beta(a=1, b=1)", about: how often they answer}
          idle: {prior: "uniform(low=0, high=1)"}
        actions: {strike: {}, reply: {}}
        actors:
          us: {policy: [{name: strikes, rate: tempo per d, do: [{act: strike, against: them}]}]}
          them:
            policy:
              - {name: replies, upon: strike against me, chance: answer, after: 1 d, do: [{act: reply, against: us}]}
        measures: {strikes: {count: strike}, replies: {count: reply}}
        outcomes: {quiet: {at_end: replies == 0}}
        targets:
          strikes: {of: strikes, csv: strikes.csv, every: 14 d, noise: poisson}
          replies: {of: replies, observed: 10, noise: poisson}

        """;

    private readonly SourceFolder folder = new();

    public CalibrateTests()
    {
        folder.Write("feud.yaml", Feud);
        folder.Write("strikes.csv", "date,strikes\n2023-10-30,9\n2023-11-13,11\n2023-11-27,8\n2023-12-11,12\n");
    }

    public void Dispose() => folder.Dispose();

    [Test]
    public void The_answer_says_what_was_learnt_and_what_was_not()
    {
        var answer = Run("--particles", "500", "--out", "run");

        Assert.That(answer.ExitCode, Is.Zero, answer.Error);
        Assert.That(answer.Out, Does.StartWith("5 targets taught something about 2 of 3 uncertainties: "));
        Assert.That(answer.Out, Does.Contain("The data did not inform idle:"));
        Assert.That(answer.Out, Does.Contain("Judge it on numbers that were not fitted."));

        // 40 strikes in 56 days, and a mean of the prior of 2/4: 42/60, a little less for the replies.
        Assert.That(Cell("tempo", "posterior_mean"), Is.EqualTo(0.69).Within(0.04));
        Assert.That(Cell("answer", "posterior_mean"), Is.EqualTo(0.28).Within(0.04));
        Assert.That(File.ReadLines(folder.At("run", "posterior.csv")).Count(), Is.EqualTo(501));
        Assert.That(folder.At("run", "charts", "posterior-tempo.svg"), Does.Exist);
        Assert.That(folder.At("run", "charts", "predicted-strikes.svg"), Does.Exist);
        Assert.That(folder.At("run", "beside", "strikes.csv"), Does.Exist);
        Assert.That(folder.At("run", "report.html"), Does.Exist);
    }

    [Test]
    public void Any_number_of_threads_gives_the_same_bytes([Values] bool hasLikelihood)
    {
        string[] arguments = hasLikelihood ? ["--particles", "100"] : ["--particles", "100", "--target", "first"];
        folder.Write("feud.yaml", Feud + "  first: {of: strikes, at: 14 d, observed: 9}\n");
        Run([.. arguments, "--threads", "1", "--out", "one", "--write", "one.yaml"]);
        Run([.. arguments, "--threads", "3", "--out", "three", "--write", "three.yaml"]);

        Assert.That(File.ReadAllBytes(folder.At("three.yaml")), Is.EqualTo(File.ReadAllBytes(folder.At("one.yaml"))));
        foreach (var name in new[] { "uncertainties.csv", "targets.csv", "posterior.csv", "generations.csv", "summary.json" })
        {
            Assert.That(File.ReadAllBytes(folder.At("three", name)), Is.EqualTo(File.ReadAllBytes(folder.At("one", name))), name);
        }
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Signals are sent by kill.")]
    public void A_calibration_that_is_killed_goes_on_and_ends_with_the_bytes_of_one_that_was_not()
    {
        string[] arguments = ["--particles", "1000", "-n", "200", "--budget", "5000000", "--no-report"];
        Run([.. arguments, "--out", "whole"]);
        using (var process = CliProcess.Start(
            folder.Path, ["calibrate", "feud.yaml", .. arguments, "--threads", "1", "--out", "cut"]))
        {
            WaitForBlocks(process, "cut", 5);
            process.Kill();
            process.WaitForExit();
        }

        // The counts beside the scenario are those of the folder from now on.
        File.Delete(folder.At("strikes.csv"));
        var answer = CliProcess.Run(folder.Path, "resume", "cut");

        Assert.That(answer.ExitCode, Is.Zero, answer.Error);
        Assert.That(answer.Error, Does.Match("[1-9][0-9,]* histories were there already"));
        foreach (var name in new[] { "uncertainties.csv", "posterior.csv", "generations.csv", "summary.json" })
        {
            Assert.That(File.ReadAllBytes(folder.At("cut", name)), Is.EqualTo(File.ReadAllBytes(folder.At("whole", name))), name);
        }
    }

    [Test]
    public void A_written_posterior_is_a_scenario_that_shows_what_was_observed()
    {
        Assert.That(Run("--particles", "500", "--write", "fitted.yaml").ExitCode, Is.Zero);

        var check = CliProcess.Run(folder.Path, "validate", "fitted.yaml");
        var again = CliProcess.Run(
            folder.Path, "run", "fitted.yaml", "--sample", "-n", "4000", "--out", "again", "--quiet", "--no-report");
        var text = File.ReadAllText(folder.At("fitted.yaml"));

        Assert.That(check.ExitCode, Is.Zero, check.Out);
        Assert.That(again.ExitCode, Is.Zero, again.Error);
        Assert.That(text, Does.StartWith("# Calibrated by 'escalate calibrate' from the scenario with SHA-256"));
        Assert.That(text, Does.Contain("   # strikes a day").And.Contain("idle: {prior: \"uniform(low=0, high=1)\"}"));
        var strikes = Column("again", "replications.csv", "strikes");
        var replies = Column("again", "replications.csv", "replies");
        Assert.That(strikes.Average(), Is.EqualTo(60 * 0.69).Within(2.5));
        Assert.That(replies.Average(), Is.EqualTo(11).Within(1.5));
    }

    [Test]
    public void A_file_is_not_written_over() => Assert.That(
        Run("--write", "strikes.csv").Error, Does.Contain("--write strikes.csv: the file is there already"));

    [TestCase("--target", "replie", "the scenario has no target 'replie'; did you mean 'replies'?")]
    [TestCase("--budget", "100", "1,000 particles with 20 histories each take at least 60,000 histories")]
    [TestCase("--input", "tempoo", "tempo")]
    public void What_is_wrong_with_the_question_is_told(string option, string value, string message)
    {
        var answer = Run(option, value);

        Assert.That(answer.ExitCode, Is.EqualTo(2));
        Assert.That(answer.Error, Does.Contain(message));
    }

    [Test]
    public void Expected_counts_of_few_histories_are_called_noisy()
    {
        var answer = Run("--particles", "50", "-n", "2", "--no-report");

        Assert.That(answer.Out, Does.Contain("An expected count is the mean of 2 histories, whose own error is not small"));
        Assert.That(answer.Out, Does.Contain("too few to be read; take more --particles."));
    }

    [Test]
    public void Other_days_are_another_experiment()
    {
        string[] arguments = ["--particles", "20", "--out", "run", "--no-report"];
        Run(arguments);

        folder.Write("strikes.csv", "day,strikes\n7,9\n14,11\n");

        Assert.That(Run(arguments).Error, Does.Contain("it holds a calibrate of another scenario"));
    }

    [Test]
    public void A_scenario_without_targets_says_what_to_write()
    {
        folder.Write("feud.yaml", Feud[..Feud.IndexOf("targets:", StringComparison.Ordinal)]);

        Assert.That(Run().Error, Does.Contain("the scenario has no targets: say under 'targets:'"));
    }

    private CliAnswer Run(params string[] arguments) =>
        CliProcess.Run(folder.Path, ["calibrate", "feud.yaml", .. arguments]);

    private double Cell(string uncertainty, string column)
    {
        var lines = File.ReadAllLines(folder.At("run", "uncertainties.csv")).Select(line => line.Split(',')).ToList();
        var row = lines.Single(cells => cells[0] == uncertainty);
        return double.Parse(row[Array.IndexOf(lines[0], column)], CultureInfo.InvariantCulture);
    }

    private IEnumerable<double> Column(string run, string file, string column)
    {
        var lines = File.ReadAllLines(folder.At(run, file)).Select(line => line.Split(',')).ToList();
        var place = Array.IndexOf(lines[0], column);
        return lines.Skip(1).Select(cells => double.Parse(cells[place], CultureInfo.InvariantCulture));
    }

    // A process that ends before it has written so much has failed.
    private void WaitForBlocks(Process process, string run, int count)
    {
        using var watcher = new FileSystemWatcher(folder.Path) { IncludeSubdirectories = true, EnableRaisingEvents = true };
        while (!Directory.Exists(folder.At(run, "blocks"))
            || Directory.GetFiles(folder.At(run, "blocks"), "*.rows").Length < count)
        {
            Assert.That(process.HasExited, Is.False, "It ended too soon.");
            watcher.WaitForChanged(WatcherChangeTypes.All, timeout: 100);
        }
    }
}
