using System.Collections.Immutable;

namespace Escalation.Tuning;

/// <summary>A game of two sides: one chooses a row, the other a column, and each has a loss that it wants to be small.</summary>
public sealed class BimatrixGame
{
    private readonly double[] rowLosses;
    private readonly double[] columnLosses;

    /// <summary>Takes the losses.</summary>
    /// <param name="rows">Number of rows; at least 1.</param>
    /// <param name="columns">Number of columns; at least 1.</param>
    /// <param name="rowLosses">Losses of the side that chooses the row: the first row, then the next; all finite.</param>
    /// <param name="columnLosses">Losses of the side that chooses the column, in the same order.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no rows or columns, or a loss is not finite.</exception>
    /// <exception cref="ArgumentException">There are not as many losses as there are cells.</exception>
    public BimatrixGame(int rows, int columns, ReadOnlySpan<double> rowLosses, ReadOnlySpan<double> columnLosses)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        if (rowLosses.Length != rows * columns || columnLosses.Length != rows * columns)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"{rows} × {columns} cells have not {rowLosses.Length} and {columnLosses.Length} losses."));
        }

        (RowCount, ColumnCount) = (rows, columns);
        (this.rowLosses, this.columnLosses) = (rowLosses.ToArray(), columnLosses.ToArray());
        foreach (var loss in this.rowLosses.Concat(this.columnLosses))
        {
            if (!double.IsFinite(loss))
            {
                throw new ArgumentOutOfRangeException(nameof(rowLosses), loss, "A loss is finite.");
            }
        }
    }

    /// <summary>Gets the number of rows.</summary>
    public int RowCount { get; }

    /// <summary>Gets the number of columns.</summary>
    public int ColumnCount { get; }

    /// <summary>The loss of the side that chooses the row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    /// <returns>In the unit of its losses.</returns>
    public double RowLoss(int row, int column) => rowLosses[(row * ColumnCount) + column];

    /// <summary>The loss of the side that chooses the column.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    /// <returns>In the unit of its losses.</returns>
    public double ColumnLoss(int row, int column) => columnLosses[(row * ColumnCount) + column];

    /// <summary>What each row costs against columns of given chances.</summary>
    /// <param name="profile">The profile, of which the columns count.</param>
    /// <returns>One expected loss a row.</returns>
    /// <exception cref="ArgumentException">The profile is not of this game.</exception>
    public ImmutableArray<double> LossesOfRows(MixedProfile profile)
    {
        Check(profile);
        return [.. Enumerable.Range(0, RowCount).Select(row =>
            profile.Columns.Select((chance, column) => chance * RowLoss(row, column)).Sum())];
    }

    /// <summary>What each column costs against rows of given chances.</summary>
    /// <param name="profile">The profile, of which the rows count.</param>
    /// <returns>One expected loss a column.</returns>
    /// <exception cref="ArgumentException">The profile is not of this game.</exception>
    public ImmutableArray<double> LossesOfColumns(MixedProfile profile)
    {
        Check(profile);
        return [.. Enumerable.Range(0, ColumnCount).Select(column =>
            profile.Rows.Select((chance, row) => chance * ColumnLoss(row, column)).Sum())];
    }

    /// <summary>The expected losses of both sides.</summary>
    /// <param name="profile">What they do.</param>
    /// <returns>One loss a side.</returns>
    /// <exception cref="ArgumentException">The profile is not of this game.</exception>
    public (double Row, double Column) Losses(MixedProfile profile) =>
        (Expected(LossesOfRows(profile), profile.Rows), Expected(LossesOfColumns(profile), profile.Columns));

    /// <summary>What each side could save at most by doing something else while the other stays.</summary>
    /// <param name="profile">What they do.</param>
    /// <returns>In the unit of its losses, one a side; 0 for both in an equilibrium.</returns>
    /// <exception cref="ArgumentException">The profile is not of this game.</exception>
    public (double Row, double Column) Savings(MixedProfile profile)
    {
        var (ofRows, ofColumns) = (LossesOfRows(profile), LossesOfColumns(profile));
        return (Expected(ofRows, profile.Rows) - ofRows.Min(), Expected(ofColumns, profile.Columns) - ofColumns.Min());
    }

    /// <summary>How far a profile is from an equilibrium: the greater of what the two sides could save.</summary>
    /// <param name="profile">What they do.</param>
    /// <returns>Not negative but for rounding; 0 in an equilibrium of Nash. It compares losses of both sides as
    /// numbers.</returns>
    /// <exception cref="ArgumentException">The profile is not of this game.</exception>
    public double Exploitability(MixedProfile profile)
    {
        var (row, column) = Savings(profile);
        return Math.Max(row, column);
    }

    /// <summary>The rows that cost least against columns of given chances.</summary>
    /// <param name="profile">The profile, of which the columns count.</param>
    /// <param name="tie">Difference up to which rows are equally good; not negative.</param>
    /// <returns>Their indices, in order.</returns>
    /// <exception cref="ArgumentException">The profile is not of this game.</exception>
    public ImmutableArray<int> BestRows(MixedProfile profile, double tie = 0) => Least(LossesOfRows(profile), tie);

    /// <summary>The columns that cost least against rows of given chances.</summary>
    /// <param name="profile">The profile, of which the rows count.</param>
    /// <param name="tie">Difference up to which columns are equally good; not negative.</param>
    /// <returns>Their indices, in order.</returns>
    /// <exception cref="ArgumentException">The profile is not of this game.</exception>
    public ImmutableArray<int> BestColumns(MixedProfile profile, double tie = 0) => Least(LossesOfColumns(profile), tie);

    private static double Expected(ImmutableArray<double> losses, ImmutableArray<double> chances) =>
        losses.Zip(chances, (loss, chance) => loss * chance).Sum();

    private static ImmutableArray<int> Least(ImmutableArray<double> losses, double tie)
    {
        var most = losses.Min() + tie;
        return [.. Enumerable.Range(0, losses.Length).Where(place => losses[place] <= most)];
    }

    private void Check(MixedProfile profile)
    {
        if (profile.Rows.Length != RowCount || profile.Columns.Length != ColumnCount)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"{profile.Rows.Length} rows and {profile.Columns.Length} columns are no profile ")
                    + FormattableString.Invariant($"of a game of {RowCount} × {ColumnCount}."),
                nameof(profile));
        }
    }
}
