using System.Collections.Immutable;
using Escalation.Engine;
using Escalation.Experiments;
using Escalation.Loading;
using Escalation.Model;
using Escalation.Simulation;

namespace Escalation.Verification;

/// <summary>Runs reference cases as the scenario files that they are and holds their figures against the exact values.</summary>
public static class Verifier
{
    // Rows of a batch are read and forgotten, so that memory does not grow with the replications.
    private const long BatchSize = 1 << 16;
    private const double LeastEvents = 50;

    /// <summary>Checks one case.</summary>
    /// <param name="reference">The case.</param>
    /// <param name="plan">How many replications, with what seed, on how many threads.</param>
    /// <param name="progress">Told how many replications are done, after each batch; may be null.</param>
    /// <param name="cancellation">Gives up when it is cancelled.</param>
    /// <returns>The results: for one seed the same bits for any number of threads.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="InvalidOperationException">The scenario file of the case has an error.</exception>
    /// <exception cref="ReplicationFaultException">A replication failed.</exception>
    /// <remarks>A rare case of which these replications would show fewer than 50 events is not run: it waits.</remarks>
    public static CaseResult Verify(
        ReferenceCase reference,
        VerificationPlan plan,
        IProgress<long>? progress = null,
        CancellationToken cancellation = default)
    {
        var seed = Key.Derive(plan.Seed, Key.OfName(reference.Id));
        if (Waits(reference, plan.Replications))
        {
            return new(reference, plan, seed, [.. reference.Statistics.Select(Waiting)]);
        }

        var programs = Compile(reference);
        var columns = reference.Statistics.Select(statistic => ColumnPair.Find(statistic.Estimate, programs)).ToImmutableArray();
        var moments = columns.Select(_ => new CoMoments()).ToImmutableArray();
        for (var first = 0L; first < plan.Replications; first += BatchSize)
        {
            var batch = new RunPlan(Math.Min(BatchSize, plan.Replications - first), seed, plan.Threads) { First = first };
            var rows = programs.Select(program =>
                ReplicationRunner.Run(program.Program, batch, progress: null, cancellation).Rows).ToImmutableArray();
            cancellation.ThrowIfCancellationRequested();
            for (var index = 0; index < columns.Length; index++)
            {
                columns[index].AddTo(moments[index], rows);
            }

            progress?.Report(first + batch.Replications);
        }

        return new(reference, plan, seed, [.. reference.Statistics.Select((known, at) => Judgement.Of(known, moments[at]))]);
    }

    /// <summary>Whether a case is so rare that as many replications would show fewer than 50 of its events.</summary>
    /// <param name="reference">The case.</param>
    /// <param name="replications">How many replications.</param>
    /// <returns>True if it is not run, but waits.</returns>
    public static bool Waits(ReferenceCase reference, long replications) =>
        reference.IsRare && reference.Statistics.Any(statistic => statistic.Value * replications < LeastEvents);

    private static StatisticResult Waiting(ReferenceStatistic statistic) =>
        new(statistic, double.NaN, new(double.NegativeInfinity, double.PositiveInfinity), double.NaN, Verdict.Waits);

    // One program for each case of the scenario file, or one for the file as it is written.
    private static ImmutableArray<CaseProgram> Compile(ReferenceCase reference)
    {
        var path = reference.Id + ".yaml";
        var reading = ScenarioReader.ReadText(path, reference.ScenarioText);
        if (reading.Scenario is not { } scenario)
        {
            var faults = reading.Diagnostics.Select(fault => DiagnosticText.Render(fault, path, reading.Source));
            throw new InvalidOperationException(string.Join('\n', faults));
        }

        return scenario.Cases.IsEmpty
            ? [new("", ScenarioProgram.Compile(scenario, ParameterChoice.AsWritten))]
            : [.. scenario.Cases.Select(known => Compile(scenario, known))];
    }

    private static CaseProgram Compile(Scenario scenario, Case known) =>
        new(known.Title, ScenarioProgram.Compile(scenario, new([.. known.Settings], Sample: false)));
}
