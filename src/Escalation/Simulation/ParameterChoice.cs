using System.Collections.Immutable;
using Escalation.Model;

namespace Escalation.Simulation;

/// <summary>Which values the levers and uncertainties of a run take.</summary>
/// <param name="Settings">Values that replace those of the file; a later one wins over an earlier one.</param>
/// <param name="Sample">True: every uncertainty with a prior that is not set is drawn once a replication.</param>
public sealed record ParameterChoice(ImmutableArray<ParameterSetting> Settings, bool Sample)
{
    /// <summary>Indices of the parameters that each replication is given a value of (<see cref="World.Give"/>); they win over
    /// everything else. One program then serves all points of an experiment.</summary>
    public ImmutableArray<int> Open { get; init; } = [];

    /// <summary>The values of the file.</summary>
    public static ParameterChoice AsWritten { get; } = new([], Sample: false);

    /// <summary>Finds the value of every parameter.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <returns>One value a parameter; null where its prior is drawn once a replication, or a value is given to
    /// it.</returns>
    internal double?[] Resolve(Scenario scenario)
    {
        var values = new double?[scenario.Parameters.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = scenario.Parameters[i];
            values[i] = Sample && parameter.Prior is not null ? null : parameter.Value;
        }

        foreach (var setting in Settings)
        {
            values[setting.Parameter] = setting.Value;
        }

        foreach (var parameter in Open)
        {
            values[parameter] = null;
        }

        return values;
    }
}
