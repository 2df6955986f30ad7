using System.Collections.Immutable;
using System.CommandLine;
using Escalation.Experiments;
using Escalation.Report;
using Escalation.Simulation;

namespace Escalation.Cli;

/// <summary>An experiment whose points are known beforehand: they are run or read, and what they say is found.</summary>
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
    internal required Func<Point, string> PlaceOf { get; init; }

    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    internal int Run(Session session)
    {
        var plan = new PointPlan(Loaded.Scenario, Basis, Points, Request.Replications, Request.Seed, Request.Threads);
        var frame = new ExperimentFrame
        {
            Verb = Verb,
            Request = Request,
            Loaded = Loaded,
            Points = Points.Length,
            PlaceOf = PlaceOf,
            Tell = (progress, elapsed) => ExperimentProgress.Of(plan, progress, elapsed),
        };
        return frame.Run(session, (store, progress, cancellation) =>
        {
            var results = PointRunner.Run(plan, Summarise, store, progress, cancellation);
            var findings = (NeedsAll ? results.IsComplete : results.DoneCount > 0) ? Find(results) : null;
            return new(findings, Points.Length, results.DoneCount);
        });
    }
}
