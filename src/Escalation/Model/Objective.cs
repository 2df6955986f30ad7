using System.Collections.Immutable;
using Escalation.Language;

namespace Escalation.Model;

/// <summary>What is estimated from many histories.</summary>
public enum Estimator
{
    /// <summary>The share of histories in which an outcome comes true.</summary>
    Probability,

    /// <summary>The mean over the histories that have a value.</summary>
    Mean,

    /// <summary>The median over the histories that have a value.</summary>
    Median,

    /// <summary>A quantile over the histories that have a value.</summary>
    Quantile,

    /// <summary>The mean beyond a quantile: over the greatest values.</summary>
    Cvar,
}

/// <summary>One figure that is estimated from many histories: <c>probability(war)</c>, <c>cvar(losses, 0.9)</c>.</summary>
/// <param name="Estimator">How.</param>
/// <param name="IsOfOutcome">True: of an outcome (its times, unless it is the probability); false: of a measure.</param>
/// <param name="Index">Index of the outcome or measure.</param>
/// <param name="Part">Which part of the histories, between 0 and 1, for <see cref="Estimator.Quantile"/> and
/// <see cref="Estimator.Cvar"/>; else NaN.</param>
public sealed record Estimate(Estimator Estimator, bool IsOfOutcome, int Index, double Part);

/// <summary>A formula of estimates, <c>probability(war) + 0.1 * mean(losses)</c>.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Root">The typed tree; it reads levers, uncertainties, and estimates
/// (<see cref="VariableKind.Estimate"/>).</param>
/// <param name="Estimates">The estimates, by the index by which the tree reads them.</param>
public sealed record EstimateFormula(string Text, Node Root, ImmutableArray<Estimate> Estimates)
{
    /// <summary>The single estimate that it is; null if it reckons with them.</summary>
    public Estimate? Plain => Root is VariableNode { Variable.Kind: VariableKind.Estimate } ? Estimates[0] : null;
}

/// <summary>What tuning makes small, or great.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Formula">What is estimated.</param>
/// <param name="IsMaximised">True: the greater the better.</param>
/// <param name="Actor">Index of the actor whose objective it is; −1: nobody's in particular.</param>
public sealed record Objective(string Name, EstimateFormula Formula, bool IsMaximised, int Actor)
{
    /// <summary>The formula as it was written.</summary>
    public string Text => Formula.Text;
}

/// <summary>A condition that tuning keeps: a formula of estimates that must not exceed 0.</summary>
/// <param name="Text">As it was written, <c>mean(losses) &lt;= 3</c>.</param>
/// <param name="Excess">By how much it is broken: the greater side less the smaller one.</param>
public sealed record Constraint(string Text, EstimateFormula Excess);
