using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Escalation.Cli;

/// <summary>The options that verbs share, each described once.</summary>
internal static class CommonOptions
{
    /// <summary>Beyond it no row number and no count of anything would overflow, but no machine holds the rows.</summary>
    internal const long MostReplications = 1_000_000_000;
    private const int MostThreads = 1024;

    internal static Argument<string> Scenario() => new("scenario") { HelpName = "SCENARIO", Description = "The scenario file." };

    internal static Option<long> Replications(string description = "How many histories are run.", long standard = 10_000) =>
        Whole("--replications", "N", description, standard, 1, MostReplications, "-n");

    internal static Option<ulong> Seed() => new("--seed")
    {
        HelpName = "N",
        Description = "Where all luck comes from: the same seed, the same histories. From 0 to 2^64 - 1.",
        DefaultValueFactory = _ => 1,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (!ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed))
            {
                result.AddError($"'{text}' is no seed: write a whole number from 0 to {ulong.MaxValue}");
            }

            return seed;
        },
    };

    internal static Option<long> Threads() =>
        Whole("--threads", "N", "Threads that work; results do not depend on it.", Environment.ProcessorCount, 1, MostThreads);

    internal static Option<string[]> Set() => new("--set")
    {
        HelpName = "NAME=VALUE",
        Description = "Sets a lever or an uncertainty, as in 'us_response=0.5'. May be repeated; wins over --case.",
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
        Arity = ArgumentArity.OneOrMore,
    };

    internal static Option<string?> Case() => new("--case")
    {
        HelpName = "TITLE",
        Description = "Takes the values of a case of the file.",
    };

    internal static Option<bool> Sample(string consequence = "") => new("--sample")
    {
        Description = "Draws every uncertainty that has a prior anew in each history." + consequence,
    };

    internal static Option<bool> Quiet() => new("--quiet", "-q") { Description = "Only the answer: no progress, no warnings." };

    internal static Option<bool> NoColor() => new("--no-color") { Description = "No colour and no boxes; so does NO_COLOR." };

    /// <summary>An option with a few words as values.</summary>
    internal static Option<string> Choice(string name, string description, params string[] words) => new(name)
    {
        HelpName = string.Join('|', words),
        Description = description,
        DefaultValueFactory = _ => words[0],
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (!words.Contains(text))
            {
                result.AddError($"{name} is one of {string.Join(", ", words)}, not '{text}'");
            }

            return text;
        },
    };

    /// <summary>An option with a whole number as value.</summary>
    internal static Option<long> Whole(
        string name, string unit, string description, long? standard, long least, long most, params string[] aliases)
    {
        var option = new Option<long>(name, aliases)
        {
            HelpName = unit,
            Description = description,
            CustomParser = result => ReadWhole(result, name, least, most),
        };
        if (standard is { } value)
        {
            option.DefaultValueFactory = _ => value;
        }
        else
        {
            option.Required = true;
        }

        return option;
    }

    private static long ReadWhole(ArgumentResult result, string name, long least, long most)
    {
        var text = result.Tokens[0].Value;
        var isWhole = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value);
        if (!isWhole || value < least || value > most)
        {
            result.AddError(FormattableString.Invariant($"{name} is a whole number from {least} to {most}, not '{text}'"));
        }

        return value;
    }
}
