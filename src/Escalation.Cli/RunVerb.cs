using Escalation.Experiments;
using Escalation.Report;
using Escalation.Results;
using Escalation.Simulation;

namespace Escalation.Cli;

/// <summary><c>run</c>: many histories of a scenario, and what they say together.</summary>
internal static class RunVerb
{
    internal static Verb Make(Session session)
    {
        var verb = new Verb(
            "run",
            "Runs many histories of a scenario and says how often each outcome comes true. Leaves a folder with every number.",
            "escalate run scenarios/iraq-syria-2023-10.yaml",
            "escalate run scenarios/iraq-syria-2023-10.yaml --set us_response=0.5 --replications 100000 --seed 7",
            "escalate run scenarios/iraq-syria-2023-10.yaml --precision 0.01");
        var options = new RunOptions();
        options.AddTo(verb);
        verb.SetAction(parsed =>
        {
            var request = options.Read(parsed);
            if (!LoadedScenario.TryRead(request.ScenarioPath, session.Terminal, request.IsQuiet, out var loaded))
            {
                return ExitCode.Failed;
            }

            if (request.Parameters.Resolve(loaded.Scenario, out var choice) is { } problem)
            {
                session.Terminal.Error.WriteLine(UsageErrors.Message(verb, problem, nearest: null));
                return ExitCode.Usage;
            }

            var program = ScenarioProgram.Compile(loaded.Scenario, choice);
            PrecisionGoal? goal = null;
            if (request.Precision?.Resolve(program, out goal) is { } fault)
            {
                session.Terminal.Error.WriteLine(UsageErrors.Message(verb, fault.Problem, fault.Nearest));
                return ExitCode.Usage;
            }

            return Run(session, WithMost(request, program), loaded, program, goal);
        });
        return verb;
    }

    // A precision takes as many histories as it takes, but no more than memory holds.
    private static RunRequest WithMost(RunRequest request, ScenarioProgram program)
    {
        const long Most = 10_000_000;
        if (request.Precision is null || request.HasMost)
        {
            return request;
        }

        var room = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2 / BytesOfRow(request, program);
        return request with { Replications = Math.Clamp((long)room, 1, Most) };
    }

    private static int Run(
        Session session, RunRequest request, LoadedScenario loaded, ScenarioProgram program, PrecisionGoal? goal)
    {
        if (TooMuchMemory(request, program) is { } problem)
        {
            session.Terminal.Fail(problem);
            return ExitCode.Failed;
        }

        if (request is { IsQuiet: false, Parameters.IsSampled: true } && !program.DrawsParameters)
        {
            session.Terminal.Error.WriteLine(
                "escalate: warning: --sample draws nothing: no uncertainty has a prior, or --set and --case fix them all");
        }

        using var interruption = new Interruption();
        var record = RunRecord.Open(session, request, loaded, program);
        var start = session.Time.GetTimestamp();
        RunResult result;
        try
        {
            result = Replicate(session, request, program, goal, interruption.Token);
        }
        catch (ReplicationFaultException fault)
        {
            record.Folder.Discard();
            session.Terminal.Fail(fault.Message);
            return ExitCode.Failed;
        }

        if (result.Rows.Count == 0)
        {
            record.Folder.Discard();
            session.Terminal.Error.WriteLine(
                $"escalate: interrupted before the first histories were done; to run again: {session.CommandLine}");
            return ExitCode.Interrupted;
        }

        var elapsed = session.Time.GetElapsedTime(start);
        var summary = RunSummary.Of(program, result);
        record.Write(program, result, summary);
        Answer(session, request, result, summary, loaded.Source.Sha256Hex);

        // One history is no distribution: 'report' draws it all the same.
        if (request.WantsReport && result.Rows.Count > 1)
        {
            ReportFiles.Write(record.Folder.Path, program);
        }

        return Close(session, request, record, result, elapsed);
    }

    private static RunResult Replicate(
        Session session, RunRequest request, ScenarioProgram program, PrecisionGoal? goal, CancellationToken cancellation)
    {
        var plan = new RunPlan(request.Replications, request.Seed, request.Threads);
        var (progress, twins) = (new RunProgress(), request.WantsTwins(program) ? new RunProgress() : null);
        using var line = request.IsQuiet
            ? null
            : ProgressLine.OfRun(
                session, progress, twins, goal is null ? request.Replications : null, program.Scenario.Outcomes[0].Name);
        var result = goal is null
            ? ReplicationRunner.Run(program, plan, progress, cancellation)
            : PrecisionRunner.Run(program, plan, goal, progress: progress, cancellation: cancellation);
        return twins is null || result.Rows.Count == 0
            ? result
            : ReplicationRunner.AddTwins(program, result, twins, cancellation);
    }

    private static void Answer(Session session, RunRequest request, RunResult result, RunSummary summary, string sha256Hex)
    {
        switch (request.Format)
        {
            case "json":
                session.Terminal.WriteBytes(stream => SummaryJson.Write(stream, summary, RunSentence.Of(summary)));
                break;
            case "csv":
                session.Terminal.WriteBytes(stream => ReplicationsCsv.Write(stream, result.Rows));
                break;
            default:
                RunAnswer.Write(session.Terminal, summary, result.Rows, sha256Hex);
                break;
        }
    }

    /// <summary>Says where the folder is, how fast it went, and how to go on after an interruption.</summary>
    private static int Close(Session session, RunRequest request, RunRecord record, RunResult result, TimeSpan elapsed)
    {
        // What a program reads from standard output is the answer alone.
        var place = request.Format == "table" ? session.Terminal.Out : session.Terminal.Error;
        if (request.Format == "table" || !request.IsQuiet)
        {
            place.WriteLine($"Run folder: {Prose.Harmless(record.Folder.Path)}");
        }

        if (!request.IsQuiet)
        {
            var seconds = Math.Max(elapsed.TotalSeconds, 1e-6);
            var (histories, steps) = (result.Rows.Count, result.Tally.Steps);
            if (result.Twins is { } twins)
            {
                histories += twins.Rows.Count;
                steps += twins.Tally.Steps;
            }

            session.Terminal.Error.WriteLine(
                $"{Figures.Number(seconds)} s on {Prose.Counted(request.Threads, "thread")}: "
                + $"{Figures.Number(histories / seconds)} histories a second, {Figures.Number(steps / seconds)} steps a second.");
        }

        if (result.IsComplete)
        {
            return ExitCode.Done;
        }

        var twinsDone = result.Twins is { } some ? $" and {Figures.Count(some.Rows.Count)} of their twins" : "";
        var done = $"{Figures.Count(result.Rows.Count)} of {RunSentence.Histories(request.Replications)}{twinsDone}";
        session.Terminal.Error.WriteLine(
            $"escalate: interrupted: {done} are done and kept; to run them all: {Again(session, request)}");
        return ExitCode.Interrupted;
    }

    // The folder of --out is not empty any more.
    private static string Again(Session session, RunRequest request) =>
        request.Out is null || request.IsForced ? session.CommandLine : session.CommandLine + " --force";

    private static string? TooMuchMemory(RunRequest request, ScenarioProgram program)
    {
        var rows = request.Replications * BytesOfRow(request, program);

        // Each thread keeps a summary of every sample; it grows with the histories, to a few of these at most.
        const int BytesOfSummary = 1024;
        var cells = program.Series is { } series ? (double)series.SampleCount * series.Labels.Length : 0;
        var paths = cells * Math.Min(request.Threads, request.Replications) * BytesOfSummary;
        var available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        if (rows + paths <= available && cells < Array.MaxLength)
        {
            return null;
        }

        var (what, needed, mend) = rows > paths
            ? ($"the rows of {Figures.Count(request.Replications)} histories", rows, "ask for fewer --replications")
            : ($"the {Figures.Number(cells)} samples of the series", paths, "take them less often, or use fewer --threads");
        return $"{what} need {Figures.Number(needed / 1e9)} GB, and there are {Figures.Number(available / 1e9)}; {mend}";
    }

    // Rows, those of twins, and one more column at a time while it is sorted, or two while pairs are compared.
    private static double BytesOfRow(RunRequest request, ScenarioProgram program)
    {
        var columns = request.WantsTwins(program) ? (2 * program.Columns.Length) + 2 : program.Columns.Length + 1;
        return columns * (double)sizeof(double);
    }
}
