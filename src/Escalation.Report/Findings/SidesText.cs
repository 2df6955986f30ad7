using System.Collections.Immutable;
using System.Globalization;
using Escalation.Experiments;
using Escalation.Model;
using Escalation.Tuning;

namespace Escalation.Report;

/// <summary>What two sides that tune do, and gain, in words.</summary>
/// <param name="scenario">The scenario.</param>
/// <param name="game">The sides.</param>
internal sealed class SidesText(Scenario scenario, SidesGame game)
{
    private readonly GoalText goal = new(game.Goal);

    /// <summary>Names of what <see cref="SidePlay.Features"/> are of, first those of the first side.</summary>
    internal ImmutableArray<string> Features =>
    [
        .. Enumerable.Range(0, 2).SelectMany(side => SidePlay.FeaturesOf(game[side].Space)).Select(one => one.Lever.IsDiscrete
            ? FindingsText.Setting(scenario, one.Lever.Parameter, one.Value)
            : scenario.Parameters[one.Lever.Parameter].Name),
    ];

    /// <summary>The name of a side.</summary>
    internal string Name(int side) => scenario.Actors[game[side].Actor].Name;

    /// <summary>A policy of a side.</summary>
    internal string Policy(int side, Point policy) => GoalText.Policy(scenario, game[side].Space.Levers, policy);

    /// <summary>What a side does: "act = dare", or "act = dare in 25 %, act = yield in 75 %".</summary>
    internal string Play(int side, SidePlay play) => play.IsPure
        ? Policy(side, play.Parts[0].Policy)
        : string.Join(", ", play.Parts.Select(part => $"{Policy(side, part.Policy)} in {Percent(part.Chance)}"));

    /// <summary>What both do.</summary>
    internal string Profile(SidesProfile profile) => $"{Play(0, profile.First)}; {Play(1, profile.Second)}";

    /// <summary>What both do, in a sentence: "west with west_dares = 1, east with east_dares = 0".</summary>
    internal string Sentence(SidesProfile profile) =>
        $"{Name(0)} with {Play(0, profile.First)}; {Name(1)} with {Play(1, profile.Second)}";

    /// <summary>An objective of a side.</summary>
    internal string Value(int side, EstimatedValue loss) => goal.Value(side, loss);

    /// <summary>Its interval.</summary>
    internal string Interval(int side, EstimatedValue loss) => goal.Interval(side, loss);

    /// <summary>The objective as the side says it, which is not turned.</summary>
    internal EstimatedValue Natural(int side, EstimatedValue loss) => goal.Natural(side, loss);

    /// <summary>A gain, which is above 0 whether the objective is made small or great.</summary>
    internal string Gain(int side, MeanEstimate gain) => goal.Difference(side, gain with { Mean = goal.Sign(side) * gain.Mean });

    private static string Percent(double chance) => (100 * chance).ToString("0.#", CultureInfo.InvariantCulture) + " %";
}
