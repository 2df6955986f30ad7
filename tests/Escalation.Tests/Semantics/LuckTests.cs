using Escalation.Simulation;
using Escalation.Tests.Support;

namespace Escalation.Tests.Semantics;

/// <summary>Luck follows cause: what has nothing to do with a change keeps its draws, bit by bit.</summary>
internal sealed class LuckTests
{
    private const string Common = """
        actions:
          hit: {draws: {size: exponential(mean=2)}, report: {chance: 0.7, after: exponential(mean=1 d)}}
          answer: {draws: {size: exponential(mean=3)}}
        actors:
          a:
            policy:
              - {name: go, rate: 0.5 per d, do: [{act: hit, against: b}]}
          b:
            policy:
              - {name: r, upon: hit, chance: 0.5, after: exponential(mean=2 d), do: [{act: answer, against: a}]}
        measures:
          hits: {count: hit}
          harm: {sum: size, of: hit}
          answers: {count: answer}
          answered: {sum: size, of: answer}
          last_answer: {last: answer}

        """;

    private static readonly string[] Columns = ["hits", "harm", "answers", "answered", "last_answer_day"];

    [TestCase("  a:\n    policy:", "  a:\n    policy:\n      - {name: other, rate: 0.4 per d, do: [{note: idle}]}",
        TestName = "A_new_rule_before_the_others_changes_no_draw")]
    [TestCase("  a:\n    policy:", "  c: {levels: {x: {starts: \"uniform(low=0, high=1)\"}}}\n  a:\n    policy:",
        TestName = "A_new_actor_before_the_others_changes_no_draw")]
    [TestCase("measures:\n", "measures:\n  more: {max: size, of: any action}\n  recent: {count: hit, within: 2 d}\n",
        TestName = "A_new_measure_changes_no_draw")]
    [TestCase("size: exponential(mean=2)}", "other: poisson(mean=1), size: exponential(mean=2)}",
        TestName = "A_new_field_drawn_before_the_others_changes_no_draw")]
    [TestCase("actions:\n", "conditions: {truce: {states: [off, on], starts: {off: 1, on: 1}}}\nactions:\n  talk: {}\n",
        TestName = "A_new_condition_and_a_new_action_change_no_draw")]
    [TestCase("  b:\n", "  b:\n    levels: {mood: 0}\n",
        TestName = "A_new_level_changes_no_draw")]
    [TestCase("\n  b:\n    policy:", "\n  b:\n    policy:\n      - {name: ear, upon: hit, do: [{note: heard}]}",
        TestName = "A_new_listener_changes_no_draw")]
    public void A_change_that_causes_nothing_changes_nothing(string old, string changed)
    {
        var plain = Story.Often(Common);
        var other = Story.Often(Common.Replace(old, changed, StringComparison.Ordinal));

        foreach (var column in Columns)
        {
            Assert.That(other[column], Is.EqualTo(plain[column]), column);
        }
    }

    [Test]
    public void Order_in_the_file_decides_who_goes_first_and_never_which_draw()
    {
        const string Rules = """
            horizon: 5 d
            actions: {hit: {draws: {size: exponential(mean=2)}}}
            actors:
              ONE
              TWO
            measures: {by_a: {sum: size, of: hit by a}, by_b: {sum: size, of: hit by b}}
            """;
        const string A = "a: {policy: [{name: go, at: 1 d, do: [{act: hit}]}]}";
        const string B = "b: {policy: [{name: go, at: 1 d, do: [{act: hit}]}]}";

        var plain = Story.Often(Rules.Replace("ONE", A, StringComparison.Ordinal).Replace("TWO", B, StringComparison.Ordinal));
        var turned = Story.Often(Rules.Replace("ONE", B, StringComparison.Ordinal).Replace("TWO", A, StringComparison.Ordinal));

        Assert.That(turned["by_a"], Is.EqualTo(plain["by_a"]).And.Not.EqualTo(plain["by_b"]));
        Assert.That(turned["by_b"], Is.EqualTo(plain["by_b"]));
    }

    [Test]
    public void A_rule_with_a_new_name_has_new_luck_and_others_keep_theirs()
    {
        var plain = Story.Often(Common);
        var renamed = Story.Often(Common.Replace("name: r,", "name: s,", StringComparison.Ordinal));

        Assert.That(renamed["hits"], Is.EqualTo(plain["hits"]));
        Assert.That(renamed["harm"], Is.EqualTo(plain["harm"]));
        Assert.That(renamed["answers"], Is.Not.EqualTo(plain["answers"]));
    }

    [Test]
    public void Holding_back_one_event_takes_away_its_descendants_and_leaves_the_luck_of_others()
    {
        // Each of two hits has answers of its own; without the first, those of the second are what they were.
        const string Two = """
            actions: {hit: {}, answer: {draws: {size: exponential(mean=3)}}}
            actors:
              a:
                policy:
                  - {name: one, at: 1 d, if: 1, do: [{act: hit, with: {number: 1}}]}
                  - {name: two, at: 2 d, do: [{act: hit, with: {number: 2}}]}
              b:
                policy:
                  - name: r
                    upon: hit
                    do: [{act: answer, times: poisson(mean=2), spaced: exponential(mean=3 d), with: {number: event.number}}]
            measures:
              first_answers: {count: answer, if: event.number == 1}
              second_answers: {count: answer, if: event.number == 2}
              second_harm: {sum: size, of: answer, if: event.number == 2}
              second_last: {last: answer, if: event.number == 2}
            """;
        var both = Story.Often(Two);
        var one = Story.Often(Two.Replace("if: 1,", "if: 0,", StringComparison.Ordinal));

        Assert.That(both["first_answers"].Sum(), Is.Positive);
        Assert.That(one["first_answers"], Is.All.Zero);
        foreach (var column in new[] { "second_answers", "second_harm", "second_last_day" })
        {
            Assert.That(one[column], Is.EqualTo(both[column]), column);
        }
    }

    [Test]
    public void One_chance_is_compared_with_one_draw_so_that_a_higher_chance_lets_through_all_that_a_lower_one_does()
    {
        var low = Story.Often(Common);
        var high = Story.Often(Common.Replace("chance: 0.5", "chance: 0.6", StringComparison.Ordinal));

        var gains = high["answers"].Zip(low["answers"], (more, less) => more - less);
        Assert.That(gains, Is.All.GreaterThanOrEqualTo(0));
        Assert.That(high["answers"].Sum(), Is.GreaterThan(low["answers"].Sum()));
    }

    [Test]
    public void Each_replication_and_each_seed_has_luck_of_its_own()
    {
        var one = ScenarioRun.Of(Story.Whole(Common), replications: 50, seed: 1);
        var again = ScenarioRun.Of(Story.Whole(Common), replications: 50, seed: 1);
        var two = ScenarioRun.Of(Story.Whole(Common), replications: 50, seed: 2);

        Assert.That(again["harm"], Is.EqualTo(one["harm"]));
        Assert.That(two["harm"], Is.Not.EqualTo(one["harm"]));
        Assert.That(one["harm"].Where(harm => harm > 0), Is.Unique);
    }

    [Test]
    public void A_replication_depends_on_its_number_and_not_on_those_before_it_nor_on_being_told()
    {
        var program = ScenarioProgram.Compile(ScenarioRun.Read(Story.Whole(Common)), ParameterChoice.AsWritten);
        var (alone, last) = (new World(program), new World(program));

        alone.Run(seed: 1, replication: 7, new Trace());
        for (var replication = 0; replication <= 7; replication++)
        {
            last.Run(seed: 1, replication);
        }

        Assert.That(last.Row.ToArray(), Is.EqualTo(alone.Row.ToArray()));
    }

    // The clock of a waits for a unit of luck; after day 1 its rate is another one.
    [TestCase("4", 0.25, TestName = "A_clock_whose_rate_grows_fourfold_needs_a_quarter_of_its_remaining_time")]
    [TestCase("0.5", 2, TestName = "A_clock_whose_rate_is_halved_needs_twice_its_remaining_time")]
    public void A_clock_keeps_its_remaining_luck(string pace, double stretch)
    {
        const string Clock = """
            actions: {hit: {}}
            actors:
              a:
                levels: {pace: 1}
                policy:
                  - {name: go, rate: pace per d, limits: {at_most: 1}, do: [{act: hit}]}
                  - {name: turn, at: 1 d, do: [{set: {pace: PACE}}]}
            measures: {hits: {first: hit}}
            """;
        var plain = Story.Often(Clock.Replace("PACE", "1", StringComparison.Ordinal))["hits_day"];
        var changed = Story.Often(Clock.Replace("PACE", pace, StringComparison.Ordinal))["hits_day"];

        var expected = plain.Select(day => day <= 1 ? day : 1 + ((day - 1) * stretch));
        Assert.That(changed, Is.EqualTo(expected).Within(1e-9));
    }

    [Test]
    public void A_clock_that_stands_still_for_two_days_comes_two_days_later()
    {
        const string Clock = """
            horizon: 60 d
            actions: {hit: {}}
            conditions: {truce: {states: [broken, holds], starts: broken}}
            actors:
              a:
                policy:
                  - {name: go, rate: "if(truce is holds, 0, 1) per d", limits: {at_most: 1}, do: [{act: hit}]}
                  - {name: sign, at: 1 d, do: [{switch: {truce: holds}}]}
                  - {name: tear, at: BREACH, do: [{switch: {truce: broken}}]}
            measures: {hits: {first: hit}}
            """;
        var plain = Story.Often(Clock.Replace("BREACH", "1 d", StringComparison.Ordinal))["hits_day"];
        var paused = Story.Often(Clock.Replace("BREACH", "3 d", StringComparison.Ordinal))["hits_day"];

        Assert.That(paused, Is.EqualTo(plain.Select(day => day <= 1 ? day : day + 2)).Within(1e-9));
    }

    [Test]
    public void Acts_of_one_rule_have_luck_of_their_own()
    {
        var story = Story.Of("""
            actions: {hit: {draws: {size: "uniform(low=0, high=1)"}}}
            actors:
              a:
                policy:
                  - name: go
                    at: 1 d
                    do: [{act: hit}, {act: hit, against: my proxies}, {act: hit, against: world, times: 2}]
              b: {sponsor: a}
              c: {sponsor: a}
            measures:
              total: {sum: size, of: hit}
              at_b: {sum: size, of: hit against b}
              at_c: {sum: size, of: hit against c}
              less: {min: size, of: hit against world}
              more: {max: size, of: hit against world}
            """);

        var (b, c, one, two) = (story["at_b"], story["at_c"], story["less"], story["more"]);
        var alone = story["total"] - b - c - one - two;
        Assert.That(new[] { alone, b, c, one, two }.Select(size => Math.Round(size, 12)), Is.Unique);
    }
}
