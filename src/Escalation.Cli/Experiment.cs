using System.Collections.Immutable;
using System.CommandLine;
using Escalation.Experiments;
using Escalation.Report;
using Escalation.Results;
using Escalation.Simulation;

namespace Escalation.Cli;

/// <summary>What all experiments do the same way: points are run or read, what they say is found, written and told.</summary>
/// <typeparam name="T">What becomes of the rows of a point.</typeparam>
internal sealed class Experiment<T>
{
    /// <summary>The verb.</summary>
    internal required Command Verb { get; init; }

    /// <summary>What the command line asks for.</summary>
    internal required ExperimentRequest Request { get; init; }

    /// <summary>The scenario.</summary>
    internal required LoadedScenario Loaded { get; init; }

    /// <summary>Values of the parameters that no point changes.</summary>
    internal required ParameterChoice Basis { get; init; }

    /// <summary>The points.</summary>
    internal required ImmutableArray<Point> Points { get; init; }

    /// <summary>Makes something of the rows of a point.</summary>
    internal required Func<int, ReplicationTable, T> Summarise { get; init; }

    /// <summary>Says what the points say, of which at least one is whole.</summary>
    internal required Func<PointResults<T>, Findings> Find { get; init; }

    /// <summary>True: without all points nothing can be said.</summary>
    internal bool NeedsAll { get; init; }

    /// <summary>Says where a point lies, for messages.</summary>
    internal required Func<int, string> PlaceOf { get; init; }

    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    internal int Run(Session session)
    {
        var plan = new PointPlan(Loaded.Scenario, Basis, Points, Request.Replications, Request.Seed, Request.Threads);
        using var interruption = new Interruption();
        using var folder = Open(session);
        foreach (var note in folder.Blocks.SetAside)
        {
            session.Terminal.Error.WriteLine($"escalate: warning: {Prose.Harmless(note)}; its histories are run again");
        }

        var start = session.Time.GetTimestamp();
        var progress = new PointProgress();
        PointResults<T> results;
        try
        {
            using var line = Request.IsQuiet ? null : ExperimentProgress.Line(session, progress, plan);
            results = PointRunner.Run(plan, Summarise, folder.Blocks, progress, interruption.Token);
        }
        catch (PointFaultException fault)
        {
            folder.Discard();
            session.Terminal.Fail($"at {PlaceOf(fault.Point)}: {fault.Message}");
            return ExitCode.Failed;
        }

        var elapsed = session.Time.GetElapsedTime(start);
        if (NeedsAll ? results.IsComplete : results.DoneCount > 0)
        {
            var findings = Find(results);
            FindingsFiles.Write(folder, findings, Request.WantsReport);
            folder.Close(results.DoneCount, session.Time.GetUtcNow());
            FindingsAnswer.Write(session.Terminal, findings, folder.Manifest, Request.Format);
        }

        return Close(session, folder, results, progress, elapsed);
    }

    private ExperimentFolder Open(Session session)
    {
        var manifest = new ExperimentManifest
        {
            Experiment = Verb.Name,
            Version = VersionAction.Version,
            Command = [.. session.Arguments],
            ScenarioPath = Request.ScenarioName,
            ScenarioSha256 = Loaded.Source.Sha256Hex,
            Seed = Request.Seed,
            Points = Points.Length,
            Replications = Request.Replications,
            Threads = Request.Threads,
            Start = session.Time.GetUtcNow(),
        };
        var columns = ScenarioProgram.ColumnsOf(Loaded.Scenario);
        var folder = ExperimentFolder.Open(Request.Out, Request.IsForced, manifest, columns.Length);
        folder.Write("scenario.yaml", stream => stream.Write(Loaded.Source.Bytes.Span));
        return folder;
    }

    private int Close(
        Session session, ExperimentFolder folder, PointResults<T> results, PointProgress progress, TimeSpan elapsed)
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

        if (results.IsComplete)
        {
            return ExitCode.Done;
        }

        session.Terminal.Error.WriteLine(
            $"escalate: interrupted: {Figures.Count(results.DoneCount)} of {Prose.Counted(Points.Length, "point")} are done and "
                + $"kept; to go on: {ShellLine.Of(["resume", folder.Path])}");
        return ExitCode.Interrupted;
    }
}
