using System.Collections.Immutable;
using Escalation.Language;
using Escalation.Model;

namespace Escalation.Loading;

/// <summary>What can be checked only when everything is read.</summary>
internal static class Checks
{
    private const int MaximumSamples = 1_000_000;

    /// <summary>Runs them all.</summary>
    /// <param name="draft">What was read, with places.</param>
    /// <param name="scenario">What was read.</param>
    /// <param name="measures">The measures by index; null where one is broken.</param>
    /// <param name="patterns">The patterns of each measure, with places.</param>
    public static void Run(
        Draft draft, Scenario scenario, ImmutableArray<Measure?> measures, ImmutableArray<PlacedPattern>[] patterns)
    {
        var acts = new ActTable(draft, scenario.Actions);
        new RuleChecks(draft, acts).Run();
        new EventChecks(draft, scenario, acts).Run(measures);
        new ColumnChecks(draft).Run(measures);

        // A parameter that is broken leaves a gap in the indices that formulas use.
        if (scenario.Parameters.Length != draft.Parameters.Count)
        {
            return;
        }

        var bounds = new VariableBounds(scenario, measures);
        new SignChecks(draft, bounds).Run();
        CheckSeries(draft, scenario, bounds.Day.High);
        if (!draft.List.HasErrors)
        {
            new ReachChecks(draft, scenario, acts).Run(patterns, bounds.Day.High);
        }
    }

    // Every thread of a run keeps a summary of each sample of each path: a million are some hundred megabytes.
    private static void CheckSeries(Draft draft, Scenario scenario, double latestDay)
    {
        if (scenario.Series is not { Every: { Root: ConstantNode { Value: > 0 and var everyDays } } every, Of: var paths })
        {
            return;
        }

        var samples = (Math.Floor(latestDay / everyDays) + 1) * paths.Length;
        if (double.IsFinite(samples) && samples > MaximumSamples)
        {
            draft.List.Error(
                every.Where,
                FormattableString.Invariant(
                    $"{samples:G12} samples are too many: all paths together have {MaximumSamples:N0} at most"),
                "take them less often, or choose an earlier horizon");
        }
    }
}
