using Escalation.Simulation;

namespace Escalation.Tests.Semantics;

/// <summary>Expressions and distributions where a scenario uses them.</summary>
internal sealed class NumbersTests
{
    [TestCase("2 + 3 * 4 ^ 2", 50)]
    [TestCase("7 / 2 - 1e-1", 3.4)]
    [TestCase("90 min / 1 h", 1.5)]
    [TestCase("3 w / 1 d", 21)]
    [TestCase("0.1 per d * 5 d", 0.5)]
    [TestCase("0.25 * 2 per d * 4 d", 2)]
    [TestCase("24 per d * 1 h", 1)]
    [TestCase("6 per w * 1 w", 6)]
    [TestCase("(1 / 2 d) * 4 d", 2)]
    [TestCase("6 / (2 per d) / 1 d", 3)]
    [TestCase("(6 / 2 per d) * 1 d", 3, Description = "Per binds weaker than a division.")]
    [TestCase("(1 per d + 2 * 3 per d) * 1 d", 7, Description = "Per binds stronger than a sum.")]
    [TestCase("min(3, 1, 2) + max(3, 1, 2)", 4)]
    [TestCase("abs(-3) + sqrt(16)", 7)]
    [TestCase("exp(0) + log(1)", 1)]
    [TestCase("clip(7, 0, 5)", 5)]
    [TestCase("clip(-1, 0, 5)", 0)]
    [TestCase("if(2 > 1, 10, 20)", 10)]
    [TestCase("if(not 2 > 1 or 0, 10, 20)", 20)]
    [TestCase("if(0.5, 10, 20)", 10, Description = "A number other than 0 is true.")]
    [TestCase("step(1, 5, 2, 6, 4, 7)", 5, Description = "Below the first bound.")]
    [TestCase("step(2, 5, 2, 6, 4, 7)", 6, Description = "From the bound on.")]
    [TestCase("step(9, 5, 2, 6, 4, 7)", 7)]
    [TestCase("if(a.fear > 0, 10, 1 / a.fear)", 10, Description = "Only the branch taken is evaluated.")]
    [TestCase("if(a.none > 0, 1 / a.none, 20)", 20, Description = "Only the branch taken is evaluated.")]
    [TestCase("if(truce is holds, 1, 2)", 1)]
    [TestCase("effort * belief", 6)]
    [TestCase("day / 1 d", 20)]
    [TestCase("2 * a.fear + world.height", 11)]
    public void An_expression_is(string expression, double expected)
    {
        var story = Story.Of($$"""
            levers: {effort: {value: 2, range: [0, 5]} }
            uncertainties: {belief: 3}
            conditions: {truce: {states: [broken, holds], starts: holds} }
            actors: {a: {levels: {fear: 4, none: 0} } }
            world: {levels: {height: 3} }
            measures: {it: {level: "{{expression}}"} }
            """);

        Assert.That(story["it"], Is.EqualTo(expected).Within(1e-12));
    }

    [TestCase("uniform(low=2, high=3)", 2, 3)]
    [TestCase("triangular(low=2, mode=2.5, high=3)", 2, 3)]
    [TestCase("1 + beta(a=2, b=3)", 1, 2)]
    [TestCase("exponential(mean=2)", 0, 100)]
    [TestCase("gamma(mean=2, shape=4)", 0, 100)]
    [TestCase("weibull(scale=2, shape=2)", 0, 100)]
    [TestCase("lognormal(median=2, spread=1)", 2, 2, Description = "Spread is exp σ: 1 is none.")]
    [TestCase("normal(mean=2, sd=0)", 2, 2)]
    [TestCase("bernoulli(1)", 1, 1)]
    [TestCase("bernoulli(p=0)", 0, 0)]
    [TestCase("binomial(n=3, p=0.5)", 0, 3)]
    [TestCase("choice(4=0.5, 6=0, 8=0.5)", 4, 8)]
    [TestCase("poisson(mean=none)", 0, 0, Description = "A distribution with mean 0 gives 0.")]
    [TestCase("exponential(mean=none)", 0, 0, Description = "A distribution with mean 0 gives 0.")]
    [TestCase("geometric(mean=none)", 0, 0, Description = "A distribution with mean 0 gives 0.")]
    [TestCase("gamma(mean=none, shape=4)", 0, 0, Description = "A distribution with mean 0 gives 0.")]
    [TestCase("negative_binomial(mean=none, shape=1)", 0, 0, Description = "A distribution with mean 0 gives 0.")]
    public void A_draw_lies_between(string draw, double low, double high)
    {
        var run = Story.Often($$"""
            actors:
              a: {levels: {none: 0, it: -1}, policy: [{name: go, at: 1 d, do: [{set: {it: "{{draw}}"} }]}]}
            measures: {it: {level: a.it} }
            """);

        Assert.That(run["it"], Is.All.InRange(low, high));
    }

    [Test]
    public void A_distribution_may_stand_within_an_expression_and_its_parameters_are_expressions()
    {
        var run = Story.Often("""
            actions: {hit: {}}
            actors:
              a:
                levels: {haste: 2}
                policy: [{name: go, at: 0 d, after: "1 d + uniform(low=0 d, high=1 d / haste)", do: [{act: hit}]}]
            measures: {when_hit: {first: hit}}
            """);

        Assert.That(run["when_hit_day"], Is.All.InRange(1, 1.5));
        Assert.That(run["when_hit_day"], Is.Unique);
    }

    [Test]
    public void Geometric_counts_from_0()
    {
        var run = Story.Often("""
            actors: {a: {levels: {it: -1}, policy: [{name: go, at: 1 d, do: [{set: {it: geometric(mean=1)}}]}]}}
            measures: {it: {level: a.it}}
            """);

        Assert.That(run["it"].Distinct().Order().Take(3), Is.EqualTo([0.0, 1.0, 2.0]));
    }

    [Test]
    public void An_uncertainty_without_a_value_is_drawn_from_its_prior_once_a_replication()
    {
        var run = Story.Often("""
            uncertainties: {known: {value: 3, prior: "uniform(low=8, high=9)"}, open: {prior: "uniform(low=8, high=9)"}}
            actors: {a: {}}
            measures: {is_known: {level: known}, is_open: {level: open}, first_open: {level: open, at: 0 d}}
            """);

        Assert.That(run["is_known"], Is.All.EqualTo(3));
        Assert.That(run["is_open"], Is.All.InRange(8, 9));
        Assert.That(run["is_open"], Is.Unique);
        Assert.That(run["first_open"], Is.EqualTo(run["is_open"]));
    }

    [TestCase("{set: {it: 1 / it}}", "division", TestName = "A_division_by_zero_ends_the_replication_with_an_error")]
    [TestCase("{set: {it: \"log(it - 1)\"}}", "log", TestName = "A_logarithm_of_a_negative_number_is_an_error")]
    [TestCase("{set: {it: most + 1}}", "nothing", TestName = "Arithmetic_with_nothing_is_an_error")]
    [TestCase("{act: hit, times: it - 1}", "times", TestName = "A_negative_count_is_an_error")]
    [TestCase("{act: hit, times: it + 0.5}", "times", TestName = "A_count_that_is_not_whole_is_an_error")]
    public void A_number_that_is_none_is_never_silent(string effect, string word)
    {
        var fault = Assert.Throws<ReplicationFaultException>(() => Story.Of($$"""
            actions: {hit: {} }
            actors: {a: {levels: {it: 0}, policy: [{name: go, at: 3 d, do: [{{effect}}]}]} }
            measures: {most: {max: rung, of: any action} }
            """))!;

        Assert.That(fault.Message, Does.Contain(word).And.Contain("a.go").And.Contain("day 3").And.Contain("replication 0"));
    }
}
