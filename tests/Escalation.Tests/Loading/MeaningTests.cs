using Escalation.Language;
using Escalation.Loading;
using Escalation.Model;

namespace Escalation.Tests.Loading;

/// <summary>What the parts of a file become.</summary>
internal sealed class MeaningTests
{
    private const string Head = "escalation: 1\nname: a test\nhorizon: 100 d\nstart: 2023-10-17\n";

    [Test]
    public void Dates_are_days_since_the_start()
    {
        var scenario = Read(
            """
            actors: {a: {policy: [{name: r, at: [2023-11-01, 2023-11-01T12:00, 2 w], do: []}]}}
            outcomes: {o: {when: day > 3 d}}
            """);

        var times = ((AtOccasion)scenario.Actors[1].Policy[0].Occasion).Times.Select(time => ((ConstantNode)time.Root).Value);

        Assert.That(times, Is.EqualTo([15, 15.5, 14]));
    }

    [Test]
    public void A_lever_may_choose_between_words_and_between_actors()
    {
        var scenario = Read(
            """
            levers:
              mood: {value: angry, choices: [calm, angry], by: a}
              aim: {value: b, choices: [a, b]}
            cases: {soft: {mood: calm}}
            actions: {hit: {}}
            actors:
              a: {policy: [{name: r, rate: 1 per d, if: mood is angry, do: [{act: hit, against: aim}]}]}
              b: {}
            outcomes: {o: {when: day > 3 d}}
            """);

        var mood = scenario.Parameters[0];
        Assert.That((mood.Value, mood.Low, mood.High, mood.Actor), Is.EqualTo((1, 0, 1, 1)));
        Assert.That((mood.Word(0), mood.Word(1), mood.Word(2)), Is.EqualTo(("calm", "angry", (string?)null)));
        Assert.That(scenario.Cases[0].Settings, Is.EqualTo([new ParameterSetting(0, 0)]));
        Assert.That(SettingReader.Read(scenario, "mood=calm").Setting, Is.EqualTo(new ParameterSetting(0, 0)));
        Assert.That(SettingReader.Read(scenario, "mood=1").Problem, Is.EqualTo("'1' is none of the choices of 'mood'"));
        var act = (ActEffect)scenario.Actors[1].Policy[0].Do[0];
        Assert.That(
            ((WeightedAim)act.Against!).Options.Select(option => ((ActorAim)option.Aim).Actor), Is.EqualTo([1, 2]));
    }

    [Test]
    public void A_formula_of_estimates_reads_them_by_number()
    {
        var scenario = Read(
            """
            levers: {cost: {value: 2, range: [0, 3]}}
            actions: {hit: {}}
            actors: {a: {policy: [{name: r, rate: 1 per d, do: [{act: hit, against: b}]}]}, b: {}}
            measures: {hits: {count: hit}}
            outcomes: {o: {when: hits > 3}, p: {when: hits > 9}}
            objectives:
              plain: probability(p)
              mixed: "cost * quantile(hits, 0.9) + 3 * mean(hits) - probability(p) / median(hits)"
              great: {maximise: mean(o) / 1 d, by: b}
            """);

        var (plain, mixed, great) = (scenario.Objectives[0], scenario.Objectives[1], scenario.Objectives[2]);
        Assert.That(plain.Formula.Plain, Is.EqualTo(new Estimate(Estimator.Probability, true, 1, double.NaN)));
        Assert.That(mixed.Formula.Plain, Is.Null);
        Assert.That(mixed.Formula.Estimates.Select(one => one.Estimator), Is.EqualTo(
            [Estimator.Quantile, Estimator.Mean, Estimator.Probability, Estimator.Median]));
        Assert.That((great.IsMaximised, great.Actor, great.Formula.Root.Quantity), Is.EqualTo((true, 2, Quantity.Number)));
        Assert.That((plain.IsMaximised, plain.Actor), Is.EqualTo((false, -1)));
    }

    [TestCase("mean(hits) <= 3", "mean(hits) <= 3", null)]
    [TestCase("probability(o) > 0.1 ", "probability(o) > 0.1", null)]
    [TestCase("mean(hits)", null, "a constraint is a comparison; write 'mean(losses) <= 3' or 'probability(war) <= 0.05'")]
    [TestCase("mean(hits) == 3", null, "a constraint is a comparison; write 'mean(losses) <= 3' or 'probability(war) <= 0.05'")]
    [TestCase("mean(hitz) <= 3", null, "unknown measure or outcome 'hitz'; did you mean 'hits'? Measures and outcomes of this "
        + "scenario: hits, o")]
    [TestCase("mean(hits) <=", null, "a value is missing after '<='")]
    public void A_constraint_is_a_comparison_of_estimates(string text, string? read, string? trouble)
    {
        var scenario = Read(
            """
            actions: {hit: {}}
            actors: {a: {policy: [{name: r, rate: 1 per d, do: [{act: hit, against: b}]}]}, b: {}}
            measures: {hits: {count: hit}}
            outcomes: {o: {when: hits > 3}}
            """);

        var reading = EstimateText.ReadConstraint(scenario, text);

        Assert.That((reading.Value?.Text, reading.Trouble), Is.EqualTo((read, trouble)));
    }

    [Test]
    public void What_an_actor_says_replaces_in_place_and_new_things_follow()
    {
        var scenario = Read(
            """
            kinds:
              k:
                about: many
                levels: {x: 1, y: {starts: 2, half_life: 3 d}}
                policy: [{name: one, rate: 1 per d, do: []}, {name: two, rate: 1 per d, do: []}]
            actors:
              a:
                kind: k
                levels: {z: 4, x: 5}
                policy: [{name: three, rate: 1 per d, do: []}, {name: one, rate: 2 per d, do: []}]
            outcomes: {o: {when: day > 3 d}}
            """);

        var actor = scenario.Actors[1];
        var rate = (RateOccasion)actor.Policy[0].Occasion;
        Assert.That(actor.About, Is.EqualTo("many"));
        Assert.That(actor.Levels.Select(level => scenario.LevelNames[level.Name]), Is.EqualTo(["x", "y", "z"]));
        Assert.That(((ConstantNode)actor.Levels[0].Starts!.Root).Value, Is.EqualTo(5));
        Assert.That(actor.Policy.Select(rule => rule.Title), Is.EqualTo(["one", "two", "three"]));
        Assert.That(((ConstantNode)rate.Rate.Root).Value, Is.EqualTo(2));
    }

    [Test]
    public void A_level_without_a_start_begins_at_rest_and_a_plain_number_stays()
    {
        var scenario = Read("actors: {a: {levels: {x: {rests_at: 2, half_life: 1 d}, y: 7}}}\noutcomes: {o: {when: day > 3 d}}");

        Assert.That(scenario.Actors[1].Levels[0].Starts, Is.Null);
        Assert.That(scenario.Actors[1].Levels[1].IsAttribute);
    }

    [Test]
    public void Starts_of_a_condition_become_weights()
    {
        var scenario = Read(
            """
            conditions: {c: {states: [x, y, z], starts: {z: 3, x: 1}}, e: {states: [x, y], starts: y}}
            actors: {a: {}}
            outcomes: {o: {when: c is z}}
            """);

        Assert.That(scenario.Conditions[0].StartWeights.Select(Value), Is.EqualTo([1, 0, 3]));
        Assert.That(scenario.Conditions[1].StartWeights.Select(Value), Is.EqualTo([0, 1]));
    }

    [TestCase("{count: hit}", MeasureKind.Count, Quantity.Number)]
    [TestCase("{sum: deaths, of: hit}", MeasureKind.Sum, Quantity.Number)]
    [TestCase("{sum: 2 * event.deaths, of: hit}", MeasureKind.Sum, Quantity.Number)]
    [TestCase("{max: deaths, of: hit}", MeasureKind.Maximum, Quantity.Number)]
    [TestCase("{min: deaths, of: hit}", MeasureKind.Minimum, Quantity.Number)]
    [TestCase("{max: a.x}", MeasureKind.MaximumOverTime, Quantity.Number)]
    [TestCase("{min: a.x / 1 d}", MeasureKind.MinimumOverTime, Quantity.Rate)]
    [TestCase("{mean: a.x}", MeasureKind.MeanOverTime, Quantity.Number)]
    [TestCase("{level: day}", MeasureKind.Level, Quantity.Duration)]
    [TestCase("{level: c is y}", MeasureKind.Level, Quantity.Number)]
    [TestCase("{time: c is y}", MeasureKind.Time, Quantity.Duration)]
    [TestCase("{first: hit}", MeasureKind.First, Quantity.Duration)]
    [TestCase("{last: c becomes y}", MeasureKind.Last, Quantity.Duration)]
    [TestCase("{nth: 3, of: outcome o}", MeasureKind.Nth, Quantity.Duration)]
    [TestCase("{dropped: a.r, because: limits}", MeasureKind.Dropped, Quantity.Number)]
    public void Every_kind_of_measure_has_its_type(string written, MeasureKind kind, Quantity quantity)
    {
        var measure = Read(Small.Replace("MEASURE", written, StringComparison.Ordinal)).Measures[0];

        Assert.That((measure.Kind, measure.Quantity), Is.EqualTo((kind, quantity)));
    }

    [TestCase("hit", Role.Unsaid, Role.Unsaid)]
    [TestCase("hit by me against my sponsor", Role.Me, Role.MySponsor)]
    [TestCase("any action against anyone by others", Role.Others, Role.Anyone)]
    [TestCase("hit by my proxies against b", Role.MyProxies, Role.Actor)]
    [TestCase("hit by k", Role.Kind, Role.Unsaid)]
    public void Patterns_name_parties(string written, Role by, Role against)
    {
        var reading = ScenarioReader.ReadText("a.yaml", Head + Small.Replace("MEASURE", "{count: hit}", StringComparison.Ordinal)
            .Replace("upon: hit", $"upon: {written}", StringComparison.Ordinal));

        var pattern = (ActPattern)((UponOccasion)reading.Scenario!.Actors[2].Policy[0].Occasion).Patterns.Single();
        Assert.That((pattern.By.Role, pattern.Against.Role), Is.EqualTo((by, against)));
    }

    [Test]
    public void A_list_of_patterns_passes_over_what_lacks_a_field()
    {
        const string Written = "{count: [hit, talk], if: event.deaths > 0 and event.rung >= 0}";

        var measure = Read(Small.Replace("MEASURE", Written, StringComparison.Ordinal)).Measures[0];

        Assert.That(measure.NeededFields, Is.EqualTo([0]));
        Assert.That(measure.NeedsRung);
    }

    [TestCase("event.actor.x > 0", true, false)]
    [TestCase("event.target.y > 0", false, true)]
    [TestCase("event.deaths > 0", false, false)]
    public void A_rule_knows_whom_of_its_event_it_needs(string condition, bool doer, bool target)
    {
        var text = Small.Replace("MEASURE", "{count: hit}", StringComparison.Ordinal)
            .Replace("upon: hit", $"upon: hit, if: {condition}", StringComparison.Ordinal);

        var rule = Read(text).Actors[2].Policy[0];

        Assert.That((rule.NeedsDoer, rule.NeedsTarget), Is.EqualTo((doer, target)));
    }

    [Test]
    public void An_expression_over_several_lines_is_placed_in_its_line()
    {
        const string Text = Head +
            """
            actors:
              a:
                policy:
                  - name: r
                    rate: 1 per d
                    if: day > 3 d
                      and dey > 4 d
                    do: []
            outcomes: {o: {when: day > 3 d}}
            """;

        var said = ScenarioReader.ReadText("a.yaml", Text).Diagnostics.Single();

        Assert.That((said.Where.Line, said.Where.Column), Is.EqualTo((11, 15)));
    }

    private const string Small =
        """
        ladder: [low]
        conditions: {c: {states: [x, y], starts: x}}
        actions: {hit: {rung: low, draws: {deaths: poisson(mean=1)}}, talk: {}}
        kinds: {k: {sponsor: b}}
        actors:
          a: {kind: k, levels: {x: 1}, policy: [{name: r, rate: 1 per d, do: [{act: hit, against: b}, {switch: {c: y}}]}]}
          b: {levels: {y: 1}, policy: [{name: s, upon: hit, do: [{act: talk}]}]}
        measures: {m: MEASURE}
        outcomes: {o: {when: day > 3 d}}
        """;

    private static double Value(Formula formula) => ((ConstantNode)formula.Root).Value;

    private static Scenario Read(string text)
    {
        var reading = ScenarioReader.ReadText("a.yaml", Head + text + "\n");
        Assert.That(reading.Diagnostics.Where(d => d.Severity == Severity.Error), Is.Empty);
        return reading.Scenario!;
    }
}
