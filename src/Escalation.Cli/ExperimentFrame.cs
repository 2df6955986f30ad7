using System.CommandLine;
using Escalation.Experiments;
using Escalation.Report;
using Escalation.Results;
using Escalation.Simulation;

namespace Escalation.Cli;

/// <summary>What all experiments have around their histories: a folder that goes on, a line of progress, faults told, findings
/// written and shown.</summary>
internal sealed class ExperimentFrame
{
    /// <summary>The verb.</summary>
    internal required Command Verb { get; init; }

    /// <summary>What the command line asks for.</summary>
    internal required ExperimentRequest Request { get; init; }

    /// <summary>The scenario.</summary>
    internal required LoadedScenario Loaded { get; init; }

    /// <summary>Points of the experiment, as far as they are known beforehand.</summary>
    internal int Points { get; init; }

    /// <summary>Says where a point lies, for messages.</summary>
    internal required Func<Point, string> PlaceOf { get; init; }

    /// <summary>Says how far it is, after a time.</summary>
    internal required Func<PointProgress, TimeSpan, string> Tell { get; init; }

    /// <summary>Does the experiment.</summary>
    /// <param name="session">Where it is told.</param>
    /// <param name="work">Runs the points; an <see cref="OperationCanceledException"/> means that nothing can be said
    /// yet.</param>
    /// <returns>The exit code.</returns>
    internal int Run(Session session, Func<IPointStore, PointProgress, CancellationToken, ExperimentEnd> work)
    {
        using var interruption = new Interruption();
        using var folder = Open(session);
        foreach (var note in folder.Blocks.SetAside)
        {
            session.Terminal.Error.WriteLine($"escalate: warning: {Prose.Harmless(note)}; its histories are run again");
        }

        var start = session.Time.GetTimestamp();
        var progress = new PointProgress();
        var end = new ExperimentEnd(null, 0, 0);
        try
        {
            using var line = Request.IsQuiet ? null : new ProgressLine(session, elapsed => Tell(progress, elapsed));
            end = work(folder.Blocks, progress, interruption.Token);
        }
        catch (PointFaultException fault)
        {
            folder.Discard();
            session.Terminal.Fail($"at {PlaceOf(fault.Point!)}: {fault.Message}");
            return ExitCode.Failed;
        }
        catch (OperationCanceledException)
        {
            // What was run is kept in blocks; what it means is seen when the rest is there.
        }

        var elapsed = session.Time.GetElapsedTime(start);
        if (end.Findings is { } findings)
        {
            FindingsFiles.Write(folder, findings, Request.WantsReport);
            folder.Close(end.Points, end.Done, session.Time.GetUtcNow());
            FindingsAnswer.Write(session.Terminal, findings, folder.Manifest, Request.Format);
        }

        return Close(session, folder, end, progress, elapsed);
    }

    private ExperimentFolder Open(Session session)
    {
        var manifest = new ExperimentManifest
        {
            Experiment = Verb.Name,
            Version = VersionAction.Version,
            Command = [.. session.Arguments],
            ScenarioPath = Request.ScenarioName,
            ScenarioSha256 = Loaded.Identity,
            Seed = Request.Seed,
            Points = Points,
            Replications = Request.Replications,
            Threads = Request.Threads,
            Start = session.Time.GetUtcNow(),
        };
        var columns = ScenarioProgram.ColumnsOf(Loaded.Scenario);
        var folder = ExperimentFolder.Open(Request.Out, Request.IsForced, manifest, columns.Length);
        folder.Write("scenario.yaml", stream => stream.Write(Loaded.Source.Bytes.Span));
        foreach (var file in Loaded.Beside)
        {
            folder.WriteBeside(Path.GetFileName(file.Path), file.Bytes);
        }

        return folder;
    }

    private int Close(
        Session session, ExperimentFolder folder, ExperimentEnd end, PointProgress progress, TimeSpan elapsed)
    {
        var place = Request.Format == "table" ? session.Terminal.Out : session.Terminal.Error;
        if (Request.Format == "table" || !Request.IsQuiet)
        {
            place.WriteLine($"Folder: {Prose.Harmless(folder.Path)}");
        }

        if (!Request.IsQuiet)
        {
            var seconds = Math.Max(elapsed.TotalSeconds, 1e-6);
            var run = progress.Replications - progress.Kept;
            var kept = progress.Kept > 0 ? $"; {RunSentence.Histories(progress.Kept)} were there already" : "";
            session.Terminal.Error.WriteLine(
                $"{Figures.Number(seconds)} s on {Prose.Counted(Request.Threads, "thread")}: {RunSentence.Histories(run)} run, "
                + $"{Figures.Number(run / seconds)} a second{kept}.");
        }

        if (end.IsWhole)
        {
            return ExitCode.Done;
        }

        var done = end.Points > 0
            ? $"{Figures.Count(end.Done)} of {Prose.Counted(end.Points, "point")} are done and kept"
            : $"{RunSentence.Histories(progress.Replications)} are done and kept";
        session.Terminal.Error.WriteLine(
            $"escalate: interrupted: {done}; to go on: {ShellLine.Of(["resume", folder.Path])}");
        return ExitCode.Interrupted;
    }
}

/// <summary>What an experiment came to.</summary>
/// <param name="Findings">What it found; null: nothing can be said yet.</param>
/// <param name="Points">Points that it has; 0: nobody knows yet.</param>
/// <param name="Done">Points that are whole.</param>
internal sealed record ExperimentEnd(Findings? Findings, int Points, int Done)
{
    /// <summary>True if it was not interrupted.</summary>
    internal bool IsWhole => Findings is not null && Done == Points;
}
