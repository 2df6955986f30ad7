using System.Collections.Immutable;
using Escalation.Language;
using Escalation.Model;
using Escalation.Simulation;
using Escalation.Tests.Support;

namespace Escalation.Tests.Simulation.Random;

/// <summary>Random scenarios are legal, exercise the language, and are neither dull nor wild.</summary>
internal sealed class RandomScenarioTests
{
    private static readonly string[] Phrases =
    [
        "rate: ", "every: ", "at: ", "at: [", "upon: ", "upon: [", "when: ", "if: ", "chance: ", "limits: ", "after: ",
        "unless: ", "pending: ", "cooldown: ", "at_most: ", "within: ", "act: ", "against: ", "times: ", "spaced: ", "with: ",
        "set: ", "add: ", "switch: ", "cancel: all", "cancel: plan", "cancel: way", "note: ", "starts: ", "rests_at: ",
        "half_life: ", "falls: ", "min: ", "max: ", "kind: ", "sponsor: ", "rung: ", "draws: ", "report: ", "attributed: ",
        "from: ", "until: ", "because: ", "nth: ", "ends: true", "at_end: ", "progress: ", "series: ", "start: ",
        "2023-10-20", "levers:", "prior: ", "by me", "by others", "by anyone", "by world", "by band", "by crowd",
        "by my sponsor", "by my proxies", "against me", "against: me", "against: world", "against: my proxies",
        "against: my sponsor", "against: event.actor", "against: event.target", "against: sponsor of event.actor",
        "against: {", "any action", " becomes ", "outcome ", "event.actor.", "event.target.", "event.force", "event.loss",
        "event.mark", "event.rung", "event.attributed", "observer.", "sponsor.", "world.", " is ", " and ", " or ", "not ",
        " + ", " - ", " * ", " / ", " ^ ", " == ", " != ", " < ", " <= ", " > ", " >= ", " per d", " per w", " per h", " d",
        " h", " w", "90 min", "day", "2e-1",
    ];

    [Test]
    public void A_seed_gives_the_same_text_again()
    {
        var texts = Enumerable.Range(1, 50).Select(seed => RandomScenario.Yaml((ulong)seed)).ToList();

        Assert.That(Enumerable.Range(1, 50).Select(seed => RandomScenario.Yaml((ulong)seed)), Is.EqualTo(texts));
        Assert.That(texts.Distinct().Count(), Is.EqualTo(50));
    }

    [Test]
    public void Every_scenario_is_read_without_errors()
    {
        for (var seed = 1UL; seed <= 200; seed++)
        {
            var yaml = RandomScenario.Yaml(seed);

            Assert.That(() => ScenarioRun.Read(yaml), Throws.Nothing, $"seed {seed}");
        }
    }

    [Test]
    public void Together_they_say_all_that_can_be_said()
    {
        var all = string.Concat(TranslationTests.Seeds.Select(RandomScenario.Yaml));
        var calls = Distributions.All.Select(known => known.Name).Concat(Functions.All.Select(known => known.Name));

        Assert.That(
            Phrases.Concat(calls.Select(name => $"{name}(")).Where(text => !all.Contains(text, StringComparison.Ordinal)),
            Is.Empty);
    }

    [Test]
    public void Together_they_have_occasions_effects_measures_and_patterns_of_every_kind()
    {
        var scenarios = TranslationTests.Seeds.Select(seed => ScenarioRun.Read(RandomScenario.Yaml(seed))).ToList();
        var rules = scenarios.SelectMany(scenario => scenario.Actors).SelectMany(actor => actor.Policy).ToList();
        var patterns = rules.Select(rule => rule.Occasion).OfType<UponOccasion>().SelectMany(upon => upon.Patterns).ToList();
        var acts = patterns.OfType<ActPattern>().ToList();

        Assert.Multiple(() =>
        {
            Assert.That(Missing<Occasion>(rules.Select(rule => rule.Occasion)), Is.Empty);
            Assert.That(Missing<Effect>(rules.SelectMany(rule => rule.Do)), Is.Empty);
            Assert.That(Missing<Pattern>(patterns), Is.Empty);
            Assert.That(
                scenarios.SelectMany(scenario => scenario.Measures).Select(measure => measure.Kind).Distinct(),
                Is.EquivalentTo(Enum.GetValues<MeasureKind>()));
            Assert.That(acts.Select(act => act.By.Role).Distinct(), Is.EquivalentTo(Enum.GetValues<Role>()));
            Assert.That(acts.Select(act => act.Against.Role).Distinct(), Is.EquivalentTo(Enum.GetValues<Role>()));
        });
    }

    [Test]
    public void Most_replications_are_long_and_few_end_in_a_fault()
    {
        var tellings = TranslationTests.Seeds
            .Select(seed => Telling.Of(ScenarioRun.Read(RandomScenario.Yaml(seed)), Translation.WhenHot, seed, 4))
            .ToList();
        var count = tellings.Sum(telling => telling.Count);
        var (longs, faults) = (tellings.Sum(telling => telling.LongCount), tellings.Sum(telling => telling.FaultCount));
        var steps = tellings.Sum(telling => telling.Steps) / (count - faults);
        TestContext.Out.WriteLine($"{count} replications, {longs} long, {faults} with a fault; {steps} steps on average");

        Assert.Multiple(() =>
        {
            Assert.That(longs, Is.GreaterThan(0.6 * count));
            Assert.That(faults, Is.LessThan(0.2 * count));
            Assert.That(faults, Is.Positive, "Faults are compared too.");
            Assert.That(
                tellings.SelectMany(telling => telling.DropReasons).Distinct(), Is.EquivalentTo(Enum.GetValues<DropReason>()));
        });
    }

    private static ImmutableArray<string> Missing<T>(IEnumerable<T> found)
    {
        var types = found.Select(one => one!.GetType()).ToHashSet();
        return [.. typeof(T).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(T)) && !types.Contains(type))
            .Select(type => type.Name)];
    }
}
