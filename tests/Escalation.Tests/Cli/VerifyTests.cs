using System.Text.Json;
using Escalation.Cli;
using Escalation.Experiments;
using Escalation.Results;
using Escalation.Tests.Support;
using Escalation.Verification;

namespace Escalation.Tests.Cli;

[Parallelizable(ParallelScope.Self)]
internal sealed class VerifyTests
{
    [Test]
    public void A_case_is_shown_against_its_exact_values()
    {
        var answer = CliProcess.Run(Path.GetTempPath(), "verify", "--case", "v00", "--case", "V34", "--quiet");

        Assert.That(answer.ExitCode, Is.Zero);
        Assert.That(answer.Error, Is.Empty);
        Golden.Check(answer.Out, "verify-of-two-cases.txt");
    }

    [Test]
    public void The_answer_has_the_same_bytes_for_any_number_of_threads(
        [Values("json", "csv", "markdown", "table")] string format)
    {
        string[] arguments = ["verify", "--case", "V07", "--case", "V33", "-n", "70000", "--seed", "5", "--format", format, "-q"];

        var one = CliProcess.Run(Path.GetTempPath(), [.. arguments, "--threads", "1"]);
        var three = CliProcess.Run(Path.GetTempPath(), [.. arguments, "--threads", "3"]);

        Assert.That(one.ExitCode, Is.Zero);
        Assert.That(three.Out, Is.EqualTo(one.Out.Replace("--threads 1", "--threads 3", StringComparison.Ordinal)));
    }

    [Test]
    public void Json_holds_all_digits_and_the_seed_of_the_case()
    {
        var answer = CliProcess.Run(Path.GetTempPath(), "verify", "--case", "V01", "-n", "20000", "--format", "json", "-q");

        using var json = JsonDocument.Parse(answer.Out);
        var known = json.RootElement[0];
        var figure = known.GetProperty("figures")[0];
        Assert.That(known.GetProperty("case").GetString(), Is.EqualTo("V01-poisson-count"));
        Assert.That(figure.GetProperty("estimated_as").GetString(), Is.EqualTo("mean(attacks)"));
        Assert.That(figure.GetProperty("exact").GetDouble(), Is.EqualTo(7));
        Assert.That(figure.GetProperty("verdict").GetString(), Is.EqualTo("agrees"));
    }

    [Test]
    public void A_shown_case_is_a_scenario_that_run_takes()
    {
        var folder = Directory.CreateTempSubdirectory("escalate");
        var path = Path.Combine(folder.FullName, "case.yaml");
        File.WriteAllText(path, CliProcess.Run(folder.FullName, "verify", "--case", "V12", "--show").Out);

        var answer = CliProcess.Run(folder.FullName, "run", path, "-n", "64", "--quiet");

        Assert.That(answer.ExitCode, Is.Zero);
        Assert.That(answer.Out, Does.Contain("p_by_90"));
        folder.Delete(recursive: true);
    }

    [Test]
    public void With_too_few_histories_shares_are_judged_and_means_are_not()
    {
        var answer = CliProcess.Run(Path.GetTempPath(), "verify", "--case", "V01", "-n", "100", "-q", "--format", "csv");

        var verdicts = answer.Out.Trim().Split('\n').Skip(1).Select(line => line.Split(',')[7]);
        Assert.That(verdicts, Is.EqualTo(["too few", "too few", "agrees", "agrees"]));
    }

    [Test]
    public void A_figure_that_is_off_fails_and_the_command_that_repeats_it_is_told()
    {
        var reference = ReferenceCases.Find("V01")!;
        var moments = new CoMoments();
        for (var i = 0; i < 20_000; i++)
        {
            moments.Add(7.1 + (i % 2 == 0 ? 2.646 : -2.646), 0);
        }

        var figure = Judgement.Of(reference.Statistics[0], moments);
        var result = new CaseResult(reference, new(20_000, 9, 2), 0, [figure]);

        Assert.That(figure.Verdict, Is.EqualTo(Verdict.Fails));
        Assert.That(ProofText.Summary([result]).First(), Does.StartWith("1 of 1 figures does not agree"));
        Assert.That(result.Tell(figure), Is.EqualTo(
            "V01-poisson-count mean: 7.1 instead of 7, z = 5.34; "
            + "again: escalate verify --case V01-poisson-count --replications 20000 --seed 9"));
        Assert.That(ExitCode.Crossed, Is.EqualTo(3));
    }
}
