using System.Text.RegularExpressions;
using Escalation.Tests.Support;

namespace Escalation.Tests.Repository;

/// <summary>Files, functions and lines stay small enough to be read.</summary>
internal sealed class SizeTests
{
    private const int MostLines = 400;
    private const int MedianLines = 150;
    private const int MostColumns = 130;
    private const int MostLinesOfFunction = 70;

    private static readonly Regex TypeHead =
        new(@"^\s*((public|internal|private|sealed|static|abstract|readonly|partial)\s+)*(class|record|struct|interface|enum)\b");

    [Test]
    public void No_file_is_longer_than_400_lines()
    {
        var offences = Source.Files("src").Concat(Source.Files("tests"))
            .Select(file => (File: file, Lines: Source.LinesOf(file).Count()))
            .Where(pair => pair.Lines > MostLines);

        Assert.That(offences, Is.Empty);
    }

    [TestCase("src")]
    [TestCase("tests")]
    public void Half_of_the_files_have_at_most_150_lines(string folder)
    {
        var lengths = Source.Files(folder).Select(file => Source.LinesOf(file).Count()).Order().ToList();

        Assert.That(lengths[lengths.Count / 2], Is.AtMost(MedianLines));
    }

    [Test]
    public void No_line_is_wider_than_130_columns()
    {
        var offences = Source.Lines("src").Concat(Source.Lines("tests")).Where(line => line.Text.Length > MostColumns);

        Assert.That(offences, Is.Empty);
    }

    [Test]
    public void No_function_is_longer_than_70_lines()
    {
        var offences = Source.Files("src").Concat(Source.Files("tests")).SelectMany(LongFunctions);

        Assert.That(offences, Is.Empty);
    }

    // The format is enforced by the build, so a function is what stands between a '{' and a '}' that are alone on their lines
    // and equally far in, below a head that is not that of a type. What is inside a function is shorter than it.
    private static IEnumerable<SourceLine> LongFunctions(string file)
    {
        var lines = Source.LinesOf(file).ToList();
        for (var open = 1; open < lines.Count; open++)
        {
            var indent = lines[open].Text.Length - 1;
            if (lines[open].Text.TrimStart() != "{" || indent is not (4 or 8) || IsNoFunction(lines, open, indent))
            {
                continue;
            }

            var end = new string(' ', indent) + "}";
            var close = lines.FindIndex(open, line => line.Text.StartsWith(end, StringComparison.Ordinal));
            if (close - open - 1 > MostLinesOfFunction)
            {
                yield return lines[open - 1];
            }
        }
    }

    // Nor is a table of data that a field begins with.
    private static bool IsNoFunction(List<SourceLine> lines, int open, int indent)
    {
        var head = open - 1;
        while (head > 0 && (lines[head].Text.Length <= indent || lines[head].Text[indent] is ' ' or ')' or '}'))
        {
            head--;
        }

        return TypeHead.IsMatch(lines[head].Text) || lines[head].Text.Contains(" = ", StringComparison.Ordinal);
    }
}
