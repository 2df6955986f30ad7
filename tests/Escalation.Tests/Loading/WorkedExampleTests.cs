using Escalation.Language;
using Escalation.Loading;
using Escalation.Model;

namespace Escalation.Tests.Loading;

/// <summary>The worked example of the language, which uses nearly all of it.</summary>
internal sealed class WorkedExampleTests
{
    private static readonly ScenarioReading Reading = ScenarioReader.ReadFile(TestFile.Path("worked-example.yaml"));

    private static Scenario Scenario => Reading.Scenario!;

    [Test]
    public void It_is_read_without_errors_or_warnings()
    {
        Assert.That(Reading.Diagnostics, Is.Empty);
    }

    [Test]
    public void Its_hash_is_that_of_its_bytes()
    {
        var bytes = File.ReadAllBytes(TestFile.Path("worked-example.yaml"));

        Assert.That(
            Reading.Source!.Sha256Hex, Is.EqualTo(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))));
        Assert.That(Reading.Source.Bytes.ToArray(), Is.EqualTo(bytes));
    }

    [Test]
    public void Its_actors_stand_in_file_order_after_the_world()
    {
        Assert.That(
            Scenario.Actors.Select(actor => actor.Name),
            Is.EqualTo(["world", "us", "iran", "israel", "kataib", "nujaba", "syria_militia", "hezbollah"]));
        Assert.That(Scenario.Actors[4].Sponsor, Is.EqualTo(2));
    }

    [Test]
    public void Its_studies_stand_in_file_order_with_their_options() => Assert.That(
        Scenario.Studies.Select(study => $"{study.Title}: {study.Verb} " + string.Join(' ', study.Options.Select(option =>
            $"{option.Name}={string.Join('|', option.Values.Select(value => value.Text))}"))),
        Is.EqualTo(
        [
            "how often: sweep lever=us_response=0:1:21 replications=10000",
            "restraint against hammer: compare case=restraint|hammer replications=20000 seed=7",
            "what matters: sensitivity outcome=spiral points=256 replications=20",
        ]));

    [Test]
    public void A_rule_of_a_kind_is_one_object_for_all_its_actors()
    {
        var first = Scenario.Actors[4].Policy;
        var last = Scenario.Actors[7].Policy;

        Assert.That(first, Has.Length.EqualTo(7));
        Assert.That(first.Zip(last).All(pair => ReferenceEquals(pair.First, pair.Second)));
    }

    [Test]
    public void Levers_come_first_and_have_types_and_ranges()
    {
        var rate = Scenario.Parameters[5];

        Assert.That(Scenario.LeverCount, Is.EqualTo(8));
        Assert.That(
            (rate.Name, rate.Quantity, rate.Value, rate.Low, rate.High),
            Is.EqualTo(("iran_order_rate", Quantity.Rate, 0.02, 0.0, 0.5)));
        Assert.That(Scenario.Parameters[8].Prior!.Text, Is.EqualTo("gamma(mean=0.026 per d, shape=40)"));
    }

    [Test]
    public void A_rule_that_aims_at_the_doer_needs_one()
    {
        var us = Scenario.Actors[1].Policy;

        Assert.That(us.Single(rule => rule.Title == "answer").NeedsDoer);
        Assert.That(us.Single(rule => rule.Title == "feel losses").NeedsDoer, Is.False);
    }

    [Test]
    public void Fields_are_those_of_draws_and_of_with()
    {
        Assert.That(Scenario.FieldNames, Is.EqualTo(["intercepted", "hit", "deaths", "wounded", "officer", "severity"]));
    }

    [Test]
    public void Measures_have_kinds_types_and_what_they_need()
    {
        var deaths = Scenario.Measures.Single(measure => measure.Name == "us_deaths");

        Assert.That(deaths.Kind, Is.EqualTo(MeasureKind.Sum));
        Assert.That(deaths.NeededFields, Is.EqualTo([2]));
        Assert.That(Scenario.Measures.Single(measure => measure.Name == "us_direct").Within!.Text, Is.EqualTo("14 d"));
    }

    [Test]
    public void Formulas_know_their_text_and_place()
    {
        var rate = ((RateOccasion)Scenario.Actors[0].Policy[0].Occasion).Rate;

        Assert.That(rate.Text, Is.EqualTo("1 / 200 d"));
        Assert.That(
            Reading.Source!.Lines[rate.Where.Line - 1].Substring(rate.Where.Column - 1, rate.Where.Length),
            Is.EqualTo("1 / 200 d"));
    }

    [Test]
    public void Targets_and_series_are_read()
    {
        Assert.That(Scenario.Targets.Single(), Has.Property("AtDay").EqualTo(14.0).And.Property("Observed").EqualTo(23.0));
        Assert.That(Scenario.Series!.Of.Select(column => column.Label), Is.EqualTo(["attacks", "us.pressure", "iran.grievance"]));
    }

    [Test]
    public void Five_mistakes_are_all_found_in_one_pass()
    {
        var text = TestFile.Text("worked-example.yaml")
            .Replace("chance: us_response_deadly", "chance: us_respons_deadly", StringComparison.Ordinal)
            .Replace("upon: order by my sponsor", "upon: ordr by my sponsor", StringComparison.Ordinal)
            .Replace("after: gamma(mean=6 d, shape=2)", "after: gamma(mean=6, shape=2)", StringComparison.Ordinal)
            .Replace("starts: raging", "starts: ragin", StringComparison.Ordinal)
            .Replace("ends: true", "end: true", StringComparison.Ordinal);

        var said = ScenarioReader.ReadText("a.yaml", text).Diagnostics;

        Assert.That(said.Select(d => d.Message), Is.EqualTo(
        [
            "condition 'gaza_war' has no state 'ragin'",
            "unknown action 'ordr'",
            "unknown lever 'us_respons_deadly'",
            "a delay is a duration, and this is a number",
            "unknown key 'end' of an outcome",
        ]));
        Assert.That(said.Select(d => d.Where.Line), Is.Ordered);
    }
}
