using Escalation.Tests.Support;

namespace Escalation.Tests.Cli;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.Self)]
internal sealed class ValidateTests : IDisposable
{
    private readonly SourceFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Test]
    public void A_valid_file_is_told_with_what_is_in_it()
    {
        folder.Write("feud.yaml", SourceScenarios.Feud);

        var answer = CliProcess.Run(folder.Path, "validate", "feud.yaml");

        Assert.That(answer, Is.EqualTo(new CliAnswer(
            0, "feud.yaml: valid: 2 actors, 3 rules, 1 lever, 1 uncertainty, 4 measures, 2 outcomes\n", "")));
    }

    [Test]
    public void Every_error_of_every_file_is_shown_with_its_place()
    {
        folder.Write("good.yaml", SourceScenarios.Feud);
        folder.Write("bad.yaml", SourceScenarios.Feud
            .Replace("chance: 1 - restraint", "chance: 1 - restrain", StringComparison.Ordinal)
            .Replace("{count: insult}", "{count: insolt}", StringComparison.Ordinal));

        var answer = CliProcess.Run(folder.Path, "validate", "bad.yaml", "good.yaml");

        Assert.That(answer.ExitCode, Is.EqualTo(1));
        Assert.That(answer.Error, Is.Empty);
        Golden.Check(answer.Out, "validate-two-errors.txt");
    }

    [Test]
    public void Warnings_do_not_fail_and_are_left_out_when_quiet()
    {
        folder.Write("late.yaml", SourceScenarios.Feud.Replace(
            "{name: mock, rate: temper,", "{name: mock, at: 99 d,", StringComparison.Ordinal));

        var loud = CliProcess.Run(folder.Path, "validate", "late.yaml");
        var quiet = CliProcess.Run(folder.Path, "validate", "--quiet", "late.yaml");

        Assert.That(loud.ExitCode, Is.Zero);
        Assert.That(loud.Out, Does.Contain("warning:").And.Contain("late.yaml: valid, 1 warning:"));
        Assert.That(quiet, Is.EqualTo(new CliAnswer(0, "", "")));
    }

    [TestCase("missing.yaml")]
    [TestCase(".")]
    [TestCase("/dev/zero")]
    public void What_is_no_scenario_file_is_one_line(string path)
    {
        var answer = CliProcess.Run(folder.Path, "validate", "--quiet", path);

        Assert.That(answer.ExitCode, Is.EqualTo(1));
        Assert.That(answer.Out, Does.StartWith($"{path}: error: ").And.Not.Contain("   at "));
    }
}
