using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Escalation.Charts.Svg;

namespace Escalation.Report.Page;

/// <summary>What all pages have around their content: style, script, head, ways to the sections.</summary>
internal static class PageFrame
{
    /// <summary>The whole page.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="lead">What stands below the title; HTML.</param>
    /// <param name="sections">Ids and titles of its sections.</param>
    /// <param name="body">The sections; HTML.</param>
    /// <param name="version">Version of the program.</param>
    public static string Of(
        string title, string lead, ImmutableArray<(string Id, string Title)> sections, string body, string version)
    {
        var (style, script) = (Resource("Page.report.css") + SvgRenderer.StyleSheet, Resource("Page.report.js"));
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));
        var page = new Html().Raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")

            // Nothing is loaded, and no script runs but the one below.
            .Raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; ")
            .Raw($"script-src 'sha256-{hash}'; img-src data:\">\n")
            .Raw("<link rel=\"icon\" href=\"data:,\">\n")
            .Element("title", title)
            .Raw($"<style>{style}</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#content\">To the content</a>\n<header>\n")
            .Element("h1", title)
            .Raw(lead)
            .Raw("<nav aria-label=\"Sections\"><ul>");
        foreach (var (id, name) in sections)
        {
            page.Raw($"<li><a href=\"#{id}\">{name}</a></li>");
        }

        return page.Raw("</ul></nav>\n</header>\n<main id=\"content\">\n").Raw(body)
            .Raw("</main>\n<footer>").Text($"escalate {version}").Raw("</footer>\n")
            .Raw("<div id=\"tip\" hidden></div>\n").Raw($"<script>{script}</script>\n</body>\n</html>\n").ToString();
    }

    private static string Resource(string name)
    {
        using var stream = typeof(PageFrame).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
