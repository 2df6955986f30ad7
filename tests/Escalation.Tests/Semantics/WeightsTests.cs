using Escalation.Tests.Support;

namespace Escalation.Tests.Semantics;

/// <summary>Targets chosen by weights.</summary>
internal sealed class WeightsTests
{
    private const string Common = """
        actions: {hit: {}}
        actors:
          a:
            levels: {love: 1, none: 0}
            policy: [{name: go, at: 1 d, do: [{act: hit, times: 1000, against: {WEIGHTS}}]}]
          b: {}
          c: {}
        measures: {at_b: {count: hit against b}, at_c: {count: hit against c}, lost: {dropped: a.go, because: no_target}}

        """;

    [TestCase("b: 1, c: 0", 1000, TestName = "What_weighs_nothing_is_never_chosen")]
    [TestCase("b: 0.001", 1000, TestName = "The_only_one_is_always_chosen")]
    [TestCase("b: 2 * love, c: none", 1000, TestName = "Weights_are_expressions")]
    [TestCase("b: none, c: none", 0, TestName = "Where_all_weigh_nothing_each_act_is_dropped")]
    public void A_thousand_acts_hit(string weights, double expected)
    {
        var story = Story.Of(Common.Replace("WEIGHTS", weights, StringComparison.Ordinal));

        Assert.That(story["at_b"], Is.EqualTo(expected));
        Assert.That(story["lost"], Is.EqualTo(1000 - expected));
    }

    [TestCase("b: 1, c: 1", 0.5)]
    [TestCase("b: 3 * love, c: 1", 0.75)]
    public void Each_act_chooses_by_itself_in_proportion_to_the_weights(string weights, double share)
    {
        var story = Story.Of(Common.Replace("WEIGHTS", weights, StringComparison.Ordinal));

        Assert.That(story["at_b"] + story["at_c"], Is.EqualTo(1000));
        Assert.That(Math.Abs(Statistical.ShareZ(story["at_b"], 1000, share)), Is.LessThan(Statistical.ZBound));
    }

    [Test]
    public void The_world_and_the_doer_of_the_event_are_no_strangers_to_weights()
    {
        var story = Story.Of("""
            actions: {hit: {}, answer: {}}
            actors:
              a: {levels: {guilt: 0}, policy: [{name: go, at: 1 d, do: [{act: hit, with: {size: 2}}]}]}
              b: {policy: [{name: r, upon: hit, do: [{act: answer, against: {world: event.size, a: event.actor.guilt}}]}]}
            """);

        Assert.That(story.Acts, Is.EqualTo(["1 a hit", "1 b answer world"]));
    }
}
