using System.Globalization;
using Escalation.Tests.Support;

namespace Escalation.Tests.Cli;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.Self)]
internal sealed class SensitivityTests : IDisposable
{
    /// <summary>A count with the mean 10 a + b, and a third input that does nothing: with a and b even on [0, 1] the variance of
    /// the mean is (100 + 1)/12, of which a has 100/101 and b 1/101, and a history adds a luck of (10 + 1)/2 on
    /// average.</summary>
    private const string Sums = """
        escalation: 1
        name: Sums
        horizon: 1 d
        uncertainties:
          a: {prior: "uniform(low=0, high=1)"}
          b: {prior: "uniform(low=0, high=1)"}
          idle: {prior: "normal(mean=0, sd=1)"}
        actions: {tick: {}}
        actors:
          clock: {policy: [{name: tick, rate: (10 * a + b) per d, do: [{act: tick}]}]}
        measures: {ticks: {count: tick}, first_tick: {first: tick}, thing: {level: idle}}
        outcomes: {many: {when: ticks >= 9}}

        """;

    private readonly SourceFolder folder = new();

    public SensitivityTests() => folder.Write("sums.yaml", Sums);

    public void Dispose() => folder.Dispose();

    [Test]
    public void The_indices_of_a_sum_are_the_shares_of_its_variance_and_luck_has_its_own()
    {
        var answer = Run("--measure", "ticks", "--points", "1024", "--replications", "20", "--out", "run");

        Assert.That(answer.ExitCode, Is.Zero, answer.Error);
        Assert.That(answer.Error, Does.StartWith(
            "escalate: 3 inputs: 30 trajectories × 4 points × 20 histories for Morris, and 1,024 rows × 5 points × 20 histories "
            + "for Sobol': 104,800 histories in all\n"));
        Assert.That(Index("a", "total"), Is.EqualTo(100.0 / 101).Within(0.05));
        Assert.That(Index("a", "first"), Is.EqualTo(100.0 / 101).Within(0.05));
        Assert.That(Index("b", "total"), Is.EqualTo(1.0 / 101).Within(0.01));
        Assert.That(Index("idle", "total"), Is.Zero);
        Assert.That(Index("a", "pawn"), Is.GreaterThan(0.5));
        Assert.That(Index("idle", "pawn"), Is.LessThan(Index("idle", "pawn_of_dummy")));
        Assert.That(Index("a", "variance"), Is.EqualTo(101.0 / 12).Within(0.6));

        // s²/m = 5.5/20 against 101/12.
        Assert.That(Index("a", "noise_share"), Is.EqualTo(0.275 / (0.275 + (101.0 / 12))).Within(0.004));
        Assert.That(answer.Out, Does.Contain("ticks hangs most on a ("));
    }

    [Test]
    public void Every_method_leaves_its_tables_and_charts()
    {
        Run("--measure", "ticks", "--points", "16", "--trajectories", "5", "--replications", "4", "--out", "both");
        Run("--points", "16", "--replications", "4", "--method", "sobol", "--out", "sobol");
        Run("--trajectories", "5", "--replications", "4", "--method", "morris", "--out", "morris");

        Assert.That(Files("both"), Is.SupersetOf(new[]
        {
            "charts/interactions-many.svg", "charts/interactions-ticks.svg", "charts/morris-many.svg", "charts/morris-ticks.svg",
            "charts/tornado-many.svg", "charts/tornado-ticks.svg", "effects.csv", "indices.csv", "points.csv", "report.html",
            "summary.json",
        }));
        Assert.That(Files("sobol"), Has.None.StartsWith("charts/morris").And.None.EqualTo("effects.csv"));
        Assert.That(Files("morris"), Has.None.StartsWith("charts/tornado").And.None.EqualTo("indices.csv"));
    }

    [Test]
    public void Twice_as_many_rows_use_the_first_half_again()
    {
        Run("--points", "64", "--method", "sobol", "--out", "run");

        var answer = Run("--points", "128", "--method", "sobol", "--out", "run");

        Assert.That(answer.Error, Does.Contain("6,400 histories run").And.Contain("6,400 histories were there already"));
    }

    [Test]
    public void Any_number_of_threads_gives_the_same_bytes()
    {
        Run("--points", "32", "--threads", "1", "--out", "one");
        Run("--points", "32", "--threads", "4", "--out", "four");

        foreach (var name in new[] { "indices.csv", "effects.csv", "points.csv", "summary.json" })
        {
            Assert.That(File.ReadAllBytes(folder.At("four", name)), Is.EqualTo(File.ReadAllBytes(folder.At("one", name))), name);
        }
    }

    [Test]
    public void A_measure_that_some_histories_lack_is_told_and_left_out()
    {
        var answer = Run("--measure", "first_tick", "--points", "16", "--out", "run");

        Assert.That(answer.ExitCode, Is.Zero);
        Assert.That(answer.Out, Does.Match("first_tick has no value in [0-9,]+ of the histories"));
    }

    [Test]
    public void The_smallest_design_has_an_answer() => Assert.That(
        Run("--points", "2", "--trajectories", "2", "--replications", "1", "--input", "a").ExitCode, Is.Zero);

    [TestCase("is there twice", "--input", "a", "--input", "a")]
    [TestCase("did you mean 'idle'?", "--input", "idl")]
    [TestCase("write the two ends", "--input", "a=1")]
    [TestCase("the range is empty", "--input", "a=1:1")]
    [TestCase("nothing to vary", "--set", "a=1", "--set", "b=1", "--set", "idle=1")]
    [TestCase("more than fit into memory", "--points", "1000000", "--replications", "1000")]
    [TestCase("--method is one of", "--method", "guess")]
    public void What_cannot_be_done_is_a_usage_error(string message, params string[] arguments)
    {
        var answer = Run(arguments);

        Assert.That(answer.ExitCode, Is.EqualTo(2), answer.Out);
        Assert.That(answer.Error, Does.StartWith("escalate sensitivity: error: ").And.Contain(message));
    }

    private CliAnswer Run(params string[] arguments) =>
        CliProcess.Run(folder.Path, ["sensitivity", "sums.yaml", .. arguments]);

    private IEnumerable<string> Files(string run) => Directory.EnumerateFiles(folder.At(run), "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(folder.At(run), path).Replace('\\', '/'));

    private double Index(string input, string column)
    {
        var lines = File.ReadAllLines(folder.At("run", "indices.csv")).Select(line => line.Split(',')).ToList();
        var row = lines.Single(cells => cells[0] == "ticks" && cells[1] == input);
        return double.Parse(row[Array.IndexOf(lines[0], column)], CultureInfo.InvariantCulture);
    }
}
