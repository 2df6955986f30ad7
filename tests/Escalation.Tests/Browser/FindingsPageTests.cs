using System.Text.Json.Nodes;
using Escalation.Tests.Support;

namespace Escalation.Tests.Browser;

/// <summary>The reports of experiments in a real browser.</summary>
internal sealed class FindingsPageTests
{
    private static readonly string[][] Experiments =
    [
        ["sweep", "feud.yaml", "--lever", "restraint=0:1:5", "-n", "100", "--out", "curve"],
        ["sweep", "feud.yaml", "--lever", "restraint=0,1", "--lever", "temper=0.1 per d,1 per d", "-n", "100", "--out", "map"],
        ["compare", "feud.yaml", "--set", "restraint=0.1", "--case", "saints", "-n", "100", "--out", "compare"],
        ["sensitivity", "feud.yaml", "--input", "restraint", "--input", "temper", "--points", "64", "--out", "sensitivity"],
        ["discover", "feud.yaml", "--input", "restraint", "--input", "temper", "--points", "500", "--out", "discover"],
    ];

    private Chromium? browser;
    private string folder = "";

    private static IEnumerable<string> Pages => Experiments.Select(command => command[^1]);

    [OneTimeSetUp]
    public async Task Do_the_experiments()
    {
        if (Chromium.Program is not { } program)
        {
            Assert.Ignore("There is no Chromium on the path: pages were not looked at. On Debian: apt-get install chromium.");
            return;
        }

        folder = Directory.CreateTempSubdirectory("escalate-findings-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "feud.yaml"), SourceScenarios.Feud);
        foreach (var command in Experiments)
        {
            var answer = CliProcess.Run(folder, [.. command, "-q"]);
            Assert.That(answer.ExitCode, Is.Zero, answer.Error);
        }

        browser = await Chromium.Start(program);
    }

    [OneTimeTearDown]
    public async Task Clean_up()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public async Task A_page_is_whole_at_any_width_by_day_and_by_night(
        [ValueSource(nameof(Pages))] string experiment, [Values(360, 1400)] int width, [Values] bool isDark)
    {
        var page = await browser!.Open(Path.Combine(folder, experiment, "report.html"), width, isDark);

        var boxes = (JsonArray)(await page.Evaluate("""
            [...document.querySelectorAll('figure svg')]
              .map(svg => svg.getBoundingClientRect()).map(box => Math.min(box.width, box.height))
            """))!;
        Assert.That(boxes.Select(box => box!.GetValue<double>()).ToList(), Is.Not.Empty.And.All.GreaterThan(30));
        await PageChecks.AssertQuiet(page);
    }

    [TestCaseSource(nameof(Pages))]
    public async Task Who_cannot_see_or_point_can_use_it(string experiment) => await PageChecks.AssertUsable(
        await browser!.Open(Path.Combine(folder, experiment, "report.html"), 800, isDark: true));
}
