using System.Text.RegularExpressions;
using Escalation.Tests.Support;

namespace Escalation.Tests.Repository;

/// <summary>The tour of the front page, walked line by line as a new user walks it.</summary>
internal sealed class ReadmeTourTests
{
    private static IEnumerable<string> Tour
    {
        get
        {
            var text = Source.Text("README.md");
            var start = text.IndexOf("## Five minutes", StringComparison.Ordinal);
            var section = text[start..text.IndexOf("\n## ", start + 3, StringComparison.Ordinal)];
            return Regex.Matches(section, "(?m)^escalate ([^#\n]+)").Select(match => match.Groups[1].Value.Trim());
        }
    }

    [Test]
    public void Every_line_of_it_does_its_work()
    {
        using var folder = new SourceFolder();
        Directory.CreateDirectory(folder.At("scenarios"));
        folder.Write("scenarios/first-steps.yaml", Source.Text("scenarios/first-steps.yaml"));
        var lines = Tour.ToList();

        Assert.That(lines, Has.Count.AtLeast(10));
        foreach (var line in lines)
        {
            var answer = CliProcess.Run(folder.Path, line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

            Assert.That(answer.ExitCode, Is.Zero, $"{line}: {answer.Error}");
            Assert.That(answer.Out, Is.Not.Empty, line);
        }
    }

    [Test]
    public void Its_pictures_are_charts_of_the_program_that_say_what_they_show()
    {
        var pages = Source.Text("README.md") + Source.Text("docs/dilemma.md");
        var pictures = Regex.Matches(pages, @"!\[[^\]]+\]\((?:docs/)?(images/[^)]+\.svg)\)")
            .Select(match => match.Groups[1].Value).Distinct().ToList();

        Assert.That(pictures, Has.Count.AtLeast(2));
        foreach (var picture in pictures)
        {
            var svg = System.Xml.Linq.XDocument.Parse(Source.Text($"docs/{picture}")).Root!;
            var lines = svg.Descendants().Where(element => element.Name.LocalName == "g")
                .Count(group => group.Attribute("class")?.Value.StartsWith("m-line", StringComparison.Ordinal) == true);
            Assert.That(svg.Attribute("class")!.Value, Is.EqualTo("escalate-chart"), picture);
            Assert.That(svg.Elements().First().Value, Does.Contain("is least"), picture);
            Assert.That(lines, Is.EqualTo(2), "A line for spirals, one for near wars.");
        }
    }
}
