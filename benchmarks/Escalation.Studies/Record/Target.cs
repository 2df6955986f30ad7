using System.Globalization;
using System.Text;
using Escalation.Benchmarks;

namespace Escalation.Studies.Record;

/// <summary>A figure of the record: a row of <c>calibration-targets.csv</c>.</summary>
/// <param name="Id">Its name, C01 to C34.</param>
/// <param name="Statistic">What it is about.</param>
/// <param name="Value">The figure.</param>
/// <param name="Low">Lower end of its interval of 95 %, or the least of few cases.</param>
/// <param name="High">Upper end.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Use">What it may be used for: to fit, to check, or as a model of what is observed.</param>
internal sealed record Target(string Id, string Statistic, double Value, double Low, double High, string Unit, string Use)
{
    private const string File = "benchmarks/Escalation.Studies/Record/calibration-targets.csv";

    /// <summary>Whether parameters may be tuned to it.</summary>
    public bool IsFitted => Use.StartsWith("FIT", StringComparison.Ordinal);

    /// <summary>Whether they may not, because the row is there to check them.</summary>
    public bool IsChecked => Use.StartsWith("CHECK", StringComparison.Ordinal);

    /// <summary>Whether a figure lies in its interval.</summary>
    public bool Holds(double figure) => figure >= Low && figure <= High;

    /// <summary>All rows.</summary>
    public static IEnumerable<Target> All()
    {
        var lines = System.IO.File.ReadAllLines(Repository.PathOf(File));
        var columns = Cells(lines[0]);
        return lines.Skip(1).Select(line =>
        {
            var cells = Cells(line);
            return new Target(
                Cell("id"), Cell("statistic"), Number("value"), Number("low95"), Number("high95"), Cell("unit"), Cell("use"));

            string Cell(string column) => cells[columns.IndexOf(column)];
            double Number(string column) => double.Parse(Cell(column), CultureInfo.InvariantCulture);
        });
    }

    // A line of CSV whose cells may be quoted; the file has no line breaks in cells.
    private static List<string> Cells(string line)
    {
        var (cells, cell, isQuoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && isQuoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                cell.Append(line[++i]);
            }
            else if (line[i] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (line[i] == ',' && !isQuoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(line[i]);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }
}
