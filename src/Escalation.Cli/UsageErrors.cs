using System.CommandLine;
using System.CommandLine.Parsing;
using Escalation.Language;

namespace Escalation.Cli;

/// <summary>All messages about a wrong command line: what is wrong, the nearest right word, where help is.</summary>
internal static class UsageErrors
{
    /// <summary>Finds what is wrong with a command line.</summary>
    /// <param name="parsed">What the parser made of it.</param>
    /// <param name="args">The arguments as typed.</param>
    /// <returns>The message, or null if nothing is wrong.</returns>
    internal static string? Of(ParseResult parsed, IReadOnlyList<string> args)
    {
        var command = parsed.CommandResult.Command;
        var known = command.Options.Concat(parsed.RootCommandResult.Command.Options.Where(option => option.Recursive));
        var options = known.SelectMany(option => option.Aliases.Prepend(option.Name)).ToList();

        // An unknown option before the scenario would be taken for the scenario, so options are looked at first.
        if (UnknownOption(args, options) is { } option)
        {
            return Message(command, $"unknown option '{option}'", Suggestions.Nearest(option, options));
        }

        // So would one with a single dash; the parser has taken its own apart, as in '-qn 3'.
        var positional = parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens);
        var dashed = positional.Select(token => token.Value).Concat(parsed.UnmatchedTokens)
            .FirstOrDefault(value => value.Length > 1 && value[0] == '-' && !args.Contains("--"));
        if (dashed is not null)
        {
            return Message(command, $"unknown option '{dashed}'", Suggestions.Nearest(dashed, options));
        }

        if (command is RootCommand && parsed.UnmatchedTokens is [var verb, ..])
        {
            var verbs = command.Subcommands.Select(sub => sub.Name);
            return Message(command, $"unknown verb '{verb}'", Suggestions.Nearest(verb, verbs));
        }

        if (parsed.UnmatchedTokens is [var surplus, ..])
        {
            return Message(command, $"'{surplus}' is one argument too many", nearest: null);
        }

        return parsed.Errors is [var first, ..] ? Message(command, first.Message.TrimEnd('.'), nearest: null) : null;
    }

    /// <summary>A message about a wrong command line in its form.</summary>
    internal static string Message(Command command, string problem, string? nearest)
    {
        var name = command is RootCommand ? "escalate" : $"escalate {command.Name}";
        var hint = nearest is null ? "" : $"did you mean '{nearest}'? ";
        return $"{name}: error: {Prose.Harmless(problem)}\n   {hint}'{name} --help' shows how it is used";
    }

    private static string? UnknownOption(IReadOnlyList<string> args, List<string> options) =>
        args.TakeWhile(arg => arg != "--")
            .Where(arg => arg.StartsWith("--", StringComparison.Ordinal))
            .Select(arg => arg.Split('=', ':')[0])
            .FirstOrDefault(name => !options.Contains(name));
}
