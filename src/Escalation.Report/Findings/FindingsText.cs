using System.Collections.Immutable;
using System.Globalization;
using Escalation.Experiments;
using Escalation.Language;
using Escalation.Model;
using Escalation.Report.Page;
using Escalation.Results;

namespace Escalation.Report;

/// <summary>Words and rows that findings share.</summary>
public static class FindingsText
{
    private const int DigitsOfHash = 12;

    /// <summary>The heads of what <see cref="AddSummary"/> adds.</summary>
    public static ImmutableArray<string> SummaryColumns { get; } =
    [
        "result", "kind", "unit", "replications", "estimate", "low", "high", "sd", "p05", "p50", "p95", "median_day",
    ];

    /// <summary>What stands below each chart: how many, how sure, from where.</summary>
    internal static string Caption(PointPlan plan, string sha256) => string.Create(
        CultureInfo.InvariantCulture,
        $"{plan.Replications:N0} histories a point, all with the same luck, seed {plan.Seed}; ")
        + $"95 % intervals of each point by itself; scenario {sha256[..Math.Min(DigitsOfHash, sha256.Length)]}.";

    /// <summary>Where a point lies, in words.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="parameters">Indices of the parameters by which points differ.</param>
    /// <param name="point">The point.</param>
    public static string Place(Scenario scenario, IEnumerable<int> parameters, Point point) =>
        string.Join(", ", parameters.Select(parameter => Setting(scenario, parameter, point.Values[parameter])));

    /// <summary>A value with the name of its parameter and its unit.</summary>
    internal static string Setting(Scenario scenario, int parameter, double value) =>
        $"{scenario.Parameters[parameter].Name} = {Value(value, scenario.Parameters[parameter])}";

    /// <summary>A value of a parameter: the word, or the number with its unit.</summary>
    internal static string Value(double value, Parameter parameter) => parameter.Word(value) ?? Value(value, parameter.Quantity);

    /// <summary>A value of a parameter as a cell of a table: the word or the number.</summary>
    internal static DataCell Cell(double value, Parameter parameter) =>
        parameter.Word(value) is { } word ? word : value;

    /// <summary>A value with its unit.</summary>
    internal static string Value(double value, Quantity quantity) => $"{Words.Number(value)} {JsonText.Unit(quantity)}".TrimEnd();

    /// <summary>A mean with its half-width.</summary>
    internal static string Mean(MeasureSummary measure) => double.IsFinite(measure.Mean.HalfWidth)
        ? $"{Words.Number(measure.Mean.Mean)} ± {measure.Mean.HalfWidth.ToString("G2", CultureInfo.InvariantCulture)}"
        : Words.Number(measure.Mean.Mean);

    /// <summary>A name as part of the name of a file.</summary>
    internal static string FileName(string name) =>
        string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_' ? letter : '-'));

    /// <summary>Adds the figures of a point to a table, a row each.</summary>
    /// <param name="table">A table whose columns end in <see cref="SummaryColumns"/>.</param>
    /// <param name="place">The cells before them.</param>
    /// <param name="summary">The figures.</param>
    public static void AddSummary(DataTable table, DataCell[] place, PointSummary summary)
    {
        foreach (var outcome in summary.Outcomes)
        {
            var share = outcome.Share;
            table.Add([
                .. place, outcome.Outcome.Name, "share", "", share.Count, share.Value, share.Interval.Lower, share.Interval.Upper,
                double.NaN, double.NaN, double.NaN, double.NaN, outcome.MedianDay ?? double.NaN,
            ]);
        }

        foreach (var measure in summary.Measures)
        {
            var mean = measure.Mean;
            table.Add([
                .. place, measure.Column, "mean", JsonText.Unit(measure.Measure.Quantity), mean.Count, mean.Mean,
                mean.Interval.Lower, mean.Interval.Upper, mean.StandardDeviation, measure.P05, measure.P50, measure.P95,
                double.NaN,
            ]);
        }
    }
}
