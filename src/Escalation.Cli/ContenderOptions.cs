using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using Escalation.Loading;
using Escalation.Model;

namespace Escalation.Cli;

/// <summary>The options <c>--case</c> and <c>--set</c> of a comparison, each of which names one contender.</summary>
internal sealed class ContenderOptions
{
    private readonly Option<string[]> cases = new("--case")
    {
        HelpName = "TITLE",
        Description = "A case of the file to compare. May be repeated.",
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string[]> settings = new("--set")
    {
        HelpName = "NAME=VALUE,…",
        Description = "Values to compare, all of one contender together, as in 'us_response=1,us_severity=2'. May be repeated.",
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>The options.</summary>
    internal Option[] All => [cases, settings];

    /// <summary>Reads the contenders, in the order of the command line.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="asWritten">What the file as written is called, which is compared with one that stands alone.</param>
    /// <param name="named">The contenders, two or more.</param>
    /// <returns>Null, or what is wrong.</returns>
    internal string? Read(ParseResult parsed, Scenario scenario, string asWritten, out ImmutableArray<NamedSettings> named)
    {
        named = [];
        var found = ImmutableArray.CreateBuilder<NamedSettings>();
        foreach (var (option, text) in InOrder(parsed))
        {
            var problem = option == cases.Name ? ReadCase(scenario, text, out var one) : ReadSettings(scenario, text, out one);
            if (problem is not null)
            {
                return $"{option}: {problem}";
            }

            if (found.Any(other => other.Label == one.Label))
            {
                return $"{option}: '{one.Label}' is there twice";
            }

            found.Add(one);
        }

        if (found.Count == 0)
        {
            return "nothing to compare: name two or more by --case and --set, as in '--set us_response=0.5'";
        }

        if (found.Count == 1)
        {
            found.Insert(0, new NamedSettings(asWritten, []));
        }

        named = found.ToImmutable();
        return null;
    }

    private IEnumerable<(string Option, string Text)> InOrder(ParseResult parsed)
    {
        string? option = null;
        foreach (var token in parsed.Tokens)
        {
            if (token.Type == TokenType.Option)
            {
                option = token.Value;
            }
            else if (option == cases.Name || option == settings.Name)
            {
                yield return (option, token.Value);
                option = null;
            }
        }
    }

    private static string? ReadCase(Scenario scenario, string title, out NamedSettings one)
    {
        var reading = SettingReader.FindCase(scenario, title);
        one = new(title, reading.Case?.Settings ?? []);
        return reading.Trouble;
    }

    private static string? ReadSettings(Scenario scenario, string text, out NamedSettings one)
    {
        var settings = ImmutableArray.CreateBuilder<ParameterSetting>();
        one = new(text, []);
        foreach (var part in text.Split(','))
        {
            var reading = SettingReader.Read(scenario, part.Trim());
            if (reading.Setting is not { } setting)
            {
                return reading.Trouble;
            }

            settings.Add(setting);
        }

        one = new(string.Join(", ", text.Split(',').Select(part => part.Trim())), settings.ToImmutable());
        return null;
    }
}

/// <summary>A contender of a comparison.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Settings">Its values.</param>
internal sealed record NamedSettings(string Label, ImmutableArray<ParameterSetting> Settings);
