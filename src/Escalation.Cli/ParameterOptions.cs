using System.Collections.Immutable;
using System.CommandLine;
using Escalation.Loading;
using Escalation.Model;
using Escalation.Simulation;

namespace Escalation.Cli;

/// <summary>The options that choose values of levers and uncertainties: <c>--case</c>, <c>--set</c>, <c>--sample</c>.</summary>
/// <param name="consequenceOfSample">What else the verb does with <c>--sample</c>: a sentence after a blank, or
/// nothing.</param>
internal sealed class ParameterOptions(string consequenceOfSample = "")
{
    private readonly Option<string?> caseTitle = CommonOptions.Case();
    private readonly Option<string[]> settings = CommonOptions.Set();
    private readonly Option<bool> sample = CommonOptions.Sample(consequenceOfSample);

    /// <summary>The options.</summary>
    internal Option[] All => [caseTitle, settings, sample];

    /// <summary>Adds the options to a verb.</summary>
    internal void AddTo(Command verb)
    {
        foreach (var option in All)
        {
            verb.Add(option);
        }
    }

    /// <summary>Reads a command line.</summary>
    internal ParameterRequest Read(ParseResult parsed) =>
        new(parsed.GetValue(caseTitle), [.. parsed.GetValue(settings) ?? []], parsed.GetValue(sample));
}

/// <summary>Which values a command line wants for levers and uncertainties.</summary>
/// <param name="Case">Title of a case; null: none.</param>
/// <param name="Settings">Texts <c>name=value</c>; a later one wins over an earlier one, all win over the case.</param>
/// <param name="IsSampled">True: uncertainties with a prior are drawn anew in each replication.</param>
internal sealed record ParameterRequest(string? Case, ImmutableArray<string> Settings, bool IsSampled)
{
    /// <summary>Finds the values in a scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="choice">The values.</param>
    /// <returns>Null, or what is wrong.</returns>
    internal string? Resolve(Scenario scenario, out ParameterChoice choice)
    {
        choice = ParameterChoice.AsWritten;
        var settings = ImmutableArray.CreateBuilder<ParameterSetting>();
        if (Case is { } title)
        {
            var found = SettingReader.FindCase(scenario, title);
            if (found.Case is null)
            {
                return $"--case: {found.Trouble}";
            }

            settings.AddRange(found.Case.Settings);
        }

        foreach (var text in Settings)
        {
            var reading = SettingReader.Read(scenario, text);
            if (reading.Setting is not { } setting)
            {
                return $"--set: {reading.Trouble}";
            }

            settings.Add(setting);
        }

        choice = new(settings.ToImmutable(), IsSampled);
        return null;
    }
}
