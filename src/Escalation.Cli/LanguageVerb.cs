using System.CommandLine;
using Escalation.Language;
using Escalation.Loading;

namespace Escalation.Cli;

/// <summary><c>language</c>: the reference page of the scenario language.</summary>
internal static class LanguageVerb
{
    internal static Verb Make(Session session)
    {
        var topic = new Argument<string?>("topic")
        {
            HelpName = "TOPIC",
            Description = $"One of {Names()}. Without it: all of them.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var verb = new Verb(
            "language",
            "Prints the reference of the scenario language: every key, function and distribution, with examples, as Markdown.",
            "escalate language rules",
            "escalate language | less") { topic };
        verb.SetAction(parsed =>
        {
            if (parsed.GetValue(topic) is not { } name)
            {
                session.Terminal.Out.Write(LanguagePage.Text());
                return ExitCode.Done;
            }

            if (LanguagePage.Topics.FirstOrDefault(known => known.Name == name) is { } found)
            {
                session.Terminal.Out.Write(LanguagePage.Text(found));
                return ExitCode.Done;
            }

            var near = Suggestions.Nearest(name, LanguagePage.Topics.Select(known => known.Name));
            var problem = $"there is no topic '{name}'; topics: {Names()}";
            session.Terminal.Error.WriteLine(UsageErrors.Message(verb, problem, near));
            return ExitCode.Usage;
        });
        return verb;
    }

    private static string Names() => string.Join(", ", LanguagePage.Topics.Select(known => known.Name));
}
