using Escalation.Report.Stories;
using Escalation.Simulation;
using Escalation.Tests.Support;

namespace Escalation.Tests.Report.Stories;

internal sealed class ExplanationTests
{
    private static IEnumerable<string> Scenarios => Source.Files("scenarios", "*.yaml");

    [Test]
    public void The_chain_goes_from_the_cause_of_the_outcome_back_to_own_initiative()
    {
        var feud = Explain("feud");

        Assert.That(feud.Day, Is.EqualTo(3.75));
        Assert.That(feud.Chain.ToArray(), Is.EqualTo(new[] { 8, 3, 1 }));
    }

    [Test]
    public void The_grounds_are_the_acts_that_the_measures_of_the_condition_had_counted_until_then()
    {
        var feud = Explain("feud");

        Assert.That(
            feud.Grounds.Select(ground => $"{ground.Name} {ground.Text}: {string.Join(' ', ground.Lines)}"),
            Is.EqualTo(new[] { "raids had counted 2 within 4 d: 1 4", "replies had counted 1: 8" }));
    }

    [Test]
    public void An_outcome_that_is_judged_at_the_end_has_grounds_but_no_cause()
    {
        var furious = Explain("furious");

        Assert.That(furious.IsAtEnd, Is.True);
        Assert.That(furious.Chain, Is.Empty);
        Assert.That(
            furious.Grounds.Select(ground => $"{ground.Name} {ground.Text}: {ground.Count}"),
            Is.EqualTo(new[]
            {
                "north.anger had been changed 2 times: 2", "worst had risen to 2: 1", "truce had been switched once: 1",
            }));
    }

    [Test]
    public void What_fell_out_of_a_window_at_that_very_moment_is_not_counted_any_more()
    {
        var over = Explain("over");

        Assert.That(over.Day, Is.EqualTo(7));
        Assert.That(over.Chain, Is.Empty);
        Assert.That(
            over.Grounds.Select(ground => $"{ground.Name} {ground.Text}: {ground.Count}"),
            Is.EqualTo(new[] { "feud had been reached: 1", "raids counted nothing within 4 d: 0" }));
    }

    [Test]
    public void Of_many_acts_the_latest_are_named_and_all_are_counted()
    {
        var history = SourceHistories.Of(SourceScenarios.Feud.Replace(
            "{when: wounds >= 3", "{when: insults >= 8", StringComparison.Ordinal), replication: 2);
        var insults = history.Entries.Where(entry => entry.Kind == TraceKind.Act && entry.Action == 0).Select(act => act.Id);

        var ground = Explanation.Of(history, 0)!.Grounds.Single();

        Assert.That(ground.Count, Is.EqualTo(8));
        Assert.That(ground.Lines, Is.EqualTo(insults.Take(8).TakeLast(Ground.MostLines)));
    }

    [TestCase("{dropped: south.answer, because: limits}", "probe >= 0", "had counted 1 dropped activation: 1")]
    [TestCase("{first: raid}", "probe >= 0 d", "had come: 1")]
    [TestCase("{last: raid}", "probe >= 0 d", "had last come: 1")]
    [TestCase("{nth: 2, of: raid}", "probe >= 0 d", "had come: 1")]
    [TestCase("{sum: hurt, of: raid}", "probe >= 0", "had added up 4: 2")]
    [TestCase("{sum: taken, of: raid}", "probe >= 0", "had added up nothing: 0")]
    [TestCase("{min: hurt, of: any action}", "probe >= 0", "had sunk to 0.25: 1")]
    [TestCase("{count: raid, at: 2.5 d}", "probe >= 0", "had counted 1: 1")]
    [TestCase("{count: truce becomes broken}", "probe >= 0", "had counted 1: 1")]
    [TestCase("{count: raid, from: 5 d}", "probe >= 0", "counted nothing: 0")]
    public void Every_kind_of_measure_says_what_it_had_counted(string measure, string condition, string words)
    {
        var text = SourceHistories.Smoke
            .Replace("  worst:", $"  probe: {measure}\n  worst:", StringComparison.Ordinal)
            .Replace("bliss: {at_end: replies == 0}", $"bliss: {{at_end: {condition}}}", StringComparison.Ordinal)
            .Replace("after: 36 h", "limits: {pending: 1}\n        after: 36 h", StringComparison.Ordinal);

        var ground = Explain("bliss", text).Grounds.Single();

        Assert.That($"{ground.Text}: {ground.Count}", Is.EqualTo(words));
    }

    [Test]
    public void An_outcome_that_does_not_come_true_has_no_explanation()
    {
        var history = SourceHistories.Of(SourceHistories.Smoke);

        Assert.That(Explanation.Of(history, outcome: 3), Is.Null);
    }

    [Test]
    public void The_first_history_with_an_outcome_is_found()
    {
        var program = SourceScenarios.Compile(SourceScenarios.Feud);
        var first = Enumerable.Range(0, 500)
            .First(number => Escalation.Report.History.Of(program, 3, number).Row[0] > 0);

        Assert.That(Explanation.FirstWith(program, 3, 500, outcome: 0), Is.EqualTo(first));
        Assert.That(Explanation.FirstWith(program, 3, first, outcome: 0), Is.Null);
    }

    [TestCaseSource(nameof(Scenarios))]
    public void Chains_end_in_own_initiative_and_lead_backwards_in_every_scenario(string path)
    {
        foreach (var replication in Enumerable.Range(0, 10))
        {
            var history = SourceHistories.OfFile(path, replication);
            for (var outcome = 0; outcome < history.Program.Scenario.Outcomes.Length; outcome++)
            {
                var explanation = Explanation.Of(history, outcome);
                var chains = explanation is null ? [] : explanation.Grounds.SelectMany(ground => ground.Lines)
                    .Select(line => explanation.ChainTo(line)).Append(explanation.Chain).Where(chain => !chain.IsEmpty);
                foreach (var chain in chains)
                {
                    Assert.That(chain, Is.Ordered.Descending.And.Unique);
                    Assert.That(history.Entries[chain[^1] - 1].Cause, Is.Zero);
                }

                Assert.That(
                    explanation is null,
                    Is.EqualTo(!(history.Row[history.Program.Columns.ToList().FindIndex(column =>
                        column.Kind == ColumnKind.Outcome && column.Index == outcome)] > 0)));
            }
        }
    }

    private static Explanation Explain(string outcome, string text = SourceHistories.Smoke)
    {
        var history = SourceHistories.Of(text);
        var index = history.Program.Scenario.Outcomes.Select(known => known.Name).ToList().IndexOf(outcome);
        return Explanation.Of(history, index)!;
    }
}
