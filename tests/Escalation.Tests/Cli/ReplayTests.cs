using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Escalation.Cli;
using Escalation.Report.Stories;
using Escalation.Tests.Support;

namespace Escalation.Tests.Cli;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.Self)]
internal sealed class ReplayTests : IDisposable
{
    private readonly SourceFolder folder = new();

    public ReplayTests() => folder.Write("feud.yaml", SourceScenarios.Feud);

    public void Dispose() => folder.Dispose();

    [Test]
    public void A_history_is_told_in_sentences_a_line_each_where_nobody_looks()
    {
        var answer = Replay("feud.yaml", "--replication", "2");

        Assert.That(answer.ExitCode, Is.Zero);
        Assert.That(answer.Error, Is.Empty);
        Golden.Check(answer.Out, "story-of-feud.txt");
    }

    [Test]
    public void On_a_terminal_of_60_columns_no_line_is_longer()
    {
        using var answers = new MemoryStream();
        using var terminal = Terminal.OfStreams(answers, Stream.Null, width: 60, isRich: true);

        StoryText.Write(terminal, Story.Of(SourceHistories.Of(SourceHistories.Smoke)));

        var text = Encoding.UTF8.GetString(answers.ToArray());
        Assert.That(text.Split('\n').Select(line => line.Length), Is.All.AtMost(60));
        Golden.Check(text, "story-of-smoke-at-60-columns.txt");
    }

    [Test]
    public void The_complete_list_has_a_line_for_everything_with_rule_and_cause()
    {
        var answer = Replay("feud.yaml", "--replication", "2", "--all");

        Assert.That(answer.ExitCode, Is.Zero);
        Assert.That(answer.Error, Is.Empty);
        Golden.Check(answer.Out, "replay-of-feud.txt");
    }

    [Test]
    public void Dropped_activations_are_told_when_asked_for()
    {
        var without = Replay("feud.yaml", "-k", "2");
        var with = Replay("feud.yaml", "-k", "2", "--all");

        Assert.That(with.Out, Does.Contain("does not act (chance)"));
        Assert.That(without.Out, Does.Not.Contain("does not act"));
    }

    [Test]
    public void Json_tells_the_same_history_with_causes_that_come_before()
    {
        using var history = JsonDocument.Parse(Replay("feud.yaml", "-k", "2", "--json").Out);

        var entries = history.RootElement.GetProperty("entries").EnumerateArray().ToList();
        Assert.That(entries.Select(entry => entry.GetProperty("id").GetInt32()), Is.EqualTo(Enumerable.Range(1, entries.Count)));
        Assert.That(entries.Select(entry => entry.GetProperty("day").GetDouble()), Is.Ordered);
        Assert.That(entries.Select(entry => entry.GetProperty("kind").GetString()), Does.Contain("act").And.Contain("drop"));
        foreach (var entry in entries)
        {
            if (entry.TryGetProperty("cause", out var cause))
            {
                Assert.That(cause.GetInt32(), Is.InRange(1, entry.GetProperty("id").GetInt32() - 1));
            }
        }
    }

    [Test]
    public void The_last_line_agrees_with_the_row_of_the_run()
    {
        CliProcess.Run(folder.Path, "run", "feud.yaml", "-n", "10", "--seed", "9", "--set", "restraint=0.2", "--out", "run");
        var lines = File.ReadAllLines(folder.At("run", "replications.csv"));

        var answer = Replay("feud.yaml", "-k", "7", "--seed", "9", "--set", "restraint=0.2", "--json");

        using var history = JsonDocument.Parse(answer.Out);
        var cells = history.RootElement.GetProperty("row").EnumerateObject().Select(cell => cell.Value);
        var texts = cells.Select(cell => cell.ValueKind == JsonValueKind.Null ? "" : cell.GetRawText());
        Assert.That(string.Join(',', texts.Prepend("7")), Is.EqualTo(lines[8]));
    }

    [Test]
    public void A_history_that_fails_is_told_up_to_the_fault()
    {
        folder.Write("fragile.yaml", SourceScenarios.Fragile);
        var run = CliProcess.Run(folder.Path, "run", "fragile.yaml", "-n", "10000", "--quiet");
        var number = System.Text.RegularExpressions.Regex.Match(run.Error, @"replication (\d+)").Groups[1].Value;

        var answer = Replay("fragile.yaml", "--replication", number);

        Assert.That(answer.ExitCode, Is.EqualTo(1));
        Assert.That(answer.Out, Does.StartWith("Fragile: history"));
        Assert.That(answer.Error, Is.EqualTo(run.Error));
    }

    [Test]
    public void The_timeline_is_written_as_a_file_and_not_over_another()
    {
        var first = Replay("feud.yaml", "-k", "2", "--svg", "feud.svg");
        var second = Replay("feud.yaml", "-k", "2", "--svg", "feud.svg");
        var third = Replay("feud.yaml", "-k", "2", "--svg", "feud.svg", "--force", "--json");

        Assert.That((first.ExitCode, first.Error), Is.EqualTo((0, "Chart: feud.svg\n")));
        Assert.That(XDocument.Load(folder.At("feud.svg")).Root!.Name.LocalName, Is.EqualTo("svg"));
        Assert.That(File.ReadAllText(folder.At("feud.svg")), Does.Contain("History 2: it goes up to &#39;blow&#39;"));
        Assert.That(second.ExitCode, Is.EqualTo(1));
        Assert.That(second.Error, Does.Contain("there already").And.Contain("--force"));
        Assert.That(third.ExitCode, Is.Zero);
        Assert.That(() => JsonDocument.Parse(third.Out), Throws.Nothing);
    }

    [Test]
    public void What_a_hostile_scenario_writes_does_nothing_to_the_terminal()
    {
        var word = new string('w', 200);
        var hostile = SourceScenarios.Feud
            .Replace("name: mock", $"name: \"mock \\e[31m\\u202Egnom 🔥 {word}\"", StringComparison.Ordinal)
            .Replace("about: three people are hurt", "about: \"\\a\\u2066 hurt\"", StringComparison.Ordinal)
            .Replace("do: [{act: blow", "do: [{note: \"\\e]0;title\\a\"}, {act: blow", StringComparison.Ordinal);
        folder.Write("hostile.yaml", hostile);
        using var answers = new MemoryStream();
        using var terminal = Terminal.OfStreams(answers, Stream.Null, width: 60, isRich: true);
        var history = SourceHistories.Of(hostile, replication: 2);

        StoryText.Write(terminal, Story.Of(history));
        var svg = Replay("hostile.yaml", "-k", "2", "--svg", "hostile.svg");

        var text = Encoding.UTF8.GetString(answers.ToArray());
        Assert.That(text, Does.Contain("gnom 🔥"));
        Assert.That(
            (text + svg.Out).EnumerateRunes().Where(rune => rune.Value != '\n').Select(Rune.GetUnicodeCategory),
            Has.None.EqualTo(UnicodeCategory.Control).And.None.EqualTo(UnicodeCategory.Format));
        Assert.That(text.Split('\n').Select(line => line.Length), Is.All.AtMost(60));
        Assert.That(svg.ExitCode, Is.Zero);
        Assert.That(() => XDocument.Load(folder.At("hostile.svg")), Throws.Nothing);
    }

    private CliAnswer Replay(params string[] arguments) => CliProcess.Run(folder.Path, ["replay", .. arguments]);
}
