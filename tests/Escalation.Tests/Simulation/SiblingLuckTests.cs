using Escalation.Tests.Support;

namespace Escalation.Tests.Simulation;

/// <summary>Effects of one rule have luck of their own, which follows from names and not from places.</summary>
internal sealed class SiblingLuckTests
{
    private const int Histories = 50;

    [Test]
    public void Two_spaced_acts_of_one_rule_wait_for_times_of_their_own()
    {
        var run = Run("{act: hit, spaced: exponential(mean=1 d)}, {act: raid, spaced: exponential(mean=1 d)}");

        Assert.That(run["hit_day"].Zip(run["raid_day"]).Where(pair => pair.First == pair.Second), Is.Empty);
    }

    [TestCase("{note: so it begins}, ")]
    [TestCase("{add: {anger: uniform(low=0, high=1)}}, ")]
    [TestCase("{act: raid, times: poisson(mean=2), spaced: exponential(mean=1 d)}, ")]
    public void An_effect_that_is_put_before_others_changes_no_luck_of_theirs(string first)
    {
        const string Others =
            "{act: hit, times: 1 + poisson(mean=2), spaced: exponential(mean=1 d)}, {set: {fear: exponential(mean=3)}}";
        var (without, with) = (Run(Others), Run(first + Others));

        Assert.That(with["hit_day"], Is.EqualTo(without["hit_day"]));
        Assert.That(with["hits"], Is.EqualTo(without["hits"]));
        Assert.That(with["fear"], Is.EqualTo(without["fear"]));
    }

    [Test]
    public void Proxies_that_are_called_like_actions_have_luck_of_their_own()
    {
        var run = ScenarioRun.Of(
            """
            escalation: 1
            name: namesakes
            horizon: 3 d
            actions: {hit: {draws: {force: "uniform(low=0, high=1)"}}, raid: {draws: {force: "uniform(low=0, high=1)"}}}
            actors:
              boss: {policy: [{name: go, at: 1 d, do: [{act: hit, against: my proxies}, {act: raid, against: my proxies}]}]}
              hit: {sponsor: boss}
              raid: {sponsor: boss}
            measures: {one: {sum: force, of: hit against raid}, other: {sum: force, of: raid against hit}}
            outcomes: {x: {at_end: 1}}
            """,
            Histories);

        Assert.That(run["one"].Zip(run["other"]).Where(pair => pair.First == pair.Second), Is.Empty);
    }

    private static ScenarioRun Run(string effects) => ScenarioRun.Of(
        """
        escalation: 1
        name: siblings
        horizon: 100 d
        actions: {hit: {}, raid: {}}
        actors:
          a:
            levels: {anger: 0, fear: 0}
            policy:
              - name: go
                at: 1 d
                do: [EFFECTS]
        measures: {hit: {first: hit}, raid: {first: raid}, hits: {count: hit}, fear: {level: a.fear}}
        outcomes: {x: {at_end: 1}}
        """.Replace("EFFECTS", Quoted(effects), StringComparison.Ordinal),
        Histories);

    // Inside brackets an expression with a comma is quoted.
    private static string Quoted(string effects) =>
        effects.Replace("uniform(low=0, high=1)", "\"uniform(low=0, high=1)\"", StringComparison.Ordinal);
}
