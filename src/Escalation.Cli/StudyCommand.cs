using System.Collections.Immutable;
using System.CommandLine;
using Escalation.Language;
using Escalation.Loading;
using Escalation.Model;

namespace Escalation.Cli;

/// <summary>A study as the command line that it stands for.</summary>
/// <param name="Study">The study.</param>
/// <param name="Arguments">The command line after the name of the program.</param>
internal sealed record StudyCommand(Study Study, ImmutableArray<string> Arguments)
{
    private static readonly string[] Truths = ["true", "false"];

    /// <summary>The name of its folder: its title, as far as a name of a folder can say it.</summary>
    internal string FolderName
    {
        get
        {
            var name = string.Concat(Study.Title.Select(letter => char.IsLetterOrDigit(letter) ? letter : '-')).Trim('-');
            return name.Length > 0 ? name : "study";
        }
    }

    /// <summary>Makes the command line of a study.</summary>
    internal static StudyCommand Of(StudySource source, Study study)
    {
        var arguments = ImmutableArray.CreateBuilder<string>();
        arguments.Add(study.Verb);
        arguments.Add(source.ScenarioPath);
        foreach (var option in study.Options)
        {
            foreach (var value in option.Values)
            {
                if (value.Text == "false" && option.Values.Length == 1)
                {
                    continue;
                }

                arguments.Add("--" + option.Name);
                if (value.Text != "true")
                {
                    arguments.Add(value.Text);
                }
            }
        }

        return new(study, arguments.ToImmutable());
    }

    /// <summary>Says what the verb does not understand, each at its place in the file.</summary>
    /// <param name="verbs">The verbs of the program.</param>
    internal IEnumerable<Diagnostic> Problems(IEnumerable<Command> verbs)
    {
        if (verbs.FirstOrDefault(known => known.Name == Study.Verb) is not { } verb)
        {
            yield return Error(Study.VerbWhere, $"there is no verb '{Study.Verb}'", "see 'escalate --help'");
            yield break;
        }

        var isBroken = false;
        foreach (var option in Study.Options)
        {
            if (verb.Options.FirstOrDefault(known => known.Name == "--" + option.Name) is not { } known)
            {
                isBroken = true;
                var names = verb.Options.Select(one => one.Name.TrimStart('-'));
                var nearest = Suggestions.Nearest(option.Name, names);
                yield return Error(
                    option.Where,
                    $"'escalate {verb.Name}' has no option '{option.Name}'",
                    (nearest is null ? "" : $"did you mean '{nearest}'? ") + $"see 'escalate {verb.Name} --help'");
            }
            else if (known.ValueType == typeof(bool) && option.Values.Any(value => !Truths.Contains(value.Text)))
            {
                isBroken = true;
                yield return Error(option.Values[0].Where, $"'{option.Name}' is a switch", "write 'true', or leave it out");
            }
        }

        if (isBroken)
        {
            yield break;
        }

        foreach (var error in verb.Parse([.. Arguments.Skip(1)]).Errors)
        {
            var about = Study.Options.FirstOrDefault(option =>
                error.Message.Contains("--" + option.Name, StringComparison.Ordinal));
            yield return Error(
                about?.Values[0].Where ?? Study.VerbWhere, error.Message.TrimEnd('.'), $"see 'escalate {verb.Name} --help'");
        }
    }

    private static Diagnostic Error(SourceSpan where, string message, string hint) => new(Severity.Error, where, message, hint);
}
