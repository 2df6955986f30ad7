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
    }
}
