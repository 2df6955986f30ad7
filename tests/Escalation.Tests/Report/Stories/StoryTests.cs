using System.Text.RegularExpressions;
using Escalation.Report;
using Escalation.Report.Stories;
using Escalation.Simulation;
using Escalation.Tests.Support;

namespace Escalation.Tests.Report.Stories;

internal sealed class StoryTests
{
    private static readonly Story Smoke = Story.Of(SourceHistories.Of(SourceHistories.Smoke));

    private static IEnumerable<string> Scenarios => Source.Files("scenarios", "*.yaml");

    [TestCase("north does raid against south with hurt 2, all else 0, at the time that was set (rule 'come at night').")]
    [TestCase("south learns of #1, the raid against south, 6 hours later, but not by whom.")]
    [TestCase("south decides to act in 36 hours, because of #1, the raid by north 6 hours before (rule 'answer').")]
    [TestCase("south does reply against north with hurt 0.25, as decided in #3 36 hours before (rule 'answer').")]
    [TestCase("south switches truce from holds to broken, as decided in #3 36 hours before (rule 'answer').")]
    [TestCase("anger of north rises from 1 to 1.5 and hope falls from 5 to 3, because of #8, the reply by south at that moment "
        + "(rule 'regret').")]
    [TestCase("north notes 'smoke, everywhere.', because of #8, the reply by south at that moment (rule 'regret').")]
    [TestCase("south does rumour, because truce became broken in #7 at that moment (rule 'whisper').")]
    [TestCase("south does rumour, because 'day >= 19 d' came true (rule 'despair').")]
    [TestCase("The outcome feud is reached: both sides have shed blood, because of #8, the reply by south against north at that "
        + "moment.")]
    [TestCase("The outcome over is reached, with the passing of time.")]
    public void A_sentence_says_who_did_what_to_whom_and_why(string sentence) =>
        Assert.That(Smoke.Lines.Select(line => line.Sentence), Does.Contain(sentence));

    [Test]
    public void A_line_has_day_actor_rung_number_and_cause()
    {
        var reply = Smoke.Lines.First(line => line.Sentence.StartsWith("south does reply", StringComparison.Ordinal));

        Assert.That(
            (reply.Day, reply.Date, reply.Actor, reply.Rung, reply.Number, reply.Cause),
            Is.EqualTo((3.75, (DateTime?)null, "south", "shot", 8, 3)));
    }

    [Test]
    public void A_scenario_with_a_start_has_dates()
    {
        var story = Story.Of(SourceHistories.Of(SourceScenarios.Feud, replication: 2));

        var first = story.Lines[0];
        Assert.That(first.Date, Is.EqualTo(new DateTime(2023, 10, 17, 0, 0, 0, DateTimeKind.Unspecified).AddDays(first.Day)));
    }

    [Test]
    public void The_ending_names_what_came_true_and_what_did_not() => Assert.That(
        Smoke.Ending,
        Is.EqualTo("The history ends on day 20. Come true: feud, furious and over. Not come true: bliss. In the end: raids 0, "
            + "replies 2, anger 2 and worst 2."));

    [Test]
    public void The_finding_is_the_first_outcome_or_the_highest_rung()
    {
        Assert.That(Smoke.Finding, Is.EqualTo("History 0: both sides have shed blood on day 3.8"));
        Assert.That(
            Story.Of(SourceHistories.Of(SourceScenarios.Feud)).Finding,
            Is.EqualTo("History 0: it goes up to 'blow', first by montague on day 2.2"));
    }

    [Test]
    public void Changes_that_look_alike_are_told_with_as_many_digits_as_tell_them_apart()
    {
        var text = SourceHistories.Smoke.Replace("{add: {anger: 0.5}}", "{add: {anger: 0.00002}}", StringComparison.Ordinal);

        var story = Story.Of(SourceHistories.Of(text));

        Assert.That(story.Lines.Select(line => line.Sentence), Has.Some.StartsWith("anger of north rises from 1 to 1.00002 and"));
    }

    [Test]
    public void A_history_that_fails_is_told_up_to_the_fault_and_has_no_ending()
    {
        var program = SourceScenarios.Compile(SourceScenarios.Fragile);
        var number = Enumerable.Range(0, 1_000).First(number => History.Of(program, 1, number).Fault is not null);

        var story = Story.Of(History.Of(program, 1, number));

        Assert.That(story.Ending, Is.Null);
        Assert.That(story.Finding, Does.EndWith("it ends in a fault"));
    }

    [Test]
    public void Every_act_is_told_once_and_no_cause_comes_after_its_effect(
        [ValueSource(nameof(Scenarios))] string path, [Values(0, 7)] long replication)
    {
        var history = SourceHistories.OfFile(path, replication);

        var story = Story.Of(history);

        var told = story.Lines.ToDictionary(line => line.Number);
        var acts = history.Entries.Where(entry => entry.Kind == TraceKind.Act).ToList();
        foreach (var act in acts)
        {
            Assert.That(told[act.Id].Sentence, Does.Contain($" does {history.Program.Scenario.Actions[act.Action].Name}"));
        }

        Assert.That(story.Lines.Count(line => Regex.IsMatch(line.Sentence, @"^\w+ does ")), Is.EqualTo(acts.Count));
        Assert.That(story.Lines.Select(line => line.Number), Is.Ordered.And.Unique);
        Assert.That(story.Lines.Select(line => line.Day), Is.Ordered);
        Assert.That(history.Entries.Where(entry => entry.Cause >= entry.Id), Is.Empty);
        Assert.That(story.Lines.Where(line => line.Cause > 0 && !told.ContainsKey(line.Cause)), Is.Empty);
    }
}
