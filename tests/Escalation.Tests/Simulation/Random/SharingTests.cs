using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Escalation.Language;
using Escalation.Model;
using Escalation.Simulation;
using Escalation.Tests.Support;

namespace Escalation.Tests.Simulation.Random;

/// <summary>Rules of one shape share their code and give the same bits as if each had its own.</summary>
internal sealed class SharingTests
{
    private const int Nobody = int.MaxValue;
    private const int Replications = 8;

    // It raids the next one, whose grievance it reads; all numbers differ.
    private const string State = """
          SELF: {levels: {grievance: {half_life: WHOLE d}, size: SHARE}, policy: [
            {name: raid NEXT, rate: "(0.1 * size + SHARE * min(1, grievance + NEXT.grievance / 2)) per d",
              do: [{act: raid, against: NEXT, with: {weight: NEXT.size * WHOLE}}]},
            {name: suffer, upon: raid against me, do: [{add: {grievance: SHARE * event.deaths * event.weight}}]},
            {name: answer LAST, upon: raid by LAST, chance: SHARE, after: exponential(mean=WHOLE d),
              limits: {pending: 2, cooldown: WHOLE h}, unless: LAST.grievance > WHOLE,
              do: [{act: raid, against: {LAST: 1, NEXT: SHARE}, with: {weight: SHARE}}, {act: march}]},
            {name: boil, when: grievance > SHARE, do: [{act: march, spaced: WHOLE h}, {set: {grievance: SHARE}}]},
            {name: drill, every: "weibull(shape=2, scale=WHOLE d)", do: [{act: march}]}]}

        """;

    [Test]
    public void Neighbours_with_rules_of_one_shape_share_them([Values] Translation translation)
    {
        var scenario = ScenarioRun.Read(Row(actors: 20));
        var apart = Telling.Of(scenario, translation, seed: 2, Replications, Nobody);
        var shared = Telling.Of(scenario, translation, seed: 2, Replications);

        Assert.Multiple(() =>
        {
            Assert.That(apart.LongCount, Is.EqualTo(Replications));
            Assert.That(apart.DifferenceTo(shared), Is.Null);
            Assert.That(shared.DifferenceToTraced(Replications - 1), Is.Null);
            Assert.That(ProgramsOf(scenario, RuleSharing.FewestSharers), Is.EqualTo(5));
            Assert.That(ProgramsOf(scenario, Nobody), Is.EqualTo(5 * 20));
        });
    }

    [Test]
    public void Rules_that_move_differently_are_apart()
    {
        var fading = ScenarioRun.Read(Row(actors: 20));
        var still = ScenarioRun.Read(Row(actors: 20).Replace(
            "grievance: {half_life: 8 d}", "grievance: 0", StringComparison.Ordinal));

        // Its rate and its truth, the rate of one neighbour and the second thought of the other.
        Assert.That(
            ProgramsOf(still, RuleSharing.FewestSharers), Is.EqualTo(ProgramsOf(fading, RuleSharing.FewestSharers) + 4));
    }

    [Test]
    public void Random_rules_share_them([Range(0, 5)] int group)
    {
        foreach (var seed in TranslationTests.Seeds.Where(seed => seed % 6 == (ulong)group))
        {
            var scenario = WithNamesakes(ScenarioRun.Read(RandomScenario.Yaml(seed)));
            var apart = Telling.Of(scenario, Translation.Never, seed, Replications, Nobody);

            Assert.Multiple(() =>
            {
                Assert.That(
                    apart.DifferenceTo(Telling.Of(scenario, Translation.Never, seed, Replications, fewestSharers: 2)),
                    Is.Null, $"seed {seed}, followed as data");
                Assert.That(
                    apart.DifferenceTo(Telling.Of(scenario, Translation.AtOnce, seed, Replications, fewestSharers: 2)),
                    Is.Null, $"seed {seed}, compiled");
            });
        }
    }

    [Test]
    public void Most_random_rules_have_somebody_to_share_with()
    {
        var scenarios = TranslationTests.Seeds
            .Select(seed => WithNamesakes(ScenarioRun.Read(RandomScenario.Yaml(seed))))
            .ToList();
        var rules = scenarios.Sum(scenario => scenario.Actors.Sum(actor => actor.Policy.Length));
        var programs = scenarios.Sum(scenario => ProgramsOf(scenario, fewestSharers: 2));
        TestContext.Out.WriteLine($"{rules} rules, {programs} programs");

        Assert.That(programs, Is.LessThan(0.75 * rules));
    }

    private static int ProgramsOf(Scenario scenario, int fewestSharers) =>
        ScenarioProgram.Compile(scenario, ParameterChoice.AsWritten, Translation.Never, fewestSharers)
            .Rules.Select(rule => rule.Program).Distinct().Count();

    private static string Row(int actors)
    {
        var text = new StringBuilder("""
            escalation: 1
            name: row
            horizon: 60 d
            actions: {raid: {draws: {deaths: poisson(mean=0.5)}}, march: {}}
            actors:

            """);
        for (var actor = 0; actor < actors; actor++)
        {
            text.Append(State
                .Replace("NEXT", $"s{(actor + 1) % actors}", StringComparison.Ordinal)
                .Replace("LAST", $"s{(actor + actors - 1) % actors}", StringComparison.Ordinal)
                .Replace("SHARE", (0.3 + (0.01 * actor)).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("WHOLE", (actor + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("SELF", $"s{actor}", StringComparison.Ordinal));
        }

        return text.Append("outcomes: {never: {when: s0.grievance > 1000000}}\n").ToString();
    }

    // Gives each actor the rules of the one before it as well, with other numbers; those that read what it does not have stay.
    private static Scenario WithNamesakes(Scenario scenario)
    {
        var actors = scenario.Actors;
        return scenario with
        {
            Actors = [.. actors.Select((actor, index) => actor with
            {
                Policy = [.. actor.Policy, .. Borrowed(actor, actors[(index + actors.Length - 1) % actors.Length].Policy)],
            })],
        };

        IEnumerable<Rule> Borrowed(Actor actor, ImmutableArray<Rule> policy) => policy
            .Where(rule => HasLevelsFor(actor, rule))
            .Select(rule => new RuleRewriting(Scaled, Turned).Of(rule) with { Title = "borrowed " + rule.Title });

        // Whole numbers may be counts.
        static Node Scaled(Node tree) => Rewriting.Replace(tree, _ => null, constant =>
            Math.Floor(constant.Value) == constant.Value ? null : constant with { Value = constant.Value * 0.9375 });

        Aim Turned(Aim aim) => aim is ActorAim named ? new ActorAim((named.Actor + 1) % actors.Length) : aim;
    }

    private static bool HasLevelsFor(Actor actor, Rule rule)
    {
        var has = actor.Levels.Select(level => level.Name).ToHashSet();
        var isComplete = true;
        _ = new RuleRewriting(
            tree =>
            {
                isComplete &= Walk.Variables(tree).All(variable =>
                    variable.Kind != VariableKind.SponsorLevel
                    && (variable.Kind != VariableKind.OwnLevel || has.Contains(variable.Index)));
                return tree;
            },
            aim => aim).Of(rule);
        var changed = rule.Do.SelectMany(effect => effect switch
        {
            SetEffect set => set.Changes,
            AddEffect add => add.Changes,
            _ => [],
        });
        return isComplete && changed.All(change => has.Contains(change.Level));
    }
}
