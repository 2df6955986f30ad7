using System.Collections.Immutable;
using Escalation.Experiments;
using Escalation.Language;
using Escalation.Model;

namespace Escalation.Tuning;

/// <summary>What a goal asks, in each future and over futures: less is better.</summary>
internal sealed class FutureReadings
{
    /// <summary>Futures up to this quantile are not among the worst.</summary>
    internal const double PartOfWorst = 0.9;

    private readonly EstimateReadings inFuture;
    private readonly ImmutableArray<double> signs;
    private readonly int objectives;
    private readonly Dictionary<RobustCriterion, EstimateReadings> overFutures;

    internal FutureReadings(Scenario scenario, TuningGoal goal)
    {
        inFuture = new(scenario, goal.Formulas);
        (signs, objectives) = (goal.Signs, goal.Objectives.Length);
        overFutures = new()
        {
            [RobustCriterion.Expected] = new([.. goal.Formulas.Select(formula => Over(formula, Estimator.Mean))]),
            [RobustCriterion.WorstMean] = new([.. goal.Formulas.Select(formula => Over(formula, Estimator.Cvar))]),
        };
    }

    /// <summary>The formulas of the goal in one future.</summary>
    /// <param name="future">The policy in the future.</param>
    /// <param name="rows">Its histories.</param>
    /// <returns>Objectives, then excesses; NaN where there is no value.</returns>
    internal double[] Values(Point future, ReplicationTable rows) => Values(future, inFuture.Sample(rows));

    /// <summary>The formulas of the goal in one future, on all of its histories, on the first half of them and on the
    /// others.</summary>
    internal (double[] All, double[] First, double[] Second) Halves(Point future, ReplicationTable rows)
    {
        var sample = inFuture.Sample(rows);
        var half = sample.Count / 2;
        return (
            Values(future, sample), Values(future, sample.Part(0, half)), Values(future, sample.Part(half, sample.Count - half)));
    }

    /// <summary>A policy judged over futures.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="values">The formulas in each future.</param>
    /// <param name="criterion">The mean over futures, or over the worst of them.</param>
    internal PolicyTrial Trial(Point policy, IReadOnlyList<double[]> values, RobustCriterion criterion) => new(
        policy,
        new EstimateSample([.. signs.Select((_, formula) => values.Select(one => one[formula]).ToArray())]),
        overFutures[criterion],
        [.. signs.Select(_ => 1.0)],
        objectives);

    // It keeps its unit, by which it is told.
    private static EstimateFormula Over(EstimateFormula formula, Estimator estimator) => new(
        formula.Text,
        new VariableNode(new Variable(VariableKind.Estimate), formula.Root.Quantity),
        [new(estimator, IsOfOutcome: false, 0, estimator == Estimator.Cvar ? PartOfWorst : double.NaN)]);

    private double[] Values(Point future, EstimateSample sample) => [.. signs.Select((sign, formula) =>
        inFuture.Value(formula, sample, future) is var value && double.IsFinite(value) ? sign * value : double.NaN)];
}
