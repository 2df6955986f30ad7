using Escalation.Tests.Support;
using Escalation.Tests.Tuning.Games;

namespace Escalation.Tests.Cli;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.Self)]
internal sealed class TuneSidesTests : IDisposable
{
    private static readonly string[] Small = ["--budget", "3000", "-n", "500", "--no-color"];
    private static readonly string[] Tables =
        ["equilibria.csv", "exploitability.csv", "naive.csv", "rounds.csv", "summary.json", "charts/path.svg"];

    private readonly SourceFolder folder = new();

    public TuneSidesTests()
    {
        folder.Write("inspection.yaml", Source.Text("scenarios/inspection-game.yaml"));
        folder.Write("pennies.yaml", GameScenarios.Of([-1, 1, 1, -1], [1, -1, -1, 1]));
    }

    public void Dispose() => folder.Dispose();

    [Test]
    public void Any_number_of_threads_and_a_second_time_give_the_same_bytes()
    {
        string[] from = ["--sides", "inspector,violator", "--set", "inspect=0.5", "--set", "violate=0.1"];
        var one = Run("inspection.yaml", [.. from, "--threads", "1", "--out", "one"]);
        var three = Run("inspection.yaml", [.. from, "--threads", "3", "--out", "three"]);
        var again = CliProcess.Run(folder.Path, "resume", "three");

        Assert.That((one.ExitCode, three.ExitCode, again.ExitCode), Is.EqualTo((0, 0, 0)), one.Error + three.Error + again.Error);
        Assert.That(again.Error, Does.Contain("0 histories run").And.Contain("were there already"));
        foreach (var name in Tables)
        {
            Assert.That(File.ReadAllBytes(folder.At("three", name)), Is.EqualTo(File.ReadAllBytes(folder.At("one", name))), name);
        }
    }

    [Test]
    public void What_both_come_to_is_said_in_a_sentence()
    {
        var answer = Run("pennies.yaml", "--sides", "row,column", "--out", "run");

        Assert.That(answer.ExitCode, Is.Zero, answer.Error);
        Assert.That(answer.Out, Does.StartWith(
            "Neither row nor column was found to gain by doing something else: row with row_act = one in 50 %, row_act = two in "
            + "50 %; column with column_act = one in 50 %, column_act = two in 50 %. There row_loss is "));
        Assert.That(answer.Out, Does.Contain("they never come to rest: they go round in 4 steps."));
        Assert.That(answer.Out, Does.Contain("Round without end: row_act = one; column_act = "));
        Assert.That(folder.At("run", "report.html"), Does.Exist);
    }

    [TestCase("--sides names two actors", "--sides", "inspector")]
    [TestCase("--sides names two actors", "--sides", "inspector,inspector")]
    [TestCase("--sides inspektor: unknown actor; did you mean 'inspector'?", "--sides", "inspektor,violator")]
    [TestCase("--sides takes the objective of each side from the scenario: leave --minimise out",
        "--sides", "inspector,violator", "--minimise", "violator_loss")]
    [TestCase("--sides violator: it has no lever to tune; write 'by: violator'",
        "--sides", "inspector,violator", "--levers", "inspect")]
    [TestCase("--sides: 'look' is a lever of neither",
        "--sides", "inspector,violator", "--lever", "look=1:2", "--levers", "inspect,violate")]
    public void What_is_wrong_with_the_sides_is_told(string problem, params string[] arguments)
    {
        var answer = Run("inspection.yaml", arguments);

        Assert.That(answer.ExitCode, Is.EqualTo(2), answer.Error);
        Assert.That(answer.Error, Does.Contain(problem));
    }

    [Test]
    public void A_side_without_an_objective_is_told_what_to_write()
    {
        folder.Write("pennies.yaml", Source.Text("scenarios/inspection-game.yaml").Replace(
            "{minimise: mean(cost_of_violator), by: violator}", "mean(cost_of_violator)", StringComparison.Ordinal));

        Assert.That(
            Run("pennies.yaml", "--sides", "inspector,violator").Error,
            Does.Contain("--sides violator: it has no objective; write one with 'by: violator' below objectives, as in "
                + "'loss: {minimise: probability(costly), by: violator}'"));
    }

    private CliAnswer Run(string scenario, params string[] arguments) =>
        CliProcess.Run(folder.Path, ["tune", scenario, .. arguments, .. Small]);
}
