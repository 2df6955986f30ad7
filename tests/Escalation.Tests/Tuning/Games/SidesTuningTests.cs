using System.Collections.Immutable;
using Escalation.Experiments;
using Escalation.Model;
using Escalation.Simulation;
using Escalation.Tests.Support;
using Escalation.Tuning;

namespace Escalation.Tests.Tuning.Games;

/// <summary>Games with known equilibria, played as scenarios. Seeds are fixed; where an interval is asked to hold, it is one of
/// 99.9 % or wider, so that a test of ten of them would fail once in a hundred seeds.</summary>
[Parallelizable(ParallelScope.Children)]
internal sealed class SidesTuningTests
{
    private static readonly double[] PenniesLosses = [-1, 1, 1, -1];

    [TestCase(0.5, 0.1)]
    [TestCase(0.9, 0.9)]
    [TestCase(0, 1)]
    public void The_inspection_game_comes_to_its_mixed_equilibrium_as_places_in_the_ranges(double inspect, double violate)
    {
        var found = Tune(Source.Text("scenarios/inspection-game.yaml"), ("inspect", inspect), ("violate", violate));

        var features = Features(found, 0);
        Assert.That(features[0], Is.EqualTo(0.25).Within(0.01));
        Assert.That(features[1], Is.EqualTo(0.4).Within(0.01));
        Assert.That(found.Profiles, Has.Length.EqualTo(1));
        Assert.That(found.Cycle, Has.Length.EqualTo(4));
        AssertUnexploited(found.Profiles[0]);
    }

    [Test]
    public void An_inspector_who_tunes_against_a_fixed_violator_loses_what_the_violator_then_takes()
    {
        var found = Tune(Source.Text("scenarios/inspection-game.yaml"), ("inspect", 0.5), ("violate", 0.1));

        // Against violations by 0.1 nobody inspects, for 10 · 0.1 = 1 a day; then the violator does nothing else, for 10.
        var naive = found.Naive[0];
        Assert.That(naive.Policy.Values[0], Is.Zero);
        Assert.That(naive.AsTuned.Value, Is.EqualTo(1).Within(5 * naive.AsTuned.StandardError));
        Assert.That(naive.Adapted.Value, Is.EqualTo(10).Within(1e-9));
        Assert.That(naive.AtEquilibrium.Value, Is.EqualTo(4).Within(5 * naive.AtEquilibrium.StandardError));
    }

    [TestCase(0.25, 0.25, 0.25, 0.25)]
    [TestCase(0.6, 0.1, 1, 0)]
    [TestCase(0.1, 0.6, 0, 1)]
    public void Chicken_over_ranges_has_three_equilibria_of_which_play_comes_to_the_nearest(
        double west, double east, double westComes, double eastComes)
    {
        var found = Tune(Source.Text("scenarios/chicken.yaml"), ("west_dares", west), ("east_dares", east));

        Assert.That(Features(found, 0), Is.EqualTo((double[])[westComes, eastComes]).Within(0.03));
        var all = found.Profiles.Select((_, place) => Features(found, place)).OrderBy(one => one[0]).ToList();
        Assert.That(all, Has.Count.EqualTo(3));
        Assert.That(all[0], Is.EqualTo((double[])[0, 1]).Within(0.03));
        Assert.That(all[1], Is.EqualTo((double[])[0.25, 0.25]).Within(0.03));
        Assert.That(all[2], Is.EqualTo((double[])[1, 0]).Within(0.03));
        Assert.That(
            found.Profiles.SelectMany(one => one.Gains).Select(gain => gain.Mean - (1.7 * gain.HalfWidth)),
            Is.All.LessThanOrEqualTo(0.01));
    }

    [Test]
    public void Chicken_by_choice_has_its_three_equilibria()
    {
        var found = Tune(GameScenarios.Of([0, 1, -1, 4], [0, -1, 1, 4]));

        var all = found.Profiles.Select((_, place) => Features(found, place)).OrderBy(one => one[0]).ToList();
        Assert.That(found.FindsAll, Is.True);
        Assert.That(all, Has.Count.EqualTo(3));
        Assert.That(all[0], Is.EqualTo((double[])[0, 1]).Within(1e-9));
        Assert.That(all[1], Is.EqualTo((double[])[0.25, 0.25]).Within(0.02));
        Assert.That(all[2], Is.EqualTo((double[])[1, 0]).Within(1e-9));
        Assert.That(found.Cycle, Has.Length.EqualTo(1), "Whoever answers first dares, and the other one yields.");
        Assert.That(Features(found, 0), Is.EqualTo(Features(found.Game, found.Cycle[0])));
    }

    [Test]
    public void In_the_dilemma_both_defect_whatever_they_begin_with()
    {
        var found = Tune(GameScenarios.Of([1, 10, 0, 5], [1, 0, 10, 5]));

        Assert.That(found.Profiles, Has.Length.EqualTo(1));
        Assert.That(Features(found, 0), Is.EqualTo((double[])[1, 1]));
        Assert.That(found.Cycle, Has.Length.EqualTo(1));
        AssertUnexploited(found.Profiles[0]);
        Assert.That(found.Naive[0].AsTuned.Value, Is.EqualTo(0).Within(0.1), "It defects against a fool…");
        Assert.That(found.Naive[0].Adapted.Value, Is.EqualTo(5).Within(0.1), "… who does not stay one.");
    }

    [Test]
    public void Matching_pennies_go_round_and_their_averages_are_even()
    {
        var found = Tune(GameScenarios.Of(PenniesLosses, [.. PenniesLosses.Select(loss => -loss)]));

        Assert.That(found.Cycle, Has.Length.EqualTo(4));
        Assert.That(found.IsSettled, Is.False);
        Assert.That(found.Profiles, Has.Length.EqualTo(1));
        Assert.That(Features(found, 0), Is.EqualTo((double[])[0.5, 0.5]).Within(0.02));
        AssertUnexploited(found.Profiles[0]);
    }

    [Test]
    public void Best_answers_inside_the_ranges_come_to_rest_where_they_meet()
    {
        var found = Tune(GameScenarios.Near);

        Assert.That(Features(found, 0)[0], Is.EqualTo(1.0 / 3).Within(0.01));
        Assert.That(Features(found, 0)[1], Is.EqualTo(4.0 / 15).Within(0.01));
        Assert.That(found.Profiles[0].Gains.Max(gain => gain.Mean), Is.LessThan(0.0005));
    }

    [Test]
    public void Opponents_who_do_several_things_are_met_by_their_chances()
    {
        var (trials, game) = Trials(GameScenarios.Of([0, 1, 1, 0], [0, 0, 0, 0]), 1);
        var mixed = SidePlay.Of([(game.Second.Space.At([], [0]), 0.3), (game.Second.Space.At([], [1]), 0.7)]);

        var found = trials.Against(0, mixed, luck: 0).Run(
            [(game.First.Space.At([], [0]), 0L), (game.First.Space.At([], [1]), 640L)], 64 * 200);

        // The mean loss of the first is the chance of the second column. Noise: 0.5/√12,800 = 0.0044, and 1/200 by the blocks.
        Assert.That(found[0].Objectives[0], Is.EqualTo(0.7).Within(0.025));
        Assert.That(found[1].Objectives[0], Is.EqualTo(0.3).Within(0.025));
        Assert.That(found[0].Policy, Is.EqualTo(game.First.Space.At([], [0])));
    }

    [Test]
    public void Several_things_are_valued_by_their_chances_on_common_luck()
    {
        var (trials, game) = Trials(GameScenarios.Of([0, 1, 1, 0], [0, 2, 0, 0]), 1);
        var (one, two) = (game.First.Space.At([], [0]), game.First.Space.At([], [1]));
        var profile = new SidesProfile(
            SidePlay.Of([(one, 0.25), (two, 0.75)]),
            SidePlay.Of([(game.Second.Space.At([], [0]), 0.6), (game.Second.Space.At([], [1]), 0.4)]));

        var values = trials.Value([profile, profile.With(0, one), profile.With(0, two)], 0, 640);

        // Cells differ in their means alone, so differences are exact.
        Assert.That(values[0].GainOf(0, values[1]).Mean, Is.EqualTo((0.25 * 0.4) + (0.75 * 0.6) - 0.4).Within(1e-9));
        Assert.That(values[0].GainOf(0, values[1]).HalfWidth, Is.LessThan(1e-9));
        Assert.That(values[0].GainOf(1, values[1]).Mean, Is.EqualTo((0.25 * 0.4 * 2) - (0.4 * 2)).Within(1e-9));
        Assert.That(values[0].Losses[0].Value, Is.EqualTo(0.55).Within(5 * 0.5 / Math.Sqrt(640)));
        var interval = values[0].Losses[0].Interval;
        Assert.That(interval.Upper - interval.Lower, Is.EqualTo(4 * 0.5 / Math.Sqrt(640)).Within(0.01));
    }

    [Test]
    public void A_side_that_chooses_and_one_that_moves_come_to_the_same_equilibrium()
    {
        // The inspector looks every day or never, and so has to throw dice; the violator moves.
        var text = Source.Text("scenarios/inspection-game.yaml")
            .Replace(
                "inspect: {value: 0.25, range: [0, 1],",
                "inspect: {value: never, choices: [never, always],",
                StringComparison.Ordinal)
            .Replace("bernoulli(inspect)", "\"if(inspect is always, 1, 0)\"", StringComparison.Ordinal)
            .Split("cases:")[0];

        var found = Tune(text, ("violate", 0.1));

        Assert.That(Features(found, 0), Is.EqualTo((double[])[0.25, 0.4]).Within(0.01));
        Assert.That(found.Profiles[0].Value.Profile.First.IsPure, Is.False);
        Assert.That(found.IsWhole, Is.False);
        AssertUnexploited(found.Profiles[0]);
    }

    private static void AssertUnexploited(JudgedProfile judged)
    {
        foreach (var gain in judged.Gains.Append(judged.Sum))
        {
            // 1.7 half-widths of 95 % make 99.9 %, to one side.
            Assert.That(gain.Mean - (1.7 * gain.HalfWidth), Is.LessThanOrEqualTo(1e-9));
        }
    }

    private static ImmutableArray<double> Features(SidesOutcome found, int place) =>
        Features(found.Game, found.Profiles[place].Value.Profile);

    private static ImmutableArray<double> Features(SidesGame game, SidesProfile profile) =>
        [.. profile.First.Features(game.First.Space), .. profile.Second.Features(game.Second.Space)];

    private static SidesOutcome Tune(string text, params (string Lever, double Value)[] settings) =>
        SidesTuning.Run(Trials(text, 2, settings).Trials, new(60_000, 4_000, 1));

    private static (SidesTrials Trials, SidesGame Game) Trials(
        string text, int threads, params (string Lever, double Value)[] settings)
    {
        var scenario = ScenarioRun.Read(text);
        var names = scenario.Parameters.Select(parameter => parameter.Name).ToList();
        var basis = new ParameterChoice(
            [.. settings.Select(one => new ParameterSetting(names.IndexOf(one.Lever), one.Value))], Sample: false);
        var sides = scenario.Objectives
            .Select(objective => new GameSide(objective.Actor, Space(objective.Actor), objective)).ToList();
        var game = new SidesGame(sides[0], sides[1]);
        var varied = sides.SelectMany(side => side.Space.Levers).Select(lever => lever.Parameter);
        return (new(new PointSession(scenario, basis, varied, seed: 1, threads), game), game);

        PolicySpace Space(int actor) => new(scenario, basis, [
            .. scenario.Parameters.Index().Where(one => one.Item.IsLever && one.Item.Actor == actor)
                .Select(one => one.Item.Choices.IsEmpty
                    ? SearchedLever.OfRange(one.Index, one.Item.Low, one.Item.High)
                    : SearchedLever.OfValues(one.Index, [.. one.Item.Choices.Select((_, place) => (double)place)])),
        ]);
    }
}
