using Escalation.Loading;
using Escalation.Tests.Support;

namespace Escalation.Tests.Cli;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.Self)]
internal sealed class NewTests : IDisposable
{
    private readonly SourceFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Test]
    public void A_new_scenario_is_valid_without_warnings_and_the_printed_line_runs_it()
    {
        var made = CliProcess.Run(folder.Path, "new", "my-border");
        var valid = CliProcess.Run(folder.Path, "validate", "my-border.yaml");
        var run = CliProcess.Run(folder.Path, "run", "my-border.yaml", "-n", "64", "--quiet");

        Assert.That(made.ExitCode, Is.Zero);
        Assert.That(made.Error, Is.Empty);
        Assert.That(made.Out, Does.Contain("\n  escalate run my-border.yaml\n"));
        Assert.That(valid.Out, Does.StartWith("my-border.yaml: valid: "));
        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Out, Does.Contain("out_of_hand"));
    }

    [Test]
    public void Its_first_line_tells_an_editor_where_the_schema_lies()
    {
        CliProcess.Run(folder.Path, "new", "border.yaml");

        var first = File.ReadLines(Path.Combine(folder.Path, "border.yaml")).First();
        Assert.That(first, Is.EqualTo("# yaml-language-server: $schema=./escalate.schema.json"));
    }

    [Test]
    public void A_file_that_is_there_is_left_alone()
    {
        folder.Write("mine.yaml", "precious");

        var answer = CliProcess.Run(folder.Path, "new", "mine");

        Assert.That(answer, Is.EqualTo(new CliAnswer(
            1, "", "escalate: error: 'mine.yaml' is there already and is not written over: choose another name\n")));
        Assert.That(File.ReadAllText(Path.Combine(folder.Path, "mine.yaml")), Is.EqualTo("precious"));
    }

    [TestCase(".", "is a folder")]
    [TestCase("", "is empty")]
    [TestCase("nowhere/border", "there is no folder")]
    public void A_place_that_cannot_be_written_is_one_line(string name, string problem)
    {
        var answer = CliProcess.Run(folder.Path, "new", name);

        Assert.That(answer.ExitCode, Is.EqualTo(1));
        Assert.That(answer.Out, Is.Empty);
        Assert.That(answer.Error, Does.StartWith("escalate: error: ").And.Contain(problem).And.Not.Contain("   at "));
        Assert.That(Directory.EnumerateFileSystemEntries(folder.Path), Is.Empty);
    }

    [TestCase("it's 1 \"border\": #1")]
    [TestCase("- null")]
    [TestCase("42")]
    [TestCase("Grenze-ä")]
    public void Any_name_makes_a_valid_scenario(string name)
    {
        var answer = CliProcess.Run(folder.Path, "new", "--", name);

        var reading = ScenarioReader.ReadFile(Path.Combine(folder.Path, name + ".yaml"));
        Assert.That(answer.ExitCode, Is.Zero);
        Assert.That(reading.Diagnostics, Is.Empty);
        Assert.That(reading.Scenario!.Name, Is.EqualTo(name));
    }

    [Test]
    public void The_schema_is_printed_or_written_and_replaced_only_by_force()
    {
        var printed = CliProcess.Run(folder.Path, "schema");
        var written = CliProcess.Run(folder.Path, "schema", "--out", "s.json");
        var again = CliProcess.Run(folder.Path, "schema", "--out", "s.json");
        var forced = CliProcess.Run(folder.Path, "schema", "--out", "s.json", "--force");

        Assert.That(printed.Out, Does.Contain("http://json-schema.org/draft-07/schema#"));
        Assert.That(File.ReadAllText(Path.Combine(folder.Path, "s.json")), Is.EqualTo(printed.Out));
        Assert.That(written, Is.EqualTo(new CliAnswer(0, "Wrote s.json\n", "")));
        Assert.That(again.ExitCode, Is.EqualTo(1));
        Assert.That(again.Error, Does.Contain("is there already").And.Contain("--force"));
        Assert.That(forced.ExitCode, Is.Zero);
    }
}
