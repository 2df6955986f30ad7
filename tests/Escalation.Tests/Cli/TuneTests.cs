using System.Globalization;
using System.Text.Json;
using Escalation.Tests.Support;

namespace Escalation.Tests.Cli;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.Self)]
internal sealed class TuneTests : IDisposable
{
    /// <summary>Costs are least at effort 0.6 for the careful: 1 + (effort − 0.6)², and higher for all others; harm falls with
    /// effort.</summary>
    private const string Costs = """
        escalation: 1
        name: Costs
        horizon: 1 d
        levers:
          effort: {value: 0.1, range: [0, 1]}
          manner: {value: rash, choices: [rash, careful, timid]}
        actions: {work: {draws: {cost: "(effort - 0.6) ^ 2 + if(manner is careful, 1, 1.5) + normal(mean=0, sd=0.3)"}}}
        actors:
          somebody:
            policy:
              - {name: work, at: 0.5 d, do: [{act: work}]}
              - {name: slip, at: 0.6 d, chance: 1 - effort, do: [{act: work}]}
        measures:
          cost: {max: cost, of: work, until: 0.5 d}
          works: {count: work}
        outcomes: {harm: {at_end: works > 1, about: somebody slips}}
        objectives: {price: mean(cost), ease: {maximise: 1 - mean(cost)}}

        """;

    private readonly SourceFolder folder = new();

    public TuneTests() => folder.Write("costs.yaml", Costs);

    public void Dispose() => folder.Dispose();

    [Test]
    public void The_best_policy_is_found_over_ranges_and_choices_and_told_with_what_was_before()
    {
        var answer = Run("--budget", "30000", "-n", "2000", "--out", "run");

        Assert.That(answer.ExitCode, Is.Zero, answer.Error);
        Assert.That(answer.Out, Does.Match(
            @"^price is least at effort = 0\.[56]\d*, manner = careful: 1\.?\d* \(95 % interval [\d.]+ to [\d.]+\) on 2,000 "
            + @"fresh histories\. At effort = 0\.1, manner = rash, as it was, it is 1\.7\d*: −0\.7\d* \(−0\.\d+ to −0\.\d+\), on "
            + @"the same luck\.\n"));
        Assert.That(Number("judged.csv", 1, "effort"), Is.EqualTo(0.6).Within(0.05));
        Assert.That(Number("judged.csv", 1, "estimate"), Is.EqualTo(1).Within(0.05));
        Assert.That(answer.Out, Does.Contain("the search had flattered it by"));
        Assert.That(folder.At("run", "charts", "candidates.svg"), Does.Exist);
        Assert.That(folder.At("run", "report.html"), Does.Exist);
        Assert.That(Manifest("run").GetProperty("complete").GetBoolean());
    }

    [Test]
    public void What_is_maximised_is_told_as_it_was_asked()
    {
        var answer = Run("--levers", "manner", "--minimise", "harm_", "--budget", "5000");
        Assert.That(answer.ExitCode, Is.EqualTo(2));
        Assert.That(answer.Error, Does.Contain("--minimise harm_: the scenario has no objective 'harm_'; it has price, ease"));

        answer = Run("--levers", "manner", "--maximise", "ease", "--budget", "5000", "-n", "1000");
        Assert.That(answer.Out, Does.Match(@"^ease is greatest at manner = careful: −?-?0\.2\d* "));
    }

    [Test]
    public void A_constraint_moves_the_best_policy()
    {
        var answer = Run(
            "--levers", "effort", "--minimise", "price", "--subject-to", "probability(harm) <= 0.2", "--budget", "30000",
            "-n", "3000", "--out", "run");

        Assert.That(answer.Out, Does.Contain(" It keeps what it is subject to"));
        Assert.That(Number("judged.csv", 1, "effort"), Is.EqualTo(0.8).Within(0.04));
    }

    [Test]
    public void Two_objectives_make_a_front()
    {
        var answer = Run(
            "--levers", "effort", "--minimise", "price,probability(harm)", "--budget", "30000", "-n", "2000", "--out", "run");

        Assert.That(answer.ExitCode, Is.Zero, answer.Error);
        Assert.That(answer.Out, Does.Match(@"^\d+ policies are beaten by none in both price and probability\(harm\)\."));
        var front = Rows("front.csv").Where(row => row[0].StartsWith("front", StringComparison.Ordinal))
            .Select(row => double.Parse(row[1], CultureInfo.InvariantCulture)).ToList();
        Assert.That(front, Is.All.GreaterThan(0.5), "Less effort is worse in both.");
        Assert.That(front.Max(), Is.GreaterThan(0.97));
        Assert.That(folder.At("run", "charts", "front.svg"), Does.Exist);
    }

    [TestCase("price")]
    [TestCase("price,probability(harm)")]
    public void Any_number_of_threads_leaves_the_same_bytes(string objectives)
    {
        string[] tune = ["--levers", "effort", "--minimise", objectives, "--budget", "8000", "-n", "500"];
        Run([.. tune, "--threads", "1", "--out", "one"]);
        Run([.. tune, "--threads", "3", "--out", "three"]);

        foreach (var path in Directory.GetFiles(folder.At("one"), "*.csv").Append(folder.At("one", "summary.json")))
        {
            var name = Path.GetFileName(path);
            Assert.That(File.ReadAllBytes(folder.At("three", name)), Is.EqualTo(File.ReadAllBytes(path)), name);
        }
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Signals are sent by kill.")]
    public void A_search_that_is_killed_goes_on_where_it_was_and_ends_the_same()
    {
        string[] tune = ["--minimise", "price", "--budget", "400000", "-n", "500", "--no-report"];
        Run([.. tune, "--out", "whole"]);
        using (var process = CliProcess.Start(folder.Path, ["tune", "costs.yaml", .. tune, "--threads", "1", "--out", "cut"]))
        {
            while (!Directory.Exists(folder.At("cut", "blocks")) || Directory.GetFiles(folder.At("cut", "blocks")).Length < 3)
            {
                Thread.Yield();
            }

            process.Kill();
            process.WaitForExit();
        }

        var answer = CliProcess.Run(folder.Path, "resume", "cut");

        Assert.That(answer.ExitCode, Is.Zero, answer.Error);
        Assert.That(answer.Error, Does.Match("[1-9][0-9,]* histories were there already"));
        foreach (var name in new[] { "judged.csv", "candidates.csv", "search.csv", "summary.json" })
        {
            Assert.That(File.ReadAllBytes(folder.At("cut", name)), Is.EqualTo(File.ReadAllBytes(folder.At("whole", name))), name);
        }
    }

    [TestCase("--lever effort=0.5", "one value leaves nothing to choose; set it by --set effort=0.5, or give more")]
    [TestCase("--lever effort=0.5,0.5", "--lever effort=0.5,0.5: the value 0.5 is there twice")]
    [TestCase("--lever effort=1:0", "--lever effort=1:0: the range is empty: write the lower end first")]
    [TestCase("--lever effort=0:2", "2 lies outside the range of 'effort', 0 to 1; choose a value inside the range")]
    [TestCase("--lever manner=rash:timid", "it chooses between words: name some, as in 'manner=rash,timid', or none for all")]
    [TestCase("--lever manner=rash,timit", "'timit' is none of the choices of 'manner'; did you mean 'timid'?")]
    [TestCase("--levers effort,effort", "--levers: 'effort' is there twice")]
    [TestCase("--levers efort", "unknown lever or uncertainty 'efort'; did you mean 'effort'?")]
    [TestCase("--minimise cost", "--minimise cost: the scenario has no objective 'cost'; write 'mean(cost)'")]
    [TestCase("--minimise harm", "--minimise harm: the scenario has no objective 'harm'; write 'probability(harm)'")]
    [TestCase("--minimise mean(hram)", "--minimise mean(hram): unknown measure or outcome 'hram'; did you mean 'harm'?")]
    [TestCase("--minimise price --maximise price", "--maximise: 'price' is there twice")]
    [TestCase("--subject-to mean(cost)", "--subject-to mean(cost): a constraint is a comparison; write 'mean(losses) <= 3'")]
    public void A_wrong_request_is_answered_with_how_to_mend_it(string arguments, string message)
    {
        var answer = Run(arguments.Split(' '));

        Assert.That(answer.ExitCode, Is.EqualTo(2));
        Assert.That(answer.Error, Does.Contain(message));
    }

    private CliAnswer Run(params string[] arguments) => CliProcess.Run(folder.Path, ["tune", "costs.yaml", .. arguments]);

    private JsonElement Manifest(string run) =>
        JsonDocument.Parse(File.ReadAllBytes(folder.At(run, "manifest.json"))).RootElement;

    private List<string[]> Rows(string name) =>
        [.. File.ReadAllLines(folder.At("run", name)).Select(line => line.Split(','))];

    private double Number(string name, int row, string column)
    {
        var rows = Rows(name);
        return double.Parse(rows[row][Array.IndexOf(rows[0], column)], CultureInfo.InvariantCulture);
    }
}
