namespace Escalation.Tests.Semantics;

/// <summary>What actors share by their kind, and what patron and proxy are to each other.</summary>
internal sealed class KindsTests
{
    [Test]
    public void An_actor_has_the_levels_and_the_policy_of_its_kind()
    {
        var story = Story.Of("""
            kinds: {militia: {levels: {zeal: 3}, policy: [{name: go, at: 1 d, if: zeal == 3, do: [{note: went}]}]}}
            actors:
              a: {kind: militia}
              b: {kind: militia}
            """);

        Assert.That(story.Notes, Is.EqualTo(["1 a went", "1 b went"]));
    }

    [Test]
    public void Entries_merge_by_name_and_a_level_of_the_actor_replaces_that_of_the_kind_whole()
    {
        var story = Story.Of("""
            kinds: {militia: {levels: {zeal: 3, fear: {starts: 8, half_life: 2 d}}}}
            actors: {a: {kind: militia, levels: {fear: {starts: 5}, pride: 1}}}
            measures: {zeal: {level: a.zeal}, fear: {level: a.fear}, pride: {level: a.pride}}
            """);

        Assert.That(story["zeal"], Is.EqualTo(3));
        Assert.That(story["fear"], Is.EqualTo(5), "Nothing is left of the half-life.");
        Assert.That(story["pride"], Is.EqualTo(1));
    }

    [Test]
    public void A_rule_of_the_same_title_replaces_that_of_the_kind_in_its_place_and_new_ones_follow()
    {
        var story = Story.Of("""
            kinds:
              militia:
                policy:
                  - {name: one, at: 1 d, do: [{note: kind one}]}
                  - {name: two, at: 1 d, do: [{note: kind two}]}
            actors:
              a:
                kind: militia
                policy:
                  - {name: three, at: 1 d, do: [{note: own three}]}
                  - {name: one, at: 1 d, do: [{note: own one}]}
            """);

        Assert.That(story.Notes, Is.EqualTo(["1 a own one", "1 a kind two", "1 a own three"]));
    }

    [Test]
    public void Me_in_the_policy_of_a_kind_is_each_actor_itself()
    {
        var story = Story.Of("""
            actions: {hit: {}}
            kinds: {militia: {policy: [{name: feel, upon: hit against me, do: [{note: hurt}]}]}}
            actors:
              a: {kind: militia}
              b: {kind: militia}
              c: {policy: [{name: go, at: 1 d, do: [{act: hit, against: b}]}]}
            """);

        Assert.That(story.Notes, Is.EqualTo(["1 b hurt"]));
    }

    [Test]
    public void Each_actor_of_a_kind_has_levels_and_limits_of_its_own()
    {
        var story = Story.Of("""
            actions: {hit: {}}
            kinds:
              militia:
                levels: {pain: 0}
                policy:
                  - {name: feel, upon: hit against me, limits: {cooldown: 9 d}, do: [{add: {pain: 1}}]}
            actors:
              a: {kind: militia}
              b: {kind: militia}
              c:
                policy:
                  - {name: go, at: [1 d, 2 d], do: [{act: hit, against: a}]}
                  - {name: then, at: 3 d, do: [{act: hit, against: b}]}
            measures: {a_pain: {level: a.pain}, b_pain: {level: b.pain}}
            """);

        Assert.That(story["a_pain"], Is.EqualTo(1));
        Assert.That(story["b_pain"], Is.EqualTo(1));
    }

    [Test]
    public void A_sponsor_gives_my_sponsor_and_my_proxies()
    {
        var story = Story.Of("""
            actions: {order: {}, thank: {}}
            kinds: {militia: {sponsor: patron, policy: [{name: obey, upon: order by my sponsor, do: [{act: thank}]}]}}
            actors:
              patron:
                policy:
                  - {name: send, at: 1 d, do: [{act: order, against: my proxies}]}
                  - {name: nod, upon: thank by my proxies, do: [{note: good}]}
              a: {kind: militia}
              b: {kind: militia}
              c: {policy: [{name: also, at: 2 d, do: [{act: thank}]}]}
            """);

        // Both of them hear both orders, since the pattern does not ask against whom.
        Assert.That(story.Acts, Is.EqualTo(
            ["1 patron order a", "1 patron order b", "1 a thank", "1 b thank", "1 a thank", "1 b thank", "2 c thank"]));
        Assert.That(story.Notes, Has.Length.EqualTo(4).And.All.EqualTo("1 patron good"));
    }

    [Test]
    public void A_rule_reads_the_levels_of_sponsor_doer_target_and_any_actor()
    {
        var story = Story.Of("""
            actions: {hit: {}}
            actors:
              patron: {levels: {wealth: 1}}
              me_myself:
                sponsor: patron
                levels: {own: 10, sum: 0}
                policy:
                  - name: add up
                    upon: hit
                    do: [{set: {sum: own + sponsor.wealth + event.actor.might + event.target.need + patron.wealth}}]
              a: {levels: {might: 100}, policy: [{name: go, at: 1 d, do: [{act: hit, against: b}]}]}
              b: {levels: {need: 1000}}
            measures: {sum: {level: me_myself.sum}}
            """);

        Assert.That(story["sum"], Is.EqualTo(1112));
    }

    [Test]
    public void A_kind_in_a_measure_counts_all_its_actors()
    {
        var story = Story.Of("""
            actions: {hit: {}}
            kinds: {militia: {policy: [{name: go, at: 1 d, do: [{act: hit, against: c}]}]}}
            actors:
              a: {kind: militia}
              b: {kind: militia}
              c: {policy: [{name: back, at: 2 d, do: [{act: hit, against: a}]}]}
            measures: {by_them: {count: hit by militia}, on_them: {count: hit against militia}}
            """);

        Assert.That(story["by_them"], Is.EqualTo(2));
        Assert.That(story["on_them"], Is.EqualTo(1));
    }
}
