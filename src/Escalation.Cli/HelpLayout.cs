using System.CommandLine;
using System.CommandLine.Invocation;
using System.Globalization;

namespace Escalation.Cli;

/// <summary>Help with examples first: most who ask want one to copy.</summary>
internal sealed class HelpLayout(Terminal terminal) : SynchronousCommandLineAction
{
    private static readonly string[] RootExamples =
    [
        "escalate run scenarios/iraq-syria-2023-10.yaml",
        "escalate validate scenarios/*.yaml",
    ];

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        Write(parseResult.CommandResult.Command, terminal.Out, terminal.Width);
        return ExitCode.Done;
    }

    /// <summary>Writes the help of a command.</summary>
    /// <param name="command">The program or a verb.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="width">Columns.</param>
    internal static void Write(Command command, TextWriter writer, int width)
    {
        foreach (var line in Prose.Wrap(command.Description ?? "", width))
        {
            writer.WriteLine(line);
        }

        writer.WriteLine("\nExamples:");
        foreach (var example in command is Verb verb ? verb.Examples : RootExamples)
        {
            writer.WriteLine($"  {example}");
        }

        writer.WriteLine($"\nUsage:\n  {Usage(command)}");
        Section(writer, width, "Verbs", command.Subcommands.Select(sub => (sub.Name, sub.Description ?? "")));
        Section(writer, width, "Arguments", command.Arguments.Select(argument => (Name(argument), argument.Description ?? "")));
        var inherited = command.Parents.OfType<Command>().SelectMany(parent => parent.Options.Where(option => option.Recursive));
        var options = command.Options.Concat(inherited).Select(option => (Name(option), Description(option)));
        Section(writer, width, "Options", options);
    }

    private static string Usage(Command command) => command is RootCommand
        ? "escalate VERB [options]"
        : string.Join(' ', ["escalate", command.Name, .. command.Arguments.Select(Name), "[options]"]);

    private static string Name(Argument argument) =>
        argument.Arity.MaximumNumberOfValues > 1 ? $"{argument.HelpName}…" : $"{argument.HelpName}";

    private static string Name(Option option)
    {
        var aliases = option.Aliases.Where(alias => alias.StartsWith('-')).OrderBy(alias => alias.Length);
        var names = string.Join(", ", aliases.Append(option.Name));
        return option.HelpName is { } value ? $"{names} {value}" : names;
    }

    private static string Description(Option option)
    {
        // The default number of threads is that of the machine, and a default of "no" or "nothing" goes without saying.
        var standard = option.HasDefaultValue && option.Name != "--threads" ? option.GetDefaultValue() : null;
        var text = option.Name == "--threads" ? "all processors" : standard switch
        {
            null or false or string[] => null,
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => standard.ToString(),
        };
        return text is null ? option.Description ?? "" : $"{option.Description} Default: {text}.";
    }

    private static void Section(TextWriter writer, int width, string title, IEnumerable<(string Name, string About)> rows)
    {
        var list = rows.ToList();
        if (list.Count == 0)
        {
            return;
        }

        writer.WriteLine($"\n{title}:");
        var column = list.Max(row => row.Name.Length) + 4;
        foreach (var (name, about) in list)
        {
            var lines = Prose.Wrap(about, Math.Max(width - column, 20)).ToList();
            writer.WriteLine($"  {name.PadRight(column - 2)}{lines.FirstOrDefault()}".TrimEnd());
            foreach (var line in lines.Skip(1))
            {
                writer.WriteLine(new string(' ', column) + line);
            }
        }
    }
}
