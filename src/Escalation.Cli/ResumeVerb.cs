using System.CommandLine;
using Escalation.Results;

namespace Escalation.Cli;

/// <summary><c>resume</c>: goes on with an experiment that was interrupted.</summary>
internal static class ResumeVerb
{
    internal static Verb Make(Session session, Func<Session, int> run)
    {
        var folder = new Argument<string>("folder") { HelpName = "DIR", Description = "Folder of the experiment." };
        var verb = new Verb(
            "resume",
            "Goes on with an experiment that was interrupted or killed, with the command that began it; what is done is not "
            + "run again. Of one that is done it writes all files anew.",
            "escalate resume runs/iraq-syria-2023-10-sweep-20261122T040000Z",
            "escalate resume runs/both")
        {
            folder,
        };
        verb.SetAction(parsed => Again(session, parsed.GetRequiredValue(folder), run));
        return verb;
    }

    /// <summary>Does the experiment of a folder again, with the rows that it left.</summary>
    /// <param name="session">Where it is told.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="run">Runs a command line.</param>
    /// <returns>The exit code.</returns>
    internal static int Again(Session session, string folder, Func<Session, int> run)
    {
        if (!Directory.Exists(folder))
        {
            throw new RunFolderException(
                $"cannot read '{folder}': there is no such folder; name one of an experiment, such as runs/…");
        }

        if (!File.Exists(Path.Combine(folder, "manifest.json")))
        {
            throw new RunFolderException(
                $"cannot go on in '{folder}': it has no manifest.json, so nothing was begun; run the command of the experiment");
        }

        if (ExperimentManifest.Read(folder) is not { } manifest)
        {
            throw new RunFolderException(
                $"cannot go on in '{folder}': its manifest.json is that of no experiment; 'escalate run' is done anew, with "
                    + "--force");
        }

        // Whoever wrote this manifest was no experiment: doing what it says might never end.
        if (session.Resumed is not null || manifest.Command is not [var verb, ..] || verb != manifest.Experiment)
        {
            throw new RunFolderException(
                $"cannot go on in '{folder}': manifest.json does not hold the command of its experiment; run it anew, with "
                + "--force");
        }

        return run(session with { Arguments = [.. manifest.Command], Resumed = folder });
    }
}
