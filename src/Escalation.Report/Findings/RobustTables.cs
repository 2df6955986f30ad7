using System.Globalization;
using Escalation.Charts;
using Escalation.Charts.Figures;
using Escalation.Experiments;
using Escalation.Results;
using Escalation.Tuning;

namespace Escalation.Report;

/// <summary>The tables for programs of a tuning under what nobody knows.</summary>
/// <param name="report">What was asked.</param>
/// <param name="found">What was found.</param>
/// <param name="text">How values are turned.</param>
/// <param name="words">The criteria.</param>
internal sealed class RobustTables(RobustReport report, RobustPolicies found, GoalText text, RobustText words)
{
    /// <summary>What a policy is among the others.</summary>
    internal static string Role(RobustPolicies found, int policy) => (policy == 0, policy == found.Written) switch
    {
        (true, true) => "chosen, as it was",
        (true, false) => "chosen",
        (false, true) => "as it was",
        _ => policy.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The box in which the chosen policy fails, as a chart.</summary>
    internal static Chart Box(Futures searched, DiscoveredBox box, string caption) => BoxLimits.Of(
        "great regret",
        [
            .. box.Box.Limits.Select(limit => limit.IsCategorical
                ? LimitedInput.OfCategories(
                    searched.Inputs[limit.Input].Name,
                    [.. searched.Inputs[limit.Input].Labels.Select((_, place) => limit.Categories.Contains(place))],
                    BoxWords.Limit(searched, limit))
                : LimitedInput.OfNumber(
                    searched.Inputs[limit.Input].Name,
                    limit.Range.Lower,
                    limit.Range.Upper,
                    (searched.Range(limit.Input).Lower, searched.Range(limit.Input).Upper),
                    BoxWords.Limit(searched, limit))),
        ],
        caption) with
    { Name = "failing" };

    /// <summary>Each policy by each criterion.</summary>
    internal DataTable Policies()
    {
        var table = new DataTable(
            "policies", ["policy", .. report.Tuning.LeverNames, "criterion", "futures", "estimate", "low", "high", "best_share"]);
        for (var policy = 0; policy < found.Table.Policies.Length; policy++)
        {
            DataCell[] place = [Role(found, policy), .. report.Tuning.LeverData(found.Table.Policies[policy])];
            foreach (var (criterion, _, column) in RobustText.Criteria)
            {
                if (found.Figure(criterion, policy) is { } figure)
                {
                    var (value, low, high) = words.Natural(criterion, figure);
                    var share = found.Decision.By(criterion).BestShares[found.Compared.IndexOf(policy)];
                    table.Add([.. place, column, found.Decision.FutureCount, value, low, high, share]);
                }
            }

            foreach (var (constraint, index) in report.Tuning.Goal.Constraints.Select((one, index) => (one, index)))
            {
                var excess = found.Trials[policy].Constraint(index);
                table.Add([
                    .. place, $"excess of {constraint.Text}", excess.Count, excess.Value, excess.Interval.Lower,
                    excess.Interval.Upper, double.NaN,
                ]);
            }

            if (!found.GoodEnough.IsEmpty)
            {
                var good = found.GoodEnough[policy];
                table.Add([
                    .. place, "good_enough", good.Count, good.Value, good.Interval.Lower, good.Interval.Upper, double.NaN,
                ]);
            }
        }

        return table;
    }

    /// <summary>Each policy in each future.</summary>
    internal DataTable Regrets()
    {
        var table = new DataTable("regret", "policy", "future", "value", "regret", "raw_regret");
        for (var policy = 0; policy < found.Table.Policies.Length; policy++)
        {
            var place = found.Compared.IndexOf(policy);
            for (var future = 0; future < report.Plan.Futures; future++)
            {
                table.Add(
                    Role(found, policy), future, text.Sign(0) * found.Table.Value(policy, future),
                    place < 0 ? double.NaN : found.Matrix.Regret(place, future),
                    place < 0 ? double.NaN : found.Matrix.RawRegret(place, future));
            }
        }

        return table;
    }

    /// <summary>What each future is, with the chosen policy.</summary>
    internal DataTable Futures()
    {
        var table = new DataTable("futures", ["future", .. report.Unknowns, "regret", "fails"]);
        for (var future = 0; future < report.Plan.Futures; future++)
        {
            var point = found.Table.At(0, future);
            var regret = found.Matrix.Regret(0, future);
            table.Add([
                future,
                .. report.Futures.Inputs.Select(input =>
                    FindingsText.Cell(point.Values[input.Parameter], report.Tuning.Scenario.Parameters[input.Parameter])),
                regret, found.Failing is { } failing && !double.IsNaN(regret) ? (regret > failing.Limit ? 1 : 0) : double.NaN,
            ]);
        }

        return table;
    }

    /// <summary>Where the chosen policy fails.</summary>
    internal DataTable Boxes()
    {
        var table = new DataTable(
            "boxes", "input", "low", "high", "categories", "quasi_p", "regret_above", "coverage", "coverage_low", "coverage_high",
            "density", "density_low", "density_high", "mass", "density_of_all", "is_confirmed");
        if (found.Failing is { Found: { } box, Judged: { } judged } failing)
        {
            foreach (var support in box.Limits)
            {
                var limit = support.Limit;
                table.Add(
                    failing.Searched.Inputs[limit.Input].Name, limit.Range.Lower, limit.Range.Upper,
                    string.Join(' ', limit.Categories.Select(category => category.ToString("R", CultureInfo.InvariantCulture))),
                    support.QuasiP, failing.Limit, judged.Coverage, judged.CoverageInterval.Lower, judged.CoverageInterval.Upper,
                    judged.Density, judged.DensityInterval.Lower, judged.DensityInterval.Upper, judged.Mass, judged.BaseDensity,
                    failing.IsConfirmed ? 1 : 0);
            }
        }

        return table;
    }
}
