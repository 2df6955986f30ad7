using System.Collections.Immutable;
using Escalation.Model;
using Escalation.Simulation;

namespace Escalation.Experiments;

/// <summary>What a run found: every figure with its number of replications and its interval. The same scenario and seed give the
/// same digits for any number of threads.</summary>
public sealed record RunSummary
{
    /// <summary>The scenario.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>How many replications were run.</summary>
    public required long Replications { get; init; }

    /// <summary>The seed of their luck.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Days to the horizon.</summary>
    public required double HorizonDays { get; init; }

    /// <summary>Confidence of all intervals.</summary>
    public required double Level { get; init; }

    /// <summary>The outcomes, in the order of the file.</summary>
    public required ImmutableArray<OutcomeSummary> Outcomes { get; init; }

    /// <summary>The measures, in the order of the file.</summary>
    public required ImmutableArray<MeasureSummary> Measures { get; init; }

    /// <summary>How high the replications went: first those without any rung, then from the lowest rung up.</summary>
    public required ImmutableArray<RungSummary> Rungs { get; init; }

    /// <summary>The acts that were done at all, by action and then by actor in the order of the file.</summary>
    public required ImmutableArray<ActSummary> Acts { get; init; }

    /// <summary>The activations that were dropped, by actor, rule and reason.</summary>
    public required ImmutableArray<DropSummary> Drops { get; init; }

    /// <summary>Replications that an outcome ended before the horizon.</summary>
    public required long EndedEarly { get; init; }

    /// <summary>Replications that have a twin, from the first on; null if no twins were asked for.</summary>
    public long? Twins { get; init; }

    /// <summary>Steps of all replications together, without those of twins.</summary>
    public required long Steps { get; init; }

    /// <summary>How the run got on with the precision that was asked for; null if none was.</summary>
    public PrecisionReport? Precision { get; init; }

    /// <summary>Acts of all replications together.</summary>
    public long ActCount => Acts.Sum(act => act.Count);

    /// <summary>Sums up a run.</summary>
    /// <param name="program">The compiled scenario that was run.</param>
    /// <param name="result">What the run yielded; at least one replication.</param>
    /// <param name="level">Confidence of the intervals, between 0 and 1.</param>
    /// <returns>The summary.</returns>
    /// <exception cref="ArgumentException">There is no replication.</exception>
    public static RunSummary Of(ScenarioProgram program, RunResult result, double level = 0.95)
    {
        if (result.Rows.Count == 0)
        {
            throw new ArgumentException("A summary needs at least one replication.", nameof(result));
        }

        var columns = new ColumnEstimates(program.Scenario, result.Rows, result.Twins?.Rows, level);
        var totals = new TallyReading(program, result.Tally, result.Rows.Count, level);
        return new()
        {
            Scenario = program.Scenario,
            Replications = result.Rows.Count,
            Seed = result.Plan.Seed,
            HorizonDays = program.HorizonDays,
            Level = level,
            Outcomes = [.. columns.Outcomes().Select(outcome => Stopped(outcome, result.Precision))],
            Measures = columns.Measures(),
            Precision = result.Precision,
            Rungs = totals.Rungs(),
            Acts = totals.Acts(),
            Drops = totals.Drops(),
            EndedEarly = result.Tally.EndedEarly,
            Steps = result.Tally.Steps,
            Twins = result.Twins?.Rows.Count,
        };
    }

    // What stopped the run has the interval that holds at that moment; that of a mean is the usual one.
    private static OutcomeSummary Stopped(OutcomeSummary outcome, PrecisionReport? precision) =>
        precision is { Goal.Kind: not PrecisionKind.Mean } && precision.Goal.Name == outcome.Outcome.Name
            ? outcome with { Share = outcome.Share with { Interval = precision.Interval } }
            : outcome;
}
