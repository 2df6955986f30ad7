using Escalation.Tests.Support;

namespace Escalation.Tests.Cli;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.Self)]
internal sealed class StudyTests : IDisposable
{
    private const string Studies = """
        studies:
          how often:
            about: how war hangs on restraint
            sweep: {lever: restraint=0:1:3, replications: 50, no-report: true}
          saints or not: {compare: {set: [restraint=0.2, restraint=0.8], replications: 50, seed: 7}}
          plainly: {run: {replications: 20, no-report: false, quiet: true}}

        """;

    private readonly SourceFolder folder = new();

    public StudyTests()
    {
        folder.Write("feud.yaml", SourceScenarios.Feud + Studies);
        folder.Write("plain.yaml", SourceScenarios.Feud);
        Directory.CreateDirectory(folder.At("paper"));
        folder.Write(Path.Combine("paper", "studies.yaml"), "escalation: 1\nscenario: ../plain.yaml\n" + Studies);
    }

    public void Dispose() => folder.Dispose();

    [Test]
    public void The_list_shows_titles_and_the_commands_they_stand_for() => Assert.That(
        Run("feud.yaml", "--list").Out,
        Is.EqualTo("""
            how often  how war hangs on restraint
              escalate sweep feud.yaml --lever restraint=0:1:3 --replications 50 --no-report
            saints or not
              escalate compare feud.yaml --set restraint=0.2 --set restraint=0.8 --replications 50 --seed 7
            plainly
              escalate run feud.yaml --replications 20 --quiet

            """));

    [TestCase("feud.yaml")]
    [TestCase("paper/studies.yaml")]
    public void All_studies_of_a_file_are_one_command(string file)
    {
        var answer = Run(file, "--out", "figures");

        Assert.That(answer.ExitCode, Is.Zero, answer.Error);
        Assert.That(
            Directory.GetDirectories(folder.At("figures")).Select(Path.GetFileName).Order(StringComparer.Ordinal),
            Is.EqualTo(new[] { "how-often", "plainly", "saints-or-not" }));
        Assert.That(folder.At("figures", "how-often", "points.csv"), Does.Exist);
        Assert.That(Run(file, "--out", "figures").ExitCode, Is.Zero, "The second time.");
    }

    [Test]
    public void A_study_says_what_its_command_says()
    {
        var study = Run("feud.yaml", "saints or not", "--quiet", "--out", "a");
        var command = CliProcess.Run(
            folder.Path, "compare", "feud.yaml", "--set", "restraint=0.2", "--set", "restraint=0.8", "-n", "50", "--seed", "7",
            "--quiet", "--out", Path.Combine("a", "saints-or-not"), "--force");

        Assert.That(study.Out, Is.EqualTo(command.Out));
    }

    [TestCase("how ofen", "did you mean 'how often'?")]
    [TestCase("x", "there is no study 'x'")]
    public void An_unknown_title_is_a_usage_error(string title, string message)
    {
        var answer = Run("feud.yaml", title);

        Assert.That((answer.ExitCode, answer.Out), Is.EqualTo((2, "")));
        Assert.That(answer.Error, Does.Contain(message));
    }

    [TestCase("sweep: {lever: restraint=0:1:3, replication: 5}", "'escalate sweep' has no option 'replication'")]
    [TestCase("sweep: {lever: restraint=0:1:3, replications: five}", "not 'five'")]
    [TestCase("sweep: {lever: restraint=0:1:3, quiet: maybe}", "'quiet' is a switch")]
    [TestCase("sweep: {replications: 5}", "lever")]
    public void What_the_verb_does_not_understand_is_told_at_its_place(string study, string message)
    {
        folder.Write("bad.yaml", SourceScenarios.Feud + "studies:\n  t:\n    " + study + "\n");
        var line = SourceScenarios.Feud.Split('\n').Length + 2;

        var answer = Run("bad.yaml");

        Assert.That(answer.ExitCode, Is.EqualTo(1), answer.Out);
        Assert.That(answer.Error, Does.Contain(message));
        Assert.That(answer.Error, Does.StartWith(FormattableString.Invariant($"bad.yaml:{line}:")));
    }

    [Test]
    public void A_scenario_without_studies_says_how_to_write_some() =>
        Assert.That(Run("plain.yaml").Error, Does.Contain("has no studies: write some under 'studies:'"));

    private CliAnswer Run(params string[] arguments) => CliProcess.Run(folder.Path, ["study", .. arguments]);
}
