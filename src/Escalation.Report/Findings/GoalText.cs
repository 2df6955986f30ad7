using System.Collections.Immutable;
using System.Globalization;
using Escalation.Charts;
using Escalation.Experiments;
using Escalation.Model;
using Escalation.Report.Page;
using Escalation.Results;
using Escalation.Tuning;

namespace Escalation.Report;

/// <summary>Values of objectives and constraints as people read them: turned back from "less is better".</summary>
/// <param name="goal">What was looked for.</param>
internal sealed class GoalText(TuningGoal goal)
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>True: the objective is a single probability, written in per cent.</summary>
    internal bool IsShare(int objective) =>
        goal.Objectives[objective].Formula.Plain is { Estimator: Estimator.Probability };

    /// <summary>How charts write an objective.</summary>
    internal NumberStyle Style(int objective) => IsShare(objective) ? NumberStyle.Percent : NumberStyle.Plain;

    /// <summary>By what a value is multiplied to be what the objective says.</summary>
    internal double Sign(int objective) => goal.Objectives[objective].IsMaximised ? -1 : 1;

    /// <summary>An estimate as the objective says it.</summary>
    internal EstimatedValue Natural(int objective, EstimatedValue value) => value.Times(Sign(objective));

    /// <summary>A value as the objective says it.</summary>
    internal string Value(int objective, double value) => IsShare(objective)
        ? ShareText.Of(Sign(objective) * value, Math.Max(0, Sign(objective) * value - 0.01), Sign(objective) * value)
        : WithUnit(Sign(objective) * value, goal.Objectives[objective].Formula);

    /// <summary>An estimate without its interval.</summary>
    internal string Value(int objective, EstimatedValue turned)
    {
        var value = Natural(objective, turned);
        return IsShare(objective) && double.IsFinite(value.Value)
            ? ShareText.Of(value.Value, value.Interval.Lower, value.Interval.Upper)
            : WithUnit(value.Value, goal.Objectives[objective].Formula);
    }

    /// <summary>The interval of an estimate.</summary>
    internal string Interval(int objective, EstimatedValue turned)
    {
        var value = Natural(objective, turned);
        return IsShare(objective) && double.IsFinite(value.Value)
            ? ShareText.Interval(value.Interval.Lower, value.Interval.Upper)
            : Between(value.Interval.Lower, value.Interval.Upper);
    }

    /// <summary>A difference with its interval: "−2.1 points (−2.6 to −1.7)".</summary>
    internal string Difference(int objective, MeanEstimate turned)
    {
        var (scale, unit) = IsShare(objective) ? (100 * Sign(objective), " points") : (Sign(objective), Unit(objective));
        var (one, other) = (scale * turned.Interval.Lower, scale * turned.Interval.Upper);
        var decimals = Decimals(turned.HalfWidth * Math.Abs(scale));
        return $"{Signed(scale * turned.Mean, decimals)}{unit} ({Signed(Math.Min(one, other), decimals)} to "
            + $"{Signed(Math.Max(one, other), decimals)})";
    }

    /// <summary>A policy in words: the values of its levers.</summary>
    internal static string Policy(Scenario scenario, ImmutableArray<SearchedLever> levers, Point policy) =>
        FindingsText.Place(scenario, levers.Select(lever => lever.Parameter), policy);

    private string Unit(int objective) => JsonText.Unit(goal.Objectives[objective].Formula.Root.Quantity) is { Length: > 0 } unit
        ? " " + unit
        : "";

    private static string WithUnit(double value, EstimateFormula formula) =>
        $"{Words.Number(value)} {JsonText.Unit(formula.Root.Quantity)}".TrimEnd();

    private static string Between(double low, double high) =>
        double.IsFinite(low) && double.IsFinite(high) ? $"{Words.Number(low)} to {Words.Number(high)}" : "–";

    // One digit of the half-width: more would be noise.
    private static int Decimals(double halfWidth) => halfWidth > 0 && double.IsFinite(halfWidth)
        ? Math.Clamp(1 - (int)Math.Floor(Math.Log10(halfWidth)), 0, 6)
        : 2;

    private static string Signed(double value, int decimals)
    {
        // A rounded nothing has no sign.
        var digits = decimals == 0 ? "0" : "0." + new string('0', decimals);
        return double.IsFinite(value)
            ? (Math.Round(value, decimals) + 0.0).ToString($"+{digits};−{digits};0", Invariant)
            : "–";
    }
}
