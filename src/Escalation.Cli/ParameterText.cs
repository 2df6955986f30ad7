using System.Collections.Immutable;
using Escalation.Loading;
using Escalation.Model;

namespace Escalation.Cli;

/// <summary>What options say of a lever or uncertainty: its name, and some of its values.</summary>
internal static class ParameterText
{
    /// <summary>Finds a lever or uncertainty.</summary>
    /// <returns>Null, or what is wrong.</returns>
    internal static string? Find(Scenario scenario, string name, out int index)
    {
        index = scenario.Parameters.Select(known => known.Name).ToList().IndexOf(name);
        return index < 0 ? SettingReader.Read(scenario, name, "0").Trouble : null;
    }

    /// <summary>Reads values with commas between them, none twice.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="name">The name of the lever or uncertainty.</param>
    /// <param name="text">The values.</param>
    /// <param name="parameter">Its index.</param>
    /// <param name="values">The values, at least one.</param>
    /// <returns>Null, or what is wrong.</returns>
    internal static string? Values(
        Scenario scenario, string name, string text, out int parameter, out ImmutableArray<double> values)
    {
        (parameter, values) = (-1, []);
        var found = ImmutableArray.CreateBuilder<double>();
        foreach (var part in text.Split(','))
        {
            var reading = SettingReader.Read(scenario, name, part.Trim());
            if (reading.Setting is not { } setting)
            {
                return reading.Trouble;
            }

            if (found.Contains(setting.Value))
            {
                return $"the value {part.Trim()} is there twice";
            }

            parameter = setting.Parameter;
            found.Add(setting.Value);
        }

        values = found.ToImmutable();
        return null;
    }

    /// <summary>Reads the two ends of a range.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="name">The name of the lever or uncertainty.</param>
    /// <param name="ends">The first two texts.</param>
    /// <param name="low">What stands first.</param>
    /// <param name="high">What stands second.</param>
    /// <returns>Null, or what is wrong.</returns>
    internal static string? Ends(
        Scenario scenario, string name, string[] ends, out ParameterSetting low, out ParameterSetting high)
    {
        (low, high) = (new(-1, double.NaN), new(-1, double.NaN));
        var first = SettingReader.Read(scenario, name, ends[0].Trim());
        var second = SettingReader.Read(scenario, name, ends[1].Trim());
        if (first.Setting is not { } from)
        {
            return first.Trouble;
        }

        if (second.Setting is not { } to)
        {
            return second.Trouble;
        }

        (low, high) = (from, to);
        return null;
    }
}
