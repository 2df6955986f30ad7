using System.CommandLine;
using Escalation.Loading;

namespace Escalation.Cli;

/// <summary><c>schema</c>: the JSON Schema of scenario files, for editors.</summary>
internal static class SchemaVerb
{
    internal static Verb Make(Session session)
    {
        var file = new Option<string?>("--out", "-o")
        {
            HelpName = "FILE",
            Description = "The file that is written; one that is there is left alone unless --force is given.",
        };
        var force = new Option<bool>("--force") { Description = "Replaces the file of --out." };
        var studies = new Option<bool>("--studies") { Description = "The schema of files that hold studies alone." };
        var verb = new Verb(
            "schema",
            "Prints the JSON Schema of scenario files (draft 7): with it an editor completes keys and says what they mean. Write "
            + $"it beside your scenarios, and let each begin with the line '{ScenarioSchema.Modeline}', as those of "
            + "'escalate new' do.",
            $"escalate schema --out {ScenarioSchema.FileName}",
            $"escalate schema > {ScenarioSchema.FileName}") { file, force, studies };
        verb.SetAction(parsed =>
        {
            Action<Stream> write = parsed.GetValue(studies) ? ScenarioSchema.WriteOfStudies : ScenarioSchema.Write;
            if (parsed.GetValue(file) is not { } path)
            {
                session.Terminal.WriteBytes(write);
                return ExitCode.Done;
            }

            if (NewFile.Write(path, write, parsed.GetValue(force)) is { } problem)
            {
                var hint = File.Exists(path) ? ", or say --force" : "";
                session.Terminal.Fail(problem + hint);
                return ExitCode.Failed;
            }

            session.Terminal.Out.WriteLine($"Wrote {Prose.Harmless(path)}");
            return ExitCode.Done;
        });
        return verb;
    }
}
