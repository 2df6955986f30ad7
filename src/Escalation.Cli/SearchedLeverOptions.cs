using System.Collections.Immutable;
using System.CommandLine;
using Escalation.Model;
using Escalation.Simulation;
using Escalation.Tuning;

namespace Escalation.Cli;

/// <summary>The options <c>--levers</c> and <c>--lever</c> of tuning: what may be chosen.</summary>
internal sealed class SearchedLeverOptions
{
    private readonly Option<string[]> names = new("--levers")
    {
        HelpName = "NAMES",
        Description = "Levers that are tuned over their ranges or choices, with commas between them. Without it and --lever: all "
            + "levers that have a range or choices.",
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string[]> levers = new("--lever", "-l")
    {
        HelpName = "NAME=VALUES",
        Description = "A lever and where it may go: 'us_response=0:0.5' over a range, 'us_response=0,0.1,0.5' or "
            + "'policy=restraint,hammer' between values. May be repeated.",
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>The options.</summary>
    internal Option[] All => [names, levers];

    /// <summary>Reads them.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="basis">Values of what is not tuned.</param>
    /// <param name="space">What may be chosen.</param>
    /// <returns>Null, or what is wrong.</returns>
    internal string? Read(ParseResult parsed, Scenario scenario, ParameterChoice basis, out PolicySpace space)
    {
        space = new(scenario, basis, []);
        var found = ImmutableArray.CreateBuilder<SearchedLever>();
        var named = (parsed.GetValue(names) ?? []).SelectMany(text => text.Split(','));
        var asked = named.Select(text => (Option: "--levers", Text: text.Trim()))
            .Concat((parsed.GetValue(levers) ?? []).Select(text => (Option: "--lever", Text: text))).ToList();
        if (asked.Count == 0)
        {
            asked.AddRange(scenario.Parameters.Where(IsTunable).Select(one => ("--levers", one.Name)));
        }

        foreach (var (option, text) in asked)
        {
            if (ReadOne(scenario, text, out var lever) is { } problem)
            {
                return $"{option} {text}: {problem}";
            }

            if (found.Any(other => other.Parameter == lever!.Parameter))
            {
                return $"{option}: '{scenario.Parameters[lever!.Parameter].Name}' is there twice";
            }

            found.Add(lever!);
        }

        if (found.Count == 0)
        {
            return "there is nothing to tune: no lever has a range or choices; name one, as in '--lever name=0:1'";
        }

        space = new(scenario, basis, found.ToImmutable());
        return null;
    }

    private static bool IsTunable(Parameter parameter) =>
        parameter.IsLever && double.IsFinite(parameter.Low) && parameter.Low < parameter.High && double.IsFinite(parameter.High);

    private static string? ReadOne(Scenario scenario, string text, out SearchedLever? lever)
    {
        lever = null;
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var name = (equals < 0 ? text : text[..equals]).Trim();
        if (ParameterText.Find(scenario, name, out var index) is { } problem)
        {
            return problem;
        }

        var parameter = scenario.Parameters[index];
        if (equals < 0)
        {
            if (!parameter.Choices.IsEmpty)
            {
                lever = SearchedLever.OfValues(index, [.. parameter.Choices.Select((_, choice) => (double)choice)]);
                return null;
            }

            if (!IsTunable(parameter))
            {
                return $"it has no range in the file; say where it may go, as in '--lever {name}=0:1'";
            }

            lever = SearchedLever.OfRange(index, parameter.Low, parameter.High);
            return null;
        }

        var ends = text[(equals + 1)..].Split(':');
        return ends.Length switch
        {
            1 => OfValues(scenario, name, ends[0], out lever),
            2 => OfRange(scenario, name, ends, out lever),
            _ => $"write two ends, as in '{name}=0:1', or values with commas between them",
        };
    }

    private static string? OfValues(Scenario scenario, string name, string text, out SearchedLever? lever)
    {
        lever = null;
        if (ParameterText.Values(scenario, name, text, out var parameter, out var values) is { } problem)
        {
            return problem;
        }

        if (values.Length < 2)
        {
            return $"one value leaves nothing to choose; set it by --set {name}={text}, or give more";
        }

        lever = SearchedLever.OfValues(parameter, values);
        return null;
    }

    private static string? OfRange(Scenario scenario, string name, string[] ends, out SearchedLever? lever)
    {
        lever = null;
        if (ParameterText.Ends(scenario, name, ends, out var from, out var to) is { } problem)
        {
            return problem;
        }

        if (!scenario.Parameters[from.Parameter].Choices.IsEmpty)
        {
            return $"it chooses between words: name some, as in '{name}={ends[0]},{ends[1]}', or none for all";
        }

        if (!(from.Value < to.Value))
        {
            return "the range is empty: write the lower end first";
        }

        lever = SearchedLever.OfRange(from.Parameter, from.Value, to.Value);
        return null;
    }
}
