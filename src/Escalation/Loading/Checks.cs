using System.Collections.Immutable;
using Escalation.Model;

namespace Escalation.Loading;

/// <summary>What can be checked only when everything is read.</summary>
internal static class Checks
{
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

        // A parameter that is broken leaves a gap in the indices that formulas use.
        if (scenario.Parameters.Length != draft.Parameters.Count)
        {
            return;
        }

        var bounds = new VariableBounds(scenario, measures);
        new SignChecks(draft, bounds).Run();
        if (!draft.List.HasErrors)
        {
            new ReachChecks(draft, scenario, acts).Run(patterns, bounds.Day.High);
        }
    }
}
