using System.Collections.Immutable;
using Escalation.Model;
using Escalation.Simulation;

namespace Escalation.Experiments;

/// <summary>Which points of a scenario are run, with how many replications each, with what luck. Points that begin with
/// the same replication have the same luck: replication k of one is paired with replication k of the other.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Base">Values of the parameters that no point changes.</param>
/// <param name="Points">The points, at least one; all from <see cref="PointAt"/>.</param>
/// <param name="Replications">Replications a point, at least 1.</param>
/// <param name="Seed">The seed from which all luck comes.</param>
/// <param name="Threads">How many threads work, at least 1. The results do not depend on it.</param>
public sealed record PointPlan(
    Scenario Scenario, ParameterChoice Base, ImmutableArray<Point> Points, long Replications, ulong Seed, int Threads)
{
    /// <summary>Replications of all points together.</summary>
    public long AllReplications => Points.Length * Replications;

    /// <summary>Makes a point: the values of the base, and some that differ.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="basis">Values of the parameters that are not set.</param>
    /// <param name="settings">Values of this point, inside the ranges of their parameters; a later one wins.</param>
    /// <returns>The point.</returns>
    public static Point PointAt(Scenario scenario, ParameterChoice basis, IEnumerable<ParameterSetting> settings)
    {
        ArgumentNullException.ThrowIfNull(basis);
        ArgumentNullException.ThrowIfNull(settings);
        var values = basis.Resolve(scenario).Select(value => value ?? double.NaN).ToArray();
        foreach (var setting in settings)
        {
            values[setting.Parameter] = setting.Value;
        }

        return new([.. values]);
    }
}
