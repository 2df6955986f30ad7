using System.Runtime.ExceptionServices;
using Escalation.Simulation;

namespace Escalation.Experiments;

/// <summary>Runs as many replications as a precision takes.</summary>
/// <remarks>It runs in rounds, up to where the rule may stop; what a round has run beyond that is thrown away, and the round run
/// again up to there. So rows, totals and paths are of those replications alone that count, on any number of threads.</remarks>
public static class PrecisionRunner
{
    /// <summary>Runs replications until a figure is precise enough.</summary>
    /// <param name="program">The compiled scenario.</param>
    /// <param name="plan">Seed and threads; its replications are the most that are run.</param>
    /// <param name="goal">What is to be precise, and how much.</param>
    /// <param name="level">Confidence of its interval, between 0 and 1, both excluded.</param>
    /// <param name="progress">Where to count what is done; null: nobody watches.</param>
    /// <param name="cancellation">Ends the run when the blocks under way are done; what is done is kept.</param>
    /// <returns>The run as <see cref="ReplicationRunner.Run"/> gives it, of just the replications that count, and its
    /// <see cref="RunResult.Precision"/>; null there if it was interrupted before the first of them was done.</returns>
    /// <exception cref="ArgumentException">The scenario has no such outcome or measure.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The goal, the level or the plan is out of range.</exception>
    /// <exception cref="ReplicationFaultException">A replication failed; of several, the one with the lowest number.</exception>
    public static RunResult Run(
        ScenarioProgram program,
        RunPlan plan,
        PrecisionGoal goal,
        double level = 0.95,
        RunProgress? progress = null,
        CancellationToken cancellation = default)
    {
        var column = ColumnOf(program, goal);
        var rule = StoppingRule.For(goal, level, plan.Replications, plan.Seed);
        RunResult? total = null;
        while (true)
        {
            var before = rule.Count;
            var round = plan with { First = plan.First + before, Replications = rule.NextCount - before };
            var (part, fault) = Try(program, round, progress, cancellation);
            var isOver = TakeIn(rule, part.Rows, column);
            if (fault is not null && !isOver)
            {
                ExceptionDispatchInfo.Throw(fault);
            }

            var counted = rule.Count - before;
            if (counted < part.Rows.Count)
            {
                part = ReplicationRunner.Run(program, round with { Replications = counted }, progress: null, cancellation);
            }

            total = (total is null ? part : total.FollowedBy(part)) with { Plan = plan };
            if (isOver || cancellation.IsCancellationRequested)
            {
                // Where the round was to be run again and was interrupted, fewer rows are there than the rule has seen.
                var isWhole = isOver && total.Rows.Count == rule.Count;
                return total.Rows.Count == 0
                    ? total
                    : total with { Precision = Report(rule, isWhole, total, goal, level, column) };
            }
        }
    }

    // A replication that fails beyond the one where the run stops is of no interest: then those before it are run alone.
    private static (RunResult Part, ReplicationFaultException? Fault) Try(
        ScenarioProgram program, RunPlan round, RunProgress? progress, CancellationToken cancellation)
    {
        try
        {
            return (ReplicationRunner.Run(program, round, progress, cancellation), null);
        }
        catch (ReplicationFaultException fault) when (fault.Replication > round.First)
        {
            var before = round with { Replications = fault.Replication - round.First };
            return (ReplicationRunner.Run(program, before, progress: null, cancellation), fault);
        }
    }

    private static bool TakeIn(StoppingRule rule, ReplicationTable rows, int column)
    {
        for (var replication = 0L; replication < rows.Count; replication++)
        {
            if (rule.Add(rows.Row(replication)[column]))
            {
                return true;
            }
        }

        return false;
    }

    private static PrecisionReport Report(
        StoppingRule rule, bool isWhole, RunResult total, PrecisionGoal goal, double level, int column)
    {
        if (isWhole || total.Rows.Count == rule.Count)
        {
            return rule.Report(isInterrupted: !isWhole);
        }

        var again = StoppingRule.For(goal, level, total.Plan.Replications, total.Plan.Seed);
        TakeIn(again, total.Rows, column);
        return again.Report(isInterrupted: true);
    }

    private static int ColumnOf(ScenarioProgram program, PrecisionGoal goal)
    {
        var kind = goal.Kind == PrecisionKind.Mean ? ColumnKind.Measure : ColumnKind.Outcome;
        var column = program.Columns.ToList().FindIndex(known => known.Kind == kind && known.Name == goal.Name);
        return column >= 0 ? column : throw new ArgumentException($"There is no {kind} '{goal.Name}'.", nameof(goal));
    }
}
