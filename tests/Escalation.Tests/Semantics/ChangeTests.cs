using Escalation.Loading;

namespace Escalation.Tests.Semantics;

/// <summary>The effects <c>set</c>, <c>add</c>, <c>switch</c> and <c>note</c>.</summary>
internal sealed class ChangeTests
{
    [Test]
    public void Set_gives_a_level_a_value_and_add_changes_it_by_one()
    {
        var story = Story.Of("""
            actors:
              a:
                levels: {fear: 1, hope: 1}
                policy: [{name: go, at: 1 d, do: [{set: {fear: 5}}, {add: {hope: 5}}, {add: {hope: -2}}]}]
            measures: {fear: {level: a.fear}, hope: {level: a.hope}}
            """);

        Assert.That(story["fear"], Is.EqualTo(5));
        Assert.That(story["hope"], Is.EqualTo(4));
    }

    [Test]
    public void Later_effects_of_a_rule_see_the_earlier_ones()
    {
        var story = Story.Of("""
            actions: {hit: {}}
            actors:
              a:
                levels: {anger: 0}
                policy: [{name: go, at: 1 d, do: [{act: hit, times: anger}, {set: {anger: 2}}, {act: hit, times: anger}]}]
            """);

        Assert.That(story.Acts, Is.EqualTo(["1 a hit", "1 a hit"]));
    }

    [Test]
    public void Add_starts_from_what_the_level_has_become_by_then()
    {
        var story = Story.Of("""
            actors:
              a:
                levels: {fear: {starts: 8, half_life: 2 d}}
                policy: [{name: go, at: 4 d, do: [{add: {fear: 6}}]}]
            measures: {after: {level: a.fear, at: 4 d}, later: {level: a.fear, at: 6 d}}
            """);

        Assert.That(story["after"], Is.EqualTo(2 + 6).Within(1e-12));
        Assert.That(story["later"], Is.EqualTo(4).Within(1e-12));
    }

    [Test]
    public void Set_may_draw()
    {
        var run = Story.Often("""
            actors:
              a: {levels: {mood: 0}, policy: [{name: go, at: 1 d, do: [{set: {mood: "1 + uniform(low=0, high=1)"}}]}]}
            measures: {mood: {level: a.mood}}
            """);

        Assert.That(run["mood"], Is.All.InRange(1, 2));
        Assert.That(run["mood"], Is.Unique);
    }

    [Test]
    public void Switch_holds_at_once()
    {
        var story = Story.Of("""
            conditions: {truce: {states: [broken, holds], starts: broken}}
            actions: {hit: {}}
            actors:
              a:
                policy:
                  - name: go
                    at: 1 d
                    do: [{switch: {truce: holds}}, {act: hit, times: "if(truce is holds, 1, 5)"}]
            """);

        Assert.That(story.Acts, Is.EqualTo(["1 a hit"]));
    }

    [Test]
    public void A_condition_is_shared_so_that_any_rule_may_switch_it()
    {
        var story = Story.Of("""
            conditions: {truce: {states: [broken, holds], starts: broken}}
            actors:
              a: {policy: [{name: sign, at: 2 d, do: [{switch: {truce: holds}}]}]}
              b: {policy: [{name: tear, at: 5 d, do: [{switch: {truce: broken}}]}]}
            world: {policy: [{name: mend, at: 9 d, do: [{switch: {truce: holds}}]}]}
            measures: {held: {time: truce is holds}}
            """);

        Assert.That(story["held"], Is.EqualTo(3 + 11));
    }

    [Test]
    public void An_actor_cannot_change_the_level_of_another()
    {
        var reading = ScenarioReader.ReadText("story.yaml", Story.Whole("""
            actors:
              a: {levels: {anger: 0}, policy: [{name: go, at: 1 d, do: [{add: {fear: 1}}]}]}
              b: {levels: {fear: 0}}
            """));

        Assert.That(reading.Scenario, Is.Null);
        Assert.That(reading.Diagnostics.Single().Message, Does.Contain("fear"));
    }

    [Test]
    public void A_note_is_a_line_of_the_narration_and_no_act()
    {
        var story = Story.Of("""
            actions: {hit: {}}
            actors:
              a: {policy: [{name: go, at: 1 d, do: [{note: dawn}, {act: hit}, {note: dusk}]}]}
              b: {policy: [{name: hear, upon: any action, do: [{note: heard}]}]}
            """);

        Assert.That(story.Tale, Is.EqualTo(["1 a dawn", "1 a dusk", "1 a hit", "1 b heard"]));
        Assert.That(story["events"], Is.EqualTo(1));
    }
}
