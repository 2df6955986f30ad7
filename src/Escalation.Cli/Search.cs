using System.Collections.Immutable;
using System.CommandLine;
using Escalation.Experiments;
using Escalation.Report;

namespace Escalation.Cli;

/// <summary>An experiment that finds its points as it goes: what is run next follows from what came of the points
/// before. It goes on after an interruption by asking again for what is kept.</summary>
internal sealed class Search
{
    /// <summary>The verb.</summary>
    internal required Command Verb { get; init; }

    /// <summary>What the search begins with.</summary>
    internal required ExperimentStart Start { get; init; }

    /// <summary>Indices of the parameters in which points may differ.</summary>
    internal required ImmutableArray<int> Varied { get; init; }

    /// <summary>Histories that it takes, about: what the bar of progress fills up to.</summary>
    internal required long Expected { get; init; }

    /// <summary>Searches.</summary>
    internal required Func<PointSession, Findings> Find { get; init; }

    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    internal int Run(Session session)
    {
        var (request, scenario) = (Start.Request, Start.Loaded.Scenario);
        var frame = new ExperimentFrame
        {
            Verb = Verb,
            Request = request,
            Loaded = Start.Loaded,
            PlaceOf = point => FindingsText.Place(scenario, Varied, point),
            Tell = (progress, elapsed) => ExperimentProgress.Of(Expected, progress, elapsed),
        };
        return frame.Run(session, (store, progress, cancellation) =>
        {
            var points = new PointSession(scenario, Start.Basis, Varied, request.Seed, request.Threads)
            {
                Store = store,
                Progress = progress,
                Cancellation = cancellation,
            };
            var findings = Find(points);
            return new(findings, progress.Points, progress.Points);
        });
    }
}
