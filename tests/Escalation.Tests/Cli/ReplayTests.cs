using System.Text.Json;
using Escalation.Tests.Support;

namespace Escalation.Tests.Cli;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ReplayTests : IDisposable
{
    private readonly SourceFolder folder = new();

    public ReplayTests() => folder.Write("feud.yaml", SourceScenarios.Feud);

    public void Dispose() => folder.Dispose();

    [Test]
    public void A_history_is_told_line_by_line_with_rule_and_cause()
    {
        var answer = Replay("feud.yaml", "--replication", "2");

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

    private CliAnswer Replay(params string[] arguments) => CliProcess.Run(folder.Path, ["replay", .. arguments]);
}
