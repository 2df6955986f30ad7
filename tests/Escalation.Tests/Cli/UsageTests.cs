using Escalation.Tests.Support;

namespace Escalation.Tests.Cli;

[Parallelizable(ParallelScope.Self)]
internal sealed class UsageTests
{
    [TestCase("unknown verb 'rnu'", "did you mean 'run'?", "rnu")]
    [TestCase("unknown option '--treads'", "did you mean '--threads'?", "run", "x.yaml", "--treads", "2")]
    [TestCase("unknown option '--sed'", "did you mean '--seed'?", "run", "--sed=2", "x.yaml")]
    [TestCase("unknown option '--frobnicate'", "--help", "validate", "x.yaml", "--frobnicate")]
    [TestCase("unknown option '-x'", "--help", "run", "-x", "x.yaml")]
    [TestCase("unknown option '-y'", "--help", "run", "x.yaml", "-y")]
    [TestCase("unknown option '-v'", "--help", "-v")]
    [TestCase("'y.yaml' is one argument too many", "--help", "run", "x.yaml", "y.yaml")]
    [TestCase("SCENARIO", "--help", "run")]
    [TestCase("'-1' is no seed", "--help", "run", "x.yaml", "--seed", "-1")]
    [TestCase("--replications is a whole number from 1", "not 'many'", "run", "x.yaml", "--replications", "many")]
    [TestCase("--threads is a whole number from 1", "not '0'", "run", "x.yaml", "--threads", "0")]
    [TestCase("--events is a whole number from 0", "not '-1'", "run", "x.yaml", "--events=-1")]
    [TestCase("--format is one of table, json, csv", "not 'xml'", "run", "x.yaml", "--format", "xml")]
    [TestCase("--replication", "required", "replay", "x.yaml")]
    [TestCase("--outcome", "required", "explain", "x.yaml")]
    [TestCase("there is no case 'V99'", "V00-conventions to", "verify", "--case", "V99")]
    [TestCase("there is no case 'hawkes-window'", "--help", "verify", "--case", "hawkes-window")]
    [TestCase("there is no case 'V17-hawks-window'", "did you mean 'V17-hawkes-window'?", "verify", "--case", "V17-hawks-window")]
    [TestCase("there is no case 'V12-lad'", "did you mean 'V12-ladder-first-passage'?", "verify", "--case", "V12-lad")]
    [TestCase("--show prints one scenario", "--help", "verify", "--show")]
    [TestCase("--deep says how many", "one of them is enough", "verify", "--deep", "--replications", "5")]
    public void A_wrong_command_line_is_told_on_standard_error_with_exit_code_2(
        string problem, string hint, params string[] arguments)
    {
        var answer = CliProcess.Run(Path.GetTempPath(), arguments);

        Assert.That(answer.ExitCode, Is.EqualTo(2));
        Assert.That(answer.Out, Is.Empty);
        Assert.That(answer.Error, Does.StartWith("escalate").And.Contain(problem).And.Contain(hint).And.Not.Contain("   at "));
    }

    [Test]
    public void Without_a_verb_help_goes_to_standard_error_with_exit_code_2()
    {
        var answer = CliProcess.Run(Path.GetTempPath());

        Assert.That(answer.ExitCode, Is.EqualTo(2));
        Assert.That(answer.Out, Is.Empty);
        Assert.That(answer.Error, Does.Contain("Examples:").And.Contain("Verbs:"));
    }

    [Test]
    public void The_version_is_printed()
    {
        var answer = CliProcess.Run(Path.GetTempPath(), "--version");

        Assert.That(answer, Is.EqualTo(new CliAnswer(0, "escalate 0.1.0\n", "")));
    }

    [TestCase("help.txt", "--help")]
    [TestCase("help-of-run.txt", "run", "--help")]
    [TestCase("help-of-validate.txt", "validate", "-h")]
    [TestCase("help-of-compare.txt", "compare", "--help")]
    [TestCase("help-of-sweep.txt", "sweep", "--help")]
    [TestCase("help-of-sensitivity.txt", "sensitivity", "--help")]
    [TestCase("help-of-discover.txt", "discover", "--help")]
    [TestCase("help-of-tune.txt", "tune", "--help")]
    [TestCase("help-of-calibrate.txt", "calibrate", "--help")]
    [TestCase("help-of-backtest.txt", "backtest", "--help")]
    [TestCase("help-of-study.txt", "study", "--help")]
    [TestCase("help-of-resume.txt", "resume", "--help")]
    [TestCase("help-of-replay.txt", "replay", "--help")]
    [TestCase("help-of-explain.txt", "explain", "--help")]
    [TestCase("help-of-verify.txt", "verify", "--help")]
    [TestCase("help-of-new.txt", "new", "--help")]
    [TestCase("help-of-schema.txt", "schema", "--help")]
    [TestCase("help-of-language.txt", "language", "--help")]
    [TestCase("help-of-plot.txt", "plot", "--help")]
    [TestCase("help-of-report.txt", "report", "--help")]
    public void Help_begins_with_what_it_does_and_examples(string golden, params string[] arguments)
    {
        var answer = CliProcess.Run(Path.GetTempPath(), arguments);

        Assert.That(answer.ExitCode, Is.Zero);
        Assert.That(answer.Error, Is.Empty);
        Golden.Check(answer.Out, golden);
    }
}
