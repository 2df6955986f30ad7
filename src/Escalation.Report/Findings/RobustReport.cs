using System.Collections.Immutable;
using Escalation.Experiments;
using Escalation.Report.Page;
using Escalation.Tuning;

namespace Escalation.Report;

/// <summary>What a tuning under what nobody knows was asked, as its findings need it.</summary>
/// <param name="Tuning">What any tuning was asked.</param>
/// <param name="Plan">By which criterion, on how many futures.</param>
/// <param name="Futures">What differs between futures.</param>
public sealed record RobustReport(TuningReport Tuning, RobustPlan Plan, FutureSequence Futures)
{
    private const int MostNames = 6;

    /// <summary>Names of what nobody knows.</summary>
    internal ImmutableArray<string> Unknowns =>
        [.. Futures.Inputs.Select(input => Tuning.Scenario.Parameters[input.Parameter].Name)];

    /// <summary>Says what a future is.</summary>
    internal string Future => "A future is a draw of "
        + (Unknowns.Length > MostNames ? $"{Words.Count(Unknowns.Length)} uncertainties" : string.Join(", ", Unknowns));

    /// <summary>Says on which futures policies were judged.</summary>
    internal string Judged => $"{Words.Count(Plan.Futures)} fresh futures of {Words.Histories(Plan.Histories)} each";

    /// <summary>A policy in words.</summary>
    internal string PlaceOf(Point policy) => GoalText.Policy(Tuning.Scenario, Tuning.Space.Levers, policy);

    /// <summary>A goal whose objectives are named by what is told of them over futures.</summary>
    /// <param name="goal">The goal in each future.</param>
    /// <param name="criterion"><see cref="RobustCriterion.Expected"/> or <see cref="RobustCriterion.WorstMean"/>.</param>
    public static TuningGoal OverFutures(TuningGoal goal, RobustCriterion criterion)
    {
        ArgumentNullException.ThrowIfNull(goal);
        var prefix = criterion == RobustCriterion.WorstMean ? "worst tenth of " : "mean ";
        return goal with { Objectives = [.. goal.Objectives.Select(one => one with { Name = prefix + one.Name })] };
    }

    /// <summary>What is to be known of a front over futures.</summary>
    /// <param name="front">The front.</param>
    /// <param name="histories">Histories of each policy in each future.</param>
    public Findings Of(Findings front, int histories)
    {
        ArgumentNullException.ThrowIfNull(front);
        var worst = Plan.Criterion == RobustCriterion.WorstMean
            ? " Worst tenth: the mean over the tenth of futures in which it is worst, which is another tenth for each policy. "
                + "What bad luck adds to few histories is in it."
            : "";
        return front with
        {
            Notes =
            [
                .. front.Notes,
                $"{Future} with {Words.Histories(histories)} of its own; all policies have the same futures with the same "
                    + $"luck.{worst}",
            ],
        };
    }
}
