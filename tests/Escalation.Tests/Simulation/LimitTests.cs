using Escalation.Tests.Support;

namespace Escalation.Tests.Simulation;

/// <summary>What limits count, what gives a place back, and in which order a rule is asked.</summary>
internal sealed class LimitTests
{
    private const string Header = """
        escalation: 1
        name: limits
        horizon: 30 d
        actions: {hit: {}, answer: {}}
        outcomes: {x: {at_end: 1}}

        """;

    [Test]
    public void A_cooldown_runs_from_the_execution_and_ends_at_exactly_that_time()
    {
        // Decided at 1, executed at 3; barred while under way and until 8; allowed again at 8 exactly.
        var acts = Told.Acts(Header + """
            actors:
              a: {policy: [{name: go, at: [1 d, 2 d, 4 d, 7.5 d, 8 d], do: [{act: hit}]}]}
              b: {policy: [{name: r, upon: hit, after: 2 d, limits: {cooldown: 5 d}, do: [{act: answer}]}]}
            """);

        Assert.That(acts.Where(act => act.EndsWith("answer", StringComparison.Ordinal)),
            Is.EqualTo(new[] { "3 b answer", "10 b answer" }));
    }

    [Test]
    public void An_activation_under_way_counts_as_if_it_were_executed_now()
    {
        // Two within 4 d: those of 1 and 2 are under way until 6 and 7 and bar all others up to 10; at 10 the first has left.
        var acts = Told.Acts(Header + """
            actors:
              a: {policy: [{name: go, at: [1 d, 2 d, 3 d, 6.5 d, 9 d, 10 d, 10.5 d], do: [{act: hit}]}]}
              b: {policy: [{name: r, upon: hit, after: 5 d, limits: {at_most: 2, within: 4 d}, do: [{act: answer}]}]}
            """);

        Assert.That(acts.Where(act => act.EndsWith("answer", StringComparison.Ordinal)),
            Is.EqualTo(new[] { "6 b answer", "7 b answer", "15 b answer" }));
    }

    [Test]
    public void What_is_cancelled_gives_its_place_back()
    {
        var acts = Told.Acts(Header + """
            actors:
              a: {policy: [{name: go, at: [1 d, 4 d], do: [{act: hit}]}]}
              b:
                policy:
                  - {name: r, upon: hit, after: 5 d, limits: {pending: 1, cooldown: 20 d, at_most: 1}, do: [{act: answer}]}
                  - {name: stop, at: 2 d, do: [{cancel: r}]}
            """);

        Assert.That(acts.Where(act => act.EndsWith("answer", StringComparison.Ordinal)), Is.EqualTo(new[] { "9 b answer" }));
    }

    [Test]
    public void A_limit_of_none_bars_all_and_limits_may_follow_a_level()
    {
        var run = ScenarioRun.Of(Header + """
            actors:
              a: {policy: [{name: go, every: 1 d, do: [{act: hit}]}]}
              b:
                levels: {cap: 0}
                policy:
                  - {name: r, upon: hit, limits: {at_most: cap}, do: [{act: answer}]}
                  - {name: s, upon: hit, after: 1 d, limits: {pending: cap}, do: [{act: answer}]}
                  - {name: more, at: 9.5 d, do: [{set: {cap: 3}}]}
            measures:
              barred: {dropped: b.r, because: limits, at: 9 d}
              answers: {count: answer}
              first: {first: answer}
            """);

        Assert.Multiple(() =>
        {
            Assert.That(run.Single("barred"), Is.EqualTo(9));
            Assert.That(run.Single("first_day"), Is.EqualTo(10));
            Assert.That(run.Single("answers"), Is.EqualTo(3 + 20));
        });
    }

    [Test]
    public void A_rule_is_asked_for_if_then_chance_then_limits_and_at_execution_for_unless()
    {
        var run = ScenarioRun.Of(Header + """
            actors:
              a: {policy: [{name: go, at: [1 d, 2 d, 3 d, 4 d], do: [{act: hit}]}]}
              b:
                policy:
                  - name: r
                    upon: hit
                    if: day != 1 d
                    chance: if(day == 2 d, 0, 1)
                    limits: {cooldown: 100 d}
                    after: 0.5 d
                    unless: day > 3 d
                    do: [{act: answer}]
            measures:
              by_if: {dropped: b.r, because: if}
              by_chance: {dropped: b.r, because: chance}
              by_limits: {dropped: b.r, because: limits}
              by_unless: {dropped: b.r, because: unless}
              all_reasons: {dropped: b.r}
              answers: {count: answer}
            """);

        Assert.Multiple(() =>
        {
            Assert.That(run.Single("by_if"), Is.EqualTo(1));
            Assert.That(run.Single("by_chance"), Is.EqualTo(1));
            Assert.That(run.Single("by_limits"), Is.Zero, "What unless dropped at 3.5 gave its place back.");
            Assert.That(run.Single("by_unless"), Is.EqualTo(2));
            Assert.That(run.Single("all_reasons"), Is.EqualTo(4));
            Assert.That(run.Single("answers"), Is.Zero);
        });
    }
}
