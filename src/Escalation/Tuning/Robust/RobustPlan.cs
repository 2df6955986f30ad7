using Escalation.Model;

namespace Escalation.Tuning;

/// <summary>How a policy is looked for under what nobody knows.</summary>
/// <param name="Criterion">By what it is chosen: <see cref="RobustCriterion.Expected"/>,
/// <see cref="RobustCriterion.WorstMean"/> or <see cref="RobustCriterion.RegretPoint"/>.</param>
/// <param name="Budget">Histories of the search, about; those of the judgement come on top.</param>
/// <param name="Futures">Fresh futures on which policies are judged, at least 1.</param>
/// <param name="Histories">Histories of each policy in each of these, at least 2.</param>
/// <param name="Seed">Seed of the search itself; futures and luck have the seed of the experiment.</param>
public sealed record RobustPlan(RobustCriterion Criterion, long Budget, int Futures, int Histories, ulong Seed)
{
    /// <summary>Number of the first future in which candidates are compared by regret, beyond those of search and
    /// choice.</summary>
    internal const long FirstOfComparison = 1L << 42;

    /// <summary>Number of the first future of the judgement, which nothing before it saw.</summary>
    internal const long FirstOfJudgement = 1L << 43;

    // For a mean over futures new futures say more than more histories of the same ones. The worst futures are told from those
    // that had bad luck by more histories, and so are formulas that are no means.
    private const int MostHistoriesOfMean = 4;
    private const int MostHistoriesOfWorst = 16;

    /// <summary>Gets the value of the objective up to which a policy is good enough in a future, turned so that less is better;
    /// NaN: any.</summary>
    public double Threshold { get; init; } = double.NaN;

    /// <summary>Gets the regret from which on a policy is far from the best of a future, in the unit of the objective; NaN: a
    /// tenth of what policies differ by.</summary>
    public double Far { get; init; } = double.NaN;

    /// <summary>By what the search goes: a regret needs others beside it.</summary>
    public RobustCriterion Searched =>
        Criterion == RobustCriterion.WorstMean ? RobustCriterion.WorstMean : RobustCriterion.Expected;

    /// <summary>Histories of each policy in each future of the search; fewer than those of the judgement.</summary>
    /// <param name="goal">What is looked for.</param>
    public int HistoriesOfSearch(TuningGoal goal)
    {
        ArgumentNullException.ThrowIfNull(goal);
        var areMeans = goal.Formulas.All(formula => formula.Plain?.Estimator is Estimator.Probability or Estimator.Mean);
        return Math.Min(
            Histories, areMeans && Searched == RobustCriterion.Expected ? MostHistoriesOfMean : MostHistoriesOfWorst);
    }
}
