using System.Globalization;
using Escalation.Experiments;
using Escalation.Tests.Support;

namespace Escalation.Tests.Cli;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.Self)]
internal sealed class BacktestTests : IDisposable
{
    /// <summary>Raids at a constant rate, and ten weeks of them.</summary>
    private const string Steady = """
        escalation: 1
        name: Steady
        start: 2023-01-02
        horizon: 70 d
        uncertainties:
          tempo: {value: 1 per d, prior: "gamma(mean=1 per d, shape=2)"}
        actions: {raid: {}}
        actors: {band: {policy: [{name: raid, rate: tempo, do: [{act: raid, against: post}]}]}, post: {}}
        measures: {raids: {count: raid}}
        outcomes: {many: {when: raids >= 60, about: sixty raids}}
        targets:
          weeks: {of: raids, csv: weeks.csv, noise: poisson}
          sixty: {of: many, at: 65 d, observed: 1}

        """;

    private static readonly long[] Weeks = [6, 9, 4, 7, 8, 5, 7, 10, 3, 6];

    private readonly SourceFolder folder = new();

    public BacktestTests()
    {
        folder.Write("steady.yaml", Steady);
        folder.Write("weeks.csv", "day,raids\n" + string.Concat(Weeks.Select((count, week) => $"{7 * (week + 1)},{count}\n")));
    }

    public void Dispose() => folder.Dispose();

    [Test]
    public void Naive_forecasts_know_the_counts_before_and_nothing_else()
    {
        var answer = Run("--until", "42 d", "--out", "run");

        Assert.That(answer.ExitCode, Is.Zero, answer.Error);
        var constant = NaiveForecast.ConstantRate(Weeks.AsSpan(0, 6));
        var last = NaiveForecast.LastWindow(Weeks.AsSpan(0, 6));
        var later = Weeks[6..];
        Assert.That(Score("constant rate", "log"), Is.EqualTo(later.Average(constant.LogScore)).Within(1e-12));
        Assert.That(Score("constant rate", "crps"), Is.EqualTo(later.Average(constant.Crps)).Within(1e-12));
        Assert.That(Score("last window", "log"), Is.EqualTo(later.Average(last.LogScore)).Within(1e-12));
        Assert.That(folder.At("run", "charts", "forecast-weeks.svg"), Does.Exist);
        Assert.That(folder.At("run", "charts", "pit-counts.svg"), Does.Exist);
    }

    [Test]
    public void A_model_that_is_a_constant_rate_forecasts_as_the_naive_one_does()
    {
        // The posterior is nearly that of the naive forecast: Gamma(2 + 39, 2 + 42) beside Gamma(39.5, 42) of six weeks.
        Run("--until", "2023-02-13", "--out", "run", "--particles", "2000");

        Assert.That(Score("model", "log"), Is.EqualTo(Score("constant rate", "log")).Within(0.05));
        Assert.That(Score("prior", "log"), Is.GreaterThan(Score("model", "log")));
        var mean = Rows("forecasts.csv").First(row => row[4] == "model");
        Assert.That(double.Parse(mean[5], CultureInfo.InvariantCulture), Is.EqualTo(7 * 41 / 44.0).Within(0.3));
    }

    [Test]
    public void An_outcome_that_came_is_scored_by_the_chance_that_it_was_given()
    {
        Run("--until", "42 d", "--out", "run");

        var row = Rows("outcomes.csv")[1];
        var share = double.Parse(row[2], CultureInfo.InvariantCulture);
        Assert.That((row[0], row[1]), Is.EqualTo(("sixty", "1")));
        Assert.That(share, Is.InRange(0.3, 0.8));
        Assert.That(double.Parse(row[7], CultureInfo.InvariantCulture), Is.EqualTo(Math.Pow(1 - share, 2)).Within(1e-3));
    }

    [Test]
    public void Any_number_of_threads_leaves_the_same_bytes()
    {
        Run("--until", "42 d", "--particles", "200", "--threads", "1", "--out", "one");
        Run("--until", "42 d", "--particles", "200", "--threads", "3", "--out", "three");

        foreach (var path in Directory.GetFiles(folder.At("one"), "*.csv").Append(folder.At("one", "summary.json")))
        {
            var name = Path.GetFileName(path);
            Assert.That(File.ReadAllBytes(folder.At("three", name)), Is.EqualTo(File.ReadAllBytes(path)), name);
        }
    }

    [TestCase("5 d", "--until: no target lies before this time, so there is nothing to fit")]
    [TestCase("70 d", "--until: no count or outcome with a time lies after it, so there is nothing to score")]
    [TestCase("soon", "--until: 'soon' is no time; write a duration since the start, '14 d', or a date, '2023-10-31'")]
    public void A_wrong_time_is_answered_with_how_to_mend_it(string until, string message)
    {
        var answer = Run("--until", until);

        Assert.That(answer.ExitCode, Is.EqualTo(2));
        Assert.That(answer.Error, Does.Contain(message));
    }

    private CliAnswer Run(params string[] arguments) => CliProcess.Run(folder.Path, ["backtest", "steady.yaml", .. arguments]);

    private List<string[]> Rows(string name) =>
        [.. File.ReadAllLines(folder.At("run", name)).Select(line => line.Split(','))];

    private double Score(string forecaster, string kind) => double.Parse(
        Rows("scores.csv").Single(row => row[0] == forecaster && row[1] == kind)[3], CultureInfo.InvariantCulture);
}
