using System.Globalization;
using Escalation.Tests.Support;

namespace Escalation.Tests.Cli;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.Self)]
internal sealed class SweepTests : IDisposable
{
    private readonly SourceFolder folder = new();

    public SweepTests() => folder.Write("feud.yaml", SourceScenarios.Feud);

    public void Dispose() => folder.Dispose();

    [Test]
    public void The_answer_names_the_least_point_and_shows_all()
    {
        var answer = Run("--lever", "restraint=0:1:5", "--measure", "wounds", "-n", "1000", "--out", "run");

        Assert.That(answer.ExitCode, Is.Zero, answer.Error);
        Golden.Check(answer.Out, "sweep-of-feud.txt");
        Assert.That(Charts("run"), Is.EqualTo(new[] { "sweep-outcomes.svg", "sweep-wounds.svg" }));
    }

    [Test]
    public void The_table_of_points_has_a_row_for_each_result_of_each_point() => Golden.Check(
        Run("--lever", "restraint=0:1:3", "-n", "1000", "--format", "csv").Out, "points-of-feud.csv");

    [Test]
    public void Two_levers_make_a_map()
    {
        Run("--lever", "restraint=0,0.5,1", "--lever", "temper=0.1 per d,0.4 per d", "-n", "100", "--out", "run");

        Assert.That(Charts("run"), Is.EqualTo(new[] { "heat-calm.svg", "heat-war.svg" }));
        Assert.That(File.ReadLines(folder.At("run", "points.csv")).First(), Does.StartWith("point,restraint,temper,result,"));
    }

    [Test]
    public void A_name_alone_goes_over_its_range() => Assert.That(
        Run("--lever", "restraint", "-n", "10", "--format", "csv")
            .Out.Split('\n')[1..^1].Select(line => line.Split(',')[1]).Distinct(),
        Is.EqualTo(new[] { "0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9", "1" }));

    [TestCase("latin")]
    [TestCase("sobol")]
    public void Points_are_spread_over_ranges_and_priors(string design)
    {
        var answer = Run(
            "--lever", "restraint=0.5:1", "--lever", "temper", "--design", design, "--points", "8", "-n", "20", "--out", "run");

        Assert.That(answer.ExitCode, Is.Zero, answer.Error);
        var rows = File.ReadAllLines(folder.At("run", "points.csv"))[1..]
            .Select(line => line.Split(',')).Where(cells => cells[3] == "war").ToList();
        var restraint = rows.Select(cells => Number(cells[1])).Order().ToList();
        Assert.That(
            restraint.Select(value => (int)((value - 0.5) * 16)), Is.EqualTo(Enumerable.Range(0, 8)), "One in each eighth.");
        Assert.That(rows.Select(cells => Number(cells[2])), Is.Unique.And.All.Positive);
        Assert.That(Charts("run"), Is.EqualTo(new[] { "scatter-war-restraint.svg", "scatter-war-temper.svg" }));
    }

    [Test]
    public void More_points_of_sobol_keep_those_that_were_there()
    {
        Run("--lever", "restraint", "--design", "sobol", "--points", "8", "-n", "20", "--out", "run");

        var answer = Run("--lever", "restraint", "--design", "sobol", "--points", "24", "-n", "20", "--out", "run");

        Assert.That(answer.Error, Does.Contain("320 histories run").And.Contain("160 histories were there already"));
    }

    [Test]
    public void The_name_of_an_uncertainty_alone_goes_over_its_prior()
    {
        var values = Run("--lever", "temper", "-n", "10", "--format", "csv")
            .Out.Split('\n')[1..^1].Select(line => Number(line.Split(',')[1])).Distinct().ToList();

        // The sixth of eleven middles is the median of a gamma law of shape 4 and mean 0.2, 3.67206 scales of 0.05.
        Assert.That(values, Has.Count.EqualTo(11).And.Ordered);
        Assert.That(values[5], Is.EqualTo(3.672060748850897 * 0.05).Within(1e-9));
    }

    [TestCase("restraint=0:1", "write from, to and how many")]
    [TestCase("restraint=0:1:1", "'1' is not how many values")]
    [TestCase("restraint=0:1:x", "'x' is not how many values")]
    [TestCase("restraint=0:0:3", "from and to are the same")]
    [TestCase("restraint=0,0", "the value 0 is there twice")]
    [TestCase("restraint=", "restraint")]
    [TestCase("restraint=0:2:3", "range")]
    [TestCase("restrain=0:1:3", "did you mean 'restraint'?")]
    [TestCase("temper=1,2", "temper")]
    [TestCase("=1,2", "unknown lever")]
    public void What_is_no_axis_is_a_usage_error(string lever, string message)
    {
        var answer = Run("--lever", lever);

        Assert.That(answer.ExitCode, Is.EqualTo(2), answer.Out);
        Assert.That(answer.Error, Does.StartWith("escalate sweep: error: --lever").And.Contain(message));
    }

    [Test]
    public void A_lever_twice_is_a_usage_error() => Assert.That(
        Run("--lever", "restraint=0,1", "--lever", "restraint=0.5").Error, Does.Contain("'restraint' is there twice"));

    [Test]
    public void Too_many_points_are_a_usage_error() => Assert.That(
        Run("--lever", "restraint=0:1:2000", "--lever", "temper=0.1 per d:1 per "
            + "d:2000").Error, Does.Contain("more than 100000 points"));

    [Test]
    public void An_unknown_outcome_is_a_usage_error_with_the_nearest_name() => Assert.That(
        Run("--lever", "restraint=0,1", "--outcome", "wor").Error,
        Does.Contain("no outcome 'wor'").And.Contain("did you mean 'war'?"));

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);

    private CliAnswer Run(params string[] arguments) => CliProcess.Run(folder.Path, ["sweep", "feud.yaml", .. arguments]);

    private IEnumerable<string?> Charts(string run) =>
        Directory.GetFiles(folder.At(run, "charts"), "*.svg").Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
