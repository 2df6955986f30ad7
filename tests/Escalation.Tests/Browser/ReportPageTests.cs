using System.Text.Json.Nodes;
using Escalation.Tests.Support;

namespace Escalation.Tests.Browser;

/// <summary>The report of a run of the seed scenario in a real browser.</summary>
internal sealed class ReportPageTests
{
    private Chromium? browser;
    private string folder = "";

    [OneTimeSetUp]
    public async Task Run_the_seed_scenario()
    {
        if (Chromium.Program is not { } program)
        {
            Assert.Ignore("There is no Chromium on the path: pages were not looked at. On Debian: apt-get install chromium.");
            return;
        }

        folder = Directory.CreateTempSubdirectory("escalate-report-").FullName;
        var scenario = Source.PathOf("scenarios/iraq-syria-2023-10.yaml");
        var run = CliProcess.Run(folder, "run", scenario, "-n", "400", "--out", "run", "-q");
        Assert.That(run.ExitCode, Is.Zero, run.Error);
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

    [TestCase(360, false)]
    [TestCase(360, true)]
    [TestCase(800, false)]
    [TestCase(800, true)]
    [TestCase(1400, false)]
    [TestCase(1400, true)]
    public async Task The_page_is_whole_at_any_width_by_day_and_by_night(int width, bool isDark)
    {
        var page = await Open(width, isDark);

        var boxes = (JsonArray)(await page.Evaluate("""
            [...document.querySelectorAll('figure svg')]
              .map(svg => svg.getBoundingClientRect()).map(box => Math.min(box.width, box.height))
            """))!;
        var ground = await page.Evaluate("getComputedStyle(document.querySelector('figure .ground')).fill");

        Assert.That(boxes.Select(box => box!.GetValue<double>()).ToList(), Has.Count.AtLeast(20).And.All.GreaterThan(30));
        Assert.That(ground!.GetValue<string>() == "rgb(255, 255, 255)", Is.Not.EqualTo(isDark));
        await PageChecks.AssertQuiet(page);
    }

    [Test]
    public void The_page_is_small_enough_to_send() =>
        Assert.That(new FileInfo(Path.Combine(folder, "run", "report.html")).Length, Is.LessThan(1_500_000));

    [Test]
    public async Task The_pointer_finds_the_number_of_a_bar()
    {
        var page = await Open(800, isDark: false);
        var bar = (JsonArray)(await page.Evaluate("""
            (() => { const b = document.querySelector('figure .m-bar rect'); b.scrollIntoView({block: 'center'});
                     const r = b.getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; })()
            """))!;

        // Scrolling hides what was said before; it is told on the next frame.
        await page.Evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        await page.Point(bar[0]!.GetValue<double>(), bar[1]!.GetValue<double>());

        var words = await page.Evaluate("document.querySelector('#tip:not([hidden])')?.textContent ?? ''");
        Assert.That(words!.GetValue<string>(), Does.Match(@"spiral.*\d %"));
    }

    [Test]
    public async Task A_timeline_can_be_looked_at_closely_by_keys_alone()
    {
        var page = await Open(800, isDark: false);
        const string ViewBox = "document.querySelector('.zoom').parentElement.querySelector('svg').getAttribute('viewBox')";
        var whole = (await page.Evaluate(ViewBox))!.GetValue<string>();

        await page.Evaluate("document.querySelector('.zoom button').focus()");
        await page.PressEnter();
        var closer = (await page.Evaluate(ViewBox))!.GetValue<string>();
        await page.Evaluate("document.querySelector('.zoom button[data-act=whole]').focus()");
        await page.PressEnter();

        Assert.That(closer, Is.Not.EqualTo(whole));
        Assert.That((await page.Evaluate(ViewBox))!.GetValue<string>(), Is.EqualTo(whole));
    }

    [Test]
    public async Task The_numbers_of_a_chart_open_below_it()
    {
        var page = await Open(360, isDark: false);

        await page.Evaluate("document.querySelectorAll('figure details').forEach(d => d.open = true)");

        var number = await page.Evaluate("document.querySelector('figure details td').textContent");
        Assert.That(number!.GetValue<string>(), Is.Not.Empty);
        await PageChecks.AssertNoOverflow(page);
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Who_cannot_see_or_point_can_use_it(bool isDark)
    {
        await PageChecks.AssertUsable(await Open(800, isDark));
    }

    private Task<BrowserPage> Open(int width, bool isDark) =>
        browser!.Open(Path.Combine(folder, "run", "report.html"), width, isDark);
}
