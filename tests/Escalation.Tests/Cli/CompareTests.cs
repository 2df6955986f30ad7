using Escalation.Tests.Support;

namespace Escalation.Tests.Cli;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.Self)]
internal sealed class CompareTests : IDisposable
{
    private readonly SourceFolder folder = new();

    public CompareTests() => folder.Write("feud.yaml", SourceScenarios.Feud);

    public void Dispose() => folder.Dispose();

    [Test]
    public void The_answer_says_what_can_be_told_apart_and_what_cannot()
    {
        var answer = Run(
            "feud.yaml", "--set", "restraint=0.5", "--case", "saints", "--set", "restraint=0.51", "--measure", "wounds",
            "-n", "1000", "--out", "run");

        Assert.That(answer.ExitCode, Is.Zero, answer.Error);
        Golden.Check(answer.Out, "compare-of-feud.txt");
        Assert.That(folder.At("run", "charts", "forest-war.svg"), Does.Exist);
        Assert.That(File.ReadLines(folder.At("run", "cases.csv")).Count(), Is.EqualTo(1 + (3 * 6)));
    }

    [Test]
    public void The_table_of_differences_has_a_row_for_each_result_of_each_case() => Golden.Check(
        Run("feud.yaml", "--case", "saints", "-n", "1000", "--format", "csv").Out, "differences-of-feud.csv");

    [Test]
    public void One_alone_is_compared_with_the_file_as_written() =>
        Assert.That(Run("feud.yaml", "--case", "saints", "-n", "100").Out, Does.Contain("'as written'"));

    [Test]
    public void Folders_of_runs_say_the_same_as_their_settings()
    {
        CliProcess.Run(folder.Path, "run", "feud.yaml", "-n", "500", "--set", "restraint=0.2", "--out", "a");
        CliProcess.Run(folder.Path, "run", "feud.yaml", "-n", "500", "--set", "restraint=0.7", "--out", "b");

        var ofRuns = Run("a", "b", "--format", "csv").Out.Split('\n');
        var ofSettings = Run(
            "feud.yaml", "--set", "restraint=0.2", "--set", "restraint=0.7", "-n", "500", "--format", "csv").Out.Split('\n');

        // The family of tests differs, and with it what holds together.
        Assert.That(ofRuns[1].Split(',')[..12], Is.EqualTo(ofSettings[1].Split(',')[..12]));
    }

    [Test]
    public void Runs_with_different_seeds_are_not_compared()
    {
        CliProcess.Run(folder.Path, "run", "feud.yaml", "-n", "10", "--seed", "1", "--out", "a");
        CliProcess.Run(folder.Path, "run", "feud.yaml", "-n", "10", "--seed", "2", "--out", "b");

        var answer = Run("a", "b");

        Assert.That(answer.ExitCode, Is.EqualTo(1));
        Assert.That(answer.Error, Does.Contain("they need the same luck; run one of them again with the seed of the other"));
    }

    [TestCase("nothing to compare", "feud.yaml")]
    [TestCase("unknown case 'sants'", "feud.yaml", "--case", "sants")]
    [TestCase("'restraint=0' is there twice", "feud.yaml", "--set", "restraint=0", "--set", "restraint=0")]
    [TestCase("did you mean 'restraint'?", "feud.yaml", "--set", "restrain=0")]
    [TestCase("one argument too many", "feud.yaml", "feud.yaml", "--set", "restraint=0")]
    [TestCase("is one run", ".")]
    public void What_cannot_be_compared_is_a_usage_error(string message, params string[] arguments)
    {
        var answer = Run(arguments);

        Assert.That(answer.ExitCode, Is.EqualTo(2), answer.Out);
        Assert.That(answer.Error, Does.StartWith("escalate compare: error: ").And.Contain(message));
    }

    private CliAnswer Run(params string[] arguments) => CliProcess.Run(folder.Path, ["compare", .. arguments]);
}
