using System.Collections.Immutable;
using Escalation.Model;

namespace Escalation.Tuning;

/// <summary>What tuning looks for.</summary>
/// <param name="Objectives">What is made small or great; at least one.</param>
/// <param name="Constraints">What must hold.</param>
public sealed record TuningGoal(ImmutableArray<Objective> Objectives, ImmutableArray<Constraint> Constraints)
{
    /// <summary>The formulas that are estimated: those of the objectives, then those of the constraints.</summary>
    public ImmutableArray<EstimateFormula> Formulas =>
    [
        .. Objectives.Select(objective => objective.Formula), .. Constraints.Select(constraint => constraint.Excess),
    ];

    /// <summary>True: it is one probability that is made small, without constraints.</summary>
    public bool IsShare => Constraints.IsEmpty && Objectives is [{ IsMaximised: false } only]
        && only.Formula.Plain is { Estimator: Estimator.Probability };

    /// <summary>By what each formula is multiplied so that less is better: −1 for an objective that is maximised.</summary>
    internal ImmutableArray<double> Signs =>
        [.. Objectives.Select(objective => objective.IsMaximised ? -1.0 : 1), .. Constraints.Select(_ => 1.0)];
}
