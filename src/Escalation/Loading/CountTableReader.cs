using System.Collections.Immutable;
using System.Globalization;
using Escalation.Language;

namespace Escalation.Loading;

/// <summary>Reads a table of dated counts: a head, then one row a date with what came since the row before.</summary>
/// <param name="draft">The scenario, whose start gives dates their days.</param>
/// <param name="file">The table: comma-separated values.</param>
internal sealed class CountTableReader(Draft draft, ScenarioText file)
{
    /// <summary>The most steps of a table: each is followed through all histories.</summary>
    private const int MostSteps = 500;

    // Days are sums of numbers that may be no binary fractions.
    private const double DayError = 1e-9;

    private const string HeadHint = "the first line names the columns: 'date,attacks'";

    private static readonly string[] TimeColumns = ["date", "day"];

    /// <summary>Reads the table.</summary>
    /// <param name="column">The name of the column of counts; empty: 'count', or the only one beside the times.</param>
    /// <param name="every">Days of a step to which rows are added up; null: each row is one.</param>
    /// <param name="isWhole">True: the law of the error is about whole numbers.</param>
    /// <returns>The steps, rising; none if anything is wrong, which is told.</returns>
    public ImmutableArray<DatedCount> Read(string column, double? every, bool isWhole)
    {
        var errors = draft.List.ErrorCount;
        var rows = Rows().ToList();
        if (rows.Count == 0)
        {
            draft.List.ErrorBeside(file, SourceSpan.None, "the table is empty", HeadHint);
            return [];
        }

        if (Columns(rows[0], column) is not var (time, count))
        {
            return [];
        }

        var found = ImmutableArray.CreateBuilder<DatedCount>();
        foreach (var row in rows.Skip(1))
        {
            if (ReadRow(row, rows[0].Cells[time].Text, time, count, isWhole, found.Count > 0 ? found[^1].Day : 0) is { } read)
            {
                found.Add(read);
            }
        }

        if (draft.List.ErrorCount == errors && found.Count == 0)
        {
            draft.List.ErrorBeside(file, SourceSpan.None, "the table has a head and no row", "a row is a date and a count");
        }

        var steps = every is { } length ? Steps(found, length) : found.ToImmutable();
        if (steps.Length > MostSteps)
        {
            draft.List.ErrorBeside(
                file,
                SourceSpan.None,
                FormattableString.Invariant($"these are {steps.Length:N0} steps, and {MostSteps} is the most"),
                "add rows up by 'every: 7 d'");
        }

        return draft.List.ErrorCount == errors ? steps : [];
    }

    private (int Time, int Count)? Columns(TableRow head, string column)
    {
        var names = head.Cells.Select(cell => cell.Text).ToList();
        var time = names.FindIndex(name => TimeColumns.Contains(name, StringComparer.OrdinalIgnoreCase));
        if (time < 0)
        {
            draft.List.ErrorBeside(file, head.Cells[0].Where, "no column is called 'date' or 'day'", HeadHint);
            return null;
        }

        var count = column.Length > 0 ? names.IndexOf(column)
            : names.IndexOf("count") is >= 0 and var known ? known
            : names.Count == 2 ? 1 - time
            : -1;
        if (count >= 0 && count != time)
        {
            return (time, count);
        }

        draft.List.ErrorBeside(
            file,
            head.Cells[0].Where,
            column.Length > 0 ? $"no column of counts is called {Quote.Of(column)}"
                : "nothing says which column holds the counts",
            column.Length > 0 ? draft.List.Near(column, "Columns", names) : "write 'column:' beside 'csv:'");
        return null;
    }

    private DatedCount? ReadRow(TableRow row, string timeName, int time, int count, bool isWhole, double last)
    {
        if (row.Cells.Length <= Math.Max(time, count))
        {
            draft.List.ErrorBeside(
                file,
                row.Cells[0].Where,
                FormattableString.Invariant($"the row has {row.Cells.Length} cells, and its head says more"),
                "separate cells by commas");
            return null;
        }

        var (at, number) = (row.Cells[time], row.Cells[count]);
        var day = timeName.Equals("day", StringComparison.OrdinalIgnoreCase) ? Number(at) : DayOf(at);
        var value = Number(number);
        if (day is null || value is null)
        {
            return null;
        }

        if (!(day > last))
        {
            draft.List.ErrorBeside(
                file,
                at.Where,
                $"{Quote.Of(at.Text)} does not lie after the {(last == 0 ? "start" : "row before")}",
                "rows stand in the order of their times");
            return null;
        }

        if (value < 0 || (isWhole && value != Math.Floor(value.Value)))
        {
            draft.List.ErrorBeside(
                file,
                number.Where,
                $"a count is expected, and this is {Quote.Of(number.Text)}",
                "write a whole number, at least 0");
            return null;
        }

        return new(at.Text, day.Value, value.Value, at.Where);
    }

    // The count of a date is that of the whole day, which ends where the next one begins.
    private double? DayOf(TableCell cell)
    {
        if (Dates.Read(cell.Text) is not { } date)
        {
            draft.List.ErrorBeside(file, cell.Where, $"{Quote.Of(cell.Text)} is not a date", "write '2023-11-01'");
            return null;
        }

        if (draft.Start is not { } start)
        {
            draft.List.ErrorBeside(
                file,
                cell.Where,
                "a date has no meaning without the date of day 0",
                "add 'start: 2023-10-17' to the scenario, or count by a column 'day'");
            return null;
        }

        return (date - start).TotalDays + (cell.Text.Contains('T', StringComparison.Ordinal) ? 0 : 1);
    }

    private double? Number(TableCell cell)
    {
        if (double.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number))
        {
            return number;
        }

        draft.List.ErrorBeside(file, cell.Where, $"a number is expected, and this is {Quote.Of(cell.Text)}");
        return null;
    }

    private ImmutableArray<DatedCount> Steps(IReadOnlyList<DatedCount> rows, double length)
    {
        var steps = ImmutableArray.CreateBuilder<DatedCount>();
        var (sum, end, isOpen) = (0.0, length, false);
        foreach (var row in rows)
        {
            if (row.Day > end + DayError)
            {
                draft.List.ErrorBeside(
                    file,
                    row.Where,
                    FormattableString.Invariant($"the row ends on day {row.Day:R}, and a step ends on day {end:R} before it"),
                    "steps begin at the start and end with a row each: fill in the rows that are missing, with 0");
                return [];
            }

            (sum, isOpen) = (sum + row.Count, true);
            if (row.Day >= end - DayError)
            {
                steps.Add(row with { Count = sum });
                (sum, end, isOpen) = (0, end + length, false);
            }
        }

        if (isOpen)
        {
            steps.Add(rows[^1] with { Count = sum });
        }

        return steps.ToImmutable();
    }

    // Cells may stand in quotes; an empty line and one that begins with '#' are passed over.
    private IEnumerable<TableRow> Rows()
    {
        for (var line = 0; line < file.Lines.Length; line++)
        {
            var text = file.Lines[line];
            if (text.AsSpan().Trim() is not { IsEmpty: false } rest || rest[0] == '#')
            {
                continue;
            }

            var cells = ImmutableArray.CreateBuilder<TableCell>();
            for (var start = 0; start <= text.Length;)
            {
                var end = EndOf(text, start);
                var cell = text[start..end];
                var skipped = cell.Length - cell.TrimStart().Length;
                var shown = cell.Trim();
                cells.Add(new(
                    shown is ['"', .. var inner, '"'] ? inner.Replace("\"\"", "\"", StringComparison.Ordinal).Trim() : shown,
                    new(line + 1, start + skipped + 1, Math.Max(1, shown.Length))));
                start = end + 1;
            }

            yield return new(cells.ToImmutable());
        }
    }

    private static int EndOf(string text, int start)
    {
        var isQuoted = false;
        for (var place = start; place < text.Length; place++)
        {
            isQuoted ^= text[place] == '"';
            if (text[place] == ',' && !isQuoted)
            {
                return place;
            }
        }

        return text.Length;
    }

    private sealed record TableRow(ImmutableArray<TableCell> Cells);

    private sealed record TableCell(string Text, SourceSpan Where);
}

/// <summary>A count up to a time.</summary>
/// <param name="Name">The time as written.</param>
/// <param name="Day">The day up to which it counts.</param>
/// <param name="Count">What came since the count before, or since the start.</param>
/// <param name="Where">Where its time stands.</param>
internal sealed record DatedCount(string Name, double Day, double Count, SourceSpan Where);
