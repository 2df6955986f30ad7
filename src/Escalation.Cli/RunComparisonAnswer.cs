using System.Collections.Immutable;
using System.CommandLine;
using Escalation.Report;
using Escalation.Results;

namespace Escalation.Cli;

/// <summary>Compares runs that lie in their folders, if they have the same luck.</summary>
internal static class RunComparisonAnswer
{
    /// <summary>Tells how they differ.</summary>
    /// <param name="session">Where it is told.</param>
    /// <param name="verb">The verb.</param>
    /// <param name="folders">The folders.</param>
    /// <param name="request">In what form.</param>
    /// <returns>The exit code.</returns>
    internal static int Tell(Session session, Command verb, ImmutableArray<string> folders, ExperimentRequest request)
    {
        if (folders.Length < 2)
        {
            session.Terminal.Error.WriteLine(UsageErrors.Message(
                verb, $"'{folders[0]}' is one run: name the folders of two or more, or a scenario", nearest: null));
            return ExitCode.Usage;
        }

        ImmutableArray<RunData> runs = [.. folders.Select(RunData.Read)];
        if (WhyNot(runs) is { } problem)
        {
            session.Terminal.Fail(problem);
            return ExitCode.Failed;
        }

        var labels = new RunComparison(runs).Labels;
        ImmutableArray<ComparedResult> results =
        [
            .. runs[0].Outcomes.Select(one => new ComparedResult(one.Name, one.Name, IsOutcome: true, ""))
                .Concat(runs[0].Measures.Select(one => new ComparedResult(one.Name, one.Name, IsOutcome: false, one.Unit)))
                .Where(one => runs.All(run => run.Rows.Names.Contains(one.Column))),
        ];
        var facts = runs[0].Manifest;
        var findings = CompareFindings.Of(
            runs[0].ScenarioName,
            [.. runs.Zip(labels, (run, label) => new Contender(label, run.Rows))],
            results,
            FormattableString.Invariant($", seed {facts.Seed}."));
        var manifest = new ExperimentManifest
        {
            Experiment = verb.Name,
            Version = VersionAction.Version,
            Command = [.. session.Arguments],
            ScenarioPath = facts.ScenarioPath,
            ScenarioSha256 = facts.ScenarioSha256,
            Seed = facts.Seed,
            Points = runs.Length,
            Replications = runs.Min(run => run.Rows.Count),
            Threads = 1,
            Start = session.Time.GetUtcNow(),
        };
        FindingsAnswer.Write(session.Terminal, findings, manifest, request.Format);
        return ExitCode.Done;
    }

    private static string? WhyNot(ImmutableArray<RunData> runs)
    {
        if (runs.FirstOrDefault(run => run.Manifest.Seed != runs[0].Manifest.Seed) is { } other)
        {
            return $"'{runs[0].Folder}' has the seed {runs[0].Manifest.SeedText} and '{other.Folder}' "
                + $"{other.Manifest.SeedText}: histories are compared one by one, so they need the same luck; run one of them "
                + "again with the seed of the other";
        }

        var asked = runs[0].Outcomes[0].Name;
        return runs.FirstOrDefault(run => run.Outcomes[0].Name != asked) is { } stranger
            ? $"'{runs[0].Folder}' and '{stranger.Folder}' are runs of scenarios whose first outcomes differ: nothing to compare"
            : null;
    }
}
