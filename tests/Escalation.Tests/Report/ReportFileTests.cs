using System.Text.RegularExpressions;
using Escalation.Tests.Support;

namespace Escalation.Tests.Report;

/// <summary>Charts and report as files, by the program as its users run it.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.Self)]
internal sealed class ReportFileTests : IDisposable
{
    private readonly SourceFolder folder = new();

    public ReportFileTests() => folder.Write("feud.yaml", SourceScenarios.Feud);

    public void Dispose() => folder.Dispose();

    [Test]
    public void A_run_leaves_charts_with_table_and_specification()
    {
        Run("run", "feud.yaml", "-n", "100", "--out", "run");

        var names = Directory.EnumerateFiles(folder.At("run/charts")).Select(file => Path.GetFileName(file)).ToList();
        foreach (var name in new[] { "outcomes", "first-passage" })
        {
            Assert.That(names, Does.Contain(name + ".svg").And.Contain(name + ".csv").And.Contain(name + ".vl.json"));
        }
    }

    [Test]
    public void Charts_have_the_same_bytes_on_any_number_of_threads()
    {
        Run("run", "feud.yaml", "-n", "300", "--threads", "1", "--out", "one");
        Run("run", "feud.yaml", "-n", "300", "--threads", "3", "--out", "three");

        foreach (var file in Directory.EnumerateFiles(folder.At("one/charts")))
        {
            var twin = folder.At("three/charts/" + Path.GetFileName(file));
            Assert.That(File.ReadAllBytes(twin), Is.EqualTo(File.ReadAllBytes(file)), twin);
        }
    }

    [Test]
    public void Whoever_wants_no_report_gets_none()
    {
        Run("run", "feud.yaml", "-n", "100", "--out", "run", "--no-report");

        Assert.That(folder.At("run/report.html"), Does.Not.Exist);
        Assert.That(folder.At("run/charts"), Does.Not.Exist);
    }

    [Test]
    public void One_history_has_no_report_unless_it_is_asked_for()
    {
        Run("run", "feud.yaml", "-n", "1", "--out", "run");
        var before = File.Exists(folder.At("run/report.html"));

        var answer = Run("report", "run");

        Assert.That(before, Is.False);
        Assert.That(answer.Out, Is.EqualTo("Report: run/report.html\n"));
        Assert.That(folder.At("run/report.html"), Does.Exist);
    }

    [Test]
    public void Force_replaces_the_charts_of_the_run_before_and_nothing_else()
    {
        Run("run", "feud.yaml", "-n", "100", "--out", "run");
        File.WriteAllText(folder.At("run/charts/of-another-run.svg"), "");
        File.WriteAllText(folder.At("run/charts/notes.txt"), "mine");

        Run("run", "feud.yaml", "-n", "100", "--out", "run", "--force", "--no-report");

        var left = Directory.EnumerateFiles(folder.At("run/charts")).Select(Path.GetFileName);
        Assert.That(left, Is.EqualTo(new[] { "notes.txt" }));
    }

    [Test]
    public void The_report_is_one_small_file_that_says_the_answer()
    {
        var answer = Run("run", "feud.yaml", "-n", "100", "--out", "run");
        var page = File.ReadAllText(folder.At("run/report.html"));

        Assert.That(page, Has.Length.LessThan(1_500_000));
        Assert.That(Unwrapped(page), Does.Contain(Unwrapped(answer.Out)[..60]));
        Assert.That(Regex.Matches(page, @"(src|href)=""(?!#|data:)"), Is.Empty);
        Assert.That(Regex.Count(page, "<script"), Is.EqualTo(1));
        Assert.That(page, Does.Contain("escalate run feud.yaml -n 100 --out run"));

        static string Unwrapped(string text) => Regex.Replace(text.Replace("&#39;", "'", StringComparison.Ordinal), @"\s+", " ");
    }

    [Test]
    public void What_a_file_says_stays_text()
    {
        const string Nasty = "<script>alert(1)</script> \\\"' & \u202Eevil 🚀 שלום";
        folder.Write("nasty.yaml", SourceScenarios.Feud
            .Replace("\"A feud, told briefly\"", $"\"{Nasty}\"", StringComparison.Ordinal)
            .Replace("three people are hurt", $"\"{Nasty}\"", StringComparison.Ordinal)
            .Replace("chance that an insult is borne", $"\"{Nasty}\"", StringComparison.Ordinal)
            .Replace("[insult, blow]", $"[insult, blow, \"{Nasty}\"]", StringComparison.Ordinal));

        var answer = Run("run", "nasty.yaml", "-n", "100", "--out", "run");
        var page = File.ReadAllText(folder.At("run/report.html"));

        Assert.That(answer.ExitCode, Is.Zero, answer.Error);
        Assert.That(Regex.Count(page, "<script"), Is.EqualTo(1));
        Assert.That(page, Does.Contain("&lt;script&gt;alert(1)&lt;/script&gt;"));

        // Letter by letter: to a comparison of texts, marks of direction are nothing.
        Assert.That(page.Contains('\u202E', StringComparison.Ordinal), Is.False);
    }

    [Test]
    public void Charts_are_listed_and_drawn_one_by_one()
    {
        Run("run", "feud.yaml", "-n", "100", "--out", "run", "--no-report");

        var list = Run("plot", "run", "--list");
        var drawn = Run("plot", "run", "--chart", "outcomes", "--out", "figures");

        Assert.That(list.Out, Does.Match("(?m)^outcomes +\\S").And.Match("(?m)^ecdf-"));
        Assert.That(drawn.Out, Is.EqualTo("figures/charts/outcomes.svg\n"));
        Assert.That(Directory.EnumerateFiles(folder.At("figures/charts")).Count(), Is.EqualTo(3));
    }

    [Test]
    public void An_unknown_chart_is_answered_by_the_nearest()
    {
        Run("run", "feud.yaml", "-n", "100", "--out", "run", "--no-report");

        var answer = Run("plot", "run", "--chart", "outcome");

        Assert.That(answer.ExitCode, Is.EqualTo(2));
        Assert.That(answer.Error, Does.Contain("there is no chart 'outcome'").And.Contain("'outcomes'"));
    }

    [Test]
    public void Several_runs_stand_side_by_side()
    {
        Run("run", "feud.yaml", "-n", "100", "--out", "a", "--no-report");
        Run("run", "feud.yaml", "-n", "100", "--seed", "2", "--out", "b", "--no-report");

        var list = Run("plot", "a", "b", "--list");
        var report = Run("report", "a", "b", "--out", "both.html");
        var again = Run("report", "a", "b", "--out", "both.html");

        Assert.That(list.Out, Does.Match("(?m)^runs-"));
        Assert.That(report.Out, Is.EqualTo("Report: both.html\n"));
        Assert.That(File.ReadAllText(folder.At("both.html")), Does.Contain("Side by side"));
        Assert.That(again.ExitCode, Is.EqualTo(1), "No file is replaced.");
    }

    [Test]
    public void Png_is_drawn_where_a_program_can_or_it_is_said_how()
    {
        Run("run", "feud.yaml", "-n", "100", "--out", "run", "--no-report");

        var answer = Run("plot", "run", "--chart", "outcomes", "--png");

        Assert.That(
            File.Exists(folder.At("run/charts/outcomes.png"))
                ? answer.ExitCode == 0
                : answer.ExitCode == 1 && answer.Error.Contains("rsvg-convert", StringComparison.Ordinal),
            answer.Error);
    }

    private CliAnswer Run(params string[] arguments) => CliProcess.Run(folder.Path, arguments);
}
