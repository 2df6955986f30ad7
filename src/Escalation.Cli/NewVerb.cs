using System.CommandLine;
using System.Text;
using Escalation.Loading;

namespace Escalation.Cli;

/// <summary><c>new</c>: a commented scenario to start from.</summary>
internal static class NewVerb
{
    internal static Verb Make(Session session)
    {
        var name = new Argument<string>("name")
        {
            HelpName = "NAME",
            Description = "The name of the scenario, or a path: '.yaml' is added where it is missing.",
        };
        var verb = new Verb(
            "new",
            "Writes a small commented scenario that runs, to be changed line by line. Writes over no file.",
            "escalate new my-border",
            "escalate new scenarios/my-border.yaml") { name };
        verb.SetAction(parsed => Write(parsed.GetRequiredValue(name), session));
        return verb;
    }

    private static int Write(string name, Session session)
    {
        var isWhole = name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)
            || string.IsNullOrWhiteSpace(name) || Directory.Exists(name);
        var path = isWhole ? name : name + ".yaml";
        var bytes = Encoding.UTF8.GetBytes(NewScenario.Text(Path.GetFileNameWithoutExtension(path)));
        if (NewFile.Write(path, stream => stream.Write(bytes)) is { } problem)
        {
            session.Terminal.Fail(problem);
            return ExitCode.Failed;
        }

        var schema = Path.Combine(Path.GetDirectoryName(path) ?? "", ScenarioSchema.FileName);
        session.Terminal.Out.WriteLine($"Wrote {Prose.Harmless(path)}. To run it:");
        session.Terminal.Out.WriteLine($"  {Line("run", path)}");
        session.Terminal.Out.WriteLine("For an editor that completes keys and shows what they mean, once a folder:");
        session.Terminal.Out.WriteLine($"  {Line("schema", "--out", schema)}");
        return ExitCode.Done;

        string Line(params string[] arguments) => Prose.Harmless((session with { Arguments = arguments }).CommandLine);
    }
}
