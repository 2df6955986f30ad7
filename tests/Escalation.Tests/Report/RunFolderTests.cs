using Escalation.Report;
using Escalation.Tests.Support;

namespace Escalation.Tests.Report;

/// <summary>A run folder is read back, and what is wrong with one is said.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.Self)]
internal sealed class RunFolderTests : IDisposable
{
    private readonly SourceFolder folder = new();

    public RunFolderTests()
    {
        folder.Write("feud.yaml", SourceScenarios.Feud);
        CliProcess.Run(folder.Path, "run", "feud.yaml", "-n", "200", "--out", "run", "--no-report");
    }

    public void Dispose() => folder.Dispose();

    [Test]
    public void What_a_run_wrote_is_read_back()
    {
        var run = RunData.Read(folder.At("run"));

        Assert.That(run.Replications, Is.EqualTo(200));
        Assert.That(run.Rows.Count, Is.EqualTo(200));
        Assert.That(run.Outcomes[0].Hits, Is.EqualTo(run.Rows[run.Outcomes[0].Name].ToArray().Count(value => value == 1)));
        Assert.That(run.Measures[0].Mean, Is.EqualTo(Present(run, run.Measures[0].Name).Average()).Within(1e-12));
        Assert.That(run.Paths, Is.Not.Empty);
        Assert.That(run.Answer, Does.StartWith("In "));
    }

    [Test]
    public void A_curve_of_first_passage_ends_at_the_share_of_the_outcome()
    {
        var run = RunData.Read(folder.At("run"));
        var chart = new RunFigures(run, start: null).Main.Single(one => one.Name == "first-passage");

        var ends = chart.Layers.Where(layer => layer.Name.Length > 0)
            .ToDictionary(layer => layer.Name, layer => layer.Data[^1].Y);

        foreach (var outcome in run.Outcomes.Where(outcome => ends.ContainsKey(outcome.Name)))
        {
            Assert.That(ends[outcome.Name], Is.EqualTo(outcome.Share).Within(1e-12), outcome.Name);
        }

        Assert.That(ends, Is.Not.Empty);
    }

    [TestCase("manifest.json", "{", "damaged")]
    [TestCase("manifest.json", "{}", "lacks")]
    [TestCase("summary.json", "[]", "lacks")]
    [TestCase("summary.json", null, "no summary.json")]
    [TestCase("replications.csv", "", "no head")]
    [TestCase("replications.csv", "replication,a\n0,x\n", "line 2")]
    [TestCase("replications.csv", "replication,a\n0\n", "line 2")]
    [TestCase("replications.csv", "replication,a\n0,1,2\n", "line 2")]
    [TestCase("replications.csv", null, "replications.csv")]
    [TestCase("series.csv", "series,day\nx,1\n", "line 2")]
    [TestCase("scenario.yaml", "escalation: 1\n", "scenario.yaml")]
    [TestCase("scenario.yaml", null, "scenario.yaml")]
    public void A_damaged_file_is_named_in_one_line(string file, string? content, string expected)
    {
        if (content is null)
        {
            File.Delete(folder.At($"run/{file}"));
        }
        else
        {
            File.WriteAllText(folder.At($"run/{file}"), content);
        }

        var answer = CliProcess.Run(folder.Path, "report", "run");

        Assert.That(answer.ExitCode, Is.EqualTo(1), answer.Error);
        Assert.That(answer.Error, Does.Match(@"^escalate: error: cannot read [^\n]*\n$").And.Contain(expected));
    }

    [TestCase("nowhere", "there is no such folder")]
    [TestCase("feud.yaml", "there is no such folder")]
    [TestCase(".", "no manifest.json")]
    public void What_is_no_run_folder_is_said(string path, string expected)
    {
        var answer = CliProcess.Run(folder.Path, "report", path);

        Assert.That(answer.ExitCode, Is.EqualTo(1));
        Assert.That(answer.Error, Does.Contain(expected));
    }

    [Test]
    public void The_three_histories_are_the_middle_the_nearest_and_the_one_that_came_to_it()
    {
        var run = RunData.Read(folder.At("run"));
        var (came, rungs) = (run.Rows[run.Outcomes[0].Name].ToArray(), run.Rows["highest_rung"].ToArray());

        var chosen = HistoryChoice.Of(run);

        Assert.That(chosen.Select(one => one.Replication), Is.Unique);
        Assert.That(came[chosen[^1].Replication], Is.EqualTo(1));
        var nearest = chosen.Single(one => one.Title.StartsWith("The nearest", StringComparison.Ordinal)).Replication;
        var without = rungs.Where((rung, row) => came[row] != 1 && double.IsFinite(rung));
        Assert.That(rungs[nearest], Is.EqualTo(without.Max()));
        Assert.That(came[nearest], Is.Not.EqualTo(1));
    }

    private static IEnumerable<double> Present(RunData run, string column) => run.Rows[column].ToArray().Where(double.IsFinite);
}
