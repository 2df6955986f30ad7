using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using Escalation.Report;
using Escalation.Report.Page;
using Escalation.Results;

namespace Escalation.Cli;

/// <summary><c>report</c>: charts and the page of a run again, or a page of several runs side by side.</summary>
internal static class ReportVerb
{
    internal static Verb Make(Session session, Func<Session, int> run)
    {
        var runs = FinishedRun.Argument();
        var file = new Option<string?>("--out", "-o")
        {
            HelpName = "FILE",
            Description = "Where the page of several runs is written; no file is replaced. Standard: comparison.html.",
        };
        var verb = new Verb(
            "report",
            "Writes the charts and report.html of a run anew, or one page that shows several runs side by side.",
            "escalate report runs/iraq-syria-2023-10-20261122T040000Z",
            "escalate report runs/never runs/always --out never-or-always.html")
        {
            runs, file,
        };
        verb.SetAction(parsed =>
        {
            var folders = parsed.GetRequiredValue(runs);
            if (folders.Length > 1)
            {
                return Compare(session, folders, parsed.GetValue(file) ?? "comparison.html");
            }

            if (parsed.GetValue(file) is not null)
            {
                session.Terminal.Error.WriteLine(UsageErrors.Message(
                    verb, "--out is for several runs; the report of one is written into its folder", nearest: null));
                return ExitCode.Usage;
            }

            if (ExperimentManifest.Read(folders[0]) is not null)
            {
                return ResumeVerb.Again(session, folders[0], run);
            }

            var finished = FinishedRun.Read(folders[0]);
            ReportFiles.Write(folders[0], finished.Program);
            session.Terminal.Out.WriteLine($"Report: {Prose.Harmless(Path.Combine(folders[0], "report.html"))}");
            return ExitCode.Done;
        });
        return verb;
    }

    private static int Compare(Session session, string[] folders, string file)
    {
        ImmutableArray<RunData> runs = [.. folders.Select(RunData.Read)];
        var page = Encoding.UTF8.GetBytes(ComparisonPage.Of(runs));
        if (NewFile.Write(file, stream => stream.Write(page)) is { } problem)
        {
            session.Terminal.Fail(problem);
            return ExitCode.Failed;
        }

        session.Terminal.Out.WriteLine($"Report: {Prose.Harmless(file)}");
        return ExitCode.Done;
    }
}
