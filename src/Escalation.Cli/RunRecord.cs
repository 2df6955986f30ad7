using Escalation.Experiments;
using Escalation.Results;
using Escalation.Simulation;

namespace Escalation.Cli;

/// <summary>The folder of one run and what is written into it, before the first replication and after the last.</summary>
internal sealed class RunRecord
{
    private const long MostUsualEvents = 10;

    // Of all histories that are written line by line together: some 15 MB, a fifth of a second.
    private const long MostUsualSteps = 50_000;

    private readonly Manifest manifest;
    private readonly TimeProvider time;
    private readonly long? events;

    private RunRecord(RunFolder folder, Manifest manifest, TimeProvider time, long? events)
    {
        Folder = folder;
        (this.manifest, this.time, this.events) = (manifest, time, events);
    }

    /// <summary>The folder.</summary>
    internal RunFolder Folder { get; }

    /// <summary>Makes the folder and writes what is known before the run: whoever cannot write there learns it now, and what
    /// a killed run leaves says that it is not complete.</summary>
    internal static RunRecord Open(Session session, RunRequest request, LoadedScenario loaded, ScenarioProgram program)
    {
        var start = session.Time.GetUtcNow();
        var folder = request.Out is { } path
            ? RunFolder.Open(path, request.IsForced)
            : RunFolder.CreateBelowRuns(request.ScenarioPath, start);
        var manifest = new Manifest
        {
            Version = VersionAction.Version,
            Command = [.. session.Arguments],
            ScenarioPath = request.ScenarioPath,
            ScenarioSha256 = loaded.Source.Sha256Hex,
            Seed = request.Seed,
            Replications = request.Replications,
            ReplicationsDone = 0,
            Twins = request.WantsTwins(program) ? request.Replications : 0,
            Threads = request.Threads,
            Case = request.Parameters.Case,
            Settings = request.Parameters.Settings,
            IsSampled = request.Parameters.IsSampled,
            Precision = request.Precision?.Text,
            Start = start,
        };
        folder.Write("manifest.json", stream => ManifestJson.Write(stream, manifest));
        folder.Write("scenario.yaml", stream => stream.Write(loaded.Source.Bytes.Span));
        foreach (var file in loaded.Beside)
        {
            folder.WriteBeside(Path.GetFileName(file.Path), file.Bytes);
        }

        folder.Write("resolved.yaml", ResolvedYaml.Text(program));
        return new(folder, manifest, session.Time, request.Events);
    }

    /// <summary>Writes the results, and last the manifest that vouches for them.</summary>
    internal void Write(ScenarioProgram program, RunResult result, RunSummary summary)
    {
        Folder.Write("replications.csv", stream => ReplicationsCsv.Write(stream, result.Rows));
        if (result.Series is { } series)
        {
            Folder.Write("series.csv", stream => SeriesCsv.Write(stream, series, summary.Scenario.Start));
        }

        if (FirstPassageCsv.HasRows(program))
        {
            Folder.Write(
                "first_passage.csv", stream => FirstPassageCsv.Write(stream, program, result.Rows, summary.Level));
        }

        if (Math.Min(events ?? UsualEvents(result), result.Rows.Count) is > 0 and var told)
        {
            Folder.Write("events.csv", stream => EventsCsv.Write(stream, program, summary.Seed, told));
        }

        Folder.Write("summary.json", stream => SummaryJson.Write(stream, summary, RunSentence.Of(summary)));
        // A run that became as precise as was asked wants no more than it has.
        var isEnough = result.Precision is { IsReached: true };
        var final = manifest with
        {
            Replications = isEnough ? result.Rows.Count : manifest.Replications,
            ReplicationsDone = result.Rows.Count,
            IsPrecisionReached = result.Precision?.IsReached,
            Twins = isEnough && manifest.Twins > 0 ? result.Rows.Count : manifest.Twins,
            TwinsDone = result.Twins?.Rows.Count ?? 0,
            End = time.GetUtcNow(),
        };
        Folder.Write("manifest.json", stream => ManifestJson.Write(stream, final));
    }

    // A table that nobody asked for takes neither long nor much room; a single history is told by replay.
    private static long UsualEvents(RunResult result) => result.Rows.Count == 1
        ? 0
        : Math.Min(MostUsualEvents, MostUsualSteps * result.Rows.Count / Math.Max(1, result.Tally.Steps));
}
