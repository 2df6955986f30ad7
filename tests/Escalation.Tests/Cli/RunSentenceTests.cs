using Escalation.Cli;
using Escalation.Experiments;
using Escalation.Language;
using Escalation.Model;

namespace Escalation.Tests.Cli;

internal sealed class RunSentenceTests
{
    private static readonly DateTime Start = new(2023, 10, 17);

    [Test]
    public void The_sentence_tells_share_interval_meaning_and_median_day() => Assert.That(
        Sentence(380, "the US and Iran strike each other directly within 14 days", medianDay: 61.2),
        Is.EqualTo("In 3.8 % of 10,000 histories (95 % interval 3.4–4.2 %) the US and Iran strike each other directly "
            + "within 14 days; the median first day is 61."));

    [Test]
    public void With_a_start_the_day_has_a_date() =>
        Assert.That(Sentence(380, "it comes to war", medianDay: 61, Start), Does.EndWith("first day is 61 (2023-12-17)."));

    [Test]
    public void Without_hits_there_is_no_day() => Assert.That(
        Sentence(0, "it comes to war"), Is.EqualTo("In none of 10,000 histories (95 % interval 0–0.04 %) it comes to war."));

    [Test]
    public void All_are_all() => Assert.That(
        Sentence(10_000, "it comes to war.", medianDay: 3),
        Does.StartWith("In all of 10,000 histories (95 % interval 99.96–100 %) it comes to war; "));

    [TestCase("")]
    [TestCase("war")]
    [TestCase("chance of a war")]
    [TestCase("whether it comes to war")]
    [TestCase("war: the worst of all")]
    [TestCase("It comes to war. Nobody wants it.")]
    public void What_is_no_clause_gives_way_to_the_name(string about) =>
        Assert.That(Sentence(380, about), Does.EndWith("(95 % interval 3.4–4.2 %) the outcome 'spiral' comes true."));

    private static string Sentence(int hits, string about, double? medianDay = null, DateTime? start = null)
    {
        var outcome = new Outcome { Name = "spiral", About = about };
        var scenario = new Scenario
        {
            Name = "Test",
            Start = start,
            Horizon = Formula.Of(365, Quantity.Duration),
            Actors = [],
            Outcomes = [outcome],
        };
        return RunSentence.Of(new RunSummary
        {
            Scenario = scenario,
            Replications = 10_000,
            Seed = 1,
            HorizonDays = 365,
            Level = 0.95,
            Outcomes = [new(outcome, ProportionEstimate.Of(hits, 10_000), medianDay)],
            Measures = [],
            Rungs = [],
            Acts = [],
            Drops = [],
            EndedEarly = 0,
            Steps = 0,
        });
    }
}
