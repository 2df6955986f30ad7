using Escalation.Charts;

namespace Escalation.Report.Page;

/// <summary>The numbers of a chart as a table that opens below it, for those who do not see the chart.</summary>
internal static class ChartNumbers
{
    // A table is to be read; whoever wants all numbers of a long curve takes its CSV.
    private const int MostRows = 40;

    /// <summary>Writes it.</summary>
    public static void Write(Html page, Chart chart)
    {
        if (chart.IsEmpty)
        {
            return;
        }

        var lines = ChartTable.Rows(chart);
        var every = 1 + ((lines.Length - 2) / MostRows);
        var shown = lines.Skip(1).Where((_, place) => place % every == 0).Select(row => row.ToArray());
        var caption = every == 1
            ? "The numbers of the chart"
            : FormattableString.Invariant($"Every {every}th of {lines.Length - 1} numbers; charts/{chart.Name}.csv has all");
        page.Raw("<details><summary>Numbers</summary>");
        page.Table(caption, [.. lines[0].Select((head, place) => (head, place > 0))], shown);
        page.Raw("</details>");
    }
}
