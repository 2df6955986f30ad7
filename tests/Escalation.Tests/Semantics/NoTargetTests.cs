namespace Escalation.Tests.Semantics;

/// <summary>An act that aims at the target of an event that had none.</summary>
internal sealed class NoTargetTests
{
    private const string Common = """
        actions: {hit: {}, answer: {}}
        actors:
          a: {policy: [{name: go, at: 1 d, do: [{act: hit}]}]}
          b:
            policy:
              - {name: r, upon: hit, IF do: [{note: executed}, {act: answer, against: event.target, times: 3}]}
        """;

    [Test]
    public void A_missing_target_of_the_event_is_dropped_for_each_act_and_other_effects_happen()
    {
        var story = Story.Of(Common.Replace("IF", "", StringComparison.Ordinal));

        Assert.That(story.Notes, Is.EqualTo(["1 b executed"]));
        Assert.That(story.Drops, Is.EqualTo(["1 b.r no_target", "1 b.r no_target", "1 b.r no_target"]));
    }

    [Test]
    public void If_is_asked_before_a_target_is_looked_for()
    {
        var story = Story.Of(Common.Replace("IF", "if: 0,", StringComparison.Ordinal));

        Assert.That(story.Drops, Is.EqualTo(["1 b.r if"]));
    }
}
