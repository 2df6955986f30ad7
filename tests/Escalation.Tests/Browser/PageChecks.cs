using System.Text.Json.Nodes;
using Escalation.Tests.Support;

namespace Escalation.Tests.Browser;

/// <summary>What holds for every page of the program.</summary>
internal static class PageChecks
{
    private static readonly string AxePath = Source.PathOf("tests/Escalation.Tests/Browser/node_modules/axe-core/axe.min.js");

    /// <summary>Nothing is loaded but the page itself, nothing goes wrong in it, nothing hangs over its edge.</summary>
    internal static async Task AssertQuiet(BrowserPage page)
    {
        var requests = page.Events.Where(one => one.Method == "Network.requestWillBeSent")
            .Select(one => one.Parameters["request"]!["url"]!.GetValue<string>())
            .Where(url => !url.StartsWith("data:", StringComparison.Ordinal)).ToList();
        var complaints = page.Events
            .Where(one => one.Method is "Runtime.exceptionThrown" or "Log.entryAdded" or "Runtime.consoleAPICalled")
            .Select(one => one.Parameters.ToJsonString());

        Assert.That(requests, Has.Count.EqualTo(1));
        Assert.That(requests[0], Does.EndWith("/report.html"));
        Assert.That(complaints, Is.Empty);
        await AssertNoOverflow(page);
    }

    /// <summary>Nobody has to scroll sideways.</summary>
    internal static async Task AssertNoOverflow(BrowserPage page)
    {
        var over = await page.Evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.That(over!.GetValue<double>(), Is.Zero);
    }

    /// <summary>Who cannot see or point can use it, as far as axe-core can tell.</summary>
    internal static async Task AssertUsable(BrowserPage page)
    {
        if (!File.Exists(AxePath))
        {
            Assert.Ignore("axe-core is not there: run 'npm ci' in tests/Escalation.Tests/Browser.");
        }

        await page.Evaluate(await File.ReadAllTextAsync(AxePath) + "; true");
        var found = (JsonArray)(await page.Evaluate("""
            axe.run(document, {resultTypes: ['violations']}).then(r => r.violations
              .filter(v => ['serious', 'critical'].includes(v.impact))
              .map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 120)).join(' | ')))
            """))!;

        Assert.That(found.Select(violation => violation!.GetValue<string>()), Is.Empty);
    }
}
