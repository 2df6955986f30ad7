namespace Escalation.Tests.Semantics;

/// <summary>What <c>upon</c> an action hears: doer and target by name, kind and role.</summary>
internal sealed class PatternTests
{
    [TestCase("hit", "1 2 3 4 5 6 7", TestName = "A_pattern_without_by_and_against_hears_everyone_and_me")]
    [TestCase("hit by anyone", "1 2 3 4 5 6 7", TestName = "By_anyone_is_as_no_by")]
    [TestCase("hit by me", "1", TestName = "By_me_hears_what_I_do")]
    [TestCase("hit by others", "2 3 4 5 6 7", TestName = "By_others_hears_all_but_me")]
    [TestCase("hit by foe", "2 6 7", TestName = "By_a_name_hears_that_actor")]
    [TestCase("hit by my sponsor", "3", TestName = "By_my_sponsor_hears_the_sponsor_of_me")]
    [TestCase("hit by my proxies", "4", TestName = "By_my_proxies_hears_those_whose_sponsor_I_am")]
    [TestCase("hit by militia", "4", TestName = "By_a_kind_hears_each_actor_of_it")]
    [TestCase("hit by world", "5", TestName = "By_world_hears_chance_and_outside_events")]
    [TestCase("hit against me", "2 3 5", TestName = "Against_me_hears_what_is_done_to_me")]
    [TestCase("hit against foe", "1 4", TestName = "Against_a_name_hears_what_is_done_to_that_actor")]
    [TestCase("hit against others", "1 4 6", TestName = "Against_others_hears_what_is_done_to_all_but_me")]
    [TestCase("hit against anyone", "1 2 3 4 5 6", TestName = "Against_anyone_does_not_hear_an_act_without_a_target")]
    [TestCase("hit against world", "6", TestName = "Against_world_hears_what_is_done_to_the_world")]
    [TestCase("talk against militia", "9", TestName = "Against_a_kind_hears_what_is_done_to_actors_of_it")]
    [TestCase("talk against my proxies", "9", TestName = "Against_my_proxies_hears_what_is_done_to_them")]
    [TestCase("talk against my sponsor", "10", TestName = "Against_my_sponsor_hears_what_is_done_to_it")]
    [TestCase("hit by foe against me", "2", TestName = "By_and_against_must_both_match")]
    [TestCase("any action by foe", "2 6 7 8 9 10", TestName = "Any_action_hears_every_kind_of_act")]
    [TestCase("[talk, hit by me]", "1 8 9 10", TestName = "A_list_hears_what_any_of_its_patterns_hears")]
    [TestCase("[hit by me, any action by me, hit]", "1 2 3 4 5 6 7", TestName = "An_act_that_matches_twice_counts_once")]
    public void A_pattern_hears(string pattern, string days)
    {
        var story = Story.Of("""
            actions: {hit: {}, talk: {}}
            kinds: {militia: {sponsor: me_myself}}
            actors:
              me_myself:
                sponsor: patron
                policy:
                  - {name: ear, upon: PATTERN, do: [{note: heard}]}
                  - {name: own, at: 1 d, do: [{act: hit, against: foe}]}
              patron: {policy: [{name: go, at: 3 d, do: [{act: hit, against: me_myself}]}]}
              proxy: {kind: militia, policy: [{name: go, at: 4 d, do: [{act: hit, against: foe}]}]}
              foe:
                policy:
                  - {name: go, at: 2 d, do: [{act: hit, against: me_myself}]}
                  - {name: sea, at: 6 d, do: [{act: hit, against: world}]}
                  - {name: air, at: 7 d, do: [{act: hit}]}
                  - {name: say, at: 8 d, do: [{act: talk}]}
                  - {name: lure, at: 9 d, do: [{act: talk, against: proxy}]}
                  - {name: plead, at: 10 d, do: [{act: talk, against: patron}]}
            world: {policy: [{name: quake, at: 5 d, do: [{act: hit, against: me_myself}]}]}
            """.Replace("PATTERN", pattern.StartsWith('[') ? pattern : $"[{pattern}]", StringComparison.Ordinal));

        Assert.That(story.Notes, Is.EqualTo(days.Split(' ').Select(day => $"{day} me_myself heard")));
    }

    [Test]
    public void Each_rule_that_matches_an_act_is_asked()
    {
        var story = Story.Of("""
            actions: {hit: {}}
            actors:
              a: {policy: [{name: go, at: 1 d, do: [{act: hit, against: b}]}]}
              b:
                policy:
                  - {name: one, upon: hit, do: [{note: one}]}
                  - {name: two, upon: hit by a against me, do: [{note: two}]}
            """);

        Assert.That(story.Notes, Is.EqualTo(["1 b one", "1 b two"]));
    }

    [Test]
    public void The_policy_of_the_world_has_itself_as_me()
    {
        var story = Story.Of("""
            actions: {pray: {}}
            actors: {a: {policy: [{name: go, at: 1 d, do: [{act: pray, against: world}]}]}}
            world: {policy: [{name: hear, upon: pray against me, do: [{note: heard}]}]}
            """);

        Assert.That(story.Notes, Is.EqualTo(["1 world heard"]));
    }
}
