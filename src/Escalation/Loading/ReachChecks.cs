using System.Collections.Immutable;
using Escalation.Language;
using Escalation.Model;

namespace Escalation.Loading;

/// <summary>Warns of what can never happen. A file with errors is not asked: what is broken may be what is missing.</summary>
/// <param name="draft">The scenario.</param>
/// <param name="scenario">What was read.</param>
/// <param name="acts">Who may do what.</param>
internal sealed class ReachChecks(Draft draft, Scenario scenario, ActTable acts)
{
    private readonly HashSet<ConditionSwitch> switches =
        [.. scenario.Actors.SelectMany(actor => actor.Policy).SelectMany(rule => rule.Do).OfType<SwitchEffect>()
            .SelectMany(effect => effect.Switches)];

    /// <summary>Looks for rules that no event can reach.</summary>
    /// <param name="patterns">The patterns of each measure, with places.</param>
    /// <param name="latestDay">The latest horizon, in days.</param>
    public void Run(ImmutableArray<PlacedPattern>[] patterns, double latestDay)
    {
        foreach (var rule in draft.ActorDrafts.SelectMany(actor => actor.Policy).Distinct())
        {
            foreach (var placed in rule.Patterns)
            {
                Check(placed, rule.Actors);
            }

            if (rule.Rule?.Occasion is AtOccasion at)
            {
                CheckTimes(at, latestDay);
            }
        }

        foreach (var placed in patterns.SelectMany(list => list))
        {
            Check(placed, [ActTable.Nobody]);
        }

        foreach (var measure in scenario.Measures)
        {
            CheckTimes(measure, latestDay);
        }
    }

    private void CheckTimes(Measure measure, double latestDay)
    {
        if (measure.At is { Root: ConstantNode { Value: var at } } frozen && at > latestDay)
        {
            WarnOfLate(frozen, at, latestDay, "the measure is not frozen: leave 'at' out, or choose an earlier time");
        }

        if (measure.From is not { Root: ConstantNode { Value: var from } } start)
        {
            return;
        }

        if (from > latestDay)
        {
            WarnOfLate(start, from, latestDay, "the measure sees nothing: choose an earlier time, or a later horizon");
        }
        else if (measure.Until is { Root: ConstantNode { Value: var until } } && until <= from)
        {
            draft.List.Warn(
                start.Where,
                FormattableString.Invariant($"'until', day {until:0.###}, is not after 'from', day {from:0.###}"),
                "the measure sees nothing: exchange the two");
        }
    }

    private void WarnOfLate(Formula time, double day, double latestDay, string hint) => draft.List.Warn(
        time.Where, FormattableString.Invariant($"day {day:0.###} lies after the horizon, day {latestDay:0.###}"), hint);

    private void Check(PlacedPattern placed, List<int> actors)
    {
        switch (placed.Pattern)
        {
            case ActPattern { Action: >= 0 } act when acts.Of(act.Action).Count == 0:
                draft.List.Warn(
                    placed.Where,
                    $"nobody does '{scenario.Actions[act.Action].Name}'",
                    $"let a rule do it: 'do: [{{act: {scenario.Actions[act.Action].Name}}}]', or remove this");
                break;
            case ActPattern act when !acts.Heard(act, actors).Any() && !acts.IsExhausted:
                draft.List.Warn(placed.Where, "no act of this file can match this pattern", Who(act));
                break;
            case BecomesPattern becomes when !switches.Contains(new ConditionSwitch(becomes.Condition, becomes.State)):
                var condition = scenario.Conditions[becomes.Condition];
                var state = condition.States[becomes.State];
                draft.List.Warn(
                    placed.Where,
                    $"no rule switches '{condition.Name}' to '{state}'",
                    $"let one do it: 'do: [{{switch: {{{condition.Name}: {state}}}}}]', or remove this");
                break;
        }
    }

    private string? Who(ActPattern act)
    {
        if (act.Action < 0)
        {
            return null;
        }

        var pairs = acts.Of(act.Action)
            .SelectMany(record => record.Targets.Select(target => $"by {draft.Actors.Names[record.Actor]}{Against(target)}"))
            .Distinct();
        return $"'{scenario.Actions[act.Action].Name}' is done {Quote.List(pairs, 6)}";

        string Against(int target) => target >= 0 ? $" against {draft.Actors.Names[target]}" : "";
    }

    private void CheckTimes(AtOccasion at, double latestDay)
    {
        foreach (var time in at.Times)
        {
            if (time.Root is ConstantNode constant && constant.Value > latestDay)
            {
                WarnOfLate(
                    time, constant.Value, latestDay, "it never comes: choose an earlier time, or a later horizon");
            }
        }
    }
}
