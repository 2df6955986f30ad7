using System.Collections.Immutable;
using System.Text.Json;

namespace Escalation.Results;

/// <summary>A tidy table: one fact a row, names and numbers, as a CSV file and as JSON.</summary>
public sealed class DataTable
{
    private readonly List<ImmutableArray<DataCell>> rows = [];

    /// <summary>Makes an empty table.</summary>
    /// <param name="name">Its name; the file is this with <c>.csv</c>.</param>
    /// <param name="columns">The heads of its columns.</param>
    public DataTable(string name, params ImmutableArray<string> columns) => (Name, Columns) = (name, columns);

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The heads of its columns.</summary>
    public ImmutableArray<string> Columns { get; }

    /// <summary>Its rows.</summary>
    public IReadOnlyList<ImmutableArray<DataCell>> Rows => rows;

    /// <summary>Adds a row.</summary>
    /// <param name="cells">One a column.</param>
    /// <exception cref="ArgumentException">There is not one cell a column.</exception>
    public void Add(params ImmutableArray<DataCell> cells)
    {
        if (cells.Length != Columns.Length)
        {
            throw new ArgumentException($"The table '{Name}' has {Columns.Length} columns, not {cells.Length}.", nameof(cells));
        }

        rows.Add(cells);
    }

    /// <summary>Writes the table: LF, UTF-8, numbers that read back to the same bits, an empty cell for nothing.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <exception cref="IOException">The stream does not take it.</exception>
    public void WriteCsv(Stream stream)
    {
        var csv = new CsvWriter(stream);
        foreach (var column in Columns)
        {
            csv.Cell(column);
        }

        csv.EndRow();
        foreach (var row in rows)
        {
            foreach (var cell in row)
            {
                if (cell.Text is { } text)
                {
                    csv.Cell(text);
                }
                else
                {
                    csv.Cell(double.IsFinite(cell.Number) ? cell.Number : double.NaN);
                }
            }

            csv.EndRow();
        }

        csv.Flush();
    }

    /// <summary>Writes the rows as an array of objects, keys in order of the columns.</summary>
    /// <param name="json">Where to.</param>
    public void WriteJson(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartArray(Name);
        foreach (var row in rows)
        {
            json.WriteStartObject();
            for (var column = 0; column < row.Length; column++)
            {
                if (row[column].Text is { } text)
                {
                    json.WriteString(Columns[column], text);
                }
                else
                {
                    JsonText.Number(json, Columns[column], row[column].Number);
                }
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

/// <summary>A cell of a table: a text or a number.</summary>
public readonly record struct DataCell
{
    private DataCell(string? text, double number) => (Text, Number) = (text, number);

    /// <summary>The text; null if it is a number.</summary>
    public string? Text { get; }

    /// <summary>The number; NaN where there is nothing.</summary>
    public double Number { get; }

    /// <summary>A text.</summary>
    public static implicit operator DataCell(string text) => new(text, double.NaN);

    /// <summary>A number.</summary>
    public static implicit operator DataCell(double number) => new(null, number);

    /// <summary>A text.</summary>
    public static DataCell FromString(string text) => text;

    /// <summary>A number.</summary>
    public static DataCell FromDouble(double number) => number;
}
