using System.Globalization;
using Escalation.Tests.Support;
using Escalation.Tests.Tuning.Robust;

namespace Escalation.Tests.Cli;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.Self)]
internal sealed class RobustTuneTests : IDisposable
{
    private readonly SourceFolder folder = new();

    public RobustTuneTests() => folder.Write("bets.yaml", Bets.Text);

    public void Dispose() => folder.Dispose();

    [TestCase("--robust", "price on average over futures is least at policy = bold: 2\\.\\d+ ", "its regret exceeds")]
    [TestCase("--robust expected", "price on average over futures is least at policy = bold: 2\\.\\d+ ", "its regret exceeds")]
    [TestCase(
        "--robust worst", "price in its worst tenth of futures is least at policy = steady: 4\\.\\d+ ", "policy of the file")]
    [TestCase(
        "--robust regret", "The regret in price is least at policy = hedge: in nine of ten futures it is at most 2 ", "it is 3")]
    public void Each_criterion_names_another_bet(string robust, string start, string then)
    {
        var answer = Run(["--levers", "policy", "--budget", "20000", "--out", "run", .. robust.Split(' ')]);

        Assert.That(answer.ExitCode, Is.Zero, answer.Error);
        Assert.That(answer.Out, Does.Match("^" + start).And.Contain(then).IgnoreCase);
        Assert.That(
            answer.Out, Does.Match(@"worst tenth +(chosen, |)as it was +4\.\d+ "), "Every criterion has its own best policy.");
        var rows = Rows("policies.csv");
        Assert.That(Figure(rows, "expected", "bold"), Is.EqualTo(2.17).Within(0.05));
        Assert.That(Figure(rows, "regret_p90", "bold"), Is.EqualTo(6).Within(1e-9));
        Assert.That(Figure(rows, "regret_p90", "hedge"), Is.EqualTo(2).Within(1e-9));
        Assert.That(Rows("regret.csv"), Has.Count.EqualTo(1 + (3 * 256)));
        Assert.That(Rows("futures.csv"), Has.Count.EqualTo(1 + 256));
        Assert.That(folder.At("run", "charts", "regret.svg"), Does.Exist);
        Assert.That(folder.At("run", "report.html"), Does.Exist);
    }

    [Test]
    public void Where_the_chosen_policy_fails_is_said_in_words()
    {
        var answer = Run("--levers", "policy", "--robust", "--budget", "20000", "--out", "run");

        Assert.That(answer.Out, Does.Match(
            @" Its regret exceeds 0\.\d+ where storm > 0\.[78]\d*: \d+ % of the cases, in (19|20|21) % of the "));
        Assert.That(Rows("boxes.csv")[1][0], Is.EqualTo("storm"));
        Assert.That(folder.At("run", "charts", "failing.svg"), Does.Exist);
    }

    [Test]
    public void Two_objectives_make_a_front_over_futures()
    {
        var answer = Run(
            "--minimise", "price,probability(dear)", "--robust", "worst", "--budget", "60000", "--futures", "64", "--out", "run");

        Assert.That(answer.ExitCode, Is.Zero, answer.Error);
        Assert.That(answer.Out, Does.Match(
            @"^\d+ policies are beaten by none in both worst tenth of price and worst tenth of probability\(dear\)\."));
        Assert.That(answer.Out, Does.Contain("A future is a draw of storm, wind with 16 histories of its own"));
    }

    [Test]
    public void A_goal_that_is_maximised_keeps_its_sign_and_a_threshold_is_counted()
    {
        var answer = Run(
            "--levers", "policy", "--maximise", "gain", "--robust", "--threshold", "-4.7", "--far", "2.5", "--budget", "20000",
            "--out", "run");

        Assert.That(answer.Out, Does.Match(@"^gain on average over futures is greatest at policy = bold: -2\.\d+ "));
        Assert.That(answer.Out, Does.Contain("Near: a regret of at most 2.5."));
        Assert.That(Figure(Rows("policies.csv"), "good_enough", "bold"), Is.EqualTo(0.8).Within(0.02));
        Assert.That(Figure(Rows("policies.csv"), "near_in", "hedge"), Is.EqualTo(1));
    }

    [Test]
    public void Any_number_of_threads_leaves_the_same_bytes_and_what_is_kept_is_not_run_again()
    {
        string[] tune = ["--robust", "regret", "--budget", "10000", "--futures", "64", "--histories-per-future", "8"];
        Run([.. tune, "--threads", "1", "--out", "run"]);
        Run([.. tune, "--threads", "3", "--out", "three"]);
        File.Delete(folder.At("run", "summary.json"));
        var again = CliProcess.Run(folder.Path, "resume", "run");

        Assert.That(again.Error, Does.Contain("s on 1 thread: 0 histories run").And.Contain("were there already"));
        foreach (var path in Directory.GetFiles(folder.At("three"), "*.csv").Append(folder.At("three", "summary.json")))
        {
            var name = Path.GetFileName(path);
            Assert.That(File.ReadAllBytes(folder.At("run", name)), Is.EqualTo(File.ReadAllBytes(path)), name);
        }
    }

    [TestCase("--robust best", "--robust is one of expected, worst, regret, not 'best'")]
    [TestCase(
        "--robust -n 500",
        "--replications: with --robust policies are judged in --futures N, each with --histories-per-future M")]
    [TestCase("--futures 100", "--futures is about futures: write --robust too")]
    [TestCase("--robust regret --minimise price,mean(cost)", "--robust regret goes by one objective: name one by --minimise")]
    [TestCase("--robust --minimise price,mean(cost) --far 1", "--far is about one objective: name one by --minimise")]
    [TestCase("--robust --far much", "--far is a number, such as 0.1 or 10%, not 'much'")]
    [TestCase("--robust --levers effort --input effort", "--input: 'effort' is tuned, and cannot be what nobody knows too")]
    [TestCase("--robust --set storm=0.1 --set wind=0.1", "there is nothing to vary: no uncertainty has a prior that is not set")]
    public void A_wrong_request_is_answered_with_how_to_mend_it(string arguments, string message)
    {
        var answer = Run(arguments.Split(' '));

        Assert.That(answer.ExitCode, Is.EqualTo(2));
        Assert.That(answer.Error, Does.Contain(message));
    }

    private CliAnswer Run(params string[] arguments) => CliProcess.Run(folder.Path, ["tune", "bets.yaml", .. arguments]);

    private List<string[]> Rows(string name) => [.. File.ReadAllLines(folder.At("run", name)).Select(line => line.Split(','))];

    // Columns: policy, the lever, criterion, futures, estimate, …
    private static double Figure(List<string[]> rows, string criterion, string policy) => double.Parse(
        rows.Single(row => row[1] == policy && row[2] == criterion)[4], CultureInfo.InvariantCulture);
}
