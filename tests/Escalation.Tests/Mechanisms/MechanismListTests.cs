using System.Globalization;
using System.Text.RegularExpressions;
using Escalation.Loading;
using Escalation.Model;
using Escalation.Studies.Mechanisms;
using Escalation.Tests.Support;

namespace Escalation.Tests.Mechanisms;

/// <summary>The list has every claim once, and what it says of the scenarios stands there.</summary>
internal sealed class MechanismListTests
{
    private const int Claims = 82;
    private const int MostWordsOfQuote = 15;

    private static IEnumerable<Mechanism> All => MechanismList.All;

    [Test]
    public void Every_claim_is_there_once()
    {
        var ids = Enumerable.Range(1, Claims).Select(number => number.ToString("'M'00", CultureInfo.InvariantCulture));

        Assert.That(All.Select(mechanism => mechanism.Id), Is.EquivalentTo(ids));
    }

    [TestCaseSource(nameof(All))]
    public void A_mechanism_is_named_by_the_item_that_carries_it(Mechanism mechanism)
    {
        var scenario = ScenarioReader.ReadFile(Source.PathOf(mechanism.File)).Scenario!;

        Assert.That(Abouts(scenario, mechanism.Item), Has.Some.Match($@"\b{mechanism.Id}\b"));
    }

    [TestCaseSource(nameof(All))]
    public void A_mechanism_has_a_short_quote_and_an_experiment(Mechanism mechanism)
    {
        var words = Regex.Split(mechanism.Quote, @"\s+");

        Assert.That(words, Has.Length.InRange(1, MostWordsOfQuote));
        Assert.That(mechanism.Experiments, Is.Not.Empty);
    }

    // What the item 'party.title' or 'name' says it is; one rule or level may be that of several actors of a kind.
    private static IEnumerable<string> Abouts(Scenario scenario, string item)
    {
        if (item.Split('.') is [var party, var title])
        {
            var actors = scenario.Actors.Where(actor =>
                actor.Name == party || (actor.Kind >= 0 && scenario.KindNames[actor.Kind] == party));
            return actors.SelectMany(actor => actor.Policy.Where(rule => rule.Title == title).Select(rule => rule.About)
                .Concat(actor.Levels.Where(level => scenario.LevelNames[level.Name] == title).Select(level => level.About)));
        }

        return scenario.Parameters.Select(known => (known.Name, known.About))
            .Concat(scenario.Conditions.Select(known => (known.Name, known.About)))
            .Concat(scenario.Actions.Select(known => (known.Name, known.About)))
            .Concat(scenario.Measures.Select(known => (known.Name, known.About)))
            .Concat(scenario.Outcomes.Select(known => (known.Name, known.About)))
            .Where(known => known.Name == item).Select(known => known.About);
    }
}
