using System.Collections.Immutable;
using Escalation.Model;
using Escalation.Simulation;

namespace Escalation.Experiments;

/// <summary>A lever or uncertainty along which points lie.</summary>
/// <param name="Parameter">Its index.</param>
/// <param name="Values">Its values, in the order wanted, at least one.</param>
public sealed record PointAxis(int Parameter, ImmutableArray<double> Values)
{
    /// <summary>Numbers from one end to the other, both included, at equal distances.</summary>
    /// <param name="low">The one end.</param>
    /// <param name="high">The other.</param>
    /// <param name="count">How many, at least 2.</param>
    /// <returns>The numbers; those that are short in decimals come out as the doubles one would type.</returns>
    public static ImmutableArray<double> Spread(double low, double high, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);

        // One division at the end: low + i · step would give 0.15000000000000002 among the twentieths.
        return [.. Enumerable.Range(0, count).Select(index => ((low * (count - 1 - index)) + (high * index)) / (count - 1))];
    }

    /// <summary>All combinations of values; the last axis changes first.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="basis">Values of the other parameters.</param>
    /// <param name="axes">The axes, at least one, no parameter twice.</param>
    /// <returns>The points.</returns>
    public static ImmutableArray<Point> Grid(Scenario scenario, ParameterChoice basis, ImmutableArray<PointAxis> axes)
    {
        var rows = axes.Aggregate(
            (IEnumerable<ImmutableArray<ParameterSetting>>)[[]],
            (started, axis) => started.SelectMany(row =>
                axis.Values.Select(value => row.Add(new ParameterSetting(axis.Parameter, value)))));
        return [.. rows.Select(row => PointPlan.PointAt(scenario, basis, row))];
    }
}
