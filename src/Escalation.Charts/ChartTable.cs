using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Escalation.Charts;

/// <summary>The numbers of a chart as a tidy table: one row a datum, one column a thing that is known of it.</summary>
public static class ChartTable
{
    /// <summary>The table as CSV (RFC 4180, but with LF), its first line the names of the columns.</summary>
    public static string Csv(Chart chart)
    {
        var text = new StringBuilder();
        foreach (var row in Rows(chart))
        {
            text.AppendJoin(',', row.Select(Cell)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The table: its first row the names of the columns, then a row a datum.</summary>
    public static ImmutableArray<ImmutableArray<string>> Rows(Chart chart)
    {
        var columns = Columns(chart);
        return
        [
            [.. columns.Select(column => column.Name)],
            .. from layer in chart.Layers
               from datum in layer.Data
               select columns.Select(column => column.Of(layer, datum)).ToImmutableArray(),
        ];
    }

    /// <summary>The columns that a chart needs: those of which any datum says something.</summary>
    private static ImmutableArray<ChartColumn> Columns(Chart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var (x, y) = (chart.X.Field, chart.Y.Field);
        ImmutableArray<ChartColumn> all =
        [
            new("layer", (layer, _) => layer.Name.Length > 0 ? layer.Name : layer.Mark.Name),
            new(x, (_, datum) => Along(chart.X, datum.X)),
            new(x + "_2", (_, datum) => Along(chart.X, datum.X2)),
            new(y, (_, datum) => Along(chart.Y, datum.Y)),
            new(y + "_2", (_, datum) => Along(chart.Y, datum.Y2)),
            new("low", (_, datum) => Number(datum.Low)),
            new("high", (_, datum) => Number(datum.High)),
            new("value", (_, datum) => Number(datum.Value)),
            new("text", (_, datum) => datum.Text),
        ];
        return
        [
            .. all.Where((column, place) => place == 0
                || chart.Layers.Any(layer => layer.Data.Any(datum => column.Of(layer, datum).Length > 0))),
        ];
    }

    private static string Along(Axis axis, double value) =>
        axis.HasNames && value >= 0 && value < axis.Names.Length ? axis.Names[(int)value] : Number(value);

    private static string Number(double value) =>
        double.IsNaN(value) ? "" : value.ToString("R", CultureInfo.InvariantCulture);

    private static string Cell(string value) => value.AsSpan().IndexOfAny(",\"\r\n") >= 0
        ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : value;
}

/// <summary>A column of the table of a chart.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Of">What stands in it.</param>
internal sealed record ChartColumn(string Name, Func<Layer, Datum, string> Of);
