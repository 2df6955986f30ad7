using System.Collections.Immutable;
using System.CommandLine;
using Escalation.Language;
using Escalation.Loading;
using Escalation.Model;

namespace Escalation.Cli;

/// <summary><c>study</c>: experiments that are written down, in the scenario or in a file of their own.</summary>
internal static class StudyVerb
{
    internal static Verb Make(Session session, Func<Session, int> run)
    {
        var file = new Argument<string>("file") { HelpName = "FILE", Description = "A scenario, or a file of studies." };
        var titles = new Argument<string[]>("title")
        {
            HelpName = "TITLE",
            Description = "The studies that are done, one after the other. Without any: all of the file.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var list = new Option<bool>("--list")
        {
            Description = "Lists the studies of the file, with the commands they stand for.",
        };
        var folder = new Option<string?>("--out", "-o")
        {
            HelpName = "DIR",
            Description = "Below it each study gets a folder named after its title. What is there already is not run again.",
        };
        var threads = CommonOptions.Threads();
        var quiet = CommonOptions.Quiet();
        var verb = new Verb(
            "study",
            "Does studies that are written down in a scenario or in a file of their own, so that the figures of a paper are one "
            + "command. Each is a verb of this program with its options.",
            "escalate study scenarios/first-steps.yaml --list",
            "escalate study scenarios/first-steps.yaml 'how firm' --out figures")
        {
            file, titles, list, folder, threads, quiet,
        };
        verb.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(file);
            if (StudySource.Read(session.Terminal, path) is not { } source)
            {
                return ExitCode.Failed;
            }

            var wanted = parsed.GetValue(titles) ?? [];
            if (wanted.FirstOrDefault(title => source.Find(title) is null) is { } unknown)
            {
                var nearest = Suggestions.Nearest(unknown, source.Studies.Select(study => study.Title));
                session.Terminal.Error.WriteLine(
                    UsageErrors.Message(verb, $"there is no study '{unknown}' in '{path}'", nearest));
                return ExitCode.Usage;
            }

            ImmutableArray<Study> studies = wanted.Length > 0 ? [.. wanted.Select(title => source.Find(title)!)] : source.Studies;
            var commands = studies.Select(study => StudyCommand.Of(source, study)).ToList();
            if (parsed.GetValue(list))
            {
                return List(session.Terminal, commands);
            }

            // All that is wrong in any of them is told before the first begins.
            var verbs = verb.Parents.OfType<RootCommand>().Single().Subcommands;
            var problems = commands.SelectMany(command => command.Problems(verbs)).ToList();
            foreach (var problem in problems)
            {
                session.Terminal.Error.WriteLine(DiagnosticText.Render(problem, path, source.Text));
            }

            if (problems.Count > 0)
            {
                return ExitCode.Failed;
            }

            var more = parsed.GetResult(threads) is { Implicit: false } ? parsed.GetValue(threads) : (long?)null;
            return All(session, commands, run, parsed.GetValue(folder), more, parsed.GetValue(quiet));
        });
        return verb;
    }

    private static int List(Terminal terminal, List<StudyCommand> commands)
    {
        foreach (var command in commands)
        {
            var about = command.Study.About.Length > 0 ? $"  {command.Study.About}" : "";
            terminal.Out.WriteLine(Prose.Harmless($"{command.Study.Title}{about}"));
            terminal.Out.WriteLine(Prose.Harmless($"  {Results.ShellLine.Of(command.Arguments)}"));
        }

        return ExitCode.Done;
    }

    private static int All(
        Session session, List<StudyCommand> commands, Func<Session, int> run, string? folder, long? threads, bool isQuiet)
    {
        foreach (var command in commands)
        {
            if (!isQuiet)
            {
                session.Terminal.Error.WriteLine($"escalate: study '{Prose.Harmless(command.Study.Title)}'");
            }

            string[] arguments =
            [
                .. command.Arguments,
                .. folder is null ? Array.Empty<string>() : ["--out", Path.Combine(folder, command.FolderName)],

                // A run has no points that could be taken up: it is done again, with the same bytes.
                .. folder is not null && command.Study.Verb == "run" ? ["--force"] : Array.Empty<string>(),
                .. threads is { } count ? ["--threads", FormattableString.Invariant($"{count}")] : Array.Empty<string>(),
                .. isQuiet ? ["--quiet"] : Array.Empty<string>(),
            ];
            if (run(session with { Arguments = arguments }) is var code && code != ExitCode.Done)
            {
                return code;
            }
        }

        return ExitCode.Done;
    }
}
