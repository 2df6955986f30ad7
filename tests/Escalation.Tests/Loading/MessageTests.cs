using Escalation.Loading;

namespace Escalation.Tests.Loading;

/// <summary>Every message as a person sees it. The golden file begins with a scenario without mistakes; each case replaces
/// one of its lines (the one with the same key), or adds one, and shows what is said then.</summary>
internal sealed class MessageTests
{
    private const string Golden = "messages.golden.txt";
    private const string Mark = "=== ";

    private static readonly string[] Blocks = TestFile.Text(Golden).Split("\n\n" + Mark);

    private static IEnumerable<TestCaseData> Cases() => Blocks.Skip(1)
        .Select(block => new TestCaseData(block).SetArgDisplayNames(Snippet(block).Split('\n')[0]));

    [TestCaseSource(nameof(Cases))]
    public void A_mistake_is_answered_with_what_where_and_how_to_mend_it(string block)
    {
        Assert.That(Answer(Snippet(block)), Is.EqualTo(block.TrimEnd('\n')));
    }

    [Test]
    public void The_scenario_without_mistakes_has_none()
    {
        Assert.That(ScenarioReader.ReadText("a.yaml", Blocks[0] + "\n").Diagnostics, Is.Empty);
    }

    [Test]
    public void The_golden_file_is_rewritten_on_request_only()
    {
        if (Environment.GetEnvironmentVariable("ESCALATE_GOLDEN") == "update")
        {
            var blocks = Blocks.Skip(1).Select(block => Mark + Answer(Snippet(block)));
            File.WriteAllText(TestFile.Path(Golden), string.Join("\n\n", blocks.Prepend(Blocks[0])) + "\n");
        }

        Assert.That(Blocks, Has.Length.GreaterThan(100));
    }

    // The snippet is what stands before the first line of an answer.
    private static string Snippet(string block)
    {
        var lines = block.Split('\n');
        var own = lines.TakeWhile(line => !line.StartsWith("a.yaml:", StringComparison.Ordinal) && line != "(nothing)");
        return string.Join('\n', own).Trim('\n');
    }

    private static string Answer(string snippet)
    {
        var lines = Blocks[0].Split('\n').ToList();
        foreach (var line in snippet.Split('\n'))
        {
            var key = line[..(line.IndexOf(':', StringComparison.Ordinal) + 1)];
            var index = lines.FindIndex(other => other.StartsWith(key, StringComparison.Ordinal));
            if (index >= 0)
            {
                lines[index] = line;
            }
            else
            {
                lines.Add(line);
            }
        }

        var reading = ScenarioReader.ReadText("a.yaml", string.Join('\n', lines) + "\n");
        var rendered = reading.Diagnostics.Select(diagnostic => DiagnosticText.Render(diagnostic, "a.yaml", reading.Source));
        return string.Join('\n', rendered.DefaultIfEmpty("(nothing)").Prepend(snippet));
    }
}
