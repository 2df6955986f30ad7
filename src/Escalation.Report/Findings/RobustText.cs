using System.Collections.Immutable;
using System.Globalization;
using Escalation.Experiments;
using Escalation.Tuning;

namespace Escalation.Report;

/// <summary>Words for criteria over futures, and what the figures of policies are by them.</summary>
/// <param name="text">How values are written.</param>
internal sealed class RobustText(GoalText text)
{
    /// <summary>All criteria, with their names for people and for programs.</summary>
    internal static ImmutableArray<(RobustCriterion Criterion, string Head, string Column)> Criteria { get; } =
    [
        (RobustCriterion.Expected, "mean", "expected"),
        (RobustCriterion.WorstMean, "worst tenth", "worst_tenth"),
        (RobustCriterion.MeanRegret, "mean regret", "mean_regret"),
        (RobustCriterion.RegretPoint, "regret 9/10", "regret_p90"),
        (RobustCriterion.GreatestRegret, "greatest regret", "greatest_regret"),
        (RobustCriterion.Domain, "best in", "best_in"),
        (RobustCriterion.SeldomFar, "near in", "near_in"),
    ];

    /// <summary>The criteria that people are told. The mean regret is the mean less the same number for all policies, and the
    /// greatest regret is that of one future.</summary>
    internal static ImmutableArray<(RobustCriterion Criterion, string Head, string Column)> Told { get; } =
        [.. Criteria.Where(one => one.Criterion is not (RobustCriterion.MeanRegret or RobustCriterion.GreatestRegret))];

    /// <summary>True: the figure is a regret.</summary>
    internal static bool IsRegret(RobustCriterion criterion) =>
        criterion is RobustCriterion.MeanRegret or RobustCriterion.RegretPoint or RobustCriterion.GreatestRegret;

    /// <summary>True: the figure is a share of futures.</summary>
    internal static bool IsShareOfFutures(RobustCriterion criterion) =>
        criterion is RobustCriterion.Domain or RobustCriterion.SeldomFar or RobustCriterion.Satisficing;

    /// <summary>The figure of a policy; a dash if there is none.</summary>
    internal string Figure(RobustCriterion criterion, BootstrapEstimate? figure) =>
        figure is { } one && double.IsFinite(one.Value) ? Value(criterion, one.Value) : "–";

    /// <summary>The interval of a figure.</summary>
    internal string Interval(RobustCriterion criterion, BootstrapEstimate figure)
    {
        if (!double.IsFinite(figure.Interval.Lower) || !double.IsFinite(figure.Interval.Upper))
        {
            return "–";
        }

        var (one, other) = (Value(criterion, figure.Interval.Lower), Value(criterion, figure.Interval.Upper));
        return IsTurned(criterion) ? $"{other} to {one}" : $"{one} to {other}";
    }

    /// <summary>A figure as the objective says it: not turned so that less is better.</summary>
    internal (double Value, double Low, double High) Natural(RobustCriterion criterion, BootstrapEstimate figure) =>
        IsTurned(criterion)
            ? (-figure.Value, -figure.Interval.Upper, -figure.Interval.Lower)
            : (figure.Value, figure.Interval.Lower, figure.Interval.Upper);

    /// <summary>A share in per cent.</summary>
    internal static string Percent(double share) => double.IsNaN(share)
        ? "–"
        : (100 * share).ToString(share is > 0 and < 0.01 or > 0.99 and < 1 ? "0.#" : "0", CultureInfo.InvariantCulture) + " %";

    // Means of what is maximised have their signs turned; regrets are losses in either case.
    private bool IsTurned(RobustCriterion criterion) =>
        text.Sign(0) < 0 && (criterion is RobustCriterion.Expected or RobustCriterion.WorstMean);

    private string Value(RobustCriterion criterion, double value) => IsShareOfFutures(criterion) ? Percent(value)
        : IsRegret(criterion) ? text.Amount(0, value)
        : text.Value(0, value);
}
