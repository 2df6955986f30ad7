using System.Collections.Immutable;
using Escalation.Engine;
using Escalation.Language;
using Escalation.Model;
using Escalation.Simulation;

namespace Escalation.Experiments;

/// <summary>Reads formulas of estimates off the histories of a policy.</summary>
public sealed class EstimateReadings
{
    private readonly ImmutableArray<int> columns;
    private readonly ImmutableArray<ImmutableArray<int>> places;

    /// <summary>Initializes a new instance of the <see cref="EstimateReadings"/> class.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="formulas">The formulas, each of at least one estimate.</param>
    public EstimateReadings(Scenario scenario, ImmutableArray<EstimateFormula> formulas)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        Formulas = formulas;
        var all = ScenarioProgram.ColumnsOf(scenario);
        var needed = formulas.Select(formula => formula.Estimates.Select(estimate => ColumnOf(all, estimate)).ToList()).ToList();
        columns = [.. needed.SelectMany(one => one).Distinct().Order()];
        places = [.. needed.Select(one => one.Select(column => columns.IndexOf(column)).ToImmutableArray())];
    }

    /// <summary>Readings of samples that hold one column a formula, in order, which each formula's only estimate is of.</summary>
    /// <param name="formulas">The formulas, each a plain estimate.</param>
    internal EstimateReadings(ImmutableArray<EstimateFormula> formulas)
    {
        Formulas = formulas;
        columns = [];
        places = [.. formulas.Select((_, column) => ImmutableArray.Create(column))];
    }

    /// <summary>The formulas.</summary>
    public ImmutableArray<EstimateFormula> Formulas { get; }

    /// <summary>Takes what the formulas need of the rows of a point.</summary>
    /// <param name="rows">The rows.</param>
    /// <returns>The numbers.</returns>
    public EstimateSample Sample(ReplicationTable rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var taken = columns.Select(_ => new double[rows.Count]).ToImmutableArray();
        for (var replication = 0; replication < rows.Count; replication++)
        {
            var row = rows.Row(replication);
            for (var place = 0; place < columns.Length; place++)
            {
                taken[place][replication] = row[columns[place]];
            }
        }

        return new(taken);
    }

    /// <summary>The value of a formula.</summary>
    /// <param name="formula">Its index.</param>
    /// <param name="sample">Histories of the policy.</param>
    /// <param name="policy">Its values, which the formula may read.</param>
    /// <returns>The value; NaN where it has none: no history has what is estimated, or the arithmetic has no result.</returns>
    public double Value(int formula, EstimateSample sample, Point policy)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(policy);
        return Evaluate(Formulas[formula].Root, policy, Estimates(formula, sample));
    }

    /// <summary>The value of a formula with its error.</summary>
    /// <param name="formula">Its index.</param>
    /// <param name="sample">Histories of the policy, at least two.</param>
    /// <param name="policy">Its values.</param>
    /// <param name="level">Confidence of the interval, between 0 and 1.</param>
    /// <returns>The value, its interval, and the influence of each history.</returns>
    public EstimatedValue Estimate(int formula, EstimateSample sample, Point policy, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(policy);
        var root = Formulas[formula].Root;
        var estimates = Estimates(formula, sample);
        var value = Evaluate(root, policy, estimates);
        var influences = new double[sample.Count];
        for (var place = 0; place < estimates.Length; place++)
        {
            var own = new double[sample.Count];
            var estimate = Formulas[formula].Estimates[place];
            EstimateInfluence.Add(estimate, sample.Column(places[formula][place]), 1, own);
            var slope = Formulas[formula].Plain is null ? Slope(root, policy, estimates, place, own) : 1;
            for (var replication = 0; replication < own.Length; replication++)
            {
                influences[replication] += slope * own[replication];
            }
        }

        if (Formulas[formula].Plain is { } plain && !double.IsNaN(value))
        {
            return new(value, EstimateInfluence.Interval(plain, sample.Column(places[formula][0]), level), influences);
        }

        var spread = ExactMoments.Of(influences).StandardDeviation;
        return new(value, MeanEstimate.Of(sample.Count, 0, value, spread, level).Interval, influences);
    }

    private static int ColumnOf(ImmutableArray<RowColumn> all, Estimate estimate)
    {
        var kind = !estimate.IsOfOutcome ? ColumnKind.Measure
            : estimate.Estimator == Estimator.Probability ? ColumnKind.Outcome
            : ColumnKind.OutcomeDay;
        for (var column = 0; column < all.Length; column++)
        {
            if (all[column].Kind == kind && all[column].Index == estimate.Index)
            {
                return column;
            }
        }

        throw new ArgumentException("The scenario has no such column.", nameof(estimate));
    }

    private double[] Estimates(int formula, EstimateSample sample) =>
        [.. Formulas[formula].Estimates.Select((estimate, place) =>
            EstimateInfluence.Value(estimate, sample.Column(places[formula][place])))];

    // How the formula moves with one of its estimates, over the width of that one's noise: a formula may have corners.
    private static double Slope(Node root, Point policy, double[] estimates, int place, double[] influences)
    {
        var step = ExactMoments.Of(influences).StandardDeviation / Math.Sqrt(influences.Length);
        if (!(step > 0))
        {
            return 0;
        }

        var middle = estimates[place];
        estimates[place] = middle + step;
        var above = Evaluate(root, policy, estimates);
        estimates[place] = middle - step;
        var below = Evaluate(root, policy, estimates);
        estimates[place] = middle;
        return (above - below) / (2 * step);
    }

    private static double Evaluate(Node root, Point policy, double[] estimates)
    {
        if (estimates.Any(double.IsNaN))
        {
            return double.NaN;
        }

        var stream = default(KeyedStream);
        try
        {
            return Interpreter.Evaluate(root, new Readings(policy, estimates), ref stream);
        }
        catch (FormulaFaultException)
        {
            // Such as a quotient by a share that is 0 in these histories.
            return double.NaN;
        }
    }

    private sealed class Readings(Point policy, double[] estimates) : IReadings
    {
        public double Read(Variable variable) => variable.Kind switch
        {
            VariableKind.Estimate => estimates[variable.Index],
            VariableKind.Parameter => policy.Values[variable.Index],
            _ => throw new ArgumentOutOfRangeException(nameof(variable), variable.Kind, "No formula of estimates reads this."),
        };
    }
}
