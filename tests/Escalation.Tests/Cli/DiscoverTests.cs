using System.Globalization;
using Escalation.Tests.Support;

namespace Escalation.Tests.Cli;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.Self)]
internal sealed class DiscoverTests : IDisposable
{
    /// <summary>War comes with a chance of 80 % where provocation is above 0.7 and control below 0.4, else with 2 %.</summary>
    private const string Planted = """
        escalation: 1
        name: Planted
        horizon: 1 d
        uncertainties:
          control: {prior: "uniform(low=0, high=1)"}
          provocation: {prior: "uniform(low=0, high=1)"}
          weather: {prior: "uniform(low=0, high=1)"}
        actions: {strike: {}}
        actors:
          hawk:
            policy:
              - name: strike
                at: 0.5 d
                chance: "if(provocation > 0.7 and control < 0.4, 0.8, 0.02)"
                do: [{act: strike}]
        measures: {strikes: {count: strike}}
        outcomes: {war: {when: strikes >= 1, about: the hawk strikes}, never: {when: strikes >= 2}}

        """;

    private readonly SourceFolder folder = new();

    public DiscoverTests() => folder.Write("planted.yaml", Planted);

    public void Dispose() => folder.Dispose();

    [Test]
    public void A_planted_box_is_found_and_told_in_words()
    {
        var answer = Run("--points", "4000", "--out", "run");

        Assert.That(answer.ExitCode, Is.Zero, answer.Error);
        Assert.That(answer.Out, Does.Match(
            @"^The hawk strikes where control < 0\.(39|4)\d* and provocation > 0\.(69|7)\d*: 8\d % of the cases, "
            + @"in 1[23] % of the futures; there it happens in (7\d|8\d) %, elsewhere in [12](\.\d)? %\.\n"));
        Assert.That(Cell("control", "high"), Is.EqualTo(0.4).Within(0.01));
        Assert.That(Cell("provocation", "low"), Is.EqualTo(0.7).Within(0.01));
        Assert.That(Cell("control", "density"), Is.EqualTo(0.8).Within(0.06));
        Assert.That(Cell("control", "limited_again"), Is.EqualTo(1));
        Assert.That(File.ReadLines(folder.At("run", "boxes.csv")).Count(), Is.EqualTo(3), "Weather has no limit.");
        Assert.That(folder.At("run", "charts", "peeling-war.svg"), Does.Exist);
        Assert.That(folder.At("run", "charts", "box-war.svg"), Does.Exist);
    }

    [Test]
    public void Several_histories_a_future_find_it_too()
    {
        Run("--points", "500", "--replications", "10", "--out", "run");

        Assert.That(Cell("control", "high"), Is.EqualTo(0.4).Within(0.03));
    }

    [Test]
    public void Where_nothing_tells_the_outcome_that_is_said() => Assert.That(
        Run("--outcome", "never", "--points", "200").Out,
        Does.StartWith("never comes true in 0 % of the histories, and no limits to what was varied hold it"));

    [Test]
    public void Any_number_of_threads_gives_the_same_bytes()
    {
        Run("--points", "1000", "--threads", "1", "--out", "one");
        Run("--points", "1000", "--threads", "4", "--out", "four");

        foreach (var name in new[] { "boxes.csv", "peeling.csv", "futures.csv", "summary.json" })
        {
            Assert.That(File.ReadAllBytes(folder.At("four", name)), Is.EqualTo(File.ReadAllBytes(folder.At("one", name))), name);
        }
    }

    private CliAnswer Run(params string[] arguments) =>
        CliProcess.Run(folder.Path, ["discover", "planted.yaml", .. arguments]);

    private double Cell(string input, string column)
    {
        var lines = File.ReadAllLines(folder.At("run", "boxes.csv")).Select(line => line.Split(',')).ToList();
        var row = lines.Single(cells => cells[1] == input);
        return double.Parse(row[Array.IndexOf(lines[0], column)], CultureInfo.InvariantCulture);
    }
}
